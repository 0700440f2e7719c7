"""The language of the hour: Indonesian unless told, sentences from a catalogue where there is one."""

from __future__ import annotations

from pathlib import Path

from usaha.dates import format_date, parse_date
from usaha.language import _, speaking
from usaha.money import format_number, format_percent, format_rupiah, format_short

CLONE = Path(__file__).resolve().parents[2]


def test_indonesian_is_as_it_is_written(words: None) -> None:
    """Also where a catalogue is there, and again after another language was spoken."""
    with speaking("en"):
        assert _("Bahan") == "Materials"
    assert _("Bahan") == "Bahan"
    assert _("Biaya satu {unit}", unit="{kg}") == "Biaya satu {kg}"


def test_without_a_catalogue_nothing_is_lost() -> None:
    """An unknown sentence, and one of a language without a catalogue, stays Indonesian."""
    with speaking("en"):
        assert _("Tidak ada di mana pun.") == "Tidak ada di mana pun."


def test_english_has_its_own_numbers_and_days(words: None) -> None:
    """Commas between thousands, a point before decimals, English months; both kinds are read."""
    from datetime import date

    with speaking("en"):
        assert format_rupiah(1_250_000) == "Rp1,250,000"
        assert format_percent(0.005) == "0.5%"
        assert (format_number(1250.5), format_short(1_500_000)) == ("1,250.5", "1.5 million")
        assert format_date(date(2026, 12, 8)) == "8 December 2026"
        assert parse_date("8 December 2026") == parse_date("8 Desember 2026") == date(2026, 12, 8)
        assert parse_date("8 March 2026") == date(2026, 3, 8)
    assert format_rupiah(1_250_000) == "Rp1.250.000"
