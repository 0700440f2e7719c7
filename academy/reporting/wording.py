"""What a report says in words: its first sentence, the titles of tables, how each number is defined."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from academy.reporting import scopes
from academy.reporting.columns import PEOPLE, TRACKS, written
from academy.reporting.report import LABELS, NOT_SAID, TOTAL, Report, Row
from academy.reporting.tables import BUSINESS, SEX
from usaha.dates import format_date

Translator = Callable[[str], str]

TITLE: Final = "Laporan hasil pelatihan"
SECTIONS: Final = {
    "kabupaten": "Menurut kabupaten/kota",
    "kelamin": "Menurut jenis kelamin",
    "usaha": "Menurut jenis usaha",
    "angkatan": "Menurut angkatan",
    "jalur": "Menurut jalur",
}
HEADS: Final = {
    "kabupaten": "Kabupaten/kota",
    "kelamin": "Jenis kelamin",
    "usaha": "Jenis usaha",
    "angkatan": "Angkatan",
    "jalur": "Jalur",
}
CHART: Final = "Terdaftar, aktif, dan selesai menurut kabupaten/kota"
RISES: Final = "Dari uji awal ke uji akhir"
MEANING: Final = "Arti angka"
NOBODY: Final = "Belum ada peserta yang terdaftar di sini."
FEW: Final = "Yang terdaftar terlalu sedikit untuk dilaporkan tanpa membuka data orang."
ENROLLED: Final = "{} peserta terdaftar"
ACTIVE: Final = "{} di antaranya aktif"
FINISHED: Final = "{} sudah menyelesaikan sedikitnya satu jalur"
GAIN: Final = (
    "Nilai uji naik rata-rata {} poin persen (selang keyakinan 95%: {} sampai {}; {} orang)."
)
NO_GAIN: Final = "Kenaikan nilai belum dapat dilaporkan."
LEGEND: Final = (
    "Tanda – berarti angka tidak ditampilkan: artinya kurang dari lima orang, atau angka lain yang dapat "
    "dipakai untuk menghitung angka sekecil itu. Keduanya sengaja tidak dibedakan. Baris tanpa peserta tidak dicantumkan."
)
DEFINITIONS: Final = (
    ("Terdaftar", "Peserta yang pernah didaftarkan, termasuk yang akunnya ditutup atau dihapus."),
    ("Aktif", "Pernah mengirim sedikitnya satu latihan atau uji sebelum angkatannya berakhir."),
    ("Selesai", "Menguasai semua unit dari sedikitnya satu jalur. Sebuah unit dikuasai bila percobaan terbaik mencapai {}% poin."),
    ("Ikut kedua uji", "Mengerjakan uji awal dan uji akhir dari jalur yang sama; yang dihitung percobaan pertama."),
    ("Kenaikan", "Rata-rata nilai uji akhir dikurangi uji awal orang yang sama, dalam poin persen; yang mengikuti beberapa jalur dihitung satu kali dengan rata-ratanya. Selang keyakinan 95% menurut uji t berpasangan. Tanpa kelompok pembanding, kenaikan belum membuktikan pengaruh pelatihan."),
    ("Nilai rubrik", "Rata-rata bagian poin yang diberikan pendamping untuk tugas yang dinilai dengan rubrik."),
    ("Jalur", "Satu orang dapat mengikuti beberapa jalur, jadi angka per jalur tidak dapat dijumlahkan."),
    ("Data yang dihapus", "Orang yang datanya dihapus tetap dihitung sebagai terdaftar, dan aktif bila pernah mendapat nilai. Jenis usahanya, uji, dan penyelesaiannya tidak disimpan lagi."),
)  # fmt: skip


def lead(report: Report, t: Translator = str, language: str = "id") -> str:
    """Say in one or two sentences what came of the training.

    Args:
        report: of a scope.
        t: gives sentences in the reader's language.
        language: of the figures, `id` or `en`.
    """
    total = report.total
    if total.enrolled is None:
        return t(FEW if report.sections else NOBODY)
    parts = [t(ENROLLED).format(written(total.enrolled, language))]
    parts += [t(text).format(written(n, language)) for text, n in _of_them(total) if n is not None]
    return f"{', '.join(parts)}. {_gained(total, t, language)}"


def _of_them(total: Row) -> tuple[tuple[str, int | None], ...]:
    return ((ACTIVE, total.active), (FINISHED, total.finished))


def _gained(total: Row, t: Translator, language: str) -> str:
    found = total.gain
    if found is None:
        return t(NO_GAIN)
    figures = (found.points, found.low, found.high)
    said = [written(round(figure, 1), language) for figure in figures]
    return t(GAIN).format(*said, written(total.paired, language))


def about(report: Report) -> str:
    """Say in Indonesian what a report is about, and of which day it is."""
    return f"{report.scope.said()}, keadaan {format_date(report.day)}"


def definitions(report: Report, t: Translator = str) -> Iterator[tuple[str, str]]:
    """Give each number's name and how it is defined."""
    for name, text in DEFINITIONS:
        yield t(name), t(text).format(report.mastery) if "{}" in text else t(text)


def sentences() -> set[str]:
    """Give all that has to stand in the tables of English."""
    single = {
        TITLE,
        CHART,
        RISES,
        MEANING,
        NOBODY,
        FEW,
        ENROLLED,
        ACTIVE,
        FINISHED,
        GAIN,
        NO_GAIN,
        LEGEND,
    }
    pairs = {text for pair in DEFINITIONS for text in pair}
    heads = {column.title for column in (*PEOPLE, *TRACKS)}
    patterns = {scopes.EVERY, scopes.YEAR, *scopes.HALVES, scopes.ONE, scopes.NONE}
    labels = {NOT_SAID, TOTAL, *LABELS[SEX].values(), *LABELS[BUSINESS].values()}
    return single | pairs | heads | patterns | labels | {*SECTIONS.values(), *HEADS.values()}
