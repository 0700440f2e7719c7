"""The tool that the tests of the service talk to, as py:percent."""

# The ids follow from the order: `uji-1` is the layout of the first widget, and so on.
TOOL = """# ---
# jupyter:
#   kernelspec: {display_name: Python 3, language: python, name: python3}
#   state: values
# ---

# %% [markdown]
# # Alat uji

# %%
import os
import time

import ipywidgets as widgets
from IPython.display import display

print("sudah dihitung")
text = widgets.Text("awal", model_id="teks")
number = widgets.FloatText(2, model_id="angka")
double = widgets.HTML("4", model_id="ganda")
button = widgets.Button(description="Tambah", model_id="tambah")
upload = widgets.FileUpload(model_id="berkas")
report = widgets.Output(model_id="laporan")
more = widgets.VBox([], model_id="wadah")
late = []


# %%
def on_text(change):
    word = change["new"]
    if word == "lama":
        time.sleep(60)
    elif word == "salah":
        1 / 0
    elif word == "mati":
        os.kill(os.getpid(), 9)
    elif word == "besar":
        bytearray(2 << 30)
    elif word == "keluaran":
        double.value = "x" * (20 << 20)
    elif word == "lihat":
        double.value = f"{sorted(os.listdir('/'))} {os.listdir('.')} {os.getuid()}"
    elif word == "jaringan":
        import socket

        double.value = str(socket.socket().connect_ex(("127.0.0.1", int(number.value))))
    elif word.startswith("baca "):
        double.value = open(word.removeprefix("baca ")).read()
    else:
        double.value = f"teks {word}"


def on_number(change):
    double.value = f"ganda {change['new'] * 2:g}"
    with report:
        report.clear_output(wait=True)
        print(f"laporan {change['new']:g}")


def on_click(button):
    late.append(widgets.Label(f"baris {len(late)}"))
    more.children = late


def on_upload(change):
    file = change["new"][0]
    double.value = f"{file.name} {len(file.content)} {bytes(file.content[:3])!r}"


text.observe(on_text, "value")
number.observe(on_number, "value")
button.on_click(on_click)
upload.observe(on_upload, "value")
display(widgets.VBox([text, number, button, upload, double, report, more]))
"""
