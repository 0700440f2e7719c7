"""The test after the bookkeeping track."""

from latihan.units.pembukuan_uji import TESTS

UNIT = TESTS.after
