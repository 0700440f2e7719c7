"""The right answers of the test before the start-up track."""

from graders.checks import Key
from graders.checks.rintisan_uji import CHECKS

KEY = Key("rintisan_00_uji_awal", CHECKS)
