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
#   title: Kalkulator HPP
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/pembukuan/03_hpp.html">
# &larr; Pelajaran: Menghitung HPP</a></nav>
#
# # Kalkulator HPP
#
# Berapa biaya membuat dagangan Anda, dan berapa untungnya? Ganti angka contoh dengan angka Anda.

# %%
from dataclasses import fields
from decimal import Decimal
from html import escape
from typing import NamedTuple

import ipywidgets as widgets
from IPython.display import display

from usaha import costing_report as report
from usaha.bars import Bar, html_bars
from usaha.costing import EXAMPLE, LIMIT, Batch, cost_batch
from usaha.language import _
from usaha.money import format_number, format_rupiah, read_number
from voila_apps.parts.actions import actions
from voila_apps.parts.sentences import next_html


# %%
class Field(NamedTuple):
    """One number to fill in: its label, and a slider's end and step where it has one."""

    label: str
    slider: tuple[float, float] | None = None


# {unit} and {pack} become the words that she chooses for her own goods.
SECTIONS = {
    _("1. Bahan untuk sekali membuat"): {
        "material_quantity": Field(_("Bahan utama yang dipakai (kg, liter, atau buah)")),
        "material_price": Field(_("Harga bahan utama, per kg, liter, atau buah (Rp)")),
        "other_materials": Field(_("Semua bahan lain, seperti bumbu dan minyak (Rp)")),
    },
    _("2. Tenaga"): {
        "own_hours": Field(_("Anda dan keluarga bekerja (jam)"), (24, 0.5)),
        "own_hourly_wage": Field(_("Upah yang wajar untuk Anda, per jam (Rp)"), (30_000, 500)),
        "piece_quantity": Field(_("Dikerjakan orang lain dengan upah borongan ({unit})")),
        "piece_wage": Field(_("Upah borongan per {unit} (Rp)")),
    },
    _("3. Biaya lain"): {
        "utilities": Field(_("Gas, listrik, dan air untuk sekali membuat (Rp)")),
        "tool_price": Field(_("Harga semua alat (Rp)")),
        "tool_life_months": Field(_("Alat tahan dipakai (bulan)")),
        "batches_per_month": Field(_("Berapa kali membuat dalam sebulan")),
    },
    _("4. Hasil sekali membuat"): {
        "output": Field(_("Hasil yang jadi ({unit})")),
        "spoiled": Field(_("Di antaranya rusak, tidak dapat dijual ({unit})"), (5, 0.1)),
        "pack_size": Field(_("Isi satu {pack} ({unit})")),
        "packaging_per_pack": Field(_("Kemasan satu {pack} (Rp)")),
    },
    _("5. Harga jual"): {
        "price": Field(_("Harga jual satu {pack} (Rp)"), (50_000, 500)),
        "margin": Field(_("Untung yang Anda inginkan, dari harga jual (%)"), (70, 5)),
    },
}
FIELDS = {name: field for section in SECTIONS.values() for name, field in section.items()}
EXAMPLE_TEXTS = {field.name: format_number(getattr(EXAMPLE, field.name)) for field in fields(Batch)}
EXAMPLE_TEXTS |= {"product": "Emping melinjo Menes", "price": format_number(16_000), "margin": "25"}


# %%
def tagged(widget, *names):
    """Give a widget the CSS classes by which the page's style and script know it."""
    for name in names:
        widget.add_class(name)
    return widget


def text_input(name, label=""):
    """Make the input that the page's script keeps under this name."""
    box = widgets.Text(EXAMPLE_TEXTS[name], description=label, continuous_update=False)
    return tagged(box, "isian", f"isian-{name}")


product = tagged(text_input("product", _("Nama dagangan Anda")), "tulisan")
unit = widgets.Dropdown(
    options=[_("kg"), _("liter"), _("buah")], description=_("Hasil dihitung dalam")
)
pack = widgets.Dropdown(
    options=[_("bungkus"), _("botol"), _("stoples"), _("kotak"), _("buah"), _("ekor")],
    description=_("Dijual per"),
)
tagged(unit, "isian", "isian-unit")
tagged(pack, "isian", "isian-pack")
inputs = {name: tagged(text_input(name), "angka") for name in FIELDS}
# Labels change with her words. Were they the inputs' own descriptions, each change would put the
# last known text back into a field in which she is typing.
heads = {name: tagged(widgets.HTML(), f"kepala-{name}") for name in FIELDS}
sliders = {
    name: tagged(widgets.FloatSlider(max=end, step=step, readout=False), "geser")
    for name, field in FIELDS.items()
    if field.slider
    for end, step in [field.slider]
}
again = tagged(widgets.Button(description=_("Kembali ke angka contoh")), "ulang")
answer, picture, calculation = widgets.HTML(), widgets.HTML(), widgets.HTML()


# %%
def words():
    """Read how her goods are counted."""
    return report.Words(unit.value, pack.value)


def read_inputs():
    """Read every field: the numbers that can be read, and a message for each other field."""
    values, problems = {}, {}
    for name, box in inputs.items():
        number, found = read_number(box.value)
        if number is None:
            problems[name] = found[0]
        else:
            values[name] = number
    return values, problems | sale_problems(values)


def sale_problems(values):
    """Find what is wrong with the price and the margin; the rest is checked by `cost_batch`."""
    problems = {}
    price, margin = values.get("price", Decimal(0)), values.get("margin", Decimal(0))
    if price < 0:
        problems["price"] = _("Harga tidak boleh kurang dari nol. Hapus tanda minusnya.")
    if price > LIMIT:
        problems["price"] = _("Angka ini terlalu besar. Periksa jumlah nolnya.")
    if inputs["margin"].value.strip().endswith(("%", "persen", "percent")):
        values["margin"] = margin = margin * 100
    if not (margin == 0 or 1 <= margin <= 95):
        problems["margin"] = _("Tulis persen dari 1 sampai 95, misalnya 25.")
    return problems


# %%
def answer_html(costing, price):
    """Say the result in words, with what needs care."""
    cost, outcome = report.result_sentences(costing, price, words())
    profit = report.profit_per_pack(costing, price)
    amounts = {"cost": format_rupiah(costing.cost_per_pack), "left": format_rupiah(abs(profit))}
    short = (
        _("Biaya {cost} · Rugi {left}", **amounts)
        if profit < 0
        else _("Biaya {cost} · Untung {left}", **amounts)
    )
    care = report.cautions(costing, price, words())
    return (
        f'<section class="hasil" data-ringkas="{escape(short)}">'
        f"<h2>{escape(product.value.strip() or _('Dagangan Anda'))}</h2>"
        f'<p class="jawaban">{cost} <strong>{outcome}</strong></p>'
        + "".join(f'<p class="awas">{escape(line)}</p>' for line in care)
        + f'<p><button type="button" data-bacakan hidden>{_("Bacakan")}</button>'
        f'<button type="button" data-ke=".isian-product">{_("Isi angka saya")}</button></p></section>'
    )


def picture_html(batch, costing, price):
    """Show where the money of one pack goes."""
    profit = report.profit_per_pack(costing, price)
    bars = [Bar(*part) for part in report.cost_parts(batch, costing)]
    if profit:
        bars.append(
            Bar("profit", _("Untung Anda"), profit)
            if profit > 0
            else Bar("loss", _("Rugi: tidak tertutup harga"), -profit)
        )
    title = _("Ke mana uang {price} dari satu {pack}?", price=format_rupiah(price), pack=pack.value)
    return f'<section class="gambar">{html_bars(title, bars)}</section>'


def calculation_html(batch, costing, price, margin):
    """Write down every step with her own numbers, and the price for the margin she wants."""
    rows = "".join(
        f"<li><span>{escape(step.name)}<br><small>{escape(step.formula)}</small></span>"
        f"<b>{escape(step.result)}</b></li>"
        for step in report.steps(batch, costing, price, words())
    )
    advice, formula = report.margin_sentences(costing, margin / 100, words())
    spoilage = report.spoilage_sentence(costing, words())
    return (
        f'<section class="hitungan"><h2>{_("Begini hitungannya")}</h2><ol>{rows}</ol>'
        f"<p>{spoilage} {_('Rupiah ditulis bulat; hitungannya memakai angka lengkap.')}</p>"
        f"<h2>{_('Harga untuk untung yang Anda inginkan')}</h2><p><strong>{advice}</strong></p>"
        f"<p>{formula} {_('Bagian untung dihitung dari harga jual, bukan dari biaya.')}</p></section>"
        + after_html(costing, price)
    )


def after_html(costing, price):
    """Say what to do next."""
    thin = report.profit_per_pack(costing, price) < price * report.THIN_MARGIN
    decision = (
        _("Pilih: naikkan harga, kecilkan isi, atau cari bahan yang lebih murah. Coba di atas.")
        if thin
        else _("Tulis harga ini di daftar harga Anda, lalu pakai di semua tempat berjualan.")
    )
    return next_html(
        (
            decision,
            _("Hitung ulang setiap harga bahan berubah, paling sedikit sebulan sekali."),
            _("Berjualan di lokapasar? Hitung potongannya di Kalkulator Harga Lokapasar."),
        ),
        _("Menghitung HPP"),
        "pembukuan/03_hpp",
    )


def label(name):
    """Say what a field asks for, in her words."""
    return escape(FIELDS[name].label.format(unit=unit.value, pack=pack.value))


def head_html(name, problem):
    """Put the label above a field and between them, where there is one, what to mend."""
    note = f'<p class="masalah">{escape(problem)}</p>' if problem else ""
    return f'<span class="judul" data-ke=".isian-{name}">{label(name)}</span>{note}'


def mend_html(problems):
    """Say which fields to mend; the result of before stays below, marked as such."""
    links = "".join(
        f'<li><button type="button" data-ke=".isian-{name}">{label(name)}</button></li>'
        for name in problems
    )
    return (
        f'<div class="perbaiki" data-ringkas="{_("Perbaiki {count} isian dulu", count=len(problems))}">'
        f"<p>{_('Perbaiki {count} isian dulu. Yang terlihat di bawah masih memakai isian sebelumnya.', count=len(problems))}</p>"
        f"<ul>{links}</ul></div>"
    )


# %%
shown = {"answer": ""}
following = set()


def update(_change=None):
    """Calculate anew; on foolish input say what to mend and keep everything else."""
    values, problems = read_inputs()
    costing = None
    if not problems:
        batch = Batch(**{name: values[name] for name in values if name not in ("price", "margin")})
        costing, found = cost_batch(batch)
        problems = dict(found)
    for name, head in heads.items():
        head.value = head_html(name, problems.get(name))
    if costing is None:
        answer.value = mend_html(problems) + f'<div class="lama">{shown["answer"]}</div>'
        return
    shown["answer"] = answer_html(costing, values["price"])
    answer.value = shown["answer"]
    picture.value = picture_html(batch, costing, values["price"])
    calculation.value = calculation_html(batch, costing, values["price"], values["margin"])


def follow_text(name):
    """Move a slider to the step nearest to what was typed; hide it where that is beyond its end."""
    number, _problems = read_number(inputs[name].value)
    slider = sliders[name]
    # Its end is not moved: a browser would send its old value back and undo what was typed.
    fits = number is not None and 0 <= number <= slider.max
    slider.layout.display = None if fits else "none"
    if fits:
        following.add(name)  # the text stays as it was typed: 9,25 hours are not made 9,5
        slider.value = round(float(number) / slider.step) * slider.step
        following.discard(name)


def follow_slider(name):
    """Write what a slider was moved to by hand."""
    if name not in following:
        inputs[name].value = format_number(Decimal(str(sliders[name].value)).normalize())


def restart(_button):
    """Put the example back."""
    unit.index, pack.index, product.value = 0, 0, EXAMPLE_TEXTS["product"]
    for name, box in inputs.items():
        box.value = EXAMPLE_TEXTS[name]


# %%
for name, slider in sliders.items():
    follow_text(name)
    inputs[name].observe(lambda _change, name=name: follow_text(name), "value")
    slider.observe(lambda _change, name=name: follow_slider(name), "value")
for widget in (product, unit, pack, *inputs.values()):
    widget.observe(update, "value")
again.on_click(restart)
update()

# %%
form = [widgets.HTML(f"<h2>{_('Dagangan Anda')}</h2>"), product, unit, pack]
for title, section in SECTIONS.items():
    form.append(widgets.HTML(f"<h2>{title}</h2>"))
    for name in section:
        form += [heads[name], inputs[name], *([sliders[name]] if name in sliders else [])]
display(
    tagged(
        widgets.VBox(
            [
                tagged(widgets.VBox([answer, picture, actions()]), "atas"),
                tagged(widgets.VBox([*form, again]), "formulir"),
                calculation,
            ]
        ),
        "lapak-alat",
    )
)
