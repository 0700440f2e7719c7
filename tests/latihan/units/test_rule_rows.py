"""Tests of the rows that say where a figure of law is from."""

from __future__ import annotations

from latihan.units.rule_rows import CASE_DAY, rule, sources


def test_a_sure_rule_carries_no_doubt_and_an_unsure_one_does() -> None:
    """Each rule has its line; doubt is said where there is some."""
    named = {"Usaha mikro": "umkm_micro_sales_max", "Bunga": "kur_rate"}
    sure, unsure = repr(sources(named)).splitlines()[-2:]
    assert rule("umkm_micro_sales_max").certain
    assert not rule("kur_rate").certain
    assert "Pastikan lagi" not in sure
    assert unsure.endswith("Pastikan lagi sebelum dipakai")


def test_rules_are_those_of_the_case_day() -> None:
    """All cases play on one day."""
    assert str(CASE_DAY) == "2026-11-23"
    assert rule("halal_umk_food_deadline").covers(CASE_DAY)
