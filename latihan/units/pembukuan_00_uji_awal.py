"""The test before the bookkeeping track."""

from latihan.units.pembukuan_uji import TESTS

UNIT = TESTS.before
