"""Two courses in the manner of real ones, and what was handed in there, as text in Python."""

from __future__ import annotations

import base64
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

PICTURE = base64.b64encode(b"\x89PNG\r\n\x1a\n not really a picture").decode()


def cell(kind: str, name: str, source: str, **marks: Any) -> NotebookNode:
    """Returns a marked cell of an author's."""
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    made = make(source.strip("\n"))
    settings = {"grade": False, "solution": False, "locked": False, "task": False, **marks}
    made.metadata["nbgrader"] = {"schema_version": 3, "grade_id": name, **settings}
    return made


def text(source: str) -> NotebookNode:
    """Returns a plain text."""
    return nbformat.v4.new_markdown_cell(source)


def code(source: str) -> NotebookNode:
    """Returns a plain code cell."""
    return nbformat.v4.new_code_cell(source.strip("\n"))


def locked(name: str, source: str) -> NotebookNode:
    """Returns a code cell that trainees may read and run."""
    return cell("code", name, source, locked=True)


def answer(name: str, stub: str, solution: str) -> NotebookNode:
    """Returns a cell in which trainees write."""
    body = f"{stub}\n### BEGIN SOLUTION\n{solution}\n### END SOLUTION"
    return cell("code", name, body, solution=True)


def check(name: str, points: float, source: str) -> NotebookNode:
    """Returns a cell with tests."""
    return cell("code", name, source, grade=True, locked=True, points=points)


def essay(name: str, points: float, kind: str = "markdown") -> NotebookNode:
    """Returns a cell that a person reads."""
    return cell(kind, name, "an answer", grade=True, solution=True, points=points)


def task(name: str, points: float, source: str) -> NotebookNode:
    """Returns a task that a person reads."""
    return cell("markdown", name, source, task=True, locked=True, points=points)


@dataclass
class Assignment:
    """One assignment: notebooks of the author, files beside them, and who handed in what.

    `submissions` gives for each student and notebook the new sources of cells by grade id; a source of
    None leaves the released one.
    """

    name: str
    notebooks: dict[str, list[NotebookNode]]
    files: dict[str, str] = field(default_factory=dict)
    kernel: str = "python3"
    submissions: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)

    def write(self, course: Path) -> None:
        """Writes the author's side."""
        folder = course / "source" / self.name
        folder.mkdir(parents=True)
        spec = {"name": self.kernel, "display_name": self.kernel, "language": "python"}
        for name, cells in self.notebooks.items():
            notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": spec})
            nbformat.write(notebook, folder / f"{name}.ipynb")
        for name, content in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content)

    def hand_in(self, course: Path) -> None:
        """Writes what students handed in, on the released notebooks."""
        for student, notebooks in self.submissions.items():
            folder = course / "submitted" / student / self.name
            folder.mkdir(parents=True)
            for name, sources in notebooks.items():
                released = course / "release" / self.name / f"{name}.ipynb"
                notebook = nbformat.read(released, as_version=4)
                for made in notebook.cells:
                    grade_id = made.metadata.get("nbgrader", {}).get("grade_id")
                    made.source = sources.get(grade_id, made.source)
                if extra := sources.get("+"):
                    notebook.cells.insert(1, code(extra))
                nbformat.write(notebook, folder / f"{name}.ipynb")
            for name, content in self.files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(content)


PICTURED = text("A picture: ![it](attachment:it.png)")
PICTURED.attachments = {"it.png": {"image/png": PICTURE}}

STATISTICS = Assignment(
    "week_2",
    kernel="conda-env-stats-py",
    files={"data/sales.csv": "day,amount\n1,10\n2,30\n3,20\n4,\n"},
    notebooks={
        "sales": [
            text("# Sales"),
            PICTURED,
            locked("setup", "import pandas as pd\nimport matplotlib.pyplot as plt"),
            answer("read", "sales = None", 'sales = pd.read_csv("data/sales.csv")'),
            check("is_read", 1, "assert list(sales.columns) == ['day', 'amount']\nsales"),
            answer("total_of", "def total(frame):\n    ...", "    return frame.amount.sum()"),
            check(
                "total_right",
                2,
                "assert total(sales) == 60\n### BEGIN HIDDEN TESTS\n"
                "assert total(sales.iloc[:1]) == 10, 'one row only'\n### END HIDDEN TESTS",
            ),
            answer("mean_of", "def mean(frame):\n    ...", "    return frame.amount.mean()"),
            check(
                "mean_partly",
                4,
                "score = 0.0\nscore += 1.5 * (mean(sales) == 20)\n"
                "### BEGIN HIDDEN TESTS\nscore += 2.5 * (mean(sales.iloc[:2]) == 20)\n"
                "### END HIDDEN TESTS\nscore",
            ),
            answer(
                "draw",
                "figure = None",
                "figure, axes = plt.subplots()\naxes.plot(sales.amount)\nplt.show()",
            ),
            check("drawn", 1, "assert figure is not None\nprint('drawn')"),
            essay("meaning", 3),
            essay("own_code", 2, "code"),
            task(
                "survey",
                5,
                "Ask five people.\n\n=== BEGIN MARK SCHEME ===\nFive?\n=== END MARK SCHEME ===",
            ),
        ]
    },
    submissions={
        "ann": {
            "sales": {
                "read": 'sales = pd.read_csv("data/sales.csv")',
                "total_of": "def total(frame):\n    return frame.amount.sum()",
                "mean_of": "def mean(frame):\n    return frame.amount.mean()",
                "draw": "figure, axes = plt.subplots()\naxes.plot(sales.amount)\nplt.show()",
                "meaning": "It grew.",
                "own_code": "sales.describe()",
                "+": "notes = 'my own cell'\nnotes",
            }
        },
        "bob": {
            "sales": {
                "read": 'sales = pd.read_csv("data/sales.csv").fillna(0)',
                "total_of": "def total(frame):\n    return 60",
                "mean_of": "def mean(frame):\n    return frame.amount.sum() / 3",
                "draw": "figure = plt.figure(",
                "is_read": "print('I removed the test')",
            }
        },
        "cyd": {"sales": {}},
        "dan": {
            "sales": {
                "read": 'import sys\nsales = pd.read_csv("data/sales.csv")',
                "total_of": "import sys\ndef total(frame):\n    print('hm', file=sys.stderr)\n    return frame.amount.sum()",
                "mean_of": "def mean(frame):\n    raise SystemExit",
                "draw": "figure = 1",
            }
        },
    },
)

HELPERS = "def double(x):\n    return 2 * x\n"
PROGRAMMING = Assignment(
    "lab_1",
    files={"lib/helpers.py": HELPERS, "lib/__init__.py": "", "words.txt": "satu dua tiga\n"},
    notebooks={
        "part_a": [
            text("# Part A"),
            code("from lib.helpers import double"),
            answer("square", "def square(x):\n    pass", "    return x * x"),
            check("square_small", 1, "assert square(2) == 4"),
            check(
                "square_large",
                1,
                "import numpy as np\nassert square(1000) == 10**6\nnp.float64(0.5)",
            ),
            answer("save", "", "open('result.txt', 'w').write('42')"),
            check("saved", 1, "assert open('result.txt').read() == '42'"),
            check("listing", 2, "%%bash\ntest -f words.txt && test -d lib"),
            check("nothing_printed", 1, "None"),
            check("minus", 2, "-1.0 if square(3) == 9 else 0.25"),
        ],
        "part_b": [
            text("# Part B"),
            answer("loop", "n = 0", "n = len(open('words.txt').read().split())"),
            check("counted", 2, "assert n == 3, f'{n} words'"),
            answer("wait", "def quick():\n    ...", "    return 1"),
            check("is_quick", 1, "assert quick() == 1"),
            check("last", 1, "import asyncio\nawait asyncio.sleep(0)\nassert double(4) == 8"),
        ],
    },
    submissions={
        "eva": {
            "part_a": {
                "square": "def square(x):\n    return x * x",
                "save": "open('result.txt', 'w').write('42')",
            },
            "part_b": {
                "loop": "n = len(open('words.txt').read().split())",
                "wait": "def quick():\n    return 1",
                "+": "from lib.helpers import double",
            },
        },
        "fay": {
            "part_a": {
                "square": "def square(x):\n    return x + x",
                "save": "import warnings\nopen('result.txt', 'w').write('42')",
            },
            "part_b": {
                "loop": "n = 2",
                "wait": "def quick():\n    while True:\n        pass",
            },
        },
        "gus": {"part_a": {"square": "x = = 1", "save": "import os\nos.mkdir('own')"}},
    },
)
