"""The right answers of the test before the online marketing track."""

from graders.checks import Key
from graders.checks.pemasaran_uji import CHECKS

KEY = Key("pemasaran_00_uji_awal", CHECKS)
