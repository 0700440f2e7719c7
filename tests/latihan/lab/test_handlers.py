"""The addresses that the buttons call, on a real server."""

from collections.abc import Callable
from typing import Any

from latihan.lab.handlers import PAPER

HPP = "pembukuan_03_hpp"


def test_a_day_over_http(
    lab: Any, answer: Callable[[str, str], None], release_feedback: Callable[[str], None]
) -> None:
    """Lessons, fetch, check, submit, status and feedback, as the browser asks for them."""
    status, _, lessons = lab.call("lapak/lessons")
    assert status == 200
    assert lessons["user"] == "peserta01"
    titles = [lesson["title"] for lesson in lessons["lessons"]]
    assert titles == ["Uji Awal Pembukuan", "Menghitung HPP"]

    assert lab.call(f"lapak/status/{HPP}", b"{}")[2] == {
        "receipt": None,
        "try": {"number": 1, "judged": False},
        "note": "",
    }
    assert lab.call(f"lapak/fetch/{HPP}", b"{}")[2] == {"path": f"latihan/{HPP}/03_hpp.ipynb"}
    empty = lab.call(f"lapak/check/{HPP}", b"{}")[2]["empty"]
    assert [answer["cell"] for answer in empty] == ["jawab", "alasan"]

    answer("jawab", "biaya_bahan = 6")
    sent = lab.call(f"lapak/submit/{HPP}", b"{}")[2]
    assert (sent["receipt"]["number"], sent["new"]) == (1, True)
    assert lab.call(f"lapak/status/{HPP}", b"{}")[2]["receipt"] == sent["receipt"]

    waiting = lab.call(f"lapak/feedback/{HPP}", b"{}")[2]
    assert (waiting["found"], waiting["last"]) == (False, sent["receipt"])
    status, headers, page = lab.call(f"lapak/umpan-balik/{HPP}")
    assert (status, headers["Refresh"]) == (200, "5")
    assert "Kiriman nomor 1 sudah diterima" in page
    assert lab.call("lapak/umpan-balik/lain")[0] == 404

    release_feedback("<h1>Nilai</h1><script>alert(1)</script>")
    assert lab.call(f"lapak/feedback/{HPP}", b"{}")[2]["found"]
    status, headers, page = lab.call(f"lapak/umpan-balik/{HPP}")
    assert (status, headers["Content-Security-Policy"]) == (200, PAPER)
    assert "allow-scripts" not in PAPER
    assert "untuk kiriman nomor 1" in page
    assert "<h1>Nilai</h1>" in page


def test_strangers_and_strange_names_are_refused(lab: Any) -> None:
    """No answer without her token; a name that is no assignment does not exist; problems are sentences."""
    assert lab.call("lapak/lessons", token="salah")[0] == 403
    assert lab.call(f"lapak/submit/{HPP}", b"{}", token="salah")[0] == 403
    assert lab.call("lapak/fetch/lain", b"{}")[0] == 404
    assert lab.call("lapak/erase/pembukuan_03_hpp", b"{}")[0] == 404
    status, _, problem = lab.call("lapak/fetch/pembukuan_04_harga", b"{}")
    assert (status, problem["message"].startswith("Latihan untuk pelajaran ini belum dibuka")) == (
        409,
        True,
    )


def test_a_lesson_is_trusted(lab: Any) -> None:
    """JupyterLab is told that the lesson's cells are trusted, so its pictures show."""
    notebook = lab.call("api/contents/pelajaran/pembukuan/03_hpp.ipynb")[2]["content"]
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert code
    assert all(cell["metadata"]["trusted"] for cell in code)
