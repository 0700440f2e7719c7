"""The figures in the HPP lesson's text are those of the shops that it calculates."""

from __future__ import annotations

from tests.curriculum.conftest import Lesson
from usaha.money import format_number, format_rupiah

OFFER, GUESS, ORDER = 48_000, 35_000, 100  # the story's rupiah per kilo and kilos


def test_every_answer_names_its_amount(hpp: Lesson) -> None:
    """Whoever changes the sample shop must change the text with it."""
    names = hpp.solved()
    for name in hpp.gaps:
        value = names[name]
        shown = f"{format_number(value, 1)} kg" if name == "hasil_baik" else format_rupiah(value)
        assert f"**{shown}**" in hpp.answer(name)


def test_the_steps_in_the_answers_add_up(hpp: Lesson) -> None:
    """The numbers on the way to each answer are the shop's, too."""
    v = hpp.solved()
    own, pounded = v["jam_pemilik"] * v["upah_per_jam"], v["kg_ditumbuk"] * v["upah_tumbuk_per_kg"]
    total = v["biaya_bahan"] + v["biaya_tenaga"] + v["biaya_overhead"]
    shown = {
        "biaya_bahan": (v["kg_melinjo"], v["harga_melinjo"]),
        "biaya_tenaga": (v["upah_per_jam"], own, v["upah_tumbuk_per_kg"], pounded),
        "susut_alat": (v["harga_alat"], v["umur_alat_bulan"], v["adonan_per_bulan"]),
        "biaya_overhead": (v["gas"], v["listrik_usaha"], v["susut_alat"]),
        "hasil_baik": (v["hasil_kg"], v["rusak_kg"]),
        "hpp_per_kg": (total, v["hasil_baik"]),
        "hpp_per_bungkus": (v["hpp_per_kg"], v["isi_kg_per_bungkus"], v["kemasan_per_bungkus"]),
        "laba_kotor_per_kg": (v["harga_jual_kg"], v["hpp_per_kg"]),
        "harga_jual_target": (v["hpp_per_bungkus"], 1 - v["margin_target"]),
    }
    for name, numbers in shown.items():
        for number in numbers:
            amount = format_rupiah(number) if number >= 1000 else format_number(round(number, 2))
            assert amount in hpp.answer(name), f"{amount} is missing in the answer of {name}"


def test_the_story_hurts_by_the_right_amount(hpp: Lesson) -> None:
    """Bu Imas's guess, her hours and her loss follow from her shop."""
    v = hpp.solved()
    story = hpp.cells[0].source
    melinjo = v["biaya_bahan"] / v["hasil_kg"]
    assert round(melinjo, -3) == GUESS
    loss = (v["hpp_per_kg"] - OFFER) * ORDER
    assert loss > 0
    hours = round(ORDER / v["hasil_baik"] * v["jam_pemilik"])
    for said in (
        f"Tawarannya {format_rupiah(OFFER)} sekilo",
        f"kira-kira {format_rupiah(GUESS)}",
        f"**untung {format_rupiah((OFFER - GUESS) * ORDER)}**",
        f"**rugi {format_rupiah(loss)}**",
        f"bekerja {hours} jam",
    ):
        assert said in story
    assert hpp.prose.count(format_rupiah(loss)) == 2  # told at the start, found at the end
    assert f"kurang {format_rupiah(v['hpp_per_kg'] - OFFER)} sekilo" in hpp.prose


def test_the_wrong_price_is_shown_to_be_wrong(hpp: Lesson) -> None:
    """Markup taken for margin: the text says how much of the price is left."""
    v = hpp.solved()
    wrong = v["hpp_per_bungkus"] * (1 + v["margin_target"])
    share = round((wrong - v["hpp_per_bungkus"]) / wrong * 100)
    assert f"Hasilnya {format_rupiah(wrong)}." in hpp.prose
    left = format_rupiah(wrong - v["hpp_per_bungkus"])
    assert f"Untungnya {left}, hanya {share}% dari harga itu." in hpp.prose
    percent = f"{format_number(v['margin_target'] * 100)}%"
    assert f"Bu Imas ingin margin {percent} untuk satu bungkus." in hpp.prose
    assert f"ditambah {percent} dari HPP?" in hpp.prose


def test_stock_and_use_are_told_apart(hpp: Lesson) -> None:
    """The question before the lesson uses what she bought, used and kept."""
    v = hpp.solved()
    assert f"membeli {v['kg_dibeli']} kg melinjo. Hari ini yang dipakai {v['kg_melinjo']} kg" in (
        hpp.prose
    )
    assert f"Yang {v['kg_dibeli'] - v['kg_melinjo']} kg lagi" in hpp.prose


def test_the_worked_example_is_whole(hpp: Lesson) -> None:
    """Ibu Ratu's cells give the amounts that the text around them speaks of."""
    names: dict[str, object] = {"tampil": lambda *_: None}
    exec("from latihan import rp", names)
    for cell in hpp.cells:
        if (
            cell.cell_type == "code"
            and not cell.metadata.get("tags")
            and "gambar" not in cell.source
        ):
            exec(cell.source, names)
    assert names["hpp_per_ekor"] == 27_000
    assert names["total_bandeng"] == 513_000
    assert names["total_bandeng"] / 20 == 25_650
    assert names["hpp_per_dus"] == 58_000
    assert names["harga_dus"] == 72_500
    for amount in (513_000, 25_650, 58_000, 72_500, 14_500):
        assert format_rupiah(amount) in hpp.prose
