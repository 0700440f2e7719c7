"""No tool is half translated: what it says is listed, and a language is offered whole or not at all."""

from __future__ import annotations

import ast
import re
import shutil
from gettext import translation
from pathlib import Path

import pytest

from academy.translations import (
    catalogue,
    client_sentences,
    client_words,
    compile_catalogues,
    missing,
    offered,
    sentences,
    sources,
)

CLONE = Path(__file__).resolve().parents[2]
TOOLS = sorted(
    path.parent.name
    for path in (CLONE / "voila_apps").glob("*/*.py")
    if path.stem == path.parent.name
)
IN_ENGLISH = (
    "buku_kas",
    "harga_lokapasar",
    "kalender_pajak",
    "kalkulator_hpp",
    "pemandu_izin",
    "pembuat_laporan",
    "pemeriksa_iklan",
    "peta_pembeli",
    "simulasi_kur",
    "titik_impas",
)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_tool_is_offered_whole_or_not_at_all(tool: str) -> None:
    """Those that are in English lack nothing; the others say what they lack, and are not offered."""
    lacks = missing(CLONE, tool, "en")
    assert offered(CLONE, tool) == (["id"] if lacks else ["id", "en"])
    if tool in IN_ENGLISH:
        assert lacks == []


def test_one_sentence_that_is_gone_withdraws_the_language(tmp_path: Path) -> None:
    """Also one that the code never gives to the catalogue."""
    clone = tmp_path / "clone"
    for folder in ("usaha", "voila_apps"):
        shutil.copytree(CLONE / folder, clone / folder)
    notebook = clone / "voila_apps/kalkulator_hpp/kalkulator_hpp.py"
    assert offered(clone, "kalkulator_hpp") == ["id", "en"]
    words = clone / "voila_apps/bahasa/en.po"
    text = words.read_text(encoding="utf-8")
    words.write_text(text.replace('msgid "Tenaga Anda"', 'msgid "Tenaga anda"'), encoding="utf-8")
    assert missing(clone, "kalkulator_hpp", "en") == ["Tenaga Anda"]
    words.write_text(text, encoding="utf-8")
    with notebook.open("a", encoding="utf-8") as file:
        file.write('\nprint("Angka ini belum dapat dibaca.")\n')
    sentences.cache_clear()
    from academy import translations

    translations._tree.cache_clear()
    assert missing(clone, "kalkulator_hpp", "en") == [
        "voila_apps/kalkulator_hpp/kalkulator_hpp.py: Angka ini belum dapat dibaca."
    ]


def test_a_tool_is_all_that_it_imports() -> None:
    """Also through another module, and nothing of the others."""
    names = {path.name for path in sources(CLONE, "kalkulator_hpp")}
    assert {"costing_report.py", "money.py", "english_numbers.py", "actions.py"} <= names
    assert "tax.py" not in names


def test_every_brace_of_a_sentence_is_in_its_english() -> None:
    """What is filled in is there in both; English leaves a unit out where it would need a plural."""
    for text, english in catalogue(CLONE, "en").items():
        needed = set(re.findall(r"\{(\w+)\}", text))
        given = set(re.findall(r"\{(\w+)\}", english))
        assert given <= needed, english
        assert needed - given <= {"number", "unit"}, english


def test_catalogues_are_made_for_gettext(tmp_path: Path) -> None:
    """Python's own gettext reads them."""
    assert [path.name for path in compile_catalogues(CLONE, tmp_path)] == ["alat.mo"]
    english = translation("alat", tmp_path, ["en"])
    assert english.gettext("Bahan") == "Materials"


def test_the_script_gets_its_own_sentences_only() -> None:
    """All of them: its page would be half English otherwise."""
    words = client_words(CLONE)["en"]
    assert words.keys() == client_sentences(CLONE)
    assert words["Buat tautan"] == "Make the link"


def test_nothing_takes_the_name_of_the_call() -> None:
    """A module that says `_("…")` must not use `_` for what it throws away: the call would be gone."""
    for room in ("usaha", "voila_apps"):
        for path in (CLONE / room).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = [
                node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "_"
            ]
            loads = [node for node in names if isinstance(node.ctx, ast.Load)]
            assert not loads or len(loads) == len(names), path
