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
#   title: Kalkulator Harga Lokapasar
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/pemasaran/03_harga_lokapasar.html">
# &larr; Pelajaran: Harga Jual dan Potongan Lokapasar</a></nav>
#
# # Kalkulator Harga Lokapasar
#
# Berapa uang yang sampai kepada Anda dari lokapasar, seperti Shopee, dan harga berapa yang masih
# untung? Ganti angka contoh dengan angka Anda.

# %%
from IPython.display import display

from usaha import listing_report as report
from usaha.bars import Bar
from usaha.dates import today
from usaha.fees import fee_rules
from usaha.language import _
from usaha.listing import (
    EXAMPLE,
    EXAMPLE_FEES,
    PLACES,
    HerFees,
    Listing,
    price_listing,
    program_rule,
    shop_fees,
)
from usaha.money import format_percent, format_rupiah
from usaha.rules import find_rule
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.fields import ChoiceField, NumberField, PercentField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.rates import rate_line, rates_html
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.tool import Tool, View

# %%
DAY = today()
TAX = find_rule("pph_final_rate", DAY)
FREE = find_rule("pph_final_exempt_turnover", DAY)
UNITS = (
    *(_("pasang"), _("bungkus"), _("botol"), _("stoples")),
    *(_("kotak"), _("lembar"), _("buah"), _("ekor")),
)

# {unit} becomes the word that she chooses for her own goods.
LABELS = {
    "cost": _("HPP satu {unit}, yaitu biaya membuat dan kemasannya (Rp)"),
    "packing": _("Kardus dan lakban untuk satu {unit} (Rp)"),
    "price": _("Harga jual satu {unit} sekarang (Rp)"),
    "voucher": _("Voucher dari Anda untuk satu {unit} (Rp). Isi 0 jika tidak ada"),
    "items": _("Biasanya berapa {unit} dalam satu pesanan"),
    "profit": _("Untung satu {unit} yang Anda inginkan (Rp)"),
}
sale = {name: NumberField(label, getattr(EXAMPLE, name)) for name, label in LABELS.items()}
margin = PercentField(
    _("Atau untung dalam persen dari harga (%). Isi 0 jika memakai rupiah"), EXAMPLE.margin, most=95
)
place = ChoiceField(
    _("Tempat Anda berjualan"),
    {code: place.words for code, place in PLACES.items()},
    "shopee_fashion",
)
fees = {
    "place": place,
    "admin": PercentField(
        _("Biaya admin di aplikasi penjual Anda (%). Kosongkan jika belum tahu"),
        EXAMPLE_FEES.admin,
        optional=True,
    ),
    "program": PercentField(
        _("Biaya semua program yang Anda ikuti, seperti gratis ongkir (%)"), EXAMPLE_FEES.program
    ),
    "program_cap": NumberField(
        _("Biaya program paling banyak untuk satu barang (Rp). Kosongkan jika tidak ada batas"),
        "",
        optional=True,
    ),
    "order_fee": NumberField(
        _("Biaya proses satu pesanan (Rp). Kosongkan untuk memakai angka daftar"), "", optional=True
    ),
    "tax": PercentField(
        _(
            "PPh final, pajak atas omzet (%). Isi 0 jika omzet setahun tidak lebih dari {free}",
            free=FREE.shown,
        ),
        EXAMPLE_FEES.tax,
    ),
}
form = Form(
    {
        _("1. Barang Anda"): {
            "product": TextField(
                _("Nama barang"), "Sepatu Pak Dedi, Curug", fallback=_("Barang Anda")
            ),
            "unit": ChoiceField(_("Dijual per"), {word: word for word in UNITS}),
            "cost": sale["cost"],
            "packing": sale["packing"],
        },
        _("2. Harga sekarang"): {name: sale[name] for name in ("price", "voucher", "items")},
        _(
            "3. Potongan lokapasar. Tarif sering berubah: cocokkan dengan aplikasi penjual Anda"
        ): fees,
        _("4. Untung yang Anda inginkan"): {"profit": sale["profit"], "margin": margin},
    }
)


# %%
def work(values):
    """Make the view of these values, or say which of them to mend."""
    unit, place = values["unit"], PLACES[values["place"]]
    for name, field in sale.items():
        field.relabel(LABELS[name].format(unit=unit))
    hers = HerFees(**{name: values[name] for name in HerFees._fields})
    table = shop_fees(place, DAY, hers)
    listing = Listing(**{name: values[name] for name in (*LABELS, "margin")})
    priced, problems = price_listing(listing, table)
    if priced is None:
        return None, dict(problems)
    return View(
        answer_html(values, listing, priced, table),
        picture_html(listing, priced, unit),
        rest_html(listing, priced, table, hers, values),
    ), {}


def answer_html(values, listing, priced, table):
    """Say what reaches her and what is left of it."""
    unit, place = values["unit"], PLACES[values["place"]]
    received, outcome = report.result_sentences(listing, priced, unit)
    commission, _order = fee_rules(place.platform, place.category, DAY)
    care = (
        *report.cautions(listing, priced, table),
        report.rate_caution(_("Biaya admin"), values["admin"], commission),
    )
    word = _("Rugi") if priced.profit < 0 else _("Untung")
    got = _("Terima {amount}", amount=format_rupiah(priced.received))
    short = f"{got} · {word} {format_rupiah(abs(priced.profit))}"
    return result_html(
        values["product"], received, outcome, filter(None, care), short, first="product"
    )


def picture_html(listing, priced, unit):
    """Show where the price of one item goes."""
    bars = [Bar(*part) for part in report.price_shares(listing, priced)]
    return svg_bars(
        _("Ke mana {price} dari satu {unit}?", price=format_rupiah(listing.price), unit=unit), bars
    )


def rest_html(listing, priced, table, hers, values):
    """Write the calculation down, with the prices to aim at, the rates and what to do next."""
    unit = values["unit"]
    notes = (
        *report.advice(listing, priced, unit),
        report.markup_sentence(listing, priced, table),
        report.items_sentence(listing, table),
    )
    steps = report.steps(listing, priced, table, unit)
    return (
        steps_html(steps, filter(None, notes))
        + rates_html(rate_lines(PLACES[values["place"]], hers))
        + next_html(
            report.next_steps(listing, priced),
            _("Harga Jual dan Potongan Lokapasar"),
            "pemasaran/03_harga_lokapasar",
        )
    )


def rate_lines(place, hers):
    """Say where each rate is from, and which of them she wrote herself."""
    commission, order_fee = fee_rules(place.platform, place.category, DAY)
    program = program_rule(place, DAY)
    admin = "" if hers.admin is None else format_percent(hers.admin)
    fee = "" if hers.order_fee is None else format_rupiah(hers.order_fee)
    yield rate_line(_("Biaya admin, {place}", place=place.words), commission, admin)
    if program:
        yield rate_line(_("Program gratis ongkir"), program, format_percent(hers.program))
    yield rate_line(_("Biaya proses satu pesanan"), order_fee, fee)
    yield rate_line(_("PPh final"), TAX, format_percent(hers.tax) if hers.tax else "")
    # The law's short name is the same word as that for unit cost.
    yield rate_line(_("Omzet orang pribadi yang bebas PPh final"), FREE)


# %%
tool = Tool(form, work)
display(tool.page())
