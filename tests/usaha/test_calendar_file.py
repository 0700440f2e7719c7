"""Calendar files, read as RFC 5545 says."""

from datetime import date

import pytest

from usaha.calendar_file import calendar_file
from usaha.rules import find_rule
from usaha.tax import final_income_tax
from usaha.tax_calendar import Duty, permit_duties, tax_duties

CASE = date(2026, 11, 24)


def unfolded(text: str) -> list[str]:
    """Put folded lines together again, as a phone does."""
    return text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")


def test_every_duty_is_an_event() -> None:
    """Tax of November and December and the return: three all-day events with a reminder each."""
    sales = {date(2026, 1, 1): 500_000_000, date(2026, 11, 1): 42_000_000, date(2026, 12, 1): 1_000}
    months, _ = final_income_tax(sales)
    lines = unfolded(calendar_file(tax_duties(months), CASE))
    assert [line for line in lines if line.startswith("DTSTART")] == [
        "DTSTART;VALUE=DATE:20261215",
        "DTSTART;VALUE=DATE:20270115",
        "DTSTART;VALUE=DATE:20270331",
    ]
    assert "SUMMARY:Setor PPh final November 2026 Rp210.000." in lines
    assert "SUMMARY:Laporkan SPT Tahunan 2026\\, walau pajaknya nol." in lines
    assert lines.count("TRIGGER:-P3D") == lines.count("BEGIN:VALARM") == 3
    for kind in ("VCALENDAR", "VEVENT", "VALARM"):
        assert lines.count(f"BEGIN:{kind}") == lines.count(f"END:{kind}") > 0


def test_lines_are_short_and_end_as_they_must() -> None:
    """No line has more than 75 octets, also with letters of several octets; nothing is lost."""
    rule = find_rule("halal_umk_food_deadline", CASE)
    what = "Perpanjang; periksa, lalu cetak – “" + "é" * 90 + "”\\selesai\nbesok"
    text = calendar_file([Duty(CASE, what, rule)], CASE)
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\n" not in text.replace("\r\n", "")
    summary = next(line for line in unfolded(text) if line.startswith("SUMMARY:"))
    read = summary.removeprefix("SUMMARY:").replace("\\n", "\n")
    for character in (",", ";", "\\"):
        read = read.replace(f"\\{character}", character)
    assert read == what


def test_the_same_duty_keeps_its_identity() -> None:
    """A file made later, or with another amount, changes the entry and adds none."""

    def identities(sales: int, on: date) -> list[str]:
        months, _ = final_income_tax({date(2026, 1, 1): sales})
        lines = unfolded(calendar_file(tax_duties(months), on))
        return [line for line in lines if line.startswith("UID:")]

    before = identities(600_000_000, CASE)
    assert before == identities(700_000_000, date(2026, 12, 1))
    assert len(set(before)) == 2


@pytest.mark.parametrize("sells_food", [True, False])
def test_an_unsure_rule_is_marked(sells_food: bool) -> None:
    """Where the source is unsure the event says so; without duties the file is still whole."""
    duties = permit_duties(CASE, sells_food=sells_food)
    text = " ".join(unfolded(calendar_file(duties, CASE)))
    assert ("Menurut PP 42/2024 pasal 160." in text) == sells_food
    online = permit_duties(CASE, sells_online_since=date(2024, 1, 1))
    assert "Menurut Permendag 19/2026\\, belum diperiksa. Pastikan lagi." in " ".join(
        unfolded(calendar_file(online, CASE))
    )
