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
#   title: Titik Impas dan Modal
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/rintisan/03_titik_impas.html">
# &larr; Pelajaran: Modal dan Titik Impas</a></nav>
#
# # Titik Impas dan Modal
#
# Titik impas adalah jumlah yang harus terjual supaya tidak rugi. Berapa titik impas usaha Anda, dan
# berapa uang yang perlu disiapkan? Ganti angka contoh dengan angka Anda.

# %%
from dataclasses import fields

from IPython.display import display

from usaha import outlet_report as report
from usaha.bars import Bar
from usaha.language import _
from usaha.money import format_number, format_rupiah, round_rupiah
from usaha.outlet import EXAMPLE, Outlet, plan_outlet
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.crossing_chart import crossing_chart
from voila_apps.parts.fields import ChoiceField, NumberField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.tool import Tool, View

# %%
UNITS = (
    *(_("porsi"), _("bungkus"), _("gelas"), _("potong")),
    *(_("lembar"), _("pasang"), _("buah"), _("pesanan")),
)
# {unit} becomes the word that she chooses for her own goods.
SECTIONS = {
    _("2. Satu {unit}"): {
        "price": _("Harga jual satu {unit} (Rp)"),
        "materials": _("Bahan untuk satu {unit} (Rp)"),
        "packaging": _("Kemasan satu {unit} (Rp)"),
        "platform_fee": _("Potongan aplikasi untuk satu {unit} (Rp). Isi 0 jika tidak ada"),
    },
    _("3. Biaya tetap, keluar tiap bulan walau tidak laku"): {
        "rent": _("Sewa tempat sebulan (Rp)"),
        "wages": _("Gaji pegawai sebulan (Rp)"),
        "owner_wage": _("Gaji yang wajar untuk Anda sendiri (Rp)"),
        "other_fixed": _("Internet, listrik, dan biaya tetap lain (Rp)"),
    },
    _("4. Rencana Anda"): {
        "units": _("Rencana terjual sebulan ({unit})"),
        "open_days": _("Buka berapa hari dalam sebulan"),
        "target_profit": _("Untung sebulan yang Anda inginkan (Rp)"),
    },
    _("5. Uang untuk memulai"): {
        "equipment": _("Harga semua alat (Rp)"),
        "equipment_months": _("Alat tahan dipakai (bulan)"),
        "preparation": _("Izin, perbaikan tempat, dan uang muka sewa (Rp)"),
        "stock": _("Stok bahan pertama (Rp)"),
        "receivables": _("Uang Anda yang masih di pembeli, rata-rata (Rp)"),
        "cash_reserve": _("Uang jaga-jaga, misalnya biaya tetap sebulan (Rp)"),
        "payables": _("Bahan yang boleh dibayar kemudian (Rp)"),
    },
}
LABELS = {name: label for section in SECTIONS.values() for name, label in section.items()}
numbers = {name: NumberField(label, getattr(EXAMPLE, name)) for name, label in LABELS.items()}
form = Form(
    {
        _("1. Usaha Anda"): {
            "business": TextField(
                _("Nama usaha"), "Nasi bakar Bu Neneng, Cilegon", fallback=_("Usaha Anda")
            ),
            "unit": ChoiceField(_("Yang dijual dihitung per"), {word: word for word in UNITS}),
        },
        **{
            heading.replace("{unit}", _("barang atau porsi")): {
                name: numbers[name] for name in names
            }
            for heading, names in SECTIONS.items()
        },
    }
)


# %%
def work(values):
    """Make the view of these values, or say which of them to mend."""
    unit = values["unit"]
    for name, field in numbers.items():
        field.relabel(LABELS[name].format(unit=unit))
    outlet = Outlet(**{field.name: values[field.name] for field in fields(Outlet)})
    plan, problems = plan_outlet(outlet)
    if plan is None:
        return None, dict(problems)
    return View(
        answer_html(values, outlet, plan),
        picture_html(outlet, plan, unit),
        calculation_html(outlet, plan, unit) + after_html(),
    ), {}


def answer_html(values, outlet, plan):
    """Say from which sale on it pays, and what the plan brings."""
    unit = values["unit"]
    answer, outcome, capital = report.result_sentences(outlet, plan, unit)
    amount = format_rupiah(abs(plan.profit))
    short = (
        _("Rugi {amount} sebulan", amount=amount)
        if plan.profit < 0
        else _("Untung {amount} sebulan", amount=amount)
    )
    if plan.break_even:
        meets = _("Impas {count} {unit}", count=format_number(plan.break_even), unit=unit)
        short = f"{meets} · {short}"
    cares = report.cautions(outlet, plan, unit)
    both = f"{answer} {capital}"
    return result_html(values["business"], both, outcome, cares, short, first="business")


def picture_html(outlet, plan, unit):
    """Show where the lines meet; where they never do, or at once, show one unit."""
    if plan.break_even:
        return crossing_chart(plan.fixed_costs, plan.left, plan.break_even, outlet.units, unit)
    left = round_rupiah(plan.left)
    bars = (
        Bar("price", _("Harga jual"), round_rupiah(outlet.price)),
        Bar("cost", _("Biaya"), round_rupiah(plan.variable_cost)),
        Bar("loss", _("Kurang"), -left) if left < 0 else Bar("profit", _("Sisa"), left),
    )
    return svg_bars(_("Harga dan biaya satu {unit}", unit=unit), bars)


def calculation_html(outlet, plan, unit):
    """Write the calculation down, and what moves it."""
    notes = (
        *report.change_sentences(outlet, plan, unit),
        _(
            "Penyusutan alat adalah harga alat dibagi lama pakainya. Rupiah ditulis bulat; hitungannya "
            "memakai angka lengkap."
        ),
    )
    return steps_html(report.steps(outlet, plan, unit), notes)


def after_html():
    """Say what to do next."""
    return next_html(
        (
            _("Tanyakan harga sewa dan bahan yang sebenarnya, lalu ganti angkanya di sini."),
            _(
                "Coba jual kecil-kecilan dulu: hitung berapa yang benar-benar terjual dalam sepekan."
            ),
            _("Bandingkan hasilnya dengan titik impas sebelum menyewa tempat."),
            _("Jika modal belum cukup, hitung angsurannya di Simulasi KUR sebelum meminjam."),
        ),
        _("Modal dan Titik Impas"),
        "rintisan/03_titik_impas",
    )


# %%
tool = Tool(form, work)
display(tool.page())
