"""The test after the online marketing track."""

from latihan.units.pemasaran_uji import TESTS

UNIT = TESTS.after
