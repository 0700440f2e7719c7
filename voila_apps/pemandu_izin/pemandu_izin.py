# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
#   title: Pemandu Izin
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/rintisan/04_legalitas.html">
# &larr; Pelajaran: Legalitas</a></nav>
#
# # Pemandu Izin
#
# Izin apa yang diperlukan produk Anda, dan apa langkah berikutnya? Ganti contoh dengan produk Anda.

# %%
from datetime import date

from IPython.display import display

from usaha import permits_report as report
from usaha.dates import format_date, today
from usaha.language import _
from usaha.money import format_number, format_rupiah
from usaha.permits import (
    PERMITS,
    QUESTIONS,
    Product,
    needed_permit,
    nib_deadline,
    permit_steps,
)
from usaha.rules import find_rule
from voila_apps.parts.fields import ChoiceField, DayField, NumberField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.path_charts import GREEN, GREY, Stop, svg_path
from voila_apps.parts.rates import rate_line, rates_html, source_line
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.tool import Tool, View

# %%
KEYS = (
    "spp_irt_scope",
    "halal_umk_food_deadline",
    "nib_low_risk",
    "nib_online_sellers",
    "nib_online_existing_months",
    "nib_online_new_months",
    "umkm_micro_sales_max",
    "umkm_small_sales_max",
)
RULES = {key: find_rule(key, today()) for key in KEYS}
FIRST = max(rule.effective_from for rule in RULES.values())
HALAL = RULES["halal_umk_food_deadline"]
YES_NO = {"tidak": _("Tidak"), "ya": _("Ya")}
DONE = {"belum": _("Belum"), "sudah": _("Sudah")}
LONGEST_MONTHS = 60

form = Form(
    {
        _("1. Produk Anda"): {
            "produk": TextField(
                _("Nama produk"), "Rangginang Bu Wiwin, Pandeglang", fallback=_("Produk Anda")
            ),
            "pangan": ChoiceField(
                _("Apakah produk ini dimakan atau diminum?"),
                {"ya": _("Ya, makanan atau minuman"), "tidak": _("Tidak, barang lain")},
            ),
            "hari": NumberField(_("Berapa hari produk ini tahan?"), "90", most=3650),
            "simpan": ChoiceField(
                _("Di mana produk ini disimpan?"),
                {
                    "ruang": _("Suhu ruang, kering"),
                    "kulkas": _("Kulkas"),
                    "beku": _("Pembeku (freezer)"),
                },
            ),
            "hewani": ChoiceField(_("Dibuat dari ikan, daging, susu, atau telur?"), YES_NO),
            "pasteur": ChoiceField(
                _("Dipasteurisasi? Artinya dipanaskan sebentar supaya lebih tahan"), YES_NO
            ),
            "dapur": ChoiceField(
                _("Di mana produk ini dibuat?"), {"ya": _("Dapur rumah"), "tidak": _("Tempat lain")}
            ),
        },
        _("2. Cara menjual"): {
            "lokapasar": ChoiceField(
                _("Apakah Anda menjual di lokapasar?"),
                {"ya": _("Ya, misalnya Shopee atau Tokopedia"), "tidak": _("Tidak")},
            ),
            "buka": DayField(_("Toko di lokapasar buka sejak"), format_date(date(2026, 9, 25))),
            "omzet": NumberField(_("Penjualan setahun (Rp)"), 180_000_000),
        },
        _("3. Yang sudah ada"): {
            "nib": ChoiceField(_("Nomor usaha (NIB)"), DONE),
            "izin": ChoiceField(_("Izin produk: PIRT, MD, atau laik higiene"), DONE),
            "halal": ChoiceField(_("Sertifikat halal"), DONE),
            "label": ChoiceField(_("Label dengan semua nomor"), DONE),
        },
        _("4. Angka aturan, boleh diganti"): {
            "hari_ini": DayField(_("Dihitung untuk tanggal"), format_date(today()), first=FIRST),
            "batas_halal": DayField(
                _("Makanan dan minuman wajib bersertifikat halal sejak"), HALAL.shown
            ),
            "bulan_lama": NumberField(
                _("Waktu mengurus NIB untuk toko lama (bulan)"),
                RULES["nib_online_existing_months"].number,
                least=1,
                most=LONGEST_MONTHS,
                whole=True,
            ),
            "bulan_baru": NumberField(
                _("Waktu mengurus NIB untuk toko baru (bulan)"),
                RULES["nib_online_new_months"].number,
                least=1,
                most=LONGEST_MONTHS,
                whole=True,
            ),
            "batas_mikro": NumberField(
                _("Usaha mikro: penjualan setahun paling banyak (Rp)"),
                RULES["umkm_micro_sales_max"].number,
            ),
            "batas_kecil": NumberField(
                _("Usaha kecil: penjualan setahun paling banyak (Rp)"),
                RULES["umkm_small_sales_max"].number,
            ),
        },
    }
)


# %%
def product_of(values):
    """Make the product of her answers."""
    return Product(
        food=values["pangan"] == "ya",
        days=values["hari"],
        storage=values["simpan"],
        animal=values["hewani"] == "ya",
        pasteurised=values["pasteur"] == "ya",
        home_kitchen=values["dapur"] == "ya",
    )


def deadline_of(values) -> date | None:
    """Give the day until which a NIB must be there; None for who does not sell on marketplaces."""
    if values["lokapasar"] != "ya":
        return None
    months = int(values["bulan_lama"]), int(values["bulan_baru"])
    return nib_deadline(values["buka"], values["hari_ini"], *months)


# %%
def answer_html(values, decision, strong, said):
    """Say which permit the product needs, and what comes next."""
    needed = _("Yang diperlukan: {permit}.", permit=PERMITS[decision.permit])
    return result_html(
        values["produk"],
        f"{needed} {decision.reason}",
        strong,
        said,
        PERMITS[decision.permit],
        "produk",
        _("Isi produk saya"),
    )


def questions_html(decision):
    """Draw the four questions until the first yes."""
    stops = [
        Stop(
            str(number),
            question,
            _("Ya: {permit}", permit=PERMITS[decision.permit])
            if number == decision.question
            else _("Tidak, lanjut"),
            GREEN if number == decision.question else GREY,
        )
        for number, question in enumerate(QUESTIONS, start=1)
        if number <= decision.question
    ]
    if decision.question > len(QUESTIONS):
        stops.append(Stop("?", _("Di luar keempatnya"), PERMITS[decision.permit], GREEN))
    return svg_path(_("Jalur izin produk ini"), stops)


def way_html(steps):
    """Draw the steps, with what is done."""
    stops = [
        Stop(
            str(number),
            step.words,
            _("sudah") if step.done else _("belum"),
            GREEN if step.done else GREY,
        )
        for number, step in enumerate(steps, start=1)
    ]
    return svg_path(_("Urutan langkah Anda"), stops)


def sources(values):
    """Say where every rule is from."""
    return rates_html(
        [
            source_line(_("Pangan yang boleh memakai nomor PIRT"), RULES["spp_irt_scope"]),
            source_line(_("NIB untuk semua usaha"), RULES["nib_low_risk"]),
            rate_line(_("Batas waktu halal"), HALAL, format_date(values["batas_halal"])),
            rate_line(
                _("Bulan untuk toko lama"),
                RULES["nib_online_existing_months"],
                format_number(values["bulan_lama"]),
            ),
            rate_line(
                _("Bulan untuk toko baru"),
                RULES["nib_online_new_months"],
                format_number(values["bulan_baru"]),
            ),
            rate_line(
                _("Batas usaha mikro"),
                RULES["umkm_micro_sales_max"],
                format_rupiah(values["batas_mikro"]),
            ),
            rate_line(
                _("Batas usaha kecil"),
                RULES["umkm_small_sales_max"],
                format_rupiah(values["batas_kecil"]),
            ),
        ]
    )


NEXT = (
    _(
        "Kerjakan langkah pertama yang belum. Urutannya penting: nomor yang satu ditanya saat mengurus "
        "yang lain."
    ),
    _("Urus sendiri. Jangan memberi uang kepada perantara yang menjanjikan izin cepat."),
    _("Simpan foto setiap nomor dan sertifikat di ponsel, dan cetak satu untuk di rumah."),
    _("Aturan dapat berubah. Untuk kulit, kosmetik, obat, dan jamu tanyakan ke Dinas atau BPOM."),
)


# %%
def work(values):
    """Find the permit, the deadlines and the next step."""
    if values["batas_kecil"] < values["batas_mikro"]:
        return None, {"batas_kecil": _("Batas usaha kecil tidak boleh di bawah batas usaha mikro.")}
    product, on = product_of(values), values["hari_ini"]
    decision = needed_permit(product)
    have = [name for name in ("nib", "izin", "halal", "label") if values[name] == "sudah"]
    steps = permit_steps(decision.permit, have)
    deadline = deadline_of(values)
    said = report.cautions(product, steps, on, nib_until=deadline, halal_from=values["batas_halal"])
    months = values["bulan_lama"], values["bulan_baru"]
    rows = [
        report.permit_row(decision),
        report.nib_row(values["buka"], deadline, on, *months),
        report.halal_row(product, values["batas_halal"], on),
        report.size_row(values["omzet"], on, values["batas_mikro"], values["batas_kecil"]),
    ]
    strong = report.next_step_sentence(steps, deadline, on)
    return View(
        answer_html(values, decision, strong, said),
        questions_html(decision) + way_html(steps),
        steps_html(rows, title=_("Begini kami menentukannya"))
        + sources(values)
        + next_html(NEXT, _("Legalitas"), "rintisan/04_legalitas"),
    ), {}


# %%
tool = Tool(form, work)
display(tool.page())
