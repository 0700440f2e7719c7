"""One structure with everything that is shown, and nothing that is not."""

from __future__ import annotations

import pytest

from academy.reporting.report import Row

from .crowd import DAY, reports, some


def test_figures_of_a_cohort() -> None:
    """Counted by hand: 30 women and 20 men of Lebak, 3 men of Cilegon, 9 women of Pandeglang."""
    report = reports().of("a1", DAY)
    assert (report.total.enrolled, report.total.active, report.total.finished) == (62, 62, 35)
    by_sex = {row.label: row for row in report.section("kelamin").rows}
    assert (by_sex["Perempuan"].enrolled, by_sex["Perempuan"].finished) == (39, 29)
    assert (by_sex["Laki-laki"].enrolled, by_sex["Laki-laki"].finished) == (23, 6)
    assert by_sex["Perempuan"].rubric == 75.0
    gain = by_sex["Perempuan"].gain
    assert gain
    assert gain.pairs == 39
    assert gain.low < gain.points < gain.high
    by_district = {row.label: row for row in report.section("kabupaten").rows}
    assert by_district["Kota Cilegon"] == Row("Kota Cilegon")
    assert by_district["Kab. Pandeglang"] == Row("Kab. Pandeglang")  # its company
    assert by_district["Kab. Lebak"].enrolled == 50
    assert "Kota Serang" not in by_district
    assert "angkatan" not in {section.key for section in report.sections}


def test_figures_of_all() -> None:
    """The sum of both cohorts, which are listed."""
    report = reports().of("semua", DAY)
    assert report.total.enrolled == 114
    assert [(r.label, r.enrolled) for r in report.section("angkatan").rows] == [
        ("2027-2", 52),
        ("2027-1", 62),
    ]
    track = report.section("jalur").rows[0]
    assert (track.label, track.enrolled, track.active, track.finished) == (
        "Pembukuan",
        None,
        102,
        51,
    )
    assert report.lines(report.section("jalur")) == (track,)
    assert report.lines(report.section("kelamin"))[-1] == report.total


def test_a_year_and_its_only_half() -> None:
    """Have the same figures."""
    people = [*some(20), *some(4, sex="L")]
    made = reports(people)
    assert made.of("2027-1", DAY).sections[0] == made.of("a1", DAY).sections[0]


def test_nobody_and_nearly_nobody() -> None:
    """An empty scope has no tables; one with three people has no figure."""
    empty = reports([]).of("semua", DAY)
    assert empty.sections == ()
    few = reports([*some(3)]).of("a1", DAY)
    shown = [row for section in few.sections for row in few.lines(section)]
    assert shown
    assert all(row == Row(row.label) for row in shown)


def test_an_unknown_scope() -> None:
    """Is an error."""
    with pytest.raises(KeyError):
        reports().of("2020", DAY)
    with pytest.raises(KeyError):
        reports().of("a1", DAY).section("umur")
