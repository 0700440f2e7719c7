"""The districts of Banten, as people and programs write them."""

import pytest

from usaha.districts import DISTRICTS, find_district, read_district


@pytest.mark.parametrize("district", DISTRICTS, ids=lambda d: d.code)
def test_every_usual_spelling_is_known(district) -> None:
    """Name, capitals, the word in full, the word behind, the code with and without its point."""
    kind, place = district.name.split(" ", 1)
    full = "Kota" if district.is_city else "Kabupaten"
    spellings = (
        district.name, district.name.upper(), f"{full} {place}", f"{place}, {kind}",
        f"{place.lower()} ({full.lower()})", f"{kind.upper()}. {place.upper()}, BANTEN",
        district.code, district.code.replace(".", ""),
    )  # fmt: skip
    assert {find_district(text) for text in spellings} == {district}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Tangsel", "36.74"),
        ("South Tangerang", "36.74"),
        ("Tangerang Selatan", "36.74"),
        ("Serpong", "36.74"),
        ("kab. pandegelang", "36.01"),
        ("Pandeglng", "36.01"),
        ("Rangkasbitung", "36.02"),
        ("Lebak", "36.02"),
        ("cilegon", "36.72"),
        ("Kota Tanggerang", "36.71"),
    ],
)
def test_free_spellings(text: str, code: str) -> None:
    """Short forms, well-known towns and slips of the keyboard."""
    district, problem = read_district(text)
    assert district is not None
    assert district.code == code
    assert problem is None


@pytest.mark.parametrize("text", ["Tangerang", "serang", "Banten, Serang"])
def test_a_name_of_two_districts_is_asked_back(text: str) -> None:
    """Nobody guesses between Kab. and Kota."""
    district, problem = read_district(text)
    assert district is None
    assert problem is not None
    assert "atau" in problem


@pytest.mark.parametrize(
    "text",
    ["Kota Semarang", "Kab. Sragen", "Subang", "Kota Bandung", "Malang", "Kab. Tegal", "", "9"],
)
def test_other_places_are_not_taken_for_one_of_the_eight(text: str) -> None:
    """Semarang is not Serang with two letters more."""
    district, problem = read_district(text)
    assert district is None
    assert problem is not None
    assert "bukan kabupaten" in problem
