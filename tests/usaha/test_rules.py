"""The dated table of legal and tariff figures."""

import csv
import os
import re
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from academy.translations import compile_catalogues
from usaha.rules import (
    Kind,
    RuleNotInForceError,
    UnknownRuleError,
    all_rules,
    cautions,
    find_rule,
    read_rules,
    select_rule,
)

CLONE = Path(__file__).resolve().parents[2]
CASE_DATE = date(2026, 11, 23)
HEADER = (
    "key,kind,topic,value,unit,instrument,effective_from,effective_to,"
    "status,confidence,checked_on,note"
)
TWO_STRETCHES = [
    HEADER,
    "fee,amount,Fee,1000,IDR,Page,2025-01-01,2025-12-31,in force,source,,",
    "fee,amount,Fee,1250,IDR,Page,2026-01-01,,in force,source,2026-11-23,",
]


def test_every_rule_has_a_source_and_can_be_read() -> None:
    """Each row has a value of its kind, an instrument, and is found on its first day."""
    assert len(all_rules()) > 30
    for rule in all_rules():
        assert rule.instrument
        assert find_rule(rule.key, rule.effective_from) is rule
        if rule.kind in ("rate", "amount"):
            assert rule.number >= 0
        if rule.kind == "rate":
            assert rule.number < 1


@pytest.mark.parametrize(
    ("key", "number"),
    [
        ("pph_final_rate", "0.005"),
        ("pph_final_exempt_turnover", "500000000"),
        ("vat_rate_effective", "0.11"),
        ("kur_rate", "0.06"),
        ("shopee_order_fee", "1250"),
        ("umk_pandeglang_2026", "3360078.06"),
    ],
)
def test_golden_figures_on_the_case_date(key: str, number: str) -> None:
    """Figures read by hand from their instruments."""
    assert find_rule(key, CASE_DATE).number == Decimal(number)


def test_other_kinds() -> None:
    """A range has two ends, a date is a date, and neither passes for a number."""
    assert find_rule("shopee_admin_food", CASE_DATE).value == (Decimal("0.065"), Decimal("0.10"))
    halal = find_rule("halal_umk_food_deadline", CASE_DATE)
    assert halal.value == date(2026, 10, 17)
    with pytest.raises(TypeError, match="is a date, not a number"):
        _ = halal.number


def test_before_and_after() -> None:
    """Outside of its dates a rule is not used silently."""
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    assert find_rule("ump_banten_2026", first).number == find_rule("ump_banten_2026", last).number
    for day in (first - timedelta(days=1), last + timedelta(days=1)):
        with pytest.raises(RuleNotInForceError, match="2026-01-01 to 2026-12-31"):
            find_rule("ump_banten_2026", day)


def test_unknown_key_names_the_nearest() -> None:
    """A slip in a key is answered with the keys that look like it."""
    with pytest.raises(UnknownRuleError, match="kur_micro_max, kur_rate"):
        find_rule("kur_rte", CASE_DATE)


def test_unsure_figures_stay_marked() -> None:
    """What was only read in the press, or may have changed, is not certain."""
    unsure = {rule.key for rule in all_rules() if not rule.certain}
    assert {"pph_final_rate", "pph22_marketplace_rate", "kur_rate", "shopee_order_fee"} <= unsure
    assert find_rule("vat_registration_threshold", CASE_DATE).status == "in force"
    assert "vat_registration_threshold" in unsure, "only read in the press"
    assert find_rule("vat_rate_effective", CASE_DATE).certain


def test_says_when_it_was_checked() -> None:
    """An empty day of checking reads "belum diperiksa", a day is written out."""
    old, new = read_rules(TWO_STRETCHES)
    assert old.checked_label == "belum diperiksa"
    assert new.checked_label == "diperiksa 23 November 2026"


def test_one_key_may_have_several_stretches() -> None:
    """The day decides which value counts, to the day."""
    rules = read_rules(TWO_STRETCHES)
    assert select_rule(rules, "fee", date(2025, 12, 31)).number == 1000
    assert select_rule(rules, "fee", date(2026, 1, 1)).number == 1250
    with pytest.raises(RuleNotInForceError, match="2025-01-01 to 2025-12-31; 2026-01-01 to now"):
        select_rule(rules, "fee", date(2024, 12, 31))


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("2025-12-31", "2026-01-01", "two values on 2026-01-01"),
        (",amount,", ",price,", "unknown kind 'price'"),
        (",1250,", ",murah,", "'fee' cannot be read"),
        ("2026-01-01", "2026-13-01", "'fee' cannot be read"),
    ],
)
def test_refuses_a_broken_table(old: str, new: str, error: str) -> None:
    """A table that contradicts itself or cannot be read names the row."""
    with pytest.raises(ValueError, match=error):
        read_rules([line.replace(old, new) for line in TWO_STRETCHES])


def test_no_row_has_a_stray_comma() -> None:
    """Every row has as many cells as the header."""
    lines = files("usaha").joinpath("rules.csv").read_text(encoding="utf-8").splitlines()
    assert {len(row) for row in csv.reader(lines)} == {len(HEADER.split(","))}


def test_every_row_is_well_formed() -> None:
    """Each row says what, since when, from where, how sure, and holds together."""
    for rule in all_rules():
        assert rule.kind in get_args(Kind)
        assert rule.topic
        assert rule.unit
        assert rule.status in {"in force", "check status", "changes often"}, rule.key
        assert rule.confidence in {"source", "secondary"}, rule.key
        assert rule.effective_to is None or rule.effective_from <= rule.effective_to
        assert rule.checked_on is None or rule.checked_on >= rule.effective_from
        assert rule.shown
        if rule.kind == "range":
            low, high = rule.bounds
            assert 0 <= low < high < 1


def test_a_doubt_in_the_words_is_a_doubt_on_the_screen() -> None:
    """Nothing whose own row says "verify" counts as certain."""
    for rule in all_rules():
        if "verify" in f"{rule.topic} {rule.unit} {rule.note}":
            assert not rule.certain, rule.key


def test_instruments_are_named_in_indonesian() -> None:
    """Whoever reads the source of a figure reads no English."""
    labels = {rule.instrument_label for rule in all_rules()}
    assert "PP 7/2021 pasal 35" in labels
    assert "PP 55/2022 dengan perubahan PP 20/2026" in labels
    assert not [label for label in labels if re.search(r"art\.|amended|centre", label)]


def test_english_says_what_kind_of_law_it_is(tmp_path: Path) -> None:
    """A process that speaks English keeps the laws' names and adds what they are."""
    compile_catalogues(CLONE, tmp_path)
    program = (
        "import sys; from pathlib import Path; from usaha.language import find_words\n"
        "find_words(Path(sys.argv[1])); from usaha.rules import all_rules\n"
        "print(*(f'{r.shown}; {r.instrument_label}; {r.caution}' for r in all_rules()), sep='\\n')"
    )
    said = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)],
        cwd=CLONE,
        env=os.environ | {"LAPAK_LANGUAGE": "en"},
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert "0.5%; government regulation (PP) 55/2022 as amended by government" in said
    assert "Rp500,000,000; law (UU) 7/2021; \n" in said
    assert "6.5% to 10%; Shopee seller centre; Check again: 6.5% to 10% by Shopee" in said
    assert "(not checked yet)" in said
    assert not re.search(r"sampai|pasal|periksa|HPP|Pastikan", said)


def test_nothing_of_the_collected_figures_is_missing(shared: Path) -> None:
    """Every key that was collected for the domain is here, with its value and its dates."""
    ours = {rule.key for rule in all_rules()}
    with (shared / "domain" / "rules.csv").open(encoding="utf-8", newline="") as file:
        collected = list(csv.DictReader(file))
    assert {row["key"] for row in collected} <= ours
    lines = files("usaha").joinpath("rules.csv").read_text(encoding="utf-8").splitlines()
    own = {row["key"]: row for row in csv.DictReader(lines)}
    for row in collected:
        for column in ("value", "instrument", "effective_from", "effective_to", "confidence"):
            assert own[row["key"]][column] == row[column], (row["key"], column)


def test_a_range_is_never_one_number() -> None:
    """A range has bounds and no number; a number has no bounds."""
    rule = find_rule("shopee_admin_food", CASE_DATE)
    assert rule.bounds == (Decimal("0.065"), Decimal("0.10"))
    assert rule.shown == "6,5% sampai 10%"
    with pytest.raises(TypeError, match="is a range, not a number"):
        _ = rule.number
    with pytest.raises(TypeError, match="is a rate, not a range"):
        _ = find_rule("kur_rate", CASE_DATE).bounds


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("pph_final_rate", "0,5%"),
        ("shopee_order_fee", "Rp1.250"),
        ("halal_umk_food_deadline", "17 Oktober 2026"),
        ("pdp_breach_notice", "72"),
        ("qris_mdr_micro_small_tx", "0%"),
        ("nib_online_sellers", "6 months new / 18 months existing from 2026-06-08"),
    ],
)
def test_figures_as_people_read_them(key: str, shown: str) -> None:
    """Percent, rupiah, days and plain numbers are printed the Indonesian way."""
    assert find_rule(key, CASE_DATE).shown == shown


def test_cautions_come_once_and_only_for_the_unsure() -> None:
    """The sentence beside a result names figure, source and that nobody has checked it."""
    sure, unsure = find_rule("vat_rate_effective", CASE_DATE), find_rule("kur_rate", CASE_DATE)
    assert sure.caution == ""
    assert cautions([unsure, sure, unsure]) == (
        "Pastikan lagi: 6% menurut Permenko 1/2026 (belum diperiksa).",
    )
