"""A notebook with every widget that the page knows; each says what became of it."""

from __future__ import annotations

from pathlib import Path

import nbformat

TEXT = "# Semua isian\n\nSatu isian untuk tiap jenis."
CODE = """
from html import escape

import ipywidgets as widgets
from IPython.display import display

note = widgets.HTML("<p>belum</p>")
note.add_class("catatan")
kinds = {
    "IntText": widgets.IntText(5, description="Bulat"),
    "FloatText": widgets.FloatText(1250.5, description="Pecahan"),
    "BoundedIntText": widgets.BoundedIntText(5, max=10, description="Terbatas"),
    "BoundedFloatText": widgets.BoundedFloatText(0.5, max=1, description="Bagian"),
    "Text": widgets.Text("emping", description="Nama"),
    "Textarea": widgets.Textarea("satu", description="Cerita"),
    "Dropdown": widgets.Dropdown(options=["kg", "liter"], description="Satuan"),
    "Select": widgets.Select(options=["kg", "liter"], description="Takaran"),
    "RadioButtons": widgets.RadioButtons(options=["tunai", "QRIS"], description="Dibayar"),
    "ToggleButtons": widgets.ToggleButtons(options=["hari", "bulan"], description="Jangka"),
    "SelectMultiple": widgets.SelectMultiple(options=["NIB", "PIRT"], description="Izin"),
    "ToggleButton": widgets.ToggleButton(description="Lengkap"),
    "Checkbox": widgets.Checkbox(description="Sudah halal", indent=False),
    "DatePicker": widgets.DatePicker(description="Mulai"),
    "IntSlider": widgets.IntSlider(7, max=20, description="Kemasan"),
    "FloatSlider": widgets.FloatSlider(value=2.5, max=10, step=0.5, description="Jam"),
    "FloatLogSlider": widgets.FloatLogSlider(value=10, min=0, max=3, step=1, description="Pangkat"),
    "IntRangeSlider": widgets.IntRangeSlider(value=(2, 5), max=10, description="Antara"),
    "SelectionSlider": widgets.SelectionSlider(options=["kecil", "besar"], description="Ukuran"),
}


def tell(name, value):
    note.value = f"<p>{name}: {escape(repr(value))}</p>"


for name, widget in kinds.items():
    widget.add_class(f"isian-{name}")
    widget.observe(lambda change, name=name: tell(name, change["new"]), "value")

files = widgets.FileUpload(accept=".csv", description="Berkas")
files.add_class("isian-FileUpload")
files.observe(
    lambda change: tell("FileUpload", [(f.name, bytes(f.content)) for f in change["new"]]), "value"
)

output = widgets.Output()
output.add_class("tercetak")
press = widgets.Button(description="Cetak")
row = widgets.VBox([widgets.Label("Baris awal")])


@press.on_click
def show(_button):
    with output:
        print("Rp", 10 * kinds["IntSlider"].value)
    row.children = (*row.children, widgets.Label(f"Baris {len(row.children) + 1}"))


broken = widgets.Button(description="Gagal")
broken.on_click(lambda _button: 1 / 0)
folds = widgets.Accordion([widgets.Label("isi satu"), widgets.Label("isi dua")])
folds.titles = ("Pertama", "Kedua")
folds.observe(lambda change: tell("Accordion", change["new"]), "selected_index")
tab = widgets.Tab([widgets.Label("lembar satu"), widgets.Label("lembar dua")])
tab.titles = ("Lembar satu", "Lembar dua")
bar = widgets.IntProgress(7, max=20, description="Terisi")
bar.add_class("batang")
joined = widgets.jslink((kinds["IntSlider"], "value"), (bar, "value"))
hider = widgets.Checkbox(description="Sembunyikan nama", indent=False)
hider.add_class("isian-hider")
hider.observe(
    lambda change: setattr(kinds["Text"].layout, "display", "none" if change["new"] else None),
    "value",
)
pixel = (
    b"\\x89PNG\\r\\n\\x1a\\n\\0\\0\\0\\rIHDR\\0\\0\\0\\1\\0\\0\\0\\1\\x08\\6\\0\\0\\0\\x1f\\x15\\xc4\\x89\\0\\0\\0\\rIDATx"
    b"\\x9cc\\xfc\\xcf\\xc0P\\x0f\\0\\4\\x85\\1\\x80\\x84\\xa9\\x8c!\\0\\0\\0\\0IEND\\xaeB`\\x82"
)
image = widgets.Image(value=pixel, format="png", width=40)
image.add_class("titik")
valid = widgets.Valid(True, description="Sah")
grid = widgets.GridBox([widgets.Label("kiri"), widgets.Label("kanan")])
grid.layout.grid_template_columns = "1fr 1fr"
below = [files, hider, widgets.HBox([press, broken]), output, row, folds, tab, bar, image, valid, grid]
display(widgets.VBox([note, *kinds.values(), *below]))
"""


def write(folder: Path) -> Path:
    """Write the notebook `semua.ipynb` into a folder of tools."""
    cells = [nbformat.v4.new_markdown_cell(TEXT), nbformat.v4.new_code_cell(CODE)]
    notebook = nbformat.v4.new_notebook(
        cells=cells, metadata={"title": "Semua isian", "state": "values"}
    )
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"semua-{number}"
    path = folder / "semua.ipynb"
    nbformat.write(notebook, path)
    return path
