"""The two assignments that grading is measured with: pandas and Matplotlib, and our golden unit."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from nbgrader.utils import is_solution

from academy.assignments import build_source
from graders.coordinator import prepare_nbgrader
from graders.course import Course, OrdinaryCourse
from graders.rehearsal import course_in, release, scratch_course, submit
from graders.repair import grade_id
from graders.runner import Runner

PANDAS, GOLDEN = "penjualan", "pembukuan_03_hpp"
KERNEL = {"name": "python3", "display_name": "Python 3", "language": "python"}
WHEN = "2026-11-20 10:00:00 UTC"

# name → source; what stands between the marks is left out of the released notebook
ANSWERS = {
    "omzet": "def omzet(tabel):\n    return (tabel.jumlah * tabel.harga).sum()",
    "terlaris": "def terlaris(tabel):\n    return tabel.groupby('produk').jumlah.sum().idxmax()",
    "bulanan": "def bulanan(tabel):\n    return tabel.assign(nilai=tabel.jumlah * tabel.harga)"
    ".groupby(tabel.tanggal.dt.month).nilai.sum()",
}
WRONG = {"omzet": "def omzet(tabel):\n    return tabel.harga.sum()"}
TABLE = """baris = [
    (f'2026-{bulan:02d}-{hari:02d}', ['emping', 'gula', 'sate'][(bulan + hari) % 3], hari % 5 + 1, 15000 + 500 * bulan)
    for bulan in range(1, 13) for hari in range(1, 28)
]
tabel = pd.DataFrame(baris, columns=['tanggal', 'produk', 'jumlah', 'harga'])
tabel['tanggal'] = pd.to_datetime(tabel.tanggal)"""
CHART = "fig, sumbu = plt.subplots(figsize=(6, 3))\nbulanan(tabel).plot.bar(ax=sumbu)\nplt.show()"
LINES = (
    "fig, sumbu = plt.subplots()\nfor nama, bagian in tabel.groupby('produk'):\n"
    "    sumbu.plot(bagian.tanggal, bagian.jumlah.cumsum(), label=nama)\nsumbu.legend()\nplt.show()"
)
HIDDEN = "\n### BEGIN HIDDEN TESTS\nassert {}\n### END HIDDEN TESTS"


def pandas_notebook() -> NotebookNode:
    """Returns the author's notebook: thirteen code cells, two charts, four tests with hidden parts."""
    make = nbformat.v4.new_code_cell
    cells = [
        nbformat.v4.new_markdown_cell("# Penjualan setahun"),
        make("import pandas as pd\nimport matplotlib.pyplot as plt\n%matplotlib inline"),
        make(TABLE),
        make("tabel.head()"),
        *(_answer(name) for name in ANSWERS),
        _test("uji_omzet", "omzet(tabel.head(1)) == 31000", "omzet(tabel.head(0)) == 0"),
        _test(
            "uji_terlaris",
            "terlaris(tabel) in ('emping', 'gula', 'sate')",
            "terlaris(tabel.head(1)) == 'sate'",
        ),
        _test("uji_bulanan", "len(bulanan(tabel)) == 12", "bulanan(tabel).sum() == omzet(tabel)"),
        make("tabel.describe()"),
        make(CHART),
        make(LINES),
        _test("uji_tipe", "tabel.tanggal.dt.year.eq(2026).all()", "len(tabel) == 324"),
    ]
    return nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": KERNEL})


def _mark(name: str, **settings: Any) -> dict[str, Any]:
    base = {"grade": False, "solution": False, "locked": False, "task": False, "schema_version": 3}
    return {"nbgrader": {**base, "grade_id": name, **settings}}


def _answer(name: str) -> NotebookNode:
    source = f"### BEGIN SOLUTION\n{ANSWERS[name]}\n### END SOLUTION"
    return nbformat.v4.new_code_cell(source, metadata=_mark(name, solution=True))


def _test(name: str, shown: str, hidden: str) -> NotebookNode:
    source = f"assert {shown}" + HIDDEN.format(hidden)
    return nbformat.v4.new_code_cell(
        source, metadata=_mark(name, grade=True, locked=True, points=2)
    )


def pandas_course(root: Path, trainee_env: Path, submissions: int) -> OrdinaryCourse:
    """Makes an ordinary course in which every third submission has a mistake."""
    prepare_nbgrader()
    source = root / "source" / PANDAS
    source.mkdir(parents=True)
    nbformat.write(pandas_notebook(), source / f"{PANDAS}.ipynb")
    course = OrdinaryCourse(root, trainee_env)
    config = course.config()
    done = NbGraderAPI(CourseDirectory(config=config), config=config).generate_assignment(PANDAS)
    if not done["success"]:
        raise RuntimeError(done["log"])
    released = nbformat.read(root / "release" / PANDAS / f"{PANDAS}.ipynb", as_version=4)
    for number in range(submissions):
        answers = {**ANSWERS, **(WRONG if number % 3 == 2 else {})}
        notebook = _filled(released, answers)
        folder = root / "submitted" / f"s{number:03d}" / PANDAS
        folder.mkdir(parents=True)
        nbformat.write(notebook, folder / f"{PANDAS}.ipynb")
        (folder / "timestamp.txt").write_text(WHEN)
    return course


def _filled(released: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    notebook = nbformat.from_dict(released)
    for cell in notebook.cells:
        cell.source = answers.get(grade_id(cell) or "", cell.source)
    return notebook


def golden_course(folder: Path, trainee_env: Path, clone: Path, submissions: int) -> Course:
    """Makes a course of ours in which the golden unit was submitted, each with a shop of her own."""
    scratch_course(folder, trainee_env)
    course = course_in(folder, trainee_env)
    sources = build_source(clone, folder / "built")
    source = next(path for path in sources if path.parent.name == GOLDEN)
    runner = Runner(course)
    release(runner, GOLDEN, source)
    author = nbformat.read(source, as_version=4)
    solution = {grade_id(c) or "": str(c.source) for c in author.cells if is_solution(c)}
    blank = {name: text for name, text in solution.items() if "biaya_bahan" not in name}
    for number in range(submissions):
        submit(course, GOLDEN, f"s{number:03d}", blank if number % 3 == 2 else solution)
    runner.collect(GOLDEN)
    return course
