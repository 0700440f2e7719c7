"""The right answers of the test before the bookkeeping track."""

from graders.checks import Key
from graders.checks.pembukuan_uji import CHECKS

KEY = Key("pembukuan_00_uji_awal", CHECKS)
