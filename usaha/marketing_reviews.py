"""Which review to answer first, and why: triage by danger, stars and age."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

# Word stems as buyers write them; a word may end differently ("rusaknya", "telatnya").
TOPICS: Final = {
    "keamanan": r"basi\b|jamur|berjamur|keracunan|mual|sakit perut|diare|kedaluwarsa|kadaluarsa|expired"
    r"|pecahan kaca|serpihan|belatung|ulat\b|alergi|gatal|luka",
    "kejujuran": r"palsu|kw\b|tipu|penipu|tertipu|bohong|(tidak|tdk|gak|ga|nggak) (se)?sesuai|beda dengan"
    "|(tidak|tdk|gak|ga|nggak|bukan) (ori|asli)",
    "barang": "rusak|pecah|hancur|remuk|cacat|sobek|robek|bolong|penyok|bocor|apek|tengik|luntur|jelek"
    r"|mati\b|(tidak|tdk|gak|ga|nggak) (berfungsi|bisa|nyala|lengkap|enak)|kurang (lengkap|satu|1)|salah(?! satu)"
    "|kekecilan|kebesaran|cepat putus|lecet",
    "kiriman": "telat|terlambat|lambat|(?<!tahan )lama|belum (sampai|datang|dikirim)|nyasar",
    "layanan": "(tidak|tdk|gak|ga|nggak|slow|lambat) (dibalas|respon|ramah)|jutek|balasnya lama",
}
# Nobody says in praise only that these were there; in a complaint they name what went wrong.
_IN_COMPLAINTS: Final = {
    "kiriman": "packing|kemas|bungkus|kurir|ekspedisi|kirim|pengirim",
    "layanan": "admin",
}
_PATTERNS: Final = {topic: re.compile(rf"\b({stems})") for topic, stems in TOPICS.items()}
_MORE_PATTERNS: Final = {
    topic: re.compile(rf"\b(pe|di)?({stems})") for topic, stems in _IN_COMPLAINTS.items()
}
_DENIED: Final = re.compile(
    r"\b(tidak|tdk|gak|ga|nggak|ngga|no|tanpa|bukan|anti|belum)( ada)?( yang| yg)?\s$"
)
_STEPS: Final = {
    "keamanan": "Jawab hari ini: minta maaf, minta foto dan kode kemasan, hentikan penjualan "
    "kemasan yang sama.",
    "kejujuran": "Jawab hari ini: minta foto, bandingkan dengan halaman toko, tawarkan tukar atau "
    "uang kembali.",
    "barang": "Minta maaf, minta foto, tawarkan barang pengganti.",
    "kiriman": "Minta maaf, jelaskan kirimannya, dan sebut apa yang Anda ubah.",
    "layanan": "Minta maaf dan jawab pertanyaan yang tertinggal.",
    "lain": "Ucapkan terima kasih dan tanyakan apa yang kurang.",
    "pujian": "Ucapkan terima kasih dengan menyebut produknya.",
}
COMPLAINT_STARS: Final = 3
"""So many stars or fewer are a complaint."""


class Review(NamedTuple):
    """One review as the platform shows it; `stars` from 1 to 5."""

    stars: int
    text: str
    day: date
    answered: bool = False


class Triage(NamedTuple):
    """What to do with a review.

    Attributes:
        review: itself.
        priority: 1 answer today, 2 within two days, 3 this week, 4 nothing to do.
        topic: a key of `TOPICS`, ``lain`` or ``pujian``.
        next_step: an Indonesian sentence.
    """

    review: Review
    priority: int
    topic: str
    next_step: str


def review_topic(review: Review) -> str:
    """Say what a review is about: the gravest matter that its words name.

    Praise needs more than three stars and no word of danger; complaints are read in any review,
    because people also give five stars and write that something was broken.

    Example:
        >>> review_topic(Review(5, "Enak, tapi kemasannya sobek", date(2026, 11, 20)))
        'barang'
        >>> review_topic(Review(5, "Mantap", date(2026, 11, 20)))
        'pujian'
    """
    text = " ".join(review.text.lower().split())
    for topic, pattern in _PATTERNS.items():
        if any(not _DENIED.search(text[: match.start()]) for match in pattern.finditer(text)):
            return topic
    if review.stars > COMPLAINT_STARS:
        return "pujian"
    return next((topic for topic, words in _MORE_PATTERNS.items() if words.search(text)), "lain")


def triage(reviews: Iterable[Review]) -> tuple[Triage, ...]:
    """Order reviews by what must be answered first; of equal ones the oldest comes first.

    Raises:
        ValueError: a review has not 1 to 5 stars.

    Example:
        >>> day = date(2026, 11, 20)
        >>> for row in triage([Review(5, "Mantap", day), Review(2, "Sampai sudah berjamur", day)]):
        ...     print(row.priority, row.topic, row.next_step[:12])
        1 keamanan Jawab hari i
        3 pujian Ucapkan teri
    """
    rows = (_triage(review) for review in reviews)
    return tuple(sorted(rows, key=lambda row: (row.priority, row.review.stars, row.review.day)))


def _triage(review: Review) -> Triage:
    if not 1 <= review.stars <= 5:
        raise ValueError(f"stars must be from 1 to 5: {review.stars}")
    topic = review_topic(review)
    if review.answered:
        return Triage(review, 4, topic, "Sudah dijawab.")
    return Triage(review, _priority(review, topic), topic, _STEPS[topic])


def _priority(review: Review, topic: str) -> int:
    if topic == "keamanan" or (topic == "kejujuran" and review.stars <= COMPLAINT_STARS):
        return 1
    if review.stars == 1:
        return 1
    return 2 if review.stars <= COMPLAINT_STARS else 3


def complaint_rate(reviews: Sequence[Review]) -> Decimal | None:
    """Give the share of reviews with three stars or fewer; None without reviews.

    Example:
        >>> day = date(2026, 11, 20)
        >>> complaint_rate([Review(stars, "", day) for stars in (1, 3, 4, 5)])
        Decimal('0.5')
    """
    if not reviews:
        return None
    return Decimal(sum(review.stars <= COMPLAINT_STARS for review in reviews)) / len(reviews)
