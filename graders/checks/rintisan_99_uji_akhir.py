"""The right answers of the test after the start-up track."""

from graders.checks import Key
from graders.checks.rintisan_uji import CHECKS

KEY = Key("rintisan_99_uji_akhir", CHECKS)
