"""Form and page of a tool: the example first, nothing lost, every problem named."""

from __future__ import annotations

from typing import Any

import pytest

from voila_apps.parts.fields import Field, NumberField, TextField
from voila_apps.parts.form import Form
from voila_apps.parts.tool import Tool, View


def work(values: dict[str, Any]) -> tuple[View | None, dict[str, str]]:
    """Divide: one problem is found by the field, one by the work itself."""
    if not values["bagi"]:
        return None, {"bagi": "Tulis lebih dari nol."}
    result = values["nilai"] / values["bagi"]
    return View(f"<p>hasil {result}</p>", "<svg></svg>", "<p>cara</p>"), {}


@pytest.fixture
def tool() -> Tool:
    """A small tool."""
    sections: dict[str, dict[str, Field]] = {
        "1. Angka": {
            "nilai": NumberField("Nilai (Rp)", "10"),
            "bagi": NumberField("Bagi <x>", "4"),
        },
        "2. Nama": {"nama": TextField("Nama", "Bu Ani")},
    }
    return Tool(Form(sections), work)


def test_opens_with_the_example(tool: Tool) -> None:
    """Nothing needs to be typed for a first result."""
    assert tool.answer.value == "<p>hasil 2.5</p>"
    assert (tool.picture.value, tool.rest.value) == ("<svg></svg>", "<p>cara</p>")
    assert list(tool.form) == ["nilai", "bagi", "nama"]


def test_a_problem_keeps_the_result_of_before(tool: Tool) -> None:
    """The field says what to do, the page leads to it, and the old result stays, marked as old."""
    tool.form["nilai"].value = "banyak"
    assert "bukan angka" in tool.form.fields["nilai"].note.value
    assert "Perbaiki 1 isian dulu" in tool.answer.value
    assert 'data-ke=".isian-nilai"' in tool.answer.value
    assert '<div class="lama"><p>hasil 2.5</p></div>' in tool.answer.value
    tool.form["nilai"].value = "20"
    assert tool.answer.value == "<p>hasil 5</p>"
    assert "masalah" not in tool.form.fields["nilai"].note.value


def test_the_work_may_find_problems_too(tool: Tool) -> None:
    """They stand at their field like the others, and labels are escaped."""
    tool.form["bagi"].value = "0"
    assert "Tulis lebih dari nol." in tool.form.fields["bagi"].note.value
    assert "Bagi &lt;x&gt;" in tool.answer.value
    tool.form["nilai"].value = ""
    assert "Isian masih kosong" in tool.form.fields["nilai"].note.value


def test_the_example_comes_back(tool: Tool) -> None:
    """One button puts every field back."""
    tool.form["nilai"].value = "banyak"
    tool.form["nama"].value = "Bu Siti"
    tool.again.click()
    assert tool.answer.value == "<p>hasil 2.5</p>"
    assert tool.form["nama"].value == "Bu Ani"


def test_the_page_has_result_fields_and_calculation(tool: Tool) -> None:
    """In this order, under classes that the style knows, each heading above its fields."""
    page = tool.page()
    top, fields, below = page.children
    assert "lapak-alat" in page._dom_classes
    assert list(top.children)[:2] == [tool.answer, tool.picture]
    assert "data-bagikan" in top.children[2].value
    assert below is tool.rest
    values = [getattr(each, "value", "") for each in fields.children]
    headings = [value for value in values if value.startswith("<h2>")]
    assert headings == ["<h2>1. Angka</h2>", "<h2>2. Nama</h2>"]
