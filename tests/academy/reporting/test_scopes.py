"""What can be reported together: a tree, so that no two reports differ by chosen days."""

from __future__ import annotations

from datetime import date

from academy.reporting.scopes import CohortDays, scopes_of

END = date(2028, 12, 31)
COHORTS = [
    CohortDays(1, "A", date(2027, 1, 4), END),
    CohortDays(2, "B", date(2027, 6, 30), END),
    CohortDays(3, "C", date(2027, 7, 1), END),
    CohortDays(4, "D", date(2028, 2, 1), END),
]


def test_each_is_the_sum_of_its_parts() -> None:
    """And no cohort is in two of them."""
    scopes = scopes_of(COHORTS, has_others=True)
    for scope in scopes.values():
        parts = [scopes[key].cohorts for key in scope.parts]
        if parts:
            assert sum(map(len, parts)) == len(scope.cohorts)
            assert frozenset().union(*parts) == scope.cohorts
    assert scopes["semua"].cohorts == {0, 1, 2, 3, 4}
    assert scopes["2027-1"].cohorts == {1, 2}
    assert list(scopes) == [
        *("semua", "2028", "2028-1", "2027", "2027-2", "2027-1", "a4", "a3", "a2", "a1", "a0")
    ]


def test_a_school_without_cohorts() -> None:
    """Has one report."""
    assert list(scopes_of([])) == ["semua"]
    assert scopes_of([])["semua"].said() == "Semua angkatan"


def test_what_they_are_called() -> None:
    """In the reader's language."""
    scopes = scopes_of(COHORTS)
    assert scopes["a3"].said() == "Angkatan C"
    assert scopes["2027-2"].said(lambda _: "from July, {}") == "from July, 2027"
