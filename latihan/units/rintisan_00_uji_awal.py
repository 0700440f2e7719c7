"""The test before the start-up track."""

from latihan.units.rintisan_uji import TESTS

UNIT = TESTS.before
