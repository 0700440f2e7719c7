"""The right answers of Legalitas, read from what stands on the cards."""

from __future__ import annotations

from datetime import date

from graders.checks import Check, Key
from latihan.unit import Formula, Values
from usaha.dates import add_months

NAMES = (
    "izin_camilan", "izin_bandeng", "izin_presto", "izin_minuman", "izin_nasi", "izin_kerajinan",
)  # fmt: skip
# What a card says, and the permit that follows; the first that fits.
SAYS = (
    ("buatan tangan", "NIB"),
    ("habis hari itu", "SIAP_SAJI"),
    ("pembeku", "MD"),
    ("kulkas", "MD"),
    ("dipasteurisasi", "MD"),
    ("kering, suhu ruang", "PIRT"),
)


def _permit(at: int) -> Formula:
    def formula(v: Values) -> str:
        card = v["baris"].splitlines()[at].split("|")[1]
        return next(permit for words, permit in SAYS if words in card)

    return formula


def deadline(v: Values) -> date:
    """Returns the last day to have a NIB, for a shop that was there before the rule or came after it."""
    began, rule = v["mulai_jualan"], v["tgl_aturan"]
    if began < rule:
        return add_months(rule, int(v.bulan_pedagang_lama))
    return add_months(began, int(v.bulan_pedagang_baru))


def _size(v: Values) -> str:
    limits = (("MIKRO", v.batas_mikro), ("KECIL", v.batas_kecil))
    return next((size for size, limit in limits if v.omzet_setahun <= limit), "MENENGAH")


KEY = Key(
    "rintisan_04_legalitas",
    (
        *(Check(name, _permit(at)) for at, name in enumerate(NAMES)),
        Check("batas_nib", deadline),
        Check(
            "halal_sudah_wajib", lambda v: "SUDAH" if v["hari_ini"] > v["batas_halal"] else "BELUM"
        ),
        Check("kelas_usaha", _size),
        Check("urutan_langkah", lambda v: "".join(str(v["langkah"].index(s) + 1) for s in "1234")),
    ),
)
