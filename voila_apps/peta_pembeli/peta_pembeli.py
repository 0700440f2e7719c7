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
#   title: Peta Pembeli
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/pemasaran/01_mengenal_pembeli.html">
# &larr; Pelajaran: Mengenal Pembeli</a></nav>
#
# # Peta Pembeli
#
# Dari mana pembeli Anda, kapan memesan, dan berapa yang batal? Yang terlihat adalah toko contoh.
# Unggah daftar pesanan Anda di bawah.

# %%
from functools import cache
from html import escape

from IPython.display import display

from usaha import order_map_report as report
from usaha.bars import Bar
from usaha.importers import read_orders
from usaha.language import _
from usaha.order_map import map_orders
from usaha.order_map_sheet import summary_csv
from usaha.shops import make_shop
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.count_chart import count_chart
from voila_apps.parts.downloads import CSV, download_html
from voila_apps.parts.form import Form
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.tool import Tool, View
from voila_apps.parts.uploads import UploadField

# %%
MOST_BARS = 8  # the eight districts of Banten; what is left becomes one bar
MOST_MONTHS = 36
MOST_PROBLEMS = 5  # sentences about the file; the rest is counted
HOW = (
    _(
        "Lokapasar adalah pasar di internet, seperti Shopee, Tokopedia, atau TikTok Shop. Di sana buka "
        "Seller Centre (pusat penjual), lalu Pesanan Saya, lalu pilih Download atau Export."
    ),
    _(
        "Berkas Anda tidak disimpan. Isinya hilang saat halaman ditutup. Nama, alamat, dan nomor telepon "
        "pembeli tidak dibaca."
    ),
)
upload = UploadField(_("Unggah daftar pesanan (CSV atau Excel)"), ".csv,.xlsx,.xls", hints=HOW)
form = Form({_("Daftar pesanan Anda"): {"file": upload}})


# %%
def work(values):
    """Make the view of her file, or of the sample shop while there is none."""
    if values["file"] is None:
        return sample(), {}
    file, problems = read_orders(values["file"])
    if file is None or not file.orders:
        return None, {"file": str(problems[0])}
    return view(_("Berkas {name}", name=upload.filename), map_orders(file.orders), problems), {}


@cache
def sample():
    """Make the view of the sample shop."""
    shop = make_shop("kuliner", "contoh")
    return view(_("Contoh: {shop}", shop="Dapur Bu Neneng, Cilegon"), map_orders(shop.orders), ())


def view(title, found, problems):
    """Put everything that is known of some orders on the page."""
    period = report.period_words(found)
    cancelled = [report.cancelled_sentence(found)] if found.everything.cancelled else []
    answer = result_html(
        f"{title}. {period}" if period else title,
        report.result_sentence(found),
        cares=(*cancelled, *report.cautions(found)),
    )
    rest = (
        times_html(found)
        + groups_html(_("Cara membayar, semua pesanan"), found.payments, found, "orders")
        + said(report.cod_sentence(found))
        + reasons_html(found)
        + steps_html(report.steps(found), notes(found, problems))
        + taken_home(found)
        + next_html(
            report.next_steps(found), _("Mengenal Pembeli"), "pemasaran/01_mengenal_pembeli"
        )
    )
    places = groups_html(_("Dari mana, pesanan yang selesai"), found.places, found, "completed")
    return View(answer, places, rest)


# %%
def said(sentence):
    """Put a sentence below a picture."""
    return f"<p>{escape(sentence)}</p>" if sentence else ""


def groups_html(title, groups, found, count):
    """Show the largest groups, each with its share, and all others as one."""
    whole = getattr(found.everything, count)
    counts = [(group.name, getattr(group, count)) for group in groups]
    return counts_html(title, [pair for pair in counts if pair[1]], whole)


def counts_html(title, counts, whole):
    """Show counts as bars, each with its share of the whole."""
    bars = [Bar("", name, number) for name, number in counts[:MOST_BARS]]
    if others := sum(number for _name, number in counts[MOST_BARS:]):
        bars.append(Bar("", _("Yang lain"), others))
    return svg_bars(title, bars, lambda number: report.count_words(number, whole)) if bars else ""


def times_html(found):
    """Show the months, the days of the week and the hours."""
    if not found.period:
        return ""
    hours = [(report.clock(hour), count) for hour, count in enumerate(found.hours)]
    months = found.months[-MOST_MONTHS:]
    title = _("Pesanan tiap bulan")
    if months != found.months:
        title = _("Pesanan tiap bulan, {count} bulan terakhir", count=MOST_MONTHS)
    by_month = count_chart(title, months, lambda name: f"{name[:3]} {name[-4:]}")
    return (
        (by_month if len(months) > 1 else "")
        + count_chart(_("Pesanan menurut hari"), found.weekdays, lambda name: name[:3])
        + count_chart(_("Pesanan menurut jam"), hours, lambda name: name[:2])
        + said(report.time_sentence(found))
    )


def reasons_html(found):
    """Show why orders were cancelled."""
    return counts_html(_("Mengapa batal"), found.reasons, found.everything.cancelled)


def notes(found, problems):
    """Say what an order is worth, and what of her file could not be read."""
    if average := report.average_sentence(found):
        yield average
    yield from map(str, problems[:MOST_PROBLEMS])
    if (more := len(problems) - MOST_PROBLEMS) > 0:
        yield _("Masih ada {more} hal lain yang belum terbaca.", more=more)


def taken_home(found):
    """Offer the counts as a table."""
    data = summary_csv(found).encode("utf-8-sig")
    link = download_html("peta-pembeli.csv", CSV, data, _("Unduh tabelnya untuk Excel"))
    return f'<section class="unduhan"><h2>{_("Bawa pulang")}</h2><p>{link}</p></section>'


# %%
tool = Tool(form, work)
display(tool.page())
