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
#   title: Pembuat Laporan SAK EMKM
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/pembukuan/06_laporan.html">
# &larr; Pelajaran: Laporan SAK EMKM</a></nav>
#
# # Pembuat Laporan SAK EMKM
#
# Laporan sebulan yang dapat dibaca bank. SAK EMKM adalah aturan menulis laporan untuk usaha mikro,
# kecil, dan menengah. Ganti angka contoh dengan angka Anda.

# %%
from datetime import date

from IPython.display import display

from usaha.bars import Bar
from usaha.dates import add_months, format_month, today
from usaha.language import N_, _
from usaha.money import format_percent, format_rupiah, round_rupiah
from usaha.month_figures import MonthFigures, cash_bridge, month_entries, month_problems, month_tax
from usaha.periods import month_of
from usaha.rules import find_rule
from usaha.statement_notes import Business
from usaha.statements import make_statements
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.fields import ChoiceField, MonthField, NumberField, PercentField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.rates import rate_line, rates_html
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.statement_pages import files_html, statements_html
from voila_apps.parts.tool import Tool, View

# %%
RATE = find_rule("pph_final_rate", today())
FREE = find_rule("pph_final_exempt_turnover", today())
# The first whole month of these rules; the taxes before it are unknown here.
FIRST = add_months(find_rule("pph_final_turnover_cap", today()).effective_from.replace(day=1), 1)
# The fields of `MonthFigures` under the heading where they are asked, with the example.
MONEY = {
    _("2. Pada awal bulan"): {
        "cash_before": (_("Uang di laci dan rekening pada awal bulan (Rp)"), 6_500_000),
        "receivables_before": (
            _("Piutang (pembeli belum membayar) pada awal bulan (Rp)"),
            1_200_000,
        ),
        "stock_before": (
            _("Stok bahan dan barang, menurut harga belinya, pada awal bulan (Rp)"),
            2_400_000,
        ),
        "payables_before": (_("Utang kepada pemasok pada awal bulan (Rp)"), 900_000),
        "deposits_before": (
            _("Uang muka pembeli untuk barang yang belum diserahkan, pada awal bulan (Rp)"),
            0,
        ),
        "loan_before": (_("Sisa pinjaman bank pada awal bulan (Rp)"), 8_000_000),
        "tax_before": (_("Pajak bulan lalu yang dibayar bulan ini (Rp)"), 0),
        "tools_price": (_("Harga semua alat ketika dibeli (Rp)"), 14_400_000),
        "tools_worn": (
            _("Bagian harga alat yang sudah disusutkan sampai awal bulan (Rp)"),
            3_600_000,
        ),
    },
    _("3. Penjualan dan belanja bulan ini"): {
        "sales": (
            _("Semua penjualan yang sudah diserahkan, juga yang belum dibayar (Rp)"),
            31_500_000,
        ),
        "returns": (_("Retur dan diskon (Rp)"), 500_000),
        "purchases": (
            _("Semua belanja bahan dan barang, juga yang belum dibayar (Rp)"),
            17_300_000,
        ),
    },
    _("4. Biaya yang dibayar bulan ini"): {
        "wages": (_("Upah orang lain; upah Anda sendiri tidak ditulis (Rp)"), 3_000_000),
        "utilities": (_("Listrik, air, dan gas (Rp)"), 850_000),
        "rent": (_("Sewa (Rp)"), 1_000_000),
        "shipping": (_("Ongkos kirim (Rp)"), 420_000),
        "advertising": (_("Iklan (Rp)"), 300_000),
        "marketplace_fees": (_("Potongan lokapasar (Rp)"), 780_000),
        "interest": (_("Bunga pinjaman (Rp)"), 40_000),
        "other_expenses": (_("Biaya usaha lain (Rp)"), 210_000),
    },
    _("5. Alat, modal, dan ambilan bulan ini"): {
        "tools_bought": (_("Alat yang dibeli (Rp)"), 0),
        "paid_in": (_("Uang sendiri yang Anda tambahkan ke usaha (Rp)"), 0),
        "drawings": (_("Uang usaha yang Anda ambil untuk keluarga (Rp)"), 4_500_000),
    },
    _("6. Pada akhir bulan"): {
        "receivables": (_("Piutang (pembeli belum membayar) pada akhir bulan (Rp)"), 2_100_000),
        "stock": (_("Stok bahan dan barang yang tersisa pada akhir bulan (Rp)"), 3_000_000),
        "payables": (_("Utang kepada pemasok pada akhir bulan (Rp)"), 1_400_000),
        "deposits": (
            _("Uang muka pembeli untuk barang yang belum diserahkan, pada akhir bulan (Rp)"),
            600_000,
        ),
        "loan": (_("Sisa pinjaman bank pada akhir bulan (Rp)"), 7_600_000),
        "bank": (_("Dari uang Anda, yang ada di rekening pada akhir bulan (Rp)"), 3_000_000),
    },
}
NAMES = [name for section in MONEY.values() for name in section]


def money_fields(section):
    """Make the fields of one heading."""
    return {name: NumberField(*asked) for name, asked in MONEY[section].items()}


form = Form(
    {
        _("1. Usaha dan bulan"): {
            "usaha": TextField(_("Nama usaha"), "Sate bandeng Bu Encum"),
            "pemilik": TextField(_("Nama pemilik, untuk tanda tangan"), "Encum"),
            "tempat": TextField(_("Tempat usaha"), "Kasemen, Kota Serang"),
            "kegiatan": TextField(_("Yang dibuat atau dijual"), "pembuatan sate bandeng"),
            "bulan": MonthField(
                _("Bulan laporan"),
                format_month(date(2026, 10, 1)),
                first=FIRST,
                last=today().replace(month=12, day=31),
            ),
        },
        **{section: money_fields(section) for section in MONEY},
        _("7. Alat dan pajak"): {
            "tools_life": NumberField(
                _("Alat tahan dipakai (bulan)"), 48, least=1, most=600, whole=True
            ),
            "sold_before": NumberField(
                _("Penjualan sejak Januari sampai bulan lalu (Rp)"), 485_000_000
            ),
            "rate": PercentField(_("Tarif PPh final, dari penjualan (%)"), RATE.number),
            "free": NumberField(_("Penjualan setahun yang bebas PPh final (Rp)"), FREE.number),
        },
        _("8. Periksa dan bawa pulang"): {
            "counted": NumberField(
                _("Uang yang Anda hitung pada akhir bulan (Rp), boleh kosong"),
                8_900_000,
                optional=True,
            ),
            "buatkan": ChoiceField(
                _("Excel dan PDF"), {"": _("Belum perlu"), "ya": _("Buatkan berkasnya")}
            ),
        },
    },
    private=True,  # a month's books never go into a link
)


# %%
def answer_html(values, made, gap):
    """Say profit and money, and what needs care."""
    profit, money = made.income.amount("laba_bersih"), made.position.amount("jumlah_kas")
    change = made.cash_flow.amount("perubahan_kas")
    month, amount = made.periods[0].label, format_rupiah(abs(profit))
    strong = _("{month} Anda untung {amount} sesudah pajak.", month=month, amount=amount)
    if profit < 0:
        strong = _("{month} Anda rugi {amount} sesudah pajak.", month=month, amount=amount)
    moved, there = format_rupiah(abs(change)), format_rupiah(money)
    answer = _("Uang usaha bertambah {moved}, menjadi {money}.", moved=moved, money=there)
    if change < 0:
        answer = _("Uang usaha berkurang {moved}, menjadi {money}.", moved=moved, money=there)
    cares = []
    if money < 0:
        cares.append(
            _(
                "Menurut isian ini uang keluar lebih banyak daripada yang ada. Cari pinjaman, modal, "
                "atau penjualan yang belum ditulis."
            )
        )
    if gap:
        differs = format_rupiah(abs(gap))
        less = _(
            "Uang yang Anda hitung kurang {amount} daripada laporan. "
            "Cari transaksi yang belum ditulis.",
            amount=differs,
        )
        more = _(
            "Uang yang Anda hitung lebih {amount} daripada laporan. "
            "Cari transaksi yang belum ditulis.",
            amount=differs,
        )
        cares.append(less if gap < 0 else more)
    if made.position.amount("jumlah_ekuitas") < 0:
        cares.append(_("Utang usaha lebih besar daripada hartanya. Bicarakan dengan pendamping."))
    if profit > 0 > change:
        cares.append(_("Untung, tetapi uangnya berkurang. Sebabnya tertulis di bawah."))
    short = (
        _("Untung {amount}", amount=amount) if profit >= 0 else _("Rugi {amount}", amount=amount)
    )
    return result_html(
        values["usaha"] or _("Usaha Anda"), answer, strong, cares, short, "cash_before"
    )


def picture_html(made):
    """Show where the sales went, and who owns what there is."""
    income, position = made.income, made.position
    profit = income.amount("laba_bersih")
    other = income.amount("jumlah_beban") - income.amount("hpp")
    equity = position.amount("jumlah_ekuitas")
    left = (
        Bar("profit", _("Untung Anda"), profit) if profit >= 0 else Bar("loss", _("Rugi"), -profit)
    )
    mine = (
        Bar("profit", _("Bagian Anda (ekuitas)"), equity)
        if equity >= 0
        else Bar("loss", _("Utang yang tidak tertutup harta"), -equity)
    )
    sold = income.amount("jumlah_pendapatan")
    went = [
        Bar("goods", _("Harga pokok barang yang terjual"), income.amount("hpp")),
        Bar("other", _("Biaya lain"), other),
        Bar("tax", _("Pajak"), income.amount("pajak")),
        left,
    ]
    owned = [
        Bar("assets", _("Harta usaha (aset)"), max(position.amount("jumlah_aset"), 0)),
        Bar("debts", _("Utang (liabilitas)"), position.amount("jumlah_liabilitas")),
        mine,
    ]
    return svg_bars(
        _("Ke mana penjualan bersih {amount}?", amount=format_rupiah(sold)), went
    ) + svg_bars(_("Harta usaha dan pemiliknya"), owned)


# %%
def sum_of(*parts):
    """Write a sum or a difference in rupiah: `sum_of(900, -200)`."""
    text = " ".join(f"{'−' if part < 0 else '+'} {format_rupiah(abs(part))}" for part in parts)
    return text.removeprefix("+ ")


def steps(figures, made, tax):
    """Work out profit, wear and tax with her own numbers."""
    f, income = figures, made.income
    price = f.tools_price + f.tools_bought
    costs = income.amount("jumlah_beban") - income.amount("hpp")
    return [
        (_("Penjualan bersih"), sum_of(f.sales, -f.returns), format_rupiah(f.sales - f.returns)),
        (
            _("Harga pokok barang yang terjual"),
            _(
                "stok awal {amounts} (belanja, lalu sisa)",
                amounts=sum_of(f.stock_before, f.purchases, -f.stock),
            ),
            format_rupiah(f.cost_of_sales),
        ),
        (
            _("Penyusutan alat sebulan"),
            _(
                "{price} ÷ {months} bulan, tanpa nilai sisa; tidak lebih dari sisa nilai alat",
                price=format_rupiah(price),
                months=f.tools_life,
            ),
            format_rupiah(f.depreciation),
        ),
        (
            _("Biaya lain, juga penyusutan dan bunga"),
            _("semua biaya nomor 4 ditambah penyusutan"),
            format_rupiah(costs),
        ),
        (
            _("Laba sebelum pajak"),
            sum_of(f.sales - f.returns, -f.cost_of_sales, -costs),
            format_rupiah(income.amount("laba_sebelum_pajak")),
        ),
        (
            _("PPh final bulan ini"),
            _("{taxable} di atas batas bebas, kali tarif", taxable=format_rupiah(tax.taxable)),
            format_rupiah(tax.tax),
        ),
        (
            _("Laba sesudah pajak"),
            sum_of(income.amount("laba_sebelum_pajak"), -tax.tax),
            format_rupiah(income.amount("laba_bersih")),
        ),
    ]


def position_steps(made):
    """Hold both sides of the position against each other."""
    position = made.position
    debts, mine = position.amount("jumlah_liabilitas"), position.amount("jumlah_ekuitas")
    return [
        (
            _("Harta (aset)"),
            _("uang, piutang, stok, dan alat"),
            format_rupiah(position.amount("jumlah_aset")),
        ),
        (_("Utang ditambah bagian Anda"), sum_of(debts, mine), format_rupiah(debts + mine)),
    ]


def bridge_html(figures, made, tax):
    """Explain why the profit is not the money."""
    parts = cash_bridge(figures, made.income.amount("laba_bersih"), tax.tax)
    change = made.cash_flow.amount("perubahan_kas")
    rows = [(words, "", format_rupiah(amount)) for words, amount in parts]
    total = (_("Uang bertambah") if change >= 0 else _("Uang berkurang"), _("jumlah semua di atas"))
    return steps_html(
        [*rows, (*total, format_rupiah(change))],
        [_("Laba bukan uang. Piutang, stok, utang, dan ambilan pribadi membuat keduanya berbeda.")],
        _("Mengapa laba tidak sama dengan uang?"),
    )


def sources_html(values, month):
    """Say where the tax figures are from, as they stood in the month of the statements."""
    day = month_of(month).last
    rate, free = find_rule("pph_final_rate", day), find_rule("pph_final_exempt_turnover", day)
    return rates_html(
        [
            rate_line(_("Tarif PPh final"), rate, format_percent(values["rate"])),
            rate_line(
                _("Penjualan setahun yang bebas, bagi orang pribadi"),
                free,
                format_rupiah(values["free"]),
            ),
        ]
    )


NEXT = (
    _("Cocokkan uang di laporan dengan uang yang Anda hitung."),
    _("Unduh PDF, periksa, lalu tanda tangani. Bank biasanya meminta tiga bulan atau lebih."),
    _("Bulan depan: angka akhir bulan ini menjadi angka awal."),
    _("Belum punya catatan? Mulai dari Buku Kas."),
)


# %%
def work(values):
    """Make the statements of the month."""
    amounts = {name: round_rupiah(values[name]) for name in [*NAMES, "sold_before"]}
    figures = MonthFigures(month=values["bulan"], tools_life=int(values["tools_life"]), **amounts)
    problems = month_problems(figures)
    if problems:
        return None, problems
    tax = month_tax(figures, values["rate"], values["free"])
    entries = month_entries(figures, tax.tax)
    made = make_statements(entries, [month_of(figures.month)])
    money = made.position.amount("jumlah_kas")
    if figures.bank > max(money, 0):
        return None, {
            "bank": _(
                "Semua uang Anda menurut isian ini {money}. Yang di rekening tidak dapat lebih besar. "
                "Periksa angka ini dan isian lain.",
                money=format_rupiah(money),
            )
        }
    counted = values["counted"]
    gap = 0 if counted is None else round_rupiah(counted) - money
    # In the files as in Indonesia, whatever the page speaks.
    name = values["usaha"] or N_("Usaha Anda")
    business = Business(name, values["pemilik"], values["tempat"], values["kegiatan"])
    files = files_html(made, entries, business) if values["buatkan"] else ""
    return View(
        answer_html(values, made, gap),
        picture_html(made),
        steps_html([*steps(figures, made, tax), *position_steps(made)])
        + bridge_html(figures, made, tax)
        + statements_html(made)
        + files
        + sources_html(values, figures.month)
        + next_html(NEXT, _("Laporan SAK EMKM"), "pembukuan/06_laporan"),
    ), {}


# %%
tool = Tool(form, work)
display(tool.page())
