"""Counted orders in words."""

import pytest

from usaha.importers import read_orders
from usaha.order_map import OrderMap, map_orders
from usaha.order_map_report import (
    average_sentence,
    cancelled_sentence,
    cautions,
    cod_sentence,
    count_words,
    next_steps,
    period_words,
    result_sentence,
    steps,
    time_sentence,
)

HEAD = (
    "No. Pesanan,Status Pesanan,Alasan Pembatalan,Total Pembayaran,Kota/Kabupaten,Metode Pembayaran"
)
NOTHING = map_orders(())


def mapped(*blocks: tuple[int, str]) -> OrderMap:
    """Count some orders of each kind: how many, and the cells after the order's number."""
    rows = [cells for count, cells in blocks for _ in range(count)]
    text = "\n".join([HEAD, *(f"{at},{cells}" for at, cells in enumerate(rows))])
    file, _ = read_orders(text.encode())
    assert file is not None
    return map_orders(file.orders)


COD = (
    (60, "Selesai,,50000,KOTA SERANG,COD"),
    (40, "Batal,Pesanan belum dibayar,0,KOTA SERANG,COD"),
    (95, "Selesai,,50000,KAB. LEBAK,SPayLater"),
    (5, "Batal,Ubah Pesanan yang Ada,0,KAB. LEBAK,SPayLater"),
)


def test_two_hundred_orders() -> None:
    """95 of 155 completed are of Lebak (61,3%); 45 of 200 cancelled (22,5%)."""
    found = mapped(*COD)
    assert result_sentence(found) == (
        "Paling banyak pembeli Anda dari Kab. Lebak: 95 dari 155 pesanan selesai (61,3%)."
    )
    assert cancelled_sentence(found) == (
        "Yang batal: 45 dari 200 pesanan (22,5%). Alasan tersering: pesanan belum dibayar, 40 kali."
    )
    assert average_sentence(found) == (
        "Nilai rata-rata satu pesanan selesai Rp50.000, tanpa ongkir."
    )


def test_a_clear_difference_is_no_chance() -> None:
    """40 of 100 against 5 of 100: said plainly, and something is to be done."""
    found = mapped(*COD)
    assert cod_sentence(found).endswith("Dari COD 40,0% batal, dari cara lain 5,0%.")
    assert any("sebelum paket berangkat" in line for line in next_steps(found))


def test_a_small_difference_may_be_chance() -> None:
    """2 of 20 against 1 of 20: said as such, and nobody is told to act on it."""
    found = mapped(
        (18, "Selesai,,5,KOTA SERANG,COD"),
        (2, "Batal,,0,KOTA SERANG,COD"),
        (19, "Selesai,,5,KOTA SERANG,SPayLater"),
        (1, "Batal,,0,KOTA SERANG,SPayLater"),
    )
    assert cod_sentence(found).endswith("Selisihnya dapat juga kebetulan.")
    assert not any("COD" in line for line in next_steps(found))


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("Pesanan belum dibayar", "Ingatkan lewat chat"),
        ("berubah pikiran", "Tulis ukuran"),
        ("Need to change delivery address", "memeriksa alamatnya"),
        ("Ubah Pesanan yang Ada", "tidak dipesan ulang"),
        ("Penjual tidak mengatur pengiriman tepat waktu", "Kemas dan kirim"),
    ],
)
def test_each_reason_has_its_help(reason: str, words: str) -> None:
    """What is named most often decides what to do."""
    found = mapped((3, f"Batal,{reason},0,KOTA SERANG,COD"))
    assert any(words in line for line in next_steps(found))


def test_unknown_reasons_promise_no_help() -> None:
    """What the export calls another reason is counted and not explained."""
    found = mapped((3, "Batal,Lainnya,0,KOTA SERANG,COD"))
    assert cancelled_sentence(found) == "Yang batal: 3 dari 3 pesanan (100,0%)."
    assert len(next_steps(found)) == 1


def test_few_open_returned_and_timeless_orders_are_named() -> None:
    """How far the counts can be trusted."""
    back = (1, "Pengembalian,,1000,KOTA SERANG,COD")
    found = mapped((2, "Sedang dikirim,,1000,KOTA SERANG,COD"), back)
    few, still_open, returned, timeless = cautions(found)
    assert few.startswith("Baru 3 pesanan.")
    assert still_open.startswith("2 pesanan belum selesai.")
    assert returned.startswith("1 pesanan dikembalikan")
    assert timeless.startswith("3 pesanan tidak punya waktu")


def test_nothing_is_said_of_nothing() -> None:
    """No order, no sentence that divides by zero."""
    assert "Belum ada pesanan yang selesai" in result_sentence(NOTHING)
    assert cancelled_sentence(NOTHING) == "Tidak ada pesanan yang batal."
    silent = (time_sentence, cod_sentence, average_sentence, period_words)
    assert [say(NOTHING) for say in silent] == [""] * 4
    assert steps(NOTHING) == ()


def test_counts_with_their_share() -> None:
    """One decimal, a comma."""
    assert count_words(1, 3) == "1 (33,3%)"
