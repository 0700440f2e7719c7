"""Tests of `graders.ordinary.grading`: where an ordinary notebook is graded better than by nbgrader alone."""

from __future__ import annotations

import json

import nbformat
import pytest
from nbformat import NotebookNode
from nbgrader.utils import compute_checksum

from graders.submitted import new_cell
from graders.task import Outcome, Rules, SourceCell, Task
from graders.work import grade
from tests.graders.conftest import points
from warmkernel import Limits, WarmProcess


def source_cell(name: str, source: str, points: float = 0.0, **marks: bool) -> SourceCell:
    """Returns a cell as the gradebook holds it, with nbgrader's checksum."""
    settings = {"grade": False, "solution": False, "locked": False, "task": False, **marks}
    made = new_cell("code", source, {"nbgrader": {"grade_id": name, "points": points, **settings}})
    return SourceCell(
        name=name, source=source, points=points, checksum=compute_checksum(made), **settings
    )


CELLS = (
    source_cell("answer", "def f(x):\n    raise NotImplementedError()", solution=True),
    source_cell("first", "assert f(1) == 1\nassert f(2) == 4", 1.0, locked=True, grade=True),
    source_cell("hard", "g = ...", solution=True),
    source_cell("second", "assert f(3) == 9", 2.0, locked=True, grade=True),
    source_cell("own", "raise NotImplementedError()", 4.0, solution=True, grade=True),
)
GOOD = {"answer": "def f(x):\n    return x * x", "own": "f(5)"}


def notebook(**sources: str) -> NotebookNode:
    """Returns the released notebook with other sources, by grade id; the hidden line is not in it."""
    made = nbformat.v4.new_notebook()
    for cell in CELLS:
        text = sources.get(cell.name, "assert f(1) == 1" if cell.name == "first" else cell.source)
        marks = {k: getattr(cell, k) for k in ("grade", "solution", "locked", "task", "points")}
        if not cell.grade:
            del marks["points"]
        made.cells.append(
            new_cell(
                "code", text, {"nbgrader": {"grade_id": cell.name, "schema_version": 3, **marks}}
            )
        )
    return made


def task(submitted: NotebookNode, **parts: object) -> Task:
    """Returns the task of a submission."""
    made = Task(
        assignment="ps1",
        student="ann",
        notebook="p1",
        submitted=json.dumps(submitted),
        released=json.dumps(notebook()),
        cells=CELLS,
        limits=Limits(cell_seconds=3),
    )
    return made.model_copy(update=parts)


def told(outcome: Outcome, name: str) -> str:
    """Returns the outputs of a cell as text."""
    cells = nbformat.reads(outcome.text, as_version=4).cells
    (cell,) = [c for c in cells if c.metadata.get("nbgrader", {}).get("grade_id") == name]
    return json.dumps(cell.outputs)


def test_an_honest_submission(warm: WarmProcess) -> None:
    """Tests run, the hidden line too; what a person reads waits for that person."""
    outcome = grade(task(notebook(**GOOD)), warm)
    assert (outcome.error, outcome.repaired, outcome.stopped) == ("", (), ())
    assert points(outcome) == {"first": 1, "second": 2, "own": None}
    wrong = grade(task(notebook(answer="def f(x):\n    return {1: 1, 3: 9}.get(x)")), warm)
    assert points(wrong) == {"first": 0, "second": 2, "own": 0}


@pytest.mark.parametrize("end", ["import os; os._exit(1)", "import os; os.kill(os.getpid(), 9)"])
def test_a_death_costs_what_comes_after_it(warm: WarmProcess, end: str) -> None:
    """Not what was earned before; where that is off, the submission fails as in nbgrader."""
    outcome = grade(task(notebook(**GOOD, hard=end)), warm)
    assert points(outcome) == {"first": 1, "second": 0, "own": None}
    assert "did not run" in told(outcome, "second")
    assert len(outcome.stopped) == 1
    off = grade(task(notebook(**GOOD, hard=end), rules=Rules(keep_earned=False)), warm)
    assert (off.text, off.error) == ("", outcome.stopped[0])


def test_a_timeout_costs_its_cell(warm: WarmProcess) -> None:
    """The kernel goes on, as in nbgrader."""
    outcome = grade(
        task(notebook(**GOOD, hard="while True: pass"), limits=Limits(cell_seconds=1)), warm
    )
    assert points(outcome) == {"first": 1, "second": 2, "own": None}
    assert "CellTimeoutError" in told(outcome, "hard")
    assert "cell 3" in outcome.stopped[0]


def test_a_flood_costs_its_cell(warm: WarmProcess) -> None:
    """What is kept of it is small."""
    limits = Limits(cell_seconds=10, output=1 << 20)
    outcome = grade(
        task(notebook(**GOOD, hard="while True: print('x' * 1000)"), limits=limits), warm
    )
    assert points(outcome)["first"] == 1
    assert len(outcome.text) < 200_000
    assert outcome.stopped
    off = grade(
        task(
            notebook(**GOOD, hard="while True: print('x' * 1000)"),
            limits=limits,
            rules=Rules(keep_earned=False),
        ),
        warm,
    )
    assert off.error


def test_a_warning_costs_nothing_unless_it_shall(warm: WarmProcess) -> None:
    """nbgrader takes the points for whatever stands on stderr."""
    loud = "import warnings\ndef f(x):\n    warnings.warn('soon different', FutureWarning)\n    return x * x"
    assert points(grade(task(notebook(answer=loud)), warm))["first"] == 1
    off = Rules(forgive_warnings=False)
    assert points(grade(task(notebook(answer=loud), rules=off), warm))["first"] == 0


def test_a_spoiled_notebook_is_repaired_unless_it_shall_not(warm: WarmProcess) -> None:
    """A copied test, a deleted one, an edited one: reported, and graded."""
    hers = notebook(**GOOD, second="assert True")
    hers.cells = [c for c in hers.cells if c.metadata.nbgrader.grade_id != "first"]
    hers.cells.append(nbformat.from_dict(hers.cells[2]))
    outcome = grade(task(hers), warm)
    assert points(outcome) == {"first": 1, "second": 2, "own": None}
    assert outcome.repaired == (
        "second: copy kept as a cell of her own",
        "second: locked cell restored",
        "first: deleted cell put back",
    )
    off = grade(task(hers, rules=Rules(repair=False)), warm)
    assert "SchemaTooOldError" in off.error


def test_without_repair_an_honest_submission_is_graded_the_same(warm: WarmProcess) -> None:
    """By nbgrader's own steps."""
    outcome = grade(task(notebook(**GOOD), rules=Rules(repair=False)), warm)
    assert points(outcome) == {"first": 1, "second": 2, "own": None}


def test_errors_are_pythons_own(warm: WarmProcess) -> None:
    """What the author wrote for whoever fails is there; numbers in front of cells begin with one."""
    outcome = grade(task(notebook(answer="f = lambda x: 1", hard="g = (")), warm)
    assert "AssertionError" in told(outcome, "first")
    assert "Cell" in told(outcome, "first")
    assert "SyntaxError" in told(outcome, "hard")
    cells = nbformat.reads(outcome.text, as_version=4).cells
    assert [cell.execution_count for cell in cells] == [1, 2, 3, 4, 5]
    seen = grade(task(notebook(answer="f = lambda x: 1", hard="print(In[1:], dir())")), warm)
    assert "_plain" not in told(seen, "hard")
    assert "f = lambda" in told(seen, "hard")


def test_an_empty_answer_that_came_back_does_not_run(warm: WarmProcess) -> None:
    """A deleted answer that a person reads is there again for that person, and stays silent."""
    hers = notebook(**GOOD)
    hers.cells = hers.cells[:-1]
    outcome = grade(task(hers), warm)
    assert told(outcome, "own") == "[]"
    assert outcome.repaired == ("own: deleted cell put back",)


def test_hidden_tests_are_not_on_disk_while_it_runs(warm: WarmProcess) -> None:
    """Neither in her folder nor anywhere else that she can read."""
    look = """
import os
found = []
for top, folders, files in os.walk("/"):
    folders[:] = [f for f in folders if os.path.join(top, f) not in ("/proc", "/sys", "/dev", "/usr")
                  and f not in ("site-packages", "trainee-env")]
    for name in files:
        try:
            text = open(os.path.join(top, name), errors="ignore").read()
        except OSError:
            continue
        found += [name] if "f(2)" + " == 4" in text else []
"""
    answer = f"{look}\ndef f(x):\n    assert not found, found\n    return x * x"
    outcome = grade(task(notebook(answer=answer), limits=Limits(cell_seconds=60)), warm)
    assert points(outcome)["first"] == 1


def test_the_surroundings_are_those_of_nbgrader(warm: WarmProcess) -> None:
    """The working folder with its files and the notebook, the variable that tells of autograding."""
    answer = (
        "import os\ndef f(x):\n    assert os.environ['NBGRADER_EXECUTION'] == 'autograde'\n"
        "    assert sorted(os.listdir()) == ['data', 'p1.ipynb']\n"
        "    open('out.txt', 'w').write('made')\n    return int(open('data/' + str(x)).read())"
    )
    files = {"data/1": b"1", "data/2": b"4", "data/3": b"9"}
    hers = notebook(answer=answer.replace("    assert sorted", "    if x == 1: assert sorted"))
    outcome = grade(task(hers, files=files), warm)
    assert points(outcome) == {"first": 1, "second": 2, "own": 0}
    assert outcome.files == {"out.txt": b"made"}


def test_a_kernel_may_have_any_name_but_must_speak_python(warm: WarmProcess) -> None:
    """The name of an author's own environment says nothing here."""
    odd = {"name": "conda-env-x-py", "display_name": "My Env", "language": "python"}
    outcome = grade(task(notebook(**GOOD), kernelspec=odd), warm)
    assert nbformat.reads(outcome.text, as_version=4).metadata.kernelspec == odd
    assert points(outcome)["first"] == 1
    r = {"name": "ir", "display_name": "R", "language": "R"}
    assert "speaks r; only Python" in grade(task(notebook(**GOOD), kernelspec=r), warm).error
