"""The questions of one exercise, as a group or all trainees answered them: what misleads, what teaches."""

from __future__ import annotations

from typing import cast

from sqlalchemy import select
from tornado import web

from academy.catalog import Exercise
from academy.progress import store
from academy.progress.items import Item, analyse
from academy.progress.models import Attempt
from academy.web import rights
from academy.web.progress_group import people_of
from academy.web.progress_pages import ProgressPage
from academy.web.rights import OPERATOR, STAFF
from latihan.variants import load_unit

EVERYBODY = "semua"
SHOWN = 3  # mistakes of a question
# Of thirty thousand tries only what the analysis asks for: rows with these names are read in half the time.
COLUMNS = (
    *(Attempt.user_name, Attempt.handed_in, Attempt.score, Attempt.points),
    *(Attempt.answers, Attempt.minutes),
)
REMARKS = {
    "belum_ada": "jawaban tidak ada",
    "belum_tepat": "jawaban lain, tanpa kekeliruan yang dikenal",
    "berhenti": "program berhenti sebelum sampai ke sini",
    "bukan_angka": "bukan satu angka",
    "bukan_huruf": "hurufnya kurang, lebih, atau lain",
    "bukan_pilihan": "bukan salah satu pilihan",
    "bukan_tanggal": "bukan tanggal",
    "koma_desimal": "memakai koma desimal",
    "kosong": "tidak diisi",
    "persen_bukan_pecahan": "persen ditulis tanpa dibagi 100",
    "sebagian": "sebagian benar",
    "tanda_terbalik": "tandanya terbalik",
    "tanggal_tertukar": "hari dan bulan tertukar",
    "teks": "teks, bukan angka",
    "tidak_jalan": "rumusnya tidak bisa dihitung",
    "titik_ganda": "memakai titik ribuan",
    "titik_ribuan": "titik ribuan terbaca sebagai koma",
    "toko_lain": "angka dari toko peserta lain",
    "ukuran": "terlalu besar atau terlalu kecil",
}


class Items(ProgressPage):
    """The analysis of one exercise."""

    roles = STAFF

    async def get(self, whose: str, assignment: str) -> None:
        """Show it for a group, or for everybody to the office."""
        named = {each.assignment: each for each in self.catalog.exercises}
        if assignment not in named:
            raise web.HTTPError(404)
        self.show("progress_items.html", **await self.apart(self._look, whose, named[assignment]))

    def _look(self, whose: str, exercise: Exercise) -> dict[str, object]:
        group, tried = None, []
        if whose != EVERYBODY:
            with self.store.reading() as session:
                group, people = people_of(session, self.me, int(whose))
            with self.progress.reading() as session:
                names = [person.user_name for person in people]
                tried = store.attempts(session, names, exercise.assignment)
        elif self.me.role == OPERATOR:
            with self.progress.reading() as session:
                wanted = select(*COLUMNS).where(Attempt.assignment == exercise.assignment)
                tried = cast("list[Attempt]", session.execute(wanted).all())
        else:
            raise rights.NotHers(whose)
        analysis = analyse(exercise.assignment, tried, self.catalog.mastery)
        told = [(item, _told(exercise.assignment, item)) for item in analysis.items]
        return {"group": group, "exercise": exercise, "analysis": analysis, "items": told}


def _told(assignment: str, item: Item) -> list[tuple[str, int]]:
    """Give the most frequent mistakes of a question in words: the hint that those people read."""
    question = load_unit(assignment).question(item.name)
    hints = {mistake.id: mistake.hint for mistake in question.mistakes} if question else {}
    told = [(hints.get(name) or REMARKS.get(name, name), times) for name, times in item.mistakes]
    return told[:SHOWN]


routes = [(r"pendampingan/(\d{1,9}|semua)/soal/([a-z0-9_]{3,80})", Items)]
