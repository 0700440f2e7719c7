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
from IPython.display import display

from usaha.bars import Bar
from usaha.dates import add_months, today
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
    "2. Pada awal bulan": {
        "cash_before": ("Uang di laci dan rekening pada awal bulan (Rp)", "6.500.000"),
        "receivables_before": (
            "Piutang (pembeli belum membayar) pada awal bulan (Rp)",
            "1.200.000",
        ),
        "stock_before": (
            "Stok bahan dan barang, menurut harga belinya, pada awal bulan (Rp)",
            "2.400.000",
        ),
        "payables_before": ("Utang kepada pemasok pada awal bulan (Rp)", "900.000"),
        "deposits_before": (
            "Uang muka pembeli untuk barang yang belum diserahkan, pada awal bulan (Rp)",
            "0",
        ),
        "loan_before": ("Sisa pinjaman bank pada awal bulan (Rp)", "8.000.000"),
        "tax_before": ("Pajak bulan lalu yang dibayar bulan ini (Rp)", "0"),
        "tools_price": ("Harga semua alat ketika dibeli (Rp)", "14.400.000"),
        "tools_worn": (
            "Bagian harga alat yang sudah disusutkan sampai awal bulan (Rp)",
            "3.600.000",
        ),
    },
    "3. Penjualan dan belanja bulan ini": {
        "sales": (
            "Semua penjualan yang sudah diserahkan, juga yang belum dibayar (Rp)",
            "31.500.000",
        ),
        "returns": ("Retur dan diskon (Rp)", "500.000"),
        "purchases": ("Semua belanja bahan dan barang, juga yang belum dibayar (Rp)", "17.300.000"),
    },
    "4. Biaya yang dibayar bulan ini": {
        "wages": ("Upah orang lain; upah Anda sendiri tidak ditulis (Rp)", "3.000.000"),
        "utilities": ("Listrik, air, dan gas (Rp)", "850.000"),
        "rent": ("Sewa (Rp)", "1.000.000"),
        "shipping": ("Ongkos kirim (Rp)", "420.000"),
        "advertising": ("Iklan (Rp)", "300.000"),
        "marketplace_fees": ("Potongan lokapasar (Rp)", "780.000"),
        "interest": ("Bunga pinjaman (Rp)", "40.000"),
        "other_expenses": ("Biaya usaha lain (Rp)", "210.000"),
    },
    "5. Alat, modal, dan ambilan bulan ini": {
        "tools_bought": ("Alat yang dibeli (Rp)", "0"),
        "paid_in": ("Uang sendiri yang Anda tambahkan ke usaha (Rp)", "0"),
        "drawings": ("Uang usaha yang Anda ambil untuk keluarga (Rp)", "4.500.000"),
    },
    "6. Pada akhir bulan": {
        "receivables": ("Piutang (pembeli belum membayar) pada akhir bulan (Rp)", "2.100.000"),
        "stock": ("Stok bahan dan barang yang tersisa pada akhir bulan (Rp)", "3.000.000"),
        "payables": ("Utang kepada pemasok pada akhir bulan (Rp)", "1.400.000"),
        "deposits": (
            "Uang muka pembeli untuk barang yang belum diserahkan, pada akhir bulan (Rp)",
            "600.000",
        ),
        "loan": ("Sisa pinjaman bank pada akhir bulan (Rp)", "7.600.000"),
        "bank": ("Dari uang Anda, yang ada di rekening pada akhir bulan (Rp)", "3.000.000"),
    },
}
NAMES = [name for section in MONEY.values() for name in section]


def money_fields(section):
    """Make the fields of one heading."""
    return {name: NumberField(*asked) for name, asked in MONEY[section].items()}


form = Form(
    {
        "1. Usaha dan bulan": {
            "usaha": TextField("Nama usaha", "Sate bandeng Bu Encum", fallback="Usaha Anda"),
            "pemilik": TextField("Nama pemilik, untuk tanda tangan", "Encum"),
            "tempat": TextField("Tempat usaha", "Kasemen, Kota Serang"),
            "kegiatan": TextField("Yang dibuat atau dijual", "pembuatan sate bandeng"),
            "bulan": MonthField(
                "Bulan laporan", "Oktober 2026", first=FIRST, last=today().replace(month=12, day=31)
            ),
        },
        **{section: money_fields(section) for section in MONEY},
        "7. Alat dan pajak": {
            "tools_life": NumberField(
                "Alat tahan dipakai (bulan)", "48", least=1, most=600, whole=True
            ),
            "sold_before": NumberField(
                "Penjualan sejak Januari sampai bulan lalu (Rp)", "485.000.000"
            ),
            "rate": PercentField("Tarif PPh final, dari penjualan (%)", RATE.number),
            "free": NumberField("Penjualan setahun yang bebas PPh final (Rp)", FREE.number),
        },
        "8. Periksa dan bawa pulang": {
            "counted": NumberField(
                "Uang yang Anda hitung pada akhir bulan (Rp), boleh kosong",
                "8.900.000",
                optional=True,
            ),
            "buatkan": ChoiceField("Excel dan PDF", {"": "Belum perlu", "ya": "Buatkan berkasnya"}),
        },
    },
    private=True,  # a month's books never go into a link
)


# %%
def answer_html(values, made, gap):
    """Say profit and money, and what needs care."""
    profit, money = made.income.amount("laba_bersih"), made.position.amount("jumlah_kas")
    change = made.cash_flow.amount("perubahan_kas")
    word = "untung" if profit >= 0 else "rugi"
    month = made.periods[0].label
    strong = f"{month} Anda {word} {format_rupiah(abs(profit))} sesudah pajak."
    moved = "bertambah" if change >= 0 else "berkurang"
    answer = f"Uang usaha {moved} {format_rupiah(abs(change))}, menjadi {format_rupiah(money)}."
    cares = []
    if money < 0:
        cares.append(
            "Menurut isian ini uang keluar lebih banyak daripada yang ada. Cari pinjaman, modal, "
            "atau penjualan yang belum ditulis."
        )
    if gap:
        side = "kurang" if gap < 0 else "lebih"
        cares.append(
            f"Uang yang Anda hitung {side} {format_rupiah(abs(gap))} daripada laporan. "
            "Cari transaksi yang belum ditulis."
        )
    if made.position.amount("jumlah_ekuitas") < 0:
        cares.append("Utang usaha lebih besar daripada hartanya. Bicarakan dengan pendamping.")
    if profit > 0 > change:
        cares.append("Untung, tetapi uangnya berkurang. Sebabnya tertulis di bawah.")
    short = f"{'Untung' if profit >= 0 else 'Rugi'} {format_rupiah(abs(profit))}"
    return result_html(values["usaha"], answer, strong, cares, short, "cash_before")


def picture_html(made):
    """Show where the sales went, and who owns what there is."""
    income, position = made.income, made.position
    profit = income.amount("laba_bersih")
    other = income.amount("jumlah_beban") - income.amount("hpp")
    equity = position.amount("jumlah_ekuitas")
    left = Bar("profit", "Untung Anda", profit) if profit >= 0 else Bar("loss", "Rugi", -profit)
    mine = (
        Bar("profit", "Bagian Anda (ekuitas)", equity)
        if equity >= 0
        else Bar("loss", "Utang yang tidak tertutup harta", -equity)
    )
    sold = income.amount("jumlah_pendapatan")
    went = [
        Bar("goods", "Harga pokok barang yang terjual", income.amount("hpp")),
        Bar("other", "Biaya lain", other),
        Bar("tax", "Pajak", income.amount("pajak")),
        left,
    ]
    owned = [
        Bar("assets", "Harta usaha (aset)", max(position.amount("jumlah_aset"), 0)),
        Bar("debts", "Utang (liabilitas)", position.amount("jumlah_liabilitas")),
        mine,
    ]
    return svg_bars(f"Ke mana penjualan bersih {format_rupiah(sold)}?", went) + svg_bars(
        "Harta usaha dan pemiliknya", owned
    )


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
        ("Penjualan bersih", sum_of(f.sales, -f.returns), format_rupiah(f.sales - f.returns)),
        (
            "Harga pokok barang yang terjual",
            f"stok awal {sum_of(f.stock_before, f.purchases, -f.stock)} (belanja, lalu sisa)",
            format_rupiah(f.cost_of_sales),
        ),
        (
            "Penyusutan alat sebulan",
            f"{format_rupiah(price)} ÷ {f.tools_life} bulan, tanpa nilai sisa; tidak lebih dari "
            "sisa nilai alat",
            format_rupiah(f.depreciation),
        ),
        (
            "Biaya lain, juga penyusutan dan bunga",
            "semua biaya nomor 4 ditambah penyusutan",
            format_rupiah(costs),
        ),
        (
            "Laba sebelum pajak",
            sum_of(f.sales - f.returns, -f.cost_of_sales, -costs),
            format_rupiah(income.amount("laba_sebelum_pajak")),
        ),
        (
            "PPh final bulan ini",
            f"{format_rupiah(tax.taxable)} di atas batas bebas, kali tarif",
            format_rupiah(tax.tax),
        ),
        (
            "Laba sesudah pajak",
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
            "Harta (aset)",
            "uang, piutang, stok, dan alat",
            format_rupiah(position.amount("jumlah_aset")),
        ),
        ("Utang ditambah bagian Anda", sum_of(debts, mine), format_rupiah(debts + mine)),
    ]


def bridge_html(figures, made, tax):
    """Explain why the profit is not the money."""
    parts = cash_bridge(figures, made.income.amount("laba_bersih"), tax.tax)
    change = made.cash_flow.amount("perubahan_kas")
    rows = [(words, "", format_rupiah(amount)) for words, amount in parts]
    total = ("Uang bertambah" if change >= 0 else "Uang berkurang", "jumlah semua di atas")
    return steps_html(
        [*rows, (*total, format_rupiah(change))],
        ["Laba bukan uang. Piutang, stok, utang, dan ambilan pribadi membuat keduanya berbeda."],
        "Mengapa laba tidak sama dengan uang?",
    )


def sources_html(values, month):
    """Say where the tax figures are from, as they stood in the month of the statements."""
    day = month_of(month).last
    rate, free = find_rule("pph_final_rate", day), find_rule("pph_final_exempt_turnover", day)
    return rates_html(
        [
            rate_line("Tarif PPh final", rate, format_percent(values["rate"])),
            rate_line(
                "Penjualan setahun yang bebas, bagi orang pribadi",
                free,
                format_rupiah(values["free"]),
            ),
        ]
    )


NEXT = (
    "Cocokkan uang di laporan dengan uang yang Anda hitung.",
    "Unduh PDF, periksa, lalu tanda tangani. Bank biasanya meminta tiga bulan atau lebih.",
    "Bulan depan: angka akhir bulan ini menjadi angka awal.",
    "Belum punya catatan? Mulai dari Buku Kas.",
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
            "bank": f"Semua uang Anda menurut isian ini {format_rupiah(money)}. Yang di rekening "
            "tidak dapat lebih besar. Periksa angka ini dan isian lain."
        }
    counted = values["counted"]
    gap = 0 if counted is None else round_rupiah(counted) - money
    business = Business(values["usaha"], values["pemilik"], values["tempat"], values["kegiatan"])
    files = files_html(made, entries, business) if values["buatkan"] else ""
    return View(
        answer_html(values, made, gap),
        picture_html(made),
        steps_html([*steps(figures, made, tax), *position_steps(made)])
        + bridge_html(figures, made, tax)
        + statements_html(made)
        + files
        + sources_html(values, figures.month)
        + next_html(NEXT, "Laporan SAK EMKM", "pembukuan/06_laporan"),
    ), {}


# %%
tool = Tool(form, work)
display(tool.page())
