"""Every control as HTML: its value, its name, the phone's keyboard for it."""

from __future__ import annotations

import re
from typing import Any

import pytest

from voila_apps.template.fields import FIELDS, Place, number_text
from voila_apps.template.models import Model, Models


def _draw(kind: str, named_by: str = "", **state: Any) -> str:
    return FIELDS[kind](Model("7", kind, state), Place(Models({}), named_by))


@pytest.mark.parametrize(
    ("value", "text"),
    [(1e15, "1.000.000.000.000.000"), (0.1, "0,1"), (-1250, "-1.250"), (float("nan"), "")],
)
def test_numbers_are_written_as_indonesians_do(value: float, text: str) -> None:
    """Points between thousands, a comma before decimals; what is no number is an empty field."""
    assert number_text(value) == text


@pytest.mark.parametrize(
    ("kind", "keyboard"),
    [
        *(("IntText", "numeric"), ("BoundedIntText", "numeric")),
        *(("FloatText", "decimal"), ("BoundedFloatText", "decimal")),
    ],
)
def test_numbers_have_their_keyboard(kind: str, keyboard: str) -> None:
    """No arrows of a desk, the phone's own keys."""
    made = _draw(kind, description="Harga", value=17000)
    assert f'<input inputmode="{keyboard}" autocomplete="off" value="17.000">' in made
    assert made.startswith("<label ")
    assert 'data-k="angka"><span class="judul">Harga</span>' in made


def test_text_that_is_a_number() -> None:
    """A text field that a tool reads itself (`angka`) has the keyboard too."""
    assert 'inputmode="decimal"' in _draw("Text", _dom_classes=["isian", "angka"], value="9,25")
    assert "inputmode" not in _draw("Text", value="9,25")


def test_her_words_stay_words() -> None:
    """Neither a value nor a label can become markup; a label may be HTML where the author says so."""
    bad = '"><script>x</script>'
    for kind in ("Text", "Textarea", "Button", "Checkbox"):
        made = _draw(kind, value=bad, description=bad, placeholder=bad, tooltip=bad)
        assert "<script" not in made
    assert "<script" not in _draw("Dropdown", _options_labels=[bad], index=0)
    assert "<b>5</b>" in _draw("Text", description="<b>5</b>", description_allow_html=True)


def test_every_control_has_a_name() -> None:
    """Its own label, else the text above it, else its hint."""
    assert 'aria-labelledby="j"' in _draw("Text", "j", value="")
    assert 'aria-labelledby="j"' in _draw("FloatSlider", "j", value=1, min=0, max=2, step=0.1)
    assert 'aria-labelledby="j"' in _draw("RadioButtons", "j", _options_labels=["a"], index=0)
    assert 'aria-label="Nama usaha"' in _draw("Text", placeholder="Nama usaha")
    assert 'aria-label="Isian"' in _draw("Text", placeholder="\u200b")
    assert "aria-" not in _draw("Text", "j", description="Nama")


def test_sliders() -> None:
    """One end or two, with the number beside; steps on a logarithm keep their base."""
    made = _draw("FloatSlider", description="Jam", value=7.5, min=0, max=24, step=0.5)
    assert '<input type="range" min="0" max="24" step="0.5" value="7.5">' in made
    assert '<b class="nilai">7,5</b>' in made
    assert "nilai" not in _draw("IntSlider", value=1, readout=False)
    both = _draw("IntRangeSlider", description="Harga", value=[1000, 2000], max=5000)
    assert re.findall(r'aria-label="(\w+)"', both) == ["Dari", "Sampai"]
    assert '<b class="nilai">1.000 – 2.000</b>' in both
    power = _draw("FloatLogSlider", value=100.0, base=10, min=0, max=3, step=1)
    assert 'value="2.0" data-base="10.0"' in power


def test_a_slider_over_words() -> None:
    """It shows the word that it stands at and holds the others."""
    made = _draw("SelectionSlider", _options_labels=["kecil", "besar"], index=1)
    assert 'max="1" value="1"' in made
    assert '<b class="nilai">besar</b>' in made
    assert made.count("<data hidden>") == 2


def test_lists() -> None:
    """The chosen answer is marked; where none is, an empty line stands first."""
    chosen = _draw("Dropdown", _options_labels=["kg", "liter"], index=1)
    assert '<option value="1" selected>liter</option>' in chosen
    assert 'value=""' not in chosen
    assert '<option value="" hidden></option>' in _draw("Dropdown", _options_labels=["kg"])
    assert '<select size="3"' in _draw("Select", _options_labels=["kg"], index=0, rows=3)


def test_groups() -> None:
    """One of several or several of them; the group carries the label."""
    radio = _draw("RadioButtons", description="Dijual per", _options_labels=["kg", "ekor"], index=1)
    assert radio.startswith("<fieldset ")
    assert '<legend class="judul">Dijual per</legend>' in radio
    assert '<input type="radio" name="7" value="1" checked>' in radio
    many = _draw("SelectMultiple", _options_labels=["a", "b", "c"], index=[0, 2])
    assert re.findall(r'type="checkbox" value="(\d)" checked', many) == ["0", "2"]
    assert "tombol" in _draw("ToggleButtons", _options_labels=["a"], index=0)


def test_yes_or_no() -> None:
    """A check mark; what is closed stays closed."""
    assert "checked disabled" in _draw("Checkbox", description="Sudah", value=True, disabled=True)
    assert "checked" not in _draw("ToggleButton", description="Sudah", value=False)


def test_days() -> None:
    """Jupyter's months begin at 0, the phone's at 1."""
    made = _draw("DatePicker", value={"year": 2027, "month": 11, "date": 8})
    assert 'type="date" value="2027-12-08"' in made
    assert 'value=""' in _draw("DatePicker", value=None)


def test_files() -> None:
    """The page says what becomes of a file."""
    made = _draw("FileUpload", description="Berkas pesanan", accept=".csv,.xlsx", multiple=True)
    assert 'type="file" accept=".csv,.xlsx" multiple' in made
    assert "dihapus dari server" in made


def test_buttons() -> None:
    """A button is a button, never one that sends a form."""
    made = _draw("Button", description="Hitung", button_style="primary")
    assert made == (
        '<button type="button" class="w primary" data-w="7" data-k="tombol">Hitung</button>'
    )


def test_secrets_proposals_and_colours() -> None:
    """Each is a line of text with the phone's own help."""
    assert '<input value="a" type="password" autocomplete="off"' in _draw("Password", value="a")
    box = _draw("Combobox", value="", options=["Rp5", "<b>"])
    assert 'list="usul-7"' in box
    assert '<datalist id="usul-7"><option value="Rp5"><option value="&lt;b&gt;">' in box
    assert '<input type="color" value="#aabbcc"' in _draw("ColorPicker", value="#abc")
    assert '<input value="blue"' in _draw("ColorPicker", value="blue")


def test_a_range_over_named_steps() -> None:
    """Two ends, each with a name for those who listen."""
    made = _draw("SelectionRangeSlider", _options_labels=["Jan", "Feb", "Mar"], index=[0, 2])
    assert 'data-k="jangka"' in made
    assert "Jan – Mar" in made
    assert made.count('aria-label="Dari"') == made.count('aria-label="Sampai"') == 1
