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
#   title: Pemeriksa Iklan
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/pemasaran/04_corong_iklan.html">
# &larr; Pelajaran: Dari Dilihat sampai Dibeli</a></nav>
#
# # Pemeriksa Iklan
#
# Apakah iklan Anda untung, dan di tahap mana pembeli pergi? Buka laporan satu iklan di aplikasi
# penjual, lalu ganti angka contoh dengan angka Anda.

# %%
from IPython.display import display

from usaha import adverts_report as report
from usaha.adverts import EXAMPLE, Advert, check_advert
from usaha.bars import Bar
from usaha.language import _
from usaha.money import format_rupiah, round_rupiah
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.fields import NumberField, PercentField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.tool import Tool, View


# %%
def number(name, label):
    """Make the field of one figure of the advertisement."""
    return NumberField(label, getattr(EXAMPLE, name))


USUAL = {
    "usual_clicks": _("Biasanya, dari yang melihat, yang mengeklik (%)"),
    "usual_carts": _("Biasanya, dari yang mengeklik, yang memasukkan ke keranjang (%)"),
    "usual_orders": _("Biasanya, dari keranjang, yang memesan (%)"),
    "usual_completed": _("Biasanya, dari pesanan, yang selesai (%)"),
}
form = Form(
    {
        _("1. Laporan iklan"): {
            "product": TextField(
                _("Nama iklan atau barang"),
                "Selendang tenun Ibu Sarci, Leuwidamar",
                fallback=_("Iklan Anda"),
            ),
            "cost": number("cost", _("Biaya iklan (Rp)")),
            "impressions": number("impressions", _("Iklan dilihat, disebut juga tayangan (kali)")),
            "clicks": number("clicks", _("Iklan diklik (kali)")),
            "carts": number("carts", _("Masuk keranjang (kali)")),
            "orders": number("orders", _("Pesanan dari iklan, semuanya")),
        },
        _("2. Yang benar-benar jadi"): {
            "completed": number(
                "completed", _("Pesanan yang selesai, tanpa yang batal dan kembali")
            ),
            "sales": number("sales", _("Omzet dari pesanan yang selesai (Rp)")),
            "new_customers": number(
                "new_customers", _("Di antaranya pembeli yang baru pertama kali")
            ),
        },
        _("3. Satu barang"): {
            "price": number("price", _("Harga jual satu barang (Rp)")),
            "variable_cost": number(
                "variable_cost",
                _("HPP, kardus, dan semua potongan lokapasar untuk satu barang (Rp)"),
            ),
        },
        _("4. Angka toko Anda biasanya"): {
            name: PercentField(label, share)
            for (name, label), share in zip(USUAL.items(), EXAMPLE.usual, strict=True)
        },
    }
)


# %%
def work(values):
    """Make the view of these values, or say which of them to mend."""
    figures = {name: value for name, value in values.items() if name in Advert.__annotations__}
    advert = Advert(**figures, usual=tuple(values[name] for name in USUAL))
    checked, problems = check_advert(advert)
    if checked is None:
        return None, dict(problems)
    return View(
        answer_html(values["product"], advert, checked),
        money_html(checked) + stages_html(checked),
        rest_html(advert, checked),
    ), {}


def answer_html(product, advert, checked):
    """Say whether the advertisement paid, and where people leave."""
    outcome, distance = report.result_sentences(checked)
    weakest, _help = report.weakest_sentences(checked)
    care = filter(None, (weakest, *report.cautions(advert, checked)))
    answer = f"{outcome} {distance}"
    return result_html(product, answer, report.decision(checked), care, outcome, first="product")


def money_html(checked):
    """Show what Rp1.000 of advertising brings beside what it must bring."""
    key = "profit" if checked.pays else "loss"
    bars = [Bar(key, _("Sekarang"), round_rupiah(1000 * checked.roas))]
    if checked.break_even is not None:
        bars.append(Bar("even", _("Supaya impas"), round_rupiah(1000 * checked.break_even)))
    return svg_bars(_("Omzet dari tiap {spent} iklan", spent=format_rupiah(1000)), bars)


def stages_html(checked):
    """Show each stage as a share of what is usual, red where it is far below."""
    bars = [
        Bar(
            "loss" if (stage.strength or 0) < report.NEAR_USUAL else "profit",
            f"{report.STAGES[stage.name].name}: {report.stage_words(stage)}",
            round(100 * (stage.strength or 0)),
        )
        for stage in checked.stages
    ]
    return svg_bars(
        _("Empat tahap dibandingkan dengan biasanya"),
        bars,
        lambda share: _("({share}% dari biasanya)", share=share),
    )


def rest_html(advert, checked):
    """Write the calculation down and say what to do next."""
    notes = (
        _("Marjin kontribusi adalah bagian harga yang tersisa sesudah HPP, kardus, dan potongan."),
        _("ROAS adalah omzet untuk tiap rupiah iklan. ROAS impas tepat menutup biayanya."),
        _("Persen ditulis bulat; hitungannya memakai angka lengkap."),
        _(
            "Angka di bagian 4 adalah contoh kelas, bukan patokan umum. "
            "Ganti dengan catatan toko Anda dari pekan-pekan sebelumnya."
        ),
    )
    return steps_html(report.steps(advert, checked), notes) + next_html(
        report.next_steps(checked), _("Dari Dilihat sampai Dibeli"), "pemasaran/04_corong_iklan"
    )


# %%
tool = Tool(form, work)
display(tool.page())
