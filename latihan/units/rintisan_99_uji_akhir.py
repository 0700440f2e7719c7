"""The test after the start-up track."""

from latihan.units.rintisan_uji import TESTS

UNIT = TESTS.after
