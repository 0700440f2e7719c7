"""The test before the online marketing track."""

from latihan.units.pemasaran_uji import TESTS

UNIT = TESTS.before
