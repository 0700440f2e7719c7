"""Which review is answered first."""

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.marketing_reviews import Review, complaint_rate, review_topic, triage

DAY = date(2026, 11, 20)
REVIEWS = st.builds(Review, st.integers(1, 5), st.text(max_size=60), st.dates(), st.booleans())


@pytest.mark.parametrize(
    ("stars", "text", "topic"),
    [
        (1, "Sampai sudah berjamur dan bau", "keamanan"),
        (5, "enak tapi kedaluwarsanya tinggal seminggu", "keamanan"),
        (1, "Barang PALSU", "kejujuran"),
        (2, "warna tdk sesuai foto", "kejujuran"),
        (3, "empingnya remuk semua", "barang"),
        (2, "pengirimannya mengecewakan", "kiriman"),
        (3, "datangnya lama sekali", "kiriman"),
        (2, "chat tidak dibalas", "layanan"),
        (2, "kecewa", "lain"),
        (5, "packing rapi, kurir ramah", "pujian"),
        (5, "tidak ada yang rusak, mantap", "pujian"),
        (5, "gak bocor, tahan lama", "pujian"),
        (5, "kwalitas bagus, salah satu toko terbaik, model basic", "pujian"),
        (5, "", "pujian"),
    ],
)
def test_topics(stars: int, text: str, topic: str) -> None:
    """The gravest matter in the words, and no complaint in praise."""
    assert review_topic(Review(stars, text, DAY)) == topic


def test_order() -> None:
    """Danger first, then one star, then complaints, then praise; what is answered comes last."""
    rows = triage(
        [
            Review(5, "mantap", DAY),
            Review(3, "agak lama", DAY),
            Review(1, "sudah basi", DAY, answered=True),
            Review(1, "kecewa", DAY),
            Review(4, "anak saya mual", DAY),
            Review(3, "agak lama", date(2026, 11, 1)),
        ]
    )
    assert [(row.priority, row.review.stars) for row in rows] == [
        (1, 1), (1, 4), (2, 3), (2, 3), (3, 5), (4, 1),
    ]  # fmt: skip
    assert rows[2].review.day == date(2026, 11, 1), "the older of two equal ones is first"
    assert rows[-1].next_step == "Sudah dijawab."


@given(st.lists(REVIEWS))
def test_nothing_is_lost(reviews: list[Review]) -> None:
    """Every review comes back once, with a priority and a step; few stars are never left waiting."""
    rows = triage(reviews)
    assert sorted(map(repr, reviews)) == sorted(repr(row.review) for row in rows)
    for row in rows:
        assert row.next_step
        if row.review.stars <= 3 and not row.review.answered:
            assert row.priority <= 2


def test_complaint_rate() -> None:
    """Three stars count as a complaint, four do not."""
    assert complaint_rate([Review(3, "", DAY), Review(4, "", DAY)]) == 0.5
    assert complaint_rate([]) is None
    with pytest.raises(ValueError, match="stars must be"):
        triage([Review(6, "", DAY)])


def test_real_reviews(shared: Path) -> None:
    """Reviews of real sellers, labelled by people: of the negative ones 97% are found, of the positive
    ones at most 8% are taken for a complaint, and a third of all complaints at most has no topic.
    """
    path = shared / "domain" / "reviews_banten_sellers.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    topics = {"Negative": list[str](), "Positive": list[str]()}
    for row in rows:
        review = Review(int(row["Customer Rating"]), row["Customer Review"], DAY)
        topics[row["Sentiment"]].append(review_topic(review))
    negative, positive = topics["Negative"], topics["Positive"]
    assert len(negative) + len(positive) == 1092
    assert negative.count("pujian") <= 0.03 * len(negative)
    assert positive.count("pujian") >= 0.92 * len(positive)
    assert negative.count("lain") <= len(negative) / 3
