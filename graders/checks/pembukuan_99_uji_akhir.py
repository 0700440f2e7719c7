"""The right answers of the test after the bookkeeping track."""

from graders.checks import Key
from graders.checks.pembukuan_uji import CHECKS

KEY = Key("pembukuan_99_uji_akhir", CHECKS)
