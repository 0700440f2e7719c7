"""Fetch, submit and feedback against nbgrader's own exchange."""

import errno
import json
import shutil
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from latihan.lab import exchange
from latihan.lab.places import Places

HPP = "pembukuan_03_hpp"
Answer = Callable[[str, str], None]


def _inbound(room: Places) -> list[Path]:
    return sorted((room.exchange / "lapak" / "inbound").iterdir())


def test_fetching_twice_keeps_her_answers(room: Places, answer: Answer) -> None:
    """The first call copies the release, the second finds it and touches nothing."""
    assert exchange.fetch(room, HPP) == "latihan/pembukuan_03_hpp/03_hpp.ipynb"
    answer("jawab", "biaya_bahan = 6")
    exchange.fetch(room, HPP)
    assert "biaya_bahan = 6" in (room.exercises / HPP / "03_hpp.ipynb").read_text()


def test_a_deleted_notebook_comes_back(room: Places) -> None:
    """A folder without its notebook is filled again."""
    exchange.fetch(room, HPP)
    (room.exercises / HPP / "03_hpp.ipynb").unlink()
    exchange.fetch(room, HPP)
    assert (room.exercises / HPP / "03_hpp.ipynb").is_file()


def test_an_exercise_that_is_not_open_says_so(room: Places) -> None:
    """Not a fault, only not yet."""
    with pytest.raises(exchange.ExchangeProblem, match="belum dibuka"):
        exchange.fetch(room, "pembukuan_04_harga")


def test_check_names_what_is_empty(room: Places, answer: Answer) -> None:
    """The formula by its name, the text by its heading; filled in, both are gone."""
    exchange.fetch(room, HPP)
    assert [empty.name for empty in exchange.check(room, HPP)] == ["biaya_bahan", "Soal 2. Alasan"]
    answer("jawab", "biaya_bahan = 6")
    answer("alasan", "Harga saya tetap.")
    assert exchange.check(room, HPP) == []


def test_check_without_an_exercise_tells_what_to_do(room: Places) -> None:
    """A missing or broken notebook becomes a sentence."""
    with pytest.raises(exchange.ExchangeProblem, match="tidak ditemukan"):
        exchange.check(room, HPP)
    (room.exercises / HPP).mkdir(parents=True)
    (room.exercises / HPP / "03_hpp.ipynb").write_text("{")
    with pytest.raises(exchange.ExchangeProblem, match="rusak"):
        exchange.check(room, HPP)


def test_a_submission_lies_in_inbound_under_her_name(room: Places, answer: Answer) -> None:
    """The stock layout, so that any nbgrader can collect it."""
    exchange.fetch(room, HPP)
    answer("jawab", "biaya_bahan = 6")
    receipt, new = exchange.submit(room, HPP)
    assert new
    assert receipt.number == 1
    [sent] = _inbound(room)
    assert sent.name.startswith(f"peserta01+{HPP}+{receipt.timestamp}+")
    assert "biaya_bahan = 6" in (sent / "03_hpp.ipynb").read_text()
    assert {path.name for path in sent.iterdir()} == {
        "03_hpp.ipynb",
        "timestamp.txt",
        "submission_secret.txt",
    }


def test_the_same_answers_are_sent_once(room: Places, answer: Answer) -> None:
    """A second press gives the first receipt; a changed answer gives number two."""
    exchange.fetch(room, HPP)
    first, _ = exchange.submit(room, HPP)
    assert exchange.submit(room, HPP) == (first, False)
    assert len(_inbound(room)) == 1
    answer("jawab", "biaya_bahan = 6")
    second, new = exchange.submit(room, HPP)
    assert (second.number, new) == (2, True)
    assert len(_inbound(room)) == 2
    assert exchange.last_receipt(room, HPP) == second


def test_a_judged_try_takes_no_more(room: Places, answer: Answer) -> None:
    """She is told to ask for new numbers; with these, the same formulas are a new submission."""
    exchange.fetch(room, HPP)
    first, _ = exchange.submit(room, HPP)
    record = room.variants / f"{HPP}.json"
    record.write_text('{"attempt": 1, "seed": "a", "judged": true}')
    assert exchange.submit(room, HPP) == (first, False)
    answer("jawab", "biaya_bahan = 6")
    with pytest.raises(exchange.ExchangeProblem, match="sudah dinilai"):
        exchange.submit(room, HPP)
    answer("jawab", "biaya_bahan = ...")
    record.write_text(json.dumps({"attempt": 2, "seed": "b", "since": f"{datetime.now(UTC)}"}))
    second, new = exchange.submit(room, HPP)
    assert (second.number, new) == (2, True)


def test_new_numbers_are_asked_for(room: Places) -> None:
    """By a file in her inbound folder, and only once the present try has been judged."""
    record = room.variants / f"{HPP}.json"
    request = room.exchange / "lapak/inbound" / f"baru+{HPP}"
    with pytest.raises(exchange.ExchangeProblem, match="belum dinilai"):
        exchange.begin_next(room, HPP, patience=0)
    assert not request.exists()
    record.write_text('{"attempt": 1, "seed": "a", "judged": true}')
    with pytest.raises(exchange.ExchangeProblem, match="sedang disiapkan"):
        exchange.begin_next(room, HPP, patience=0)
    assert request.exists()
    issued = '{"attempt": 2, "seed": "b", "since": "2027-01-05T00:00:00Z"}'
    threading.Timer(0.2, record.write_text, [issued]).start()
    assert exchange.begin_next(room, HPP, patience=10).number == 2


def test_a_failed_submission_leaves_nothing_half_done(
    room: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk midway: a sentence, no half copy to be graded, and the next try is number one."""
    exchange.fetch(room, HPP)
    copytree = shutil.copytree
    calls: list[object] = []

    def fills_up(source: str, target: str, **options: object) -> object:
        calls.append(target)
        if len(calls) == 2:  # the copy to inbound is done, the one to the cache is not
            Path(target).mkdir(parents=True)
            raise OSError(errno.ENOSPC, "No space left on device")
        return copytree(source, target, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(shutil, "copytree", fills_up)
    with pytest.raises(exchange.ExchangeProblem, match="penuh"):
        exchange.submit(room, HPP)
    assert len(calls) == 2
    assert _inbound(room) == []
    assert exchange.submit(room, HPP)[0].number == 1


def test_without_an_exchange_nothing_is_lost(room: Places) -> None:
    """A school that is down gives a sentence, and her notebook stays."""
    exchange.fetch(room, HPP)
    before = (room.exercises / HPP / "03_hpp.ipynb").read_bytes()
    shutil.rmtree(room.exchange)
    with pytest.raises(exchange.ExchangeProblem, match=r"belum terkirim.* tetap tersimpan"):
        exchange.submit(room, HPP)
    with pytest.raises(exchange.ExchangeProblem, match="Umpan balik belum dapat diambil"):
        exchange.feedback(room, HPP)
    assert (room.exercises / HPP / "03_hpp.ipynb").read_bytes() == before


def test_no_feedback_before_it_is_released(room: Places) -> None:
    """Neither before nor after the first submission, nor where no feedback was ever released."""
    exchange.fetch(room, HPP)
    assert exchange.feedback(room, HPP) is None
    exchange.submit(room, HPP)
    assert exchange.feedback(room, HPP) is None
    shutil.rmtree(room.exchange / "lapak" / "feedback")
    assert exchange.feedback(room, HPP) is None


def test_the_newest_feedback_is_shown(
    room: Places, answer: Answer, release_feedback: Callable[[str], None]
) -> None:
    """It says which submission it is about, how many later ones wait, and follows a second release."""
    exchange.fetch(room, HPP)
    exchange.submit(room, HPP)
    release_feedback("nilai 6")
    found = exchange.feedback(room, HPP)
    assert found is not None
    assert (found.page.read_text(), found.receipt.number, found.newer) == ("nilai 6", 1, 0)
    answer("jawab", "biaya_bahan = 6")
    exchange.submit(room, HPP)
    found = exchange.feedback(room, HPP)
    assert found is not None
    assert (found.receipt.number, found.newer) == (1, 1)
    release_feedback("nilai 10")
    found = exchange.feedback(room, HPP)
    assert found is not None
    assert (found.page.read_text(), found.receipt.number, found.newer) == ("nilai 10", 2, 0)


def test_feedback_is_not_sent_back(
    room: Places, answer: Answer, release_feedback: Callable[[str], None]
) -> None:
    """The fetched page lies in her exercise's folder and stays out of the next submission."""
    exchange.fetch(room, HPP)
    exchange.submit(room, HPP)
    release_feedback("nilai 6")
    exchange.feedback(room, HPP)
    answer("jawab", "biaya_bahan = 6")
    exchange.submit(room, HPP)
    assert not list((room.exchange / "lapak" / "inbound").rglob("*.html"))
