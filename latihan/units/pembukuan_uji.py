"""The test before and after the bookkeeping track: eight questions about a shop of banana crisps."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from latihan.notebook import Shown
from latihan.track_tests import TrackTest
from latihan.unit import Choice, Given, Letters, Mistake, Question, Values
from latihan.units.rows import Row, amount, read_rows, shuffled, table, to_text
from usaha.draws import Draws

HALF = Decimal("0.5")
THINGS = {
    "U": ("Beli pisang dari kebun", "Upah mengiris pisang", "Plastik kemasan keripik"),
    "P": ("Beras untuk makan keluarga", "Iuran sekolah anak", "Obat untuk ibu di rumah"),
    "C": ("Token listrik rumah dan dapur keripik", "Paket data, dipakai keluarga dan toko daring"),
}
# What a shop may have, and where SAK EMKM puts it.
ITEMS = {
    "Pinjaman bank yang belum lunas": "LIABILITAS",
    "Uang muka pesanan yang belum dikirim": "LIABILITAS",
    "Pisang dan minyak di gudang": "ASET",
    "Wajan dan alat pengiris": "ASET",
    "Tagihan kepada pembeli yang belum membayar": "ASET",
    "Tabungan sendiri yang disetor ke usaha": "EKUITAS",
}
PLACES = {
    "ASET": "yang dimiliki usaha",
    "LIABILITAS": "yang masih harus dibayar atau diserahkan",
    "EKUITAS": "bagian pemilik",
    "PENDAPATAN": "hasil jualan",
    "BEBAN": "biaya yang habis bulan ini",
}


def draw(d: Draws) -> dict[str, Any]:
    """Draws one month of a small shop: whole rupiah, packs, and five rows to label."""
    crisps, spoiled = d.step(200, 400, 10), d.step(10, 20)
    costs = {name: d.step(low, high, 10_000) for name, low, high in (
        ("biaya_bahan", 1_200_000, 1_800_000),
        ("biaya_tenaga", 500_000, 800_000),
        ("biaya_overhead", 150_000, 300_000),
    )}  # fmt: skip
    kinds = [d.pick("UPC"), *"UPC", d.pick("UP")]
    words = {kind: shuffled(d, THINGS[kind]) for kind in THINGS}
    rows = [
        Row(at, "", words[kind].pop(), 0, d.step(20_000, 200_000, 5_000), kind)
        for at, kind in enumerate(shuffled(d, kinds), start=1)
    ]
    return {
        "penjualan_bulan": d.step(3_600_000, 4_800_000, 50_000),
        "beban_bulan": d.step(2_000_000, 2_900_000, 50_000),
        "prive_bulan": d.step(400_000, 650_000, 10_000),
        "setoran_bulan": d.step(200_000, 380_000, 10_000),
        "saldo_awal": d.step(300_000, 900_000, 10_000),
        "uang_masuk": d.step(4_000_000, 5_500_000, 10_000),
        "uang_keluar": d.step(2_500_000, 3_500_000, 10_000),
        "pinjaman": d.step(800_000, 1_400_000, 100_000),
        "uang_muka": d.step(210_000, 590_000, 20_000),
        **costs,
        "bungkus_jadi": crisps,
        "bungkus_rusak": spoiled,
        "margin_target": d.pick((0.2, 0.25, 0.3)),
        "modal_awal": d.step(5_000_000, 9_000_000, 100_000),
        "pos": d.pick(tuple(ITEMS)),
        "baris": to_text(rows),
    }


def show(given: Mapping[str, Any]) -> Shown:
    """Shows the five rows to label."""
    return table(
        "Lima transaksi untuk soal 1",
        (
            ("No.", lambda row: str(row.number)),
            ("Catatan", lambda row: row.words),
            ("Keluar (Rp)", lambda row: amount(row.money_out)),
        ),
        read_rows(given["baris"]),
    )


def letters(v: Mapping[str, Any], shared: str = "C") -> str:
    """Returns the five letters; `shared` for what both shop and family use."""
    return "".join(row.kind.replace("C", shared) for row in read_rows(v["baris"]))


def total_cost(v: Values) -> Decimal:
    """Returns the cost of the month's crisps in rupiah."""
    return v.biaya_bahan + v.biaya_tenaga + v.biaya_overhead


GIVEN = (
    Given("penjualan_bulan", "Penjualan bulan ini", "Rp"),
    Given("beban_bulan", "Beban usaha bulan ini", "Rp"),
    Given("prive_bulan", "Uang usaha yang dipakai keluarga", "Rp"),
    Given("setoran_bulan", "Tabungan sendiri yang disetor ke usaha", "Rp"),
    Given("saldo_awal", "Isi laci pada awal bulan", "Rp"),
    Given("uang_masuk", "Semua uang yang masuk laci", "Rp"),
    Given("uang_keluar", "Semua uang yang keluar dari laci", "Rp"),
    Given("pinjaman", "Pinjaman, termasuk dalam uang masuk", "Rp"),
    Given("uang_muka", "Uang muka pembeli, termasuk dalam uang masuk", "Rp"),
    Given("biaya_bahan", "Bahan untuk satu kali produksi", "Rp"),
    Given("biaya_tenaga", "Tenaga, juga tenaga Anda", "Rp"),
    Given("biaya_overhead", "Gas, listrik, dan alat yang aus", "Rp"),
    Given("bungkus_jadi", "Bungkus yang jadi", "bungkus"),
    Given("bungkus_rusak", "Bungkus yang rusak", "bungkus"),
    Given("margin_target", "Margin yang diinginkan", "bagian dari harga jual"),
    Given("modal_awal", "Modal pada awal bulan", "Rp"),
    Given("pos", "Pos laporan untuk soal 7"),
)

LABEL_LIMA = Letters(
    "label_lima",
    "label lima transaksi",
    "UPC",
    5,
    (
        Mistake(
            "uji_semua_usaha",
            lambda _: "UUUUU",
            "Tidak semuanya untuk usaha. Siapa yang memakai barangnya?",
        ),
        Mistake(
            "uji_campuran_jadi_usaha",
            lambda v: letters(v, "U"),
            "Satu transaksi dipakai usaha dan keluarga. Ada huruf ketiga untuk itu.",
        ),
        Mistake(
            "uji_campuran_jadi_pribadi",
            lambda v: letters(v, "P"),
            "Usaha juga ikut memakai satu transaksi yang Anda sebut pribadi.",
        ),
    ),
    reference=letters,
)

LABA = Question(
    "laba_bulan",
    "laba bulan ini",
    "Rp",
    Decimal(500_000),
    Decimal(3_500_000),
    (
        Mistake(
            "uji_laba_kurang_prive",
            lambda v: v.penjualan_bulan - v.beban_bulan - v.prive_bulan,
            "Uang untuk keluarga tidak mengurangi laba. Pakai beban usaha saja.",
        ),
        Mistake(
            "uji_laba_tambah_setoran",
            lambda v: v.penjualan_bulan + v.setoran_bulan - v.beban_bulan,
            "Setoran sendiri bukan hasil jualan. Mulai dari penjualan saja.",
        ),
    ),
)

SALDO = Question(
    "saldo_buku",
    "saldo menurut buku",
    "Rp",
    Decimal(500_000),
    Decimal(5_000_000),
    (
        Mistake(
            "uji_lupa_saldo_awal",
            lambda v: v.uang_masuk - v.uang_keluar,
            "Laci tidak mulai dari nol. Tambahkan isi laci pada awal bulan.",
            HALF,
        ),
    ),
)

TUNAI = Question(
    "penjualan_tunai",
    "penjualan tunai",
    "Rp",
    Decimal(1_500_000),
    Decimal(5_000_000),
    (
        Mistake(
            "uji_semua_masuk_jualan",
            lambda v: v.uang_masuk,
            "Sebagian uang masuk harus dikembalikan, atau barangnya belum diserahkan.",
        ),
        Mistake(
            "uji_pinjaman_jadi_jualan",
            lambda v: v.uang_masuk - v.uang_muka,
            "Pinjaman harus dikembalikan. Keluarkan dari penjualan.",
            HALF,
        ),
        Mistake(
            "uji_uang_muka_jadi_jualan",
            lambda v: v.uang_masuk - v.pinjaman,
            "Barang untuk uang muka belum diserahkan. Keluarkan dari penjualan.",
            HALF,
        ),
    ),
)

HPP = Question(
    "hpp_per_bungkus",
    "HPP satu bungkus",
    "Rp",
    Decimal(3_000),
    Decimal(20_000),
    (
        Mistake(
            "uji_rusak_ikut_dibagi",
            lambda v: total_cost(v) / v.bungkus_jadi,
            "Yang rusak tidak bisa dijual. Bagi dengan yang baik saja.",
            HALF,
        ),
        Mistake(
            "uji_bahan_saja",
            lambda v: v.biaya_bahan / (v.bungkus_jadi - v.bungkus_rusak),
            "Bahan baru satu bagian. Tambahkan tenaga dan overhead sebelum dibagi.",
        ),
    ),
)

HARGA = Question(
    "harga_jual",
    "harga jual satu bungkus",
    "Rp",
    Decimal(4_000),
    Decimal(35_000),
    (
        Mistake(
            "uji_markup_bukan_margin",
            lambda v: v.hpp_per_bungkus * (1 + v.margin_target),
            "Anda menambah untung dari biaya. Margin adalah bagian dari harga jual.",
        ),
    ),
)

POS = Choice(
    "pos_laporan",
    "tempat pos itu di laporan",
    PLACES,
    (
        Mistake(
            "uji_pos_jadi_pendapatan",
            lambda _: "PENDAPATAN",
            "Pendapatan hanya berasal dari barang yang sudah dijual. Apakah pos ini begitu?",
        ),
        Mistake(
            "uji_pos_jadi_beban",
            lambda _: "BEBAN",
            "Beban sudah habis dipakai. Apakah pos ini masih ada, atau masih harus dibayar?",
        ),
    ),
    reference=lambda v: ITEMS[v["pos"]],
)

EKUITAS = Question(
    "modal_akhir",
    "modal pada akhir bulan",
    "Rp",
    Decimal(3_000_000),
    Decimal(15_000_000),
    (
        Mistake(
            "uji_modal_lupa_prive",
            lambda v: v.modal_awal + v.setoran_bulan + v.laba_bulan,
            "Keluarga juga mengambil uang usaha. Modal berkurang sebesar itu.",
            HALF,
        ),
        Mistake(
            "uji_modal_lupa_laba",
            lambda v: v.modal_awal + v.setoran_bulan - v.prive_bulan,
            "Laba menambah modal pemilik. Tambahkan laba bulan ini.",
            HALF,
        ),
        Mistake(
            "uji_modal_lupa_setoran",
            lambda v: v.modal_awal + v.laba_bulan - v.prive_bulan,
            "Setoran sendiri juga menambah modal. Tambahkan setoran bulan ini.",
            HALF,
        ),
    ),
)

TESTS = TrackTest(
    track="pembukuan",
    title="Pembukuan",
    shop="Keripik Bu Ningsih, Baros, Serang",
    given=GIVEN,
    draw=draw,
    questions=(LABEL_LIMA, LABA, SALDO, TUNAI, HPP, HARGA, POS, EKUITAS),
    show=show,
)
