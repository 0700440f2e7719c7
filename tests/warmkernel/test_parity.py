"""A fork records what nbclient records: the same notebooks through both, cell by cell."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

from warmkernel import Job, Limits, WarmProcess

NOTEBOOKS: dict[str, list[str]] = {
    "streams": [
        "import sys\nprint('satu'); print('dua', file=sys.stderr); print('tiga')",
        "print('a', end=''); print('b'); sys.stdout.write('c\\n')",
        "print('Rp1.250.000 ✓ 你好 🥭 \\x1b[31mmerah\\x1b[0m')",
        "print('x' * 1_000_000)",
        "for i in range(3000): print(i)",
        "print('tanpa\\rakhir'); print('\\ud800'.encode('utf-8', 'replace'))",
        "try: sys.stdout.write(5)\nexcept TypeError as e: print(e)",
        "sys.stdout.isatty(), sys.stdout.encoding, sys.stdout.writable()",
    ],
    "names": [
        "sorted(dir())",
        "import pathlib, sys; _dh == [pathlib.Path.cwd()], _dh is get_ipython().user_ns['_dh']",
        "sorted(vars(sys.modules['__main__']))",
        "hasattr(sys, 'last_value'), '' in sys.path, sys.flags.utf8_mode",
    ],
    "results": [
        "1 + 1",
        "_ + 40",
        "Out[1], In[1], _1, __",
        "None",
        "6 * 7;",
        "'teks', 1.5, [1, 2], {'a': None}",
        "import pandas as pd\npd.DataFrame({'barang': ['emping', 'gula'], 'harga': [25000, 18000]})",
        "pd.Series([1.5, 2.5], name='x')",
        "print('sebelum'); 'nilai'",
        "class Aneh:\n    def _repr_html_(self): return '<b>halo</b>'\n    def __repr__(self): return 'halo'\nAneh()",
        "class Rusak:\n    def __repr__(self): raise ValueError('tak bisa')\nRusak()",
        "get_ipython().execution_count, type(get_ipython()).__name__, __name__",
        "float('nan'), float('inf')",
        "from decimal import Decimal\nDecimal('1.10')",
    ],
    "errors": [
        "1 / 0",
        "def f(n): return f(n + 1)\ndef g(): return {}['kunci']\ng()",
        "for i in",
        "print('sebelum'); raise ValueError('pesan é')",
        "tidak_ada",
        "import modul_yang_tidak_ada",
        "assert 1 == 2, 'tidak sama'",
        "input('nama? ')",
        "import getpass\ngetpass.getpass()",
        "raise SystemExit(3)",
        "raise KeyboardInterrupt",
        "class Salah(Exception):\n    def __str__(self): raise RuntimeError\nraise Salah()",
        "raise ExceptionGroup('dua', [ValueError(1), TypeError(2)])",
        "x = 1\nx.tidak_ada",
    ],
    "displays": [
        "from IPython.display import *\ndisplay('a', 2)",
        "h = display('lama', display_id='satu')",
        "update_display('baru', display_id='satu')",
        "display('dulu', display_id=True).update('kini')",
        "print('hilang'); clear_output(); print('tinggal')",
        "print('hilang'); clear_output(wait=True); print('ganti')",
        "print('tetap'); clear_output(wait=True)",
        "display(HTML('<i>x</i>'), Markdown('**y**'), JSON({'a': [1, 2.5, None]}), Latex('$x$'))",
        "display({'text/plain': 'a', 'application/json': {'b': 1}}, raw=True, metadata={'c': 1})",
        "display(Image(data=b'\\x89PNG\\r\\n\\x1a\\n123', format='png'))",
        "display(SVG('<svg xmlns=\"http://www.w3.org/2000/svg\"/>'))",
        "print('1'); display(2); print('3')",
        "update_display('tidak dikenal', display_id='entah')",
    ],
    "figures": [
        "import matplotlib.pyplot as plt\nplt.plot([1, 2, 4]); plt.title('Laba')",
        "fig, ax = plt.subplots(figsize=(2, 2)); ax.bar([1, 2], [3, 4]);",
        "fig",
        "plt.plot([1, 2]); print('sesudah'); plt.show(); print('akhir')",
        "plt.figure(); plt.figure(figsize=(1, 1));",
        "%matplotlib inline\n%config InlineBackend.figure_format = 'svg'\nplt.figure(figsize=(1, 1)).gca().plot([1]);",
        "plt.get_backend()",
    ],
    "magics": [
        "!echo halo",
        "!echo salah >&2; exit 3",
        "_exit_code",
        "files = !printf 'a\\nb\\n'\nfiles",
        "%%bash\necho satu\necho dua >&2\n",
        "%%bash\nexit 4",
        "%%capture c\nprint('x')",
        "c.stdout",
        "%%writefile a.txt\nisi\n",
        "%cat a.txt",
        "%who str",
        "%tidak_ada",
        "%%html\n<b>x</b>",
        "%%javascript\n1",
        "%load_ext tidak_ada",
        # A kernel may say that it is done before it has seen what a program wrote: give it time.
        "import os, time\nn = os.system('echo langsung'); time.sleep(0.5)",
        "os.write(1, b'ke satu\\n'); time.sleep(0.5)",
        "os.write(2, b'ke dua\\n'); time.sleep(0.5)",
        "import subprocess\ndone = subprocess.run(['echo', 'anak']); time.sleep(0.5)",
        "%%python\nprint('lain')",
        "len?",
        "%xmode Minimal\n1/0",
    ],
    "async": [
        "import asyncio\nawait asyncio.sleep(0.01)\n'selesai'",
        "async def f(): return 5\nawait f()",
        "await asyncio.gather(f(), f())",
        "async with asyncio.timeout(1):\n    print('di dalam')",
        "async def angka():\n    for i in range(3): yield i\n[i async for i in angka()]",
        "task = asyncio.create_task(f())\nawait task",
        "import threading\nt = threading.Thread(target=lambda: print('benang')); t.start(); t.join()",
        "import multiprocessing as m\nwith m.get_context('fork').Pool(2) as p: print(p.map(abs, [-1, -2]))",
    ],
    "widgets": [
        "import ipywidgets as w\nw.IntSlider(3)",
        "out = w.Output()\nwith out:\n    print('ditangkap'); 1/1\nprint('di luar')",
        "[o['text'] for o in out.outputs]",
        "out",
        "def tambah(a): print(a); return a\nw.interact(tambah, a=(0, 3));",
        "out.clear_output()\nwith out: print('kedua')",
        "[o['text'] for o in out.outputs]",
    ],
}


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_outputs_are_those_of_nbclient(
    name: str, warm: WarmProcess, python: Path, tmp_path: Path
) -> None:
    """Every cell's outputs and number are the same, apart from addresses and random ids."""
    cells = NOTEBOOKS[name]
    stock = through_nbclient(cells, python, tmp_path)
    with warm.fork(Job(tmp_path / "satu", limits=Limits(output=20 << 20))) as fork:
        runs = [fork.run(cell) for cell in cells]
    for source, run, cell in zip(cells, runs, stock, strict=True):
        assert normal(run.outputs) == normal(cell.outputs), source
        assert run.execution_count == cell.execution_count, source


def through_nbclient(cells: list[str], python: Path, folder: Path) -> list[Any]:
    """Run the cells in a kernel of the trainee environment, as nbclient does for nbgrader."""
    spec = folder / "spec" / "uji"
    spec.mkdir(parents=True)
    argv = [str(python), "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (spec / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "uji"}))
    for name in ("satu", "dua"):
        (folder / name).mkdir()
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    specs = KernelSpecManager(kernel_dirs=[str(spec.parent)], ensure_native_kernel=False)
    manager = AsyncKernelManager(kernel_name="uji", kernel_spec_manager=specs)
    resources = {"metadata": {"path": str(folder / "dua")}}
    client = NotebookClient(nb, km=manager, timeout=60, allow_errors=True, resources=resources)
    # ipykernel does not watch file descriptors 1 and 2 where it believes to be a test.
    env = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    return list(client.execute(env=env).cells)


def normal(outputs: list[dict[str, Any]]) -> list[Any]:
    """Outputs without what differs from run to run: addresses, ids, files' names, timing."""
    merged: list[dict[str, Any]] = []
    for output in json.loads(json.dumps(outputs)):
        last = merged[-1] if merged else {}
        if output["output_type"] == "stream" and last.get("name") == output["name"]:
            last["text"] += output["text"]
        else:
            merged.append(output)
    text = json.dumps(merged, sort_keys=True)
    text = re.sub(r"0x[0-9a-f]{6,}|ipykernel_\d+/\d+|\b[0-9a-f]{32}\b", "*", text)
    text = re.sub(
        r"<dc:date>.*?</dc:date>|(?<=#)[a-z]?[0-9a-f]{10}|(?<=id=..)[a-z]?[0-9a-f]{10}", "*", text
    )
    found = json.loads(text)
    assert isinstance(found, list)
    return found
