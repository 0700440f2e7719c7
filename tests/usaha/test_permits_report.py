"""Permits in words."""

from datetime import date, timedelta

import pytest

from usaha.permits import Decision, Product, needed_permit, permit_steps
from usaha.permits_report import (
    cautions,
    halal_row,
    next_step_sentence,
    nib_row,
    permit_row,
    size_row,
)

CASE = date(2026, 11, 24)
HALAL = date(2026, 10, 17)
UNTIL = date(2027, 3, 25)
FOOD = Product(food=True, days=90)


def test_the_next_step_is_the_first_that_is_left() -> None:
    """With its last day where that is the NIB's; by hand: 7 + 30 + 31 + 31 + 28 + 25 - 1 = 121."""
    steps = permit_steps("PIRT")
    assert next_step_sentence(steps, UNTIL, CASE) == (
        "Langkah berikutnya: Daftar NIB di laman OSS (paling lambat 25 Maret 2027, 121 hari lagi)."
    )
    assert next_step_sentence(steps, None, CASE) == "Langkah berikutnya: Daftar NIB di laman OSS."
    late = next_step_sentence(steps, CASE - timedelta(1), CASE)
    assert late.endswith("(sudah lewat sejak 23 November 2026).")
    second = next_step_sentence(permit_steps("PIRT", ["nib"]), UNTIL, CASE)
    assert second == "Langkah berikutnya: Urus nomor PIRT lewat Dinas Kesehatan."
    everything = permit_steps("PIRT", ["nib", "izin", "halal", "label"])
    assert next_step_sentence(everything, UNTIL, CASE) == (
        "Semua izin yang ditanya di sini sudah ada."
    )


@pytest.mark.parametrize(
    ("product", "have", "nib_until", "halal_from", "starts"),
    [
        (FOOD, [], CASE - timedelta(1), HALAL, ["Batas waktu NIB", "Sertifikat halal"]),
        (FOOD, [], CASE, CASE, ["Sertifikat halal"]),
        (FOOD, [], None, CASE + timedelta(1), []),
        (FOOD, ["nib", "halal"], CASE - timedelta(1), HALAL, []),
        (Product(food=False), [], None, HALAL, []),
    ],
)
def test_what_is_late_or_obligatory(
    product: Product, have: list[str], nib_until: date | None, halal_from: date, starts: list[str]
) -> None:
    """The last day itself is not late, the first day of the duty is obligatory; what is there is not named."""
    steps = permit_steps(needed_permit(product).permit, have)
    found = cautions(product, steps, CASE, nib_until=nib_until, halal_from=halal_from)
    assert [text[: len(start)] for text, start in zip(found, starts, strict=True)] == starts


def test_how_the_permit_was_found() -> None:
    """No raw code; who answers all four with no was asked four questions."""
    assert permit_row(Decision("SIAP_SAJI", 2, ""))[1:] == ("pertanyaan 2", "laik higiene")
    assert permit_row(Decision("MD", 5, ""))[1:] == ("pertanyaan 4", "izin MD")


def test_from_which_day_a_nib_counts() -> None:
    """Earlier shops from the rule's first day, newer ones from their own; nobody else has a day."""
    old = nib_row(date(2024, 3, 1), date(2027, 12, 8), CASE, 18, 6)
    assert old[1:] == ("toko lama: 8 Juni 2026 + 18 bulan", "8 Desember 2027")
    new = nib_row(date(2026, 6, 8), date(2026, 12, 8), CASE, 18, 6)
    assert new[1:] == ("toko baru: 8 Juni 2026 + 6 bulan", "8 Desember 2026")
    assert nib_row(date(2026, 6, 8), None, CASE, 18, 6).result == "tidak ada tanggal"


def test_whether_halal_is_obligatory() -> None:
    """From its first day on, and for food and drink only."""
    assert halal_row(FOOD, HALAL, HALAL).result == "sudah wajib"
    before = halal_row(FOOD, HALAL, date(2026, 10, 16))
    assert before[1:] == ("16 Oktober 2026 sebelum 17 Oktober 2026", "belum wajib")
    assert halal_row(Product(food=False), HALAL, CASE).result == "tidak dihitung"


@pytest.mark.parametrize(
    ("sales", "size"),
    [(500, "mikro"), (501, "kecil"), (1_001, "menengah"), (50_000_000_001, "besar")],
)
def test_how_large_it_is(sales: int, size: str) -> None:
    """By her own limits and the law's; a limit itself belongs to the smaller class."""
    row = size_row(sales, CASE, 500, 1_000)
    assert row.result == f"usaha {size}"
    assert row.formula.endswith("mikro sampai Rp500, kecil sampai Rp1.000")
