"""The right answers of the test after the online marketing track."""

from graders.checks import Key
from graders.checks.pemasaran_uji import CHECKS

KEY = Key("pemasaran_99_uji_akhir", CHECKS)
