"""What could not be read, told to the person."""

from usaha.importers.problems import Collected, Problem, listed


def test_one_sentence_names_all_its_lines() -> None:
    """The same sentence for 300 lines is one problem that names five and counts the rest."""
    found = Collected()
    for line in range(2, 302):
        found.add("Waktu kosong.", line)
    assert len(found.problems()) == 1
    assert str(found.problems()[0]) == "Baris 2, 3, 4, 5, 6 dan 295 baris lain: Waktu kosong."


def test_sentences_are_bounded() -> None:
    """A file with a million different mistakes gives two hundred sentences and one for the rest."""
    found = Collected()
    for line in range(10_000):
        found.add(f"Salah {line}.", line)
    problems = found.problems()
    assert len(problems) == 201
    assert len(problems[-1].lines) == 9_800


def test_a_whole_file_has_no_line() -> None:
    """A problem of the file is only its sentence."""
    found = Collected()
    found.add("Berkas ini kosong.")
    assert found.problems() == (Problem("Berkas ini kosong."),)
    assert listed([1, 2, 3]) == "1, 2 dan 3"
