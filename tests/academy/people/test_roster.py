"""A list of an office: what is read, what is left out, what is wrong in which row."""

from __future__ import annotations

from datetime import date

from academy.people import contacts, roster, traits

from .messy import ABOVE, WRONG, people, text_file, with_mistakes, workbook

TODAY = date(2026, 11, 23)


def read(text: str) -> roster.Roster:
    """Read a list written as text."""
    return roster.read_roster(text.encode(), TODAY)


def test_two_hundred_messy_rows_of_which_six_are_in_error() -> None:
    """Every other one is read, and each of the six is named with its own line of the file."""
    found = roster.read_roster(workbook(with_mistakes(people())), TODAY)
    assert len(found.entries) == 194
    assert found.wrong_lines == tuple(at + ABOVE + 1 for at in sorted(WRONG))
    said = {problem.lines[0] - ABOVE - 1: problem.text for problem in found.problems}
    assert said == {
        11: contacts.ROUNDED,
        37: roster.NO_CONTACT,
        60: "Nama kosong. Tulis nama lengkap.",
        101: '"Serang" dapat berarti Kab. Serang atau Kota Serang. Tulis lengkap.',
        150: traits.NOT_SEX.format("?"),
        199: traits.NOT_AGE.format("abc"),
    }


def test_which_fields_are_to_be_mended() -> None:
    """Of the six rows each has its own; the rows that are right have none."""
    rows, _ = roster.read_rows(workbook(with_mistakes(people())))
    wrong = {row.line - ABOVE - 1: roster.to_mend(row, TODAY) for row in rows}
    assert {at: fields for at, fields in wrong.items() if fields} == {
        11: ("phone",),
        37: ("phone", "email"),
        60: ("name",),
        101: ("district",),
        150: ("sex",),
        199: ("age",),
    }


def test_excel_and_csv_say_the_same() -> None:
    """However the cells were stored."""
    rows = people()
    first = roster.read_roster(workbook(rows), TODAY)
    second = roster.read_roster(text_file([[*row] for row in rows]), TODAY)
    assert first.problems == second.problems == ()
    assert len(first.entries) == 200
    plain = [
        [(e.name, e.phone, e.district, e.sex, e.age_group) for e in r.entries]
        for r in (first, second)
    ]
    assert plain[0] == plain[1]


def test_all_that_is_wrong_in_a_row_is_said_at_once() -> None:
    """So that it is mended once."""
    found = read("Nama,HP,Kota,JK\n,abc,Bandung,x\n")
    assert len(found.problems) == 4
    assert found.wrong_lines == (2,)


def test_the_same_person_twice_is_taken_once() -> None:
    """With another spelling of the name too."""
    found = read("Nama,HP,Kota\nAni,0812345678,Lebak\nBu ANI,812345678,Lebak\n")
    assert (len(found.entries), found.repeated, found.problems) == (1, (3,), ())


def test_two_names_with_one_number_are_for_a_person_to_look_at() -> None:
    """The first stays, the second is named."""
    found = read("Nama,HP,Kota\nAni,0812345678,Lebak\nBudi,0812345678,Lebak\n")
    assert [entry.name for entry in found.entries] == ["Ani"]
    assert str(found.problems[0]).startswith("Baris 3: Nomor HP sama dengan baris 2")


def test_heads_in_the_middle_and_feet_are_nobody() -> None:
    """Pages that were printed, sums and signatures."""
    found = read(
        "No,Nama,HP,Kota\n(1),(2),(3),(4)\n1,Ani,0812345678,Lebak\nNo,Nama,HP,Kota\n"
        "2,Jumlah Sari,0812345679,Lebak\nJumlah,2,,\n,Mengetahui,,\n,,,Total\n"
    )
    assert [entry.name for entry in found.entries] == ["Ani", "Jumlah Sari"]
    assert found.problems == ()


def test_a_name_alone_is_a_person_whose_number_is_missing() -> None:
    """Not silently left out."""
    assert read("Nama,HP,Kota\nAni,,\n").wrong_lines == (2,)


def test_a_file_that_is_no_list_is_a_sentence() -> None:
    """Nothing raises."""
    for data in (b"", b"%PDF-1.7", b"a,b\n1,2\n", b"PK\x03\x04broken"):
        found = roster.read_roster(data, TODAY)
        assert found.entries == ()
        assert len(found.problems) == 1
        assert found.problems[0].lines == ()
