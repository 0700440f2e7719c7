"""The cost calculator: its notebook runs in the trainees' environment, and every input counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

State = dict[str, Any]
Move = Callable[..., State]

# What a visitor would see, as plain data.
LOOK = """
import json
print(json.dumps({
    "answer": answer.value, "picture": picture.value, "calculation": calculation.value,
    "notes": {
        name: head.value.split('<p class="masalah">')[1]
        for name, head in heads.items() if "masalah" in head.value
    },
    "texts": {name: box.value for name, box in inputs.items()},
    "labels": {name: label(name) for name in heads if label(name) in heads[name].value},
    "descriptions": [box.description for box in inputs.values()],
    "sliders": {name: s.value for name, s in sliders.items() if s.layout.display != "none"},
    "asked": sorted(FIELDS), "needed": sorted(field.name for field in fields(Batch)),
}))
"""


@pytest.fixture(scope="module")
def kernel(clone: Path, trainee_env: Path, work: Path) -> AsyncKernelManager:
    """A kernel of the trainees' environment with this clone's library; every warning is shown."""
    folder = work / "kernels" / "python3"
    folder.mkdir(parents=True)
    python = str(trainee_env / "bin" / "python")
    spec = {
        "argv": [python, "-m", "ipykernel_launcher", "-f", "{connection_file}"],
        "display_name": "Python 3",
        "language": "python",
        "env": {"PYTHONPATH": str(clone), "PYTHONWARNINGS": "default"},
    }
    (folder / "kernel.json").write_text(json.dumps(spec), encoding="utf-8")
    specs = KernelSpecManager(kernel_dirs=[str(folder.parent)], ensure_native_kernel=False)
    return AsyncKernelManager(kernel_name="python3", kernel_spec_manager=specs)


@pytest.fixture(scope="module")
def move(apps: Path, kernel: AsyncKernelManager) -> Iterator[Move]:
    """The running calculator: moves inputs, sliders or choices, and says what is seen then."""
    notebook = nbformat.read(apps / "kalkulator_hpp.ipynb", as_version=4)
    client = NotebookClient(notebook, km=kernel, timeout=120)

    def run(source: str) -> str:
        cell = nbformat.v4.new_code_cell(source)
        notebook.cells.append(cell)
        client.execute_cell(cell, len(notebook.cells) - 1)
        return _output(cell)

    def change(lines: str = "", **texts: str) -> State:
        typed = [f"inputs[{name!r}].value = {text!r}" for name, text in texts.items()]
        seen: State = json.loads(run("\n".join([*typed, lines, LOOK])))
        return seen

    with client.setup_kernel(cleanup_kc=True):  # the manager is ours to end
        for number, cell in enumerate(notebook.cells):
            client.execute_cell(cell, number)
            _output(cell)
        yield change


def _output(cell: nbformat.NotebookNode) -> str:
    """Give what a cell printed; a warning is a failure."""
    streams = [output for output in cell.get("outputs", []) if output.output_type == "stream"]
    assert not [output.text for output in streams if output.name == "stderr"]
    return "".join(output.text for output in streams)


@pytest.fixture(autouse=True)
def example_again(move: Move) -> Iterator[None]:
    """Put the example back after each test."""
    yield
    state = move("restart(None)")
    assert "Rp12.783. <strong>Dengan harga Rp16.000, Anda untung Rp3.217" in state["answer"]


def test_opens_with_the_example(move: Move) -> None:
    """Before anything is typed there is a result in words, a picture and a calculation."""
    state = move()
    assert "Biaya membuat satu bungkus Rp12.783." in state["answer"]
    assert "Emping melinjo Menes" in state["answer"]
    assert 'role="img" aria-label="Ke mana uang Rp16.000 dari satu bungkus?: ' in state["picture"]
    assert "Tenaga Anda Rp1.552" in state["picture"]
    assert "30 × Rp17.000" in state["calculation"]
    assert "jual satu bungkus Rp17.500" in state["calculation"]
    assert state["notes"] == {}


def test_asks_for_everything_that_counts(move: Move) -> None:
    """No figure of the library is left at a value that nobody sees."""
    state = move()
    assert set(state["needed"]) == set(state["asked"]) - {"price", "margin"}


def test_works_for_any_goods(move: Move) -> None:
    """Forty fish cakes, worked by hand in the test of the library: boxes of two cost Rp26.763."""
    state = move(
        "unit.value, pack.value, product.value = 'buah', 'kotak', 'Bandeng <b>Serang</b>'",
        material_quantity="20",
        material_price="Rp15.000",
        other_materials="50rb",
        own_hours="5",
        own_hourly_wage="12.000",
        piece_quantity="40",
        piece_wage="1.000",
        utilities="20.000,00",
        tool_price="1,2 juta",
        tool_life_months="24",
        batches_per_month="5",
        output="40",
        spoiled="2",
        pack_size="2",
        packaging_per_pack="1.500",
        price="30.000",
    )
    assert state["notes"] == {}
    assert "Biaya membuat satu kotak Rp26.763." in state["answer"]
    assert "Anda untung Rp3.237 tiap kotak." in state["answer"]
    assert "Bandeng &lt;b&gt;Serang&lt;/b&gt;" in state["answer"]
    assert state["labels"]["pack_size"] == "Isi satu kotak (buah)"
    # A change of an input's own description would put old text into a field being typed in.
    assert set(state["descriptions"]) == {""}


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("price", "12rb", "Anda rugi Rp783 tiap bungkus."),
        ("price", "12.783", "Anda tidak untung dan tidak rugi."),
        ("own_hours", "0", "Tenaga Anda juga biaya"),
        ("price", "12.000", "Harga ini di bawah biaya"),
        ("price", "13.000", "Untungnya tipis"),
    ],
)
def test_says_what_it_means(move: Move, field: str, text: str, sentence: str) -> None:
    """Profit and loss in words; own labour for free, a loss and a thin profit are named kindly."""
    assert sentence in move(**{field: text})["answer"]


def test_a_loss_is_drawn_as_one(move: Move) -> None:
    """The picture shows what the price does not cover."""
    assert "Rugi: tidak tertutup harga Rp783" in move(price="12.000")["picture"]


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("material_price", "", "Isian masih kosong"),
        ("material_price", "-5", "tidak boleh kurang dari nol"),
        ("material_price", "mahal", "bukan angka"),
        ("material_price", "1000000000000000", "terlalu besar"),
        ("material_price", "1,250.50", "Titik untuk ribuan, koma untuk desimal"),
        ("material_price", "1.25", "dapat dibaca dua cara"),
        ("own_hours", "<script>", "bukan angka"),
        ("output", "0", "lebih dari nol"),
        ("spoiled", "20", "lebih sedikit daripada hasil"),
        ("pack_size", "250", "250 gram ditulis 0,25"),
        ("tool_life_months", "0", "paling sedikit 1"),
        ("price", "-1", "tidak boleh kurang dari nol"),
        ("price", "1e15", "belum dapat dibaca"),
        ("price", "9999999999999999", "terlalu besar"),
        ("margin", "100", "dari 1 sampai 95"),
        ("margin", "0,25", "dari 1 sampai 95"),
        ("margin", "-5", "dari 1 sampai 95"),
    ],
)
def test_foolish_input_loses_nothing(move: Move, field: str, text: str, note: str) -> None:
    """The field says what to do, keeps what was typed, and the last result stays in view."""
    before = move()
    after = move(**{field: text})
    assert list(after["notes"]) == [field]
    assert note in after["notes"][field]
    assert "<script" not in after["notes"][field]
    assert after["texts"] == before["texts"] | {field: text}
    assert "Perbaiki 1 isian dulu" in after["answer"]
    assert "Biaya membuat satu bungkus Rp12.783." in after["answer"]
    assert after["picture"] == before["picture"]


def test_every_problem_is_named_at_once(move: Move) -> None:
    """Two wrong fields give two notes and two ways to them."""
    state = move(output="banyak", price="murah")
    assert list(state["notes"]) == ["output", "price"]
    assert "Perbaiki 2 isian dulu" in state["answer"]
    assert 'data-ke=".isian-output"' in state["answer"]


@pytest.mark.parametrize("text", ["25", "25%", "25 persen"])
def test_margin_in_any_writing(move: Move, text: str) -> None:
    """25 and 25% mean the same."""
    state = move(margin=text)
    assert state["notes"] == {}
    assert "jual satu bungkus Rp17.500" in state["calculation"]


def test_a_slider_writes_its_field(move: Move) -> None:
    """Moved by hand, a slider counts like typing."""
    state = move("sliders['price'].value = 20_000")
    assert state["texts"]["price"] == "20.000"
    assert "Dengan harga Rp20.000" in state["answer"]
    assert move("sliders['own_hours'].value = 7.5")["texts"]["own_hours"] == "7,5"


def test_a_slider_follows_its_field_and_leaves_it_alone(move: Move) -> None:
    """What was typed between two steps or beyond the slider's end stays as it was typed."""
    state = move(own_hours="9,2", price="250rb")
    assert state["texts"]["own_hours"] == "9,2"
    assert state["sliders"]["own_hours"] == 9.0
    assert state["texts"]["price"] == "250rb"
    assert "price" not in state["sliders"]
    assert "Dengan harga Rp250.000" in state["answer"]
    assert move(price="20rb")["sliders"]["price"] == 20_000
