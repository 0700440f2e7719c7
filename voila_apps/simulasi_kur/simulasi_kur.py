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
#   title: Simulasi KUR
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/rintisan/05_pembiayaan.html">
# &larr; Pelajaran: Pembiayaan</a></nav>
#
# # Simulasi KUR
#
# Berapa angsuran KUR (Kredit Usaha Rakyat), pinjaman bank untuk usaha kecil, dan sanggupkah usaha
# Anda? Ganti angka contoh dengan angka Anda.

# %%
from IPython.display import display

from usaha import borrowing_report as report
from usaha.bars import Bar
from usaha.borrowing import EXAMPLE, Offer, Wish, weigh
from usaha.credit import CLASS_RATIO_LIMIT, METHOD_LABELS
from usaha.dates import today
from usaha.language import _
from usaha.money import format_percent, format_rupiah
from usaha.rules import find_rule
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.fields import ChoiceField, NumberField, PercentField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.rates import rate_line, rates_html
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.split_chart import split_chart
from voila_apps.parts.tool import Tool, View

# %%
DAY = today()
RATE = find_rule("kur_rate", DAY)
MOST_LENT = find_rule("kur_small_max", DAY)
LONGEST = 120  # months: ten years, more than any loan of a small business
MOST = 520  # payments: ten years of weeks
form = Form(
    {
        _("1. Pinjaman Anda"): {
            "business": TextField(
                _("Nama usaha"), "Gula aren Pak Sarta, Sobang", fallback=_("Pinjaman Anda")
            ),
            "principal": NumberField(_("Uang yang ingin Anda pinjam (Rp)"), EXAMPLE.principal),
            "months": NumberField(
                _("Lama pinjaman (bulan). Tiga tahun ditulis 36"),
                EXAMPLE.months,
                least=1,
                most=LONGEST,
                whole=True,
            ),
        },
        _("2. Kemampuan usaha Anda"): {
            "net_cash": NumberField(
                _("Sisa uang usaha sebulan, sesudah semua biaya dan ambilan keluarga (Rp)"),
                EXAMPLE.net_cash,
            ),
            "other_payments": NumberField(
                _("Angsuran lain yang sedang berjalan, sebulan (Rp)"), EXAMPLE.other_payments
            ),
        },
        _("3. Tawaran lain untuk uang yang sama"): {
            "offer_payment": NumberField(
                _("Sekali bayar (Rp). Isi 0 jika tidak ada tawaran lain"), EXAMPLE.offer.payment
            ),
            "offer_every": ChoiceField(
                _("Dibayar tiap"), {"week": _("minggu"), "month": _("bulan")}, EXAMPLE.offer.every
            ),
            "offer_count": NumberField(
                _("Berapa kali bayar sampai lunas"),
                EXAMPLE.offer.times,
                least=1,
                most=MOST,
                whole=True,
            ),
        },
        _("4. Angka aturan. Ganti jika bank menyebut yang lain"): {
            "rate": PercentField(_("Bunga KUR setahun (%)"), RATE.number),
            "most": NumberField(_("KUR paling besar untuk satu usaha (Rp)"), MOST_LENT.number),
        },
    }
)


# %%
def work(values):
    """Make the view of these values, or say which of them to mend."""
    wish = wish_of(values)
    weighed, problems = weigh(wish, DAY)
    if weighed is None:
        return None, dict(problems)
    return View(
        answer_html(values["business"], wish, weighed),
        picture_html(weighed),
        calculation_html(wish, weighed)
        + rates_html(rate_lines(wish, weighed))
        + after_html(weighed),
    ), {}


def wish_of(values):
    """Put the fields together; without a payment there is no other offer."""
    offer = None
    if values["offer_payment"]:
        count = int(values["offer_count"])
        offer = Offer(values["offer_payment"], count, values["offer_every"])
    return Wish(
        principal=values["principal"],
        months=int(values["months"]),
        yearly_rate=values["rate"],
        net_cash=values["net_cash"],
        other_payments=values["other_payments"],
        offer=offer,
        most=values["most"],
    )


def answer_html(business, wish, weighed):
    """Say what it costs, and whether the business can bear it."""
    answer = " ".join(report.result_sentences(wish, weighed))
    cares = filter(None, (report.offer_sentence(wish, weighed),))
    short = _(
        "Angsuran {payment} · Bunga {interest}",
        payment=format_rupiah(weighed.payment),
        interest=format_rupiah(weighed.interest),
    )
    burden = report.burden_sentence(weighed)
    return result_html(business, answer, burden, cares, short, first="business")


def picture_html(weighed):
    """Show what the instalments are made of, and both offers' interest beside each other."""
    split = split_chart(report.told_months(weighed.loan.rows))
    if weighed.offer_interest is None or weighed.offer_interest < 0:
        return split
    bars = [
        Bar("own", weighed.loan.scheme, weighed.interest),
        Bar("other", _("Tawaran lain"), weighed.offer_interest),
    ]
    return svg_bars(_("Bunga sampai lunas"), bars) + split


def calculation_html(wish, weighed):
    """Write the calculation down."""
    notes = (
        report.largest_sentence(wish, weighed),
        _(
            "Cara hitungnya {method}. Angsuran sama tiap bulan; yang terakhir berbeda beberapa rupiah karena pembulatan.",
            method=METHOD_LABELS["annuity"],
        ),
        _("Sebagian bunga KUR ditanggung pemerintah, tetapi uangnya tetap harus kembali."),
        _("Pinjaman bukan penjualan. Bunga adalah biaya, pokok bukan biaya."),
        _(
            "Patokan {limit} dari sisa uang usaha adalah aturan kelas ini, bukan aturan bank.",
            limit=format_percent(CLASS_RATIO_LIMIT),
        ),
    )
    return steps_html(report.steps(wish, weighed, wish.yearly_rate), notes)


def rate_lines(wish, weighed):
    """Say where each figure is from, and whether she wrote another."""
    rate, ceiling = weighed.loan.rules
    yield rate_line(_("Bunga KUR setahun"), rate, format_percent(wish.yearly_rate))
    if ceiling.key != MOST_LENT.key:
        yield rate_line(_("Pinjaman paling besar, {scheme}", scheme=weighed.loan.scheme), ceiling)
    yield rate_line(_("Pinjaman paling besar, KUR kecil"), MOST_LENT, format_rupiah(wish.most))


def after_html(weighed):
    """Say what to do next."""
    decision = _("Tanyakan bunga, biaya, dan syaratnya ke bank sebelum menandatangani apa pun.")
    if not weighed.bearable:
        decision = _("Kecilkan pinjaman atau perpanjang waktunya di atas, sampai masuk patokan.")
    return next_html(
        (
            decision,
            _("Siapkan catatan uang masuk dan keluar beberapa bulan terakhir."),
            _("Tulis untuk apa uangnya, dan dari mana angsurannya dibayar."),
            _("Jangan membayar perantara. Bank tidak meminta uang sebelum pinjaman cair."),
        ),
        _("Pembiayaan"),
        "rintisan/05_pembiayaan",
    )


# %%
tool = Tool(form, work)
display(tool.page())
