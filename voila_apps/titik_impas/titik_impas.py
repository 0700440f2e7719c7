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
from usaha.money import format_number, format_rupiah, round_rupiah
from usaha.outlet import EXAMPLE, Outlet, plan_outlet
from voila_apps.parts.charts import svg_bars
from voila_apps.parts.crossing_chart import crossing_chart
from voila_apps.parts.fields import ChoiceField, NumberField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.tool import Tool, View

# %%
UNITS = ("porsi", "bungkus", "gelas", "potong", "lembar", "pasang", "buah", "pesanan")
# {unit} becomes the word that she chooses for her own goods.
SECTIONS = {
    "2. Satu {unit}": {
        "price": "Harga jual satu {unit} (Rp)",
        "materials": "Bahan untuk satu {unit} (Rp)",
        "packaging": "Kemasan satu {unit} (Rp)",
        "platform_fee": "Potongan aplikasi untuk satu {unit} (Rp). Isi 0 jika tidak ada",
    },
    "3. Biaya tetap, keluar tiap bulan walau tidak laku": {
        "rent": "Sewa tempat sebulan (Rp)",
        "wages": "Gaji pegawai sebulan (Rp)",
        "owner_wage": "Gaji yang wajar untuk Anda sendiri (Rp)",
        "other_fixed": "Internet, listrik, dan biaya tetap lain (Rp)",
    },
    "4. Rencana Anda": {
        "units": "Rencana terjual sebulan ({unit})",
        "open_days": "Buka berapa hari dalam sebulan",
        "target_profit": "Untung sebulan yang Anda inginkan (Rp)",
    },
    "5. Uang untuk memulai": {
        "equipment": "Harga semua alat (Rp)",
        "equipment_months": "Alat tahan dipakai (bulan)",
        "preparation": "Izin, perbaikan tempat, dan uang muka sewa (Rp)",
        "stock": "Stok bahan pertama (Rp)",
        "receivables": "Uang Anda yang masih di pembeli, rata-rata (Rp)",
        "cash_reserve": "Uang jaga-jaga, misalnya biaya tetap sebulan (Rp)",
        "payables": "Bahan yang boleh dibayar kemudian (Rp)",
    },
}
LABELS = {name: label for section in SECTIONS.values() for name, label in section.items()}
numbers = {name: NumberField(label, getattr(EXAMPLE, name)) for name, label in LABELS.items()}
form = Form(
    {
        "1. Usaha Anda": {
            "business": TextField(
                "Nama usaha", "Nasi bakar Bu Neneng, Cilegon", fallback="Usaha Anda"
            ),
            "unit": ChoiceField("Yang dijual dihitung per", {word: word for word in UNITS}),
        },
        **{
            heading.replace("{unit}", "barang atau porsi"): {name: numbers[name] for name in names}
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
    word = "Rugi" if plan.profit < 0 else "Untung"
    short = f"{word} {format_rupiah(abs(plan.profit))} sebulan"
    if plan.break_even:
        short = f"Impas {format_number(plan.break_even)} {unit} · {short}"
    cares = report.cautions(outlet, plan, unit)
    both = f"{answer} {capital}"
    return result_html(values["business"], both, outcome, cares, short, first="business")


def picture_html(outlet, plan, unit):
    """Show where the lines meet; where they never do, or at once, show one unit."""
    if plan.break_even:
        return crossing_chart(plan.fixed_costs, plan.left, plan.break_even, outlet.units, unit)
    left = round_rupiah(plan.left)
    bars = (
        Bar("price", "Harga jual", round_rupiah(outlet.price)),
        Bar("cost", "Biaya", round_rupiah(plan.variable_cost)),
        Bar("loss", "Kurang", -left) if left < 0 else Bar("profit", "Sisa", left),
    )
    return svg_bars(f"Harga dan biaya satu {unit}", bars)


def calculation_html(outlet, plan, unit):
    """Write the calculation down, and what moves it."""
    notes = (
        *report.change_sentences(outlet, plan, unit),
        "Penyusutan alat adalah harga alat dibagi lama pakainya. Rupiah ditulis bulat; hitungannya "
        "memakai angka lengkap.",
    )
    return steps_html(report.steps(outlet, plan, unit), notes)


def after_html():
    """Say what to do next."""
    return next_html(
        (
            "Tanyakan harga sewa dan bahan yang sebenarnya, lalu ganti angkanya di sini.",
            "Coba jual kecil-kecilan dulu: hitung berapa yang benar-benar terjual dalam sepekan.",
            "Bandingkan hasilnya dengan titik impas sebelum menyewa tempat.",
            "Jika modal belum cukup, hitung angsurannya di Simulasi KUR sebelum meminjam.",
        ),
        "Modal dan Titik Impas",
        "rintisan/03_titik_impas",
    )


# %%
tool = Tool(form, work)
display(tool.page())
