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
#   title: Buku Kas
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/pembukuan/02_buku_kas.html">
# &larr; Pelajaran: Buku Kas Harian</a></nav>
#
# # Buku Kas
#
# Berapa uang usaha Anda sekarang, dan untung atau rugi? Ganti catatan contoh dengan catatan Anda.

# %%
from html import escape

from IPython.display import display

from usaha.accounts import account
from usaha.bars import Bar
from usaha.book_errors import explain_difference
from usaha.book_report import report_book
from usaha.cash_book import CashLine, meant_kind
from usaha.dates import format_date
from usaha.importers import Limits, read_cash_book
from usaha.language import N_, _
from usaha.money import format_rupiah, round_rupiah
from usaha.statement_notes import Business
from usaha.written_book import read_written_book
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.fields import AreaField, ChoiceField, MonthField, NumberField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.statement_pages import files_html, folded_html, statements_html
from voila_apps.parts.tool import Tool, View
from voila_apps.parts.uploads import MB, UploadField

# %%
EXAMPLE = _("""\
2/11 masuk jual tunai 425.000
2/11 keluar beli beras ketan dan gula 310.000
3/11 masuk jual lewat QRIS 180.000
4/11 keluar upah bungkus 60.000
5/11 masuk jual tunai 390.000
6/11 keluar plastik kemasan 75.000
7/11 keluar ambil pribadi 100.000
9/11 masuk dp pesanan hajatan 200.000
10/11 masuk jual tunai 415.000
11/11 keluar token listrik dan gas 92.000
12/11 keluar beli minyak dan gula 185.000
14/11 masuk jual tunai 510.000""")
LIMITS = Limits(bytes=5 * MB, rows=5_000, seconds=10)  # more comes month by month
SHOWN = 200  # lines on the page
CARES = 4  # sentences above the chart; all of them stand below

form = Form(
    {
        _("1. Usaha dan bulan"): {
            "usaha": TextField(_("Nama usaha"), "Kue gipang Bu Yati, Cilegon"),
            "bulan": MonthField(_("Bulan buku ini"), "November 2026"),
            "awal": NumberField(_("Uang di laci dan rekening sebelum baris pertama (Rp)"), 500_000),
        },
        _("2. Catatan uang"): {
            "sumber": ChoiceField(
                _("Catatan yang dihitung"),
                {
                    "berkas": _("Berkas saya, jika sudah diunggah"),
                    "tulisan": _("Yang saya tulis di bawah"),
                },
            ),
            "catatan": AreaField(
                _("Satu baris untuk satu kejadian: tanggal, masuk atau keluar, untuk apa, jumlah"),
                EXAMPLE,
            ),
            "berkas": UploadField(_("Unggah CSV atau Excel (.xlsx)"), ".csv,.xlsx,.html"),
        },
        _("3. Yang Anda hitung sendiri"): {
            "laci": NumberField(
                _("Uang di laci dan rekening sekarang (Rp), boleh kosong"), 1_798_000, optional=True
            ),
            "stok_awal": NumberField(_("Bahan dan barang sebelum baris pertama (Rp)"), 150_000),
            "stok_akhir": NumberField(
                _("Bahan dan barang yang tersisa sekarang (Rp), boleh kosong"),
                220_000,
                optional=True,
            ),
        },
        _("4. Bawa pulang"): {
            "buatkan": ChoiceField(
                _("Excel dan PDF"), {"": _("Belum perlu"), "ya": _("Buatkan berkasnya")}
            ),
        },
    },
    private=True,  # a cash book never goes into a link
)


# %%
def read_lines(values):
    """Read the book: its lines, what to look at in it, and what to mend before anything else."""
    if values["sumber"] == "tulisan" or values["berkas"] is None:
        lines, found = read_written_book(values["catatan"], values["bulan"])
        said = [problem.message for problem in found]
        empty = _('Tulis paling sedikit satu baris, misalnya "2/11 masuk jual tunai 150.000".')
        return lines, said, {} if lines else {"catatan": (said or [empty])[0]}
    book, found = read_cash_book(values["berkas"], LIMITS)
    said = [str(problem) for problem in found]
    if book is None or not book.lines:
        return (), said, {"berkas": said[0]}
    return book.lines, said, {}


def money_sentence(values, report):
    """Say how much there should be, and of which book where it is a file."""
    money = format_rupiah(report.money)
    if values["sumber"] == "tulisan" or values["berkas"] is None:
        return _("Uang usaha Anda menurut buku {money}.", money=money)
    name = form.fields["berkas"].filename
    return _("Dari berkas {name}: uang usaha Anda menurut buku {money}.", name=name, money=money)


# %%
def outcome(report):
    """Say what the period left."""
    period, amount = report.period.label, format_rupiah(abs(report.profit))
    if report.profit == 0:
        return _("Selama {period} Anda tidak untung dan tidak rugi.", period=period)
    if report.profit > 0:
        return _("Selama {period} Anda untung {amount}.", period=period, amount=amount)
    return _("Selama {period} Anda rugi {amount}.", period=period, amount=amount)


def counted_sentences(report, counted):
    """Hold the money that she counted against the book."""
    if counted is None:
        return [_("Hitung uang di laci dan rekening, lalu isi di nomor 3 untuk mencocokkannya.")]
    gap = counted - report.money
    if not gap:
        return []
    amount = format_rupiah(abs(gap))
    first = _("Uang yang Anda hitung lebih {amount} daripada buku.", amount=amount)
    if gap < 0:
        first = _("Uang yang Anda hitung kurang {amount} daripada buku.", amount=amount)
    found = explain_difference(report.lines, report.money, counted)[:3]
    return [first, *(problem.message for problem in found)]


def answer_html(values, report, said):
    """Say how much money there is and what was earned, with what needs care."""
    laci = values["laci"]
    gap = counted_sentences(report, None if laci is None else round_rupiah(laci))
    answer = money_sentence(values, report)
    if laci is not None and not gap:
        answer += " " + _("Cocok dengan yang Anda hitung.")
    cares = [*gap, *said]
    if len(cares) > CARES:
        more = _("Masih ada {count} catatan lagi, di bawah.", count=len(cares) - CARES)
        cares = [*cares[:CARES], more]
    short = _("Uang {money}", money=format_rupiah(report.money)) + f" · {outcome(report)}"
    return result_html(
        values["usaha"] or _("Usaha Anda"),
        answer,
        outcome(report),
        cares,
        short,
        "catatan",
        _("Isi catatan saya"),
    )


def money_bars(title, amounts):
    """Draw for what money moved, the largest first."""
    parts = sorted(amounts.items(), key=lambda part: -part[1])
    bars = [Bar(str(code), _(account(code).name), rupiah) for code, rupiah in parts if rupiah]
    return svg_bars(title, bars) if bars else ""


def listed(amounts):
    """Write amounts as a sum: `Penjualan Rp1.920.000 + Uang muka pelanggan Rp200.000`."""
    parts = [f"{_(account(code).name)} {format_rupiah(rupiah)}" for code, rupiah in amounts.items()]
    return " + ".join(parts) or _("tidak ada")


# %%
def steps(report, stock, left):
    """Work out money and profit step by step."""
    income = report.statements.income
    before, into, out = report.money_before, report.money_in, report.money_out
    sold, other = income.amount("hpp"), income.amount("jumlah_beban") + income.amount("pajak")
    earned, other = income.amount("jumlah_pendapatan"), other - sold
    moved = f"{format_rupiah(before)} + {format_rupiah(sum(into.values()))}"
    bought = sold + (left or 0) - stock
    goods = _("belum ada: isi atau periksa bahan dan barang di nomor 3")
    if sold and left is not None:
        goods = _(
            "stok awal {stock} + belanja {bought} − sisa {left}",
            stock=format_rupiah(stock),
            bought=format_rupiah(bought),
            left=format_rupiah(left),
        )
    gained = f"{format_rupiah(earned)} − {format_rupiah(sold)} − {format_rupiah(other)}"
    return [
        (_("Uang sebelum baris pertama"), _("dari isian Anda"), format_rupiah(before)),
        (_("Semua uang masuk"), listed(into), format_rupiah(sum(into.values()))),
        (_("Semua uang keluar"), listed(out), format_rupiah(sum(out.values()))),
        (
            _("Uang menurut buku"),
            f"{moved} − {format_rupiah(sum(out.values()))}",
            format_rupiah(report.money),
        ),
        (
            _("Pendapatan"),
            _("penjualan, juga yang belum dibayar, dan pendapatan lain"),
            format_rupiah(earned),
        ),
        (_("Harga pokok barang yang terjual"), goods, format_rupiah(sold)),
        (_("Biaya usaha lain"), _("upah, listrik, dan lain-lain"), format_rupiah(other)),
        (
            _("Untung") if report.profit >= 0 else _("Rugi"),
            gained,
            format_rupiah(abs(report.profit)),
        ),
    ]


NOTES = (
    _(
        "Pinjaman dan uang muka bukan untung: keduanya utang. Ambilan pribadi bukan biaya: uang itu "
        "mengurangi modal Anda."
    ),
)


def line_html(line: CashLine):
    """Show a line as it was read."""
    kind = meant_kind(line.words, line.category, "masuk" if line.money_in else "keluar")
    label = _(kind.label) if kind else _("belum dikenali")
    amount = f"+{format_rupiah(line.money_in)}" if line.money_in else format_rupiah(-line.money_out)
    words = escape(" ".join(line.words.split())[:120]) or _("tanpa keterangan")
    return (
        f"<li><span>{format_date(line.day)}: {words}<br><small>{escape(label)}</small></span>"
        f"<b>{amount}</b></li>"
    )


def book_html(report, said):
    """Show the lines as they were read, and everything that needs a look."""
    lines = "".join(line_html(line) for line in report.lines[:SHOWN])
    more = len(report.lines) - SHOWN
    hidden = _("Dan {more} baris lagi; semuanya ikut dihitung.", more=more)
    rest = f"<p>{hidden}</p>" if more > 0 else ""
    looks = "".join(f"<li>{escape(sentence)}</li>" for sentence in said[:SHOWN])
    checks = (
        folded_html(_("Yang perlu diperiksa: {count}", count=len(said)), f"<ul>{looks}</ul>")
        if said
        else ""
    )
    inside = f"<ol>{lines}</ol>{rest}"
    title = _("Begini {count} baris buku Anda dibaca", count=len(report.lines))
    return f'<section class="hitungan">{checks}{folded_html(title, inside)}</section>'


NEXT = (
    _("Tulis setiap hari, pada hari itu juga. Satu kejadian satu baris."),
    _("Sabtu sore hitung uang di laci, lalu cocokkan dengan buku."),
    _("Akhir bulan hitung sisa bahan dan barang, lalu buat berkas Excel dan PDF untuk disimpan."),
    _(
        "Catatan Anda tidak kami simpan. Berkas yang Anda unggah hanya ada selama halaman ini dibuka."
    ),
)


def work(values):
    """Make the page of a book that can be read."""
    lines, said, problems = read_lines(values)
    if problems:
        return None, problems
    left = None if values["stok_akhir"] is None else round_rupiah(values["stok_akhir"])
    stock = round_rupiah(values["stok_awal"])
    report = report_book(lines, round_rupiah(values["awal"]), stock, left)
    said = [*said, *(problem.message for problem in report.problems)]
    business = Business(values["usaha"] or N_("Usaha Anda"))  # in the files as in Indonesia
    files = files_html(report.statements, report.entries, business) if values["buatkan"] else ""
    return View(
        answer_html(values, report, said),
        money_bars(_("Uang masuk dari mana?"), report.money_in)
        + money_bars(_("Uang keluar untuk apa?"), report.money_out),
        steps_html(steps(report, stock, left), NOTES)
        + book_html(report, said)
        + statements_html(report.statements)
        + files
        + next_html(NEXT, _("Buku Kas Harian"), "pembukuan/02_buku_kas"),
    ), {}


# %%
tool = Tool(form, work)
display(tool.page())
