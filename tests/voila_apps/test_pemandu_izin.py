"""The guide to permits: every way, deadlines to the day, and what is already done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from tests.voila_apps.reading import Reader
from usaha.permits import PERMITS, nib_deadline
from usaha.rules import find_rule

CASE = date(2026, 11, 24)


@pytest.fixture(scope="module")
def opened(open_tool: Callable[[str], dict[str, Any]]) -> Iterator[Reader]:
    """The guide, opened on the day of the case whatever today is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("usaha.dates.today", lambda: CASE)
        yield Reader(open_tool("pemandu_izin"))


@pytest.fixture
def guide(opened: Reader) -> Reader:
    """The guide with its example."""
    opened.tool.form.restart()
    return opened


def test_opens_with_an_example_worked_by_hand(guide: Reader) -> None:
    """Dry, 90 days, a home kitchen: PIRT; a shop of 25 September 2026 has until 25 March 2027."""
    assert "NIB dan nomor PIRT dari Dinas Kesehatan" in guide.answer
    assert "paling lambat 25 Maret 2027, 121 hari lagi" in guide.answer
    assert (date(2027, 3, 25) - CASE).days == 121
    assert "Sertifikat halal sudah wajib sejak 17 Oktober 2026" in guide.words
    assert "toko baru: 25 September 2026 + 6 bulan|25 Maret 2027" in guide.words
    assert "|usaha mikro|" in guide.words


@pytest.mark.parametrize(
    ("answers", "permit"),
    [
        ({"pangan": "tidak"}, "NIB"),
        ({"hari": "2"}, "SIAP_SAJI"),
        ({"simpan": "beku"}, "MD"),
        ({"simpan": "kulkas", "hewani": "ya"}, "MD"),
        ({"pasteur": "ya"}, "MD"),
        ({"simpan": "kulkas"}, "MD"),
        ({"dapur": "tidak"}, "MD"),
        ({"hewani": "ya"}, "PIRT"),
    ],
)
def test_every_way(guide: Reader, answers: dict[str, str], permit: str) -> None:
    """Each answer changes the permit as the lesson says, in the sentence and in the picture."""
    guide.put(**answers)
    assert PERMITS[permit] in guide.answer
    way, steps = (
        [text.text for text in svg if text.tag.endswith("text")] for svg in guide.drawings()
    )
    assert PERMITS[permit].split()[-1] in " ".join(text or "" for text in way)
    assert len([text for text in steps if text == "belum"]) == {"NIB": 1, "SIAP_SAJI": 3}.get(
        permit, 4
    )


def test_an_old_shop(guide: Reader) -> None:
    """It counts from the first day of the rule; a decimal comma does no harm."""
    guide.put(buka="1 Mei 2023", bulan_lama="18,0")
    day = nib_deadline(date(2023, 5, 1), CASE)
    assert day == date(2027, 12, 8)
    assert "toko lama: 8 Juni 2026 + 18 bulan|8 Desember 2027" in guide.words


def test_a_deadline_that_has_passed(guide: Reader) -> None:
    """It is said first, with what to do."""
    guide.put(hari_ini="26 Maret 2027")
    assert "Batas waktu NIB pedagang di lokapasar sudah lewat sejak 25 Maret 2027" in guide.words


def test_before_the_halal_date(guide: Reader) -> None:
    """On the day before it is not obligatory, on the day it is."""
    guide.put(hari_ini="16 Oktober 2026")
    assert "belum wajib" in guide.words
    assert "sudah wajib sejak" not in guide.words
    guide.put(hari_ini="17 Oktober 2026")
    assert "sudah wajib" in guide.words
    guide.put(batas_halal="1 Januari 2027")
    assert "Anda menggantinya dengan 1 Januari 2027." in guide.words
    assert "belum wajib" in guide.words


def test_what_is_done_is_left_behind(guide: Reader) -> None:
    """The next step is the first that is not done; with all of them there is none."""
    guide.put(nib="sudah")
    assert "Langkah berikutnya: Urus nomor PIRT lewat Dinas Kesehatan." in guide.answer
    guide.put(izin="sudah", halal="sudah", label="sudah")
    assert "Semua izin yang ditanya di sini sudah ada." in guide.answer
    assert "awas" not in guide.tool.answer.value


def test_who_does_not_sell_on_marketplaces(guide: Reader) -> None:
    """There is no date, and the NIB is needed all the same."""
    guide.put(lokapasar="tidak")
    assert "Langkah berikutnya: Daftar NIB di laman OSS." in guide.answer
    assert "Semua usaha memerlukan NIB" in guide.words


def test_size_by_her_own_limits(guide: Reader) -> None:
    """The limits are the rules' until she writes others."""
    guide.put(omzet="2 miliar")
    assert "|usaha mikro|" in guide.words
    guide.put(omzet="3 miliar")
    assert "|usaha kecil|" in guide.words
    guide.put(batas_mikro="4 miliar")
    assert "|usaha mikro|" in guide.words


def test_every_rule_has_its_source(guide: Reader) -> None:
    """Each instrument that was looked up stands on the page with its day."""
    for key in guide.names["KEYS"]:
        rule = find_rule(key, CASE)
        if key != "nib_online_sellers":  # its months are shown as rules of their own
            assert f"Sumber: {rule.instrument_label}, berlaku sejak" in guide.words


@pytest.mark.parametrize(
    ("field", "text", "note"),
    [
        ("hari", "", "masih kosong"),
        ("hari", "-3", "Hapus tanda minusnya"),
        ("hari", "lama", "bukan angka"),
        ("hari", "99999", "dari 0 sampai 3.650"),
        ("omzet", "1000000000000000", "terlalu besar"),
        ("omzet", "1,250.50", "Titik untuk ribuan"),
        ("buka", "tahun lalu", "Tanggal ini belum terbaca"),
        ("hari_ini", "1 Januari 2020", "Tulis tanggal dari 8 Juni 2026"),
        ("bulan_baru", "0", "dari 1 sampai 60"),
        ("bulan_lama", "2,5", "bulat"),
        ("batas_kecil", "1", "tidak boleh di bawah batas usaha mikro"),
    ],
)
def test_foolish_input_loses_nothing(guide: Reader, field: str, text: str, note: str) -> None:
    """The field says what to do, what was typed stays, and so does the last result."""
    guide.put(**{field: text})
    assert note in guide.notes[field]
    assert "Perbaiki 1 isian dulu" in guide.words
    assert "paling lambat 25 Maret 2027" in guide.words
    assert guide.tool.form[field].value == text


def test_her_words_never_become_markup(guide: Reader) -> None:
    """The product's name is shown as she wrote it; an empty one has another."""
    guide.put(produk="<script>x</script>")
    assert "<script" not in guide.html
    guide.put(produk=" ")
    assert "Produk Anda" in guide.words


def test_names_its_lesson(guide: Reader) -> None:
    """The way back to what explains it."""
    assert "/services/belajar/pelajaran/rintisan/04_legalitas.html" in guide.html
