"""The test before and after the online marketing track: eight questions about a shop of fish crackers."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from latihan.track_tests import TrackTest
from latihan.unit import Choice, Given, Mistake, Question, Values
from latihan.units.rows import shuffled
from latihan.units.shoe_fees import ORDER_FEE
from usaha.draws import Draws

HALF = Decimal("0.5")
SHARE = Decimal("0.0005")
NEAR = Decimal(5)  # rupiah: the fee for an order is small, and must be told from none
EVERYBODY = "SEMUA_ORANG"
PLACES = {"SERANG": "Kota Serang", "CILEGON": "Kota Cilegon", "LEBAK": "Kab. Lebak"}
DECISIONS = {
    "LANJUT": "lanjutkan iklan ini",
    "PERBAIKI_DULU": "perbaiki dulu sebelum menambah uang",
    "TAMBAH_DANA": "tambah uang iklan supaya untung",
}


def draw(d: Draws) -> dict[str, Any]:
    """Draws a month of a small shop: counts, shares of 1, whole rupiah."""
    most, middle, few = d.step(70, 90), d.step(50, 60), d.step(14, 20)
    low = d.step(6_000, 8_000, 250)
    second = most * low * d.pick((72, 80, 120, 132)) // 100 // middle // 250 * 250
    high = max(low, second) + d.step(1_500, 3_000, 250)
    places = shuffled(d, ((most, low), (middle, second), (few, high)))
    completed = most + middle + few
    cancelled = completed * d.step(11, 18) // 100
    clicks, sold = d.step(800, 1_400, 20), d.step(18, 32)
    margin, value = d.pick((0.2, 0.25, 0.32, 0.4)), d.step(55_000, 75_000, 1_000)
    spent = d.pick((70, 80, 125, 150))  # of 100 rupiah that the sales leave
    return {
        "pesanan_masuk": completed + cancelled,
        "pesanan_batal": cancelled,
        "nilai_selesai": completed * d.step(48_000, 64_000, 500),
        "pesanan_serang": places[0][0],
        "untung_serang": places[0][1],
        "pesanan_cilegon": places[1][0],
        "untung_cilegon": places[1][1],
        "pesanan_lebak": places[2][0],
        "untung_lebak": places[2][1],
        "harga_toko": d.step(42_000, 56_000, 1_000),
        "hpp": d.step(24_000, 32_000, 500),
        "kemas_kirim": d.step(1_500, 3_000, 250),
        "persen_potongan": d.pick((0.12, 0.14, 0.15, 0.16, 0.18)),
        "biaya_pesanan": int(ORDER_FEE.number),
        "untung_rupiah": d.step(5_000, 9_000, 500),
        "klik": clicks,
        "pesanan_iklan": sold + d.step(3, 6),
        "pesanan_jadi": sold,
        "marjin": margin,
        "omzet_jadi": sold * value,
        "biaya_iklan": int(sold * value * margin * spent / 100) // 1_000 * 1_000,
    }


def _totals(v: Values) -> dict[str, Decimal]:
    """Returns what all orders of each place leave, in rupiah."""
    names = {code: code.lower() for code in PLACES}
    return {code: v[f"pesanan_{name}"] * v[f"untung_{name}"] for code, name in names.items()}


def _most_profit(v: Values) -> str:
    totals = _totals(v)
    return max(totals, key=lambda code: totals[code])


def _largest(v: Values, what: str) -> str | None:
    """Returns the place with the largest count or profit of one order; None where it is the right one."""
    code = max(PLACES, key=lambda code: v[f"{what}_{code.lower()}"])
    return None if code == _most_profit(v) else code


def _decision(v: Values) -> str:
    return "LANJUT" if v.omzet_jadi * v.marjin > v.biaya_iklan else "PERBAIKI_DULU"


def _cost(v: Values) -> Decimal:
    return v.hpp + v.kemas_kirim + v.biaya_pesanan


GIVEN = (
    Given("pesanan_masuk", "Semua pesanan yang masuk", "pesanan"),
    Given("pesanan_batal", "Pesanan yang batal", "pesanan"),
    Given("nilai_selesai", "Nilai pesanan yang selesai", "Rp"),
    Given("pesanan_serang", "Pesanan selesai dari Kota Serang", "pesanan"),
    Given("untung_serang", "Untung satu pesanan dari Kota Serang", "Rp"),
    Given("pesanan_cilegon", "Pesanan selesai dari Kota Cilegon", "pesanan"),
    Given("untung_cilegon", "Untung satu pesanan dari Kota Cilegon", "Rp"),
    Given("pesanan_lebak", "Pesanan selesai dari Kab. Lebak", "pesanan"),
    Given("untung_lebak", "Untung satu pesanan dari Kab. Lebak", "Rp"),
    Given("harga_toko", "Harga jual satu bungkus", "Rp"),
    Given("hpp", "HPP satu bungkus", "Rp"),
    Given("kemas_kirim", "Kardus dan lakban, satu bungkus", "Rp"),
    Given("persen_potongan", "Semua potongan persen", "bagian dari harga"),
    Given("biaya_pesanan", "Biaya proses pesanan, isi satu bungkus (contoh tarif)", "Rp"),
    Given("untung_rupiah", "Untung satu bungkus yang diinginkan", "Rp"),
    Given("klik", "Iklan diklik", "kali"),
    Given("pesanan_iklan", "Pesanan dari iklan, menurut laporan aplikasi", "pesanan"),
    Given("pesanan_jadi", "Pesanan dari iklan yang selesai", "pesanan"),
    Given("marjin", "Marjin kontribusi", "bagian dari harga"),
    Given("omzet_jadi", "Omzet iklan dari pesanan selesai", "Rp"),
    Given("biaya_iklan", "Biaya iklan", "Rp"),
)

BATAL = Question(
    "tingkat_batal",
    "bagian pesanan yang batal",
    "pecahan",
    Decimal("0.03"),
    Decimal("0.4"),
    (
        Mistake(
            "uji_batal_dibagi_selesai",
            lambda v: v.pesanan_batal / (v.pesanan_masuk - v.pesanan_batal),
            "Bandingkan dengan semua pesanan yang masuk, bukan hanya dengan yang selesai.",
            HALF,
        ),
        Mistake(
            "uji_bagian_selesai",
            lambda v: 1 - v.pesanan_batal / v.pesanan_masuk,
            "Ini bagian yang selesai. Yang ditanya bagian yang batal.",
        ),
    ),
    grain=SHARE,
)

NILAI = Question(
    "nilai_rata_pesanan",
    "nilai rata-rata satu pesanan",
    "Rp per pesanan",
    Decimal(30_000),
    Decimal(120_000),
    (
        Mistake(
            "uji_nilai_dibagi_masuk",
            lambda v: v.nilai_selesai / v.pesanan_masuk,
            "Nilainya dari pesanan selesai. Bagi dengan jumlah yang selesai juga.",
            HALF,
        ),
    ),
)

SEGMEN = Choice(
    "segmen_pilihan",
    "segmen untuk uang iklan",
    {**PLACES, EVERYBODY: "semua orang di mana saja"},
    (
        Mistake(
            "uji_semua_orang",
            lambda _: EVERYBODY,
            "Uang iklan terbatas. Pilih satu daerah yang seluruh untungnya terbesar.",
        ),
        Mistake(
            "uji_terbanyak",
            lambda v: _largest(v, "pesanan"),
            "Yang terbanyak belum tentu paling untung. Kalikan dengan untung tiap pesanan.",
        ),
        Mistake(
            "uji_termahal",
            lambda v: _largest(v, "untung"),
            "Satu pesanannya untung besar, tetapi pesanannya sedikit. Hitung seluruhnya.",
        ),
    ),
)

DITERIMA = Question(
    "uang_diterima",
    "uang yang diterima dari satu bungkus",
    "Rp",
    Decimal(25_000),
    Decimal(60_000),
    (
        Mistake(
            "uji_lupa_biaya_pesanan",
            lambda v: v.harga_toko * (1 - v.persen_potongan),
            "Masih ada biaya rupiah tetap untuk tiap pesanan. Kurangkan juga.",
            HALF,
        ),
        Mistake(
            "uji_potongan_dari_hpp",
            lambda v: v.harga_toko - v.hpp * v.persen_potongan - v.biaya_pesanan,
            "Persen ini dari harga jual, bukan dari HPP.",
        ),
    ),
    grain=NEAR,
)

HARGA = Question(
    "harga_untung",
    "harga yang memberi untung itu",
    "Rp",
    Decimal(30_000),
    Decimal(80_000),
    (
        Mistake(
            "uji_kali_satu_tambah",
            lambda v: (_cost(v) + v.untung_rupiah) * (1 + v.persen_potongan),
            "Potongan dihitung dari harga jual. Bagi dengan (1 - persen).",
            HALF,
        ),
        Mistake(
            "uji_untung_di_luar",
            lambda v: _cost(v) / (1 - v.persen_potongan) + v.untung_rupiah,
            "Untung ini ikut terpotong. Masukkan ke dalam kurung sebelum dibagi.",
            HALF,
        ),
        Mistake(
            "uji_tanpa_potongan",
            lambda v: _cost(v) + v.untung_rupiah,
            "Lokapasar masih memotong persennya dari harga ini.",
        ),
    ),
    grain=NEAR,
)

BELI = Question(
    "persen_jadi_beli",
    "bagian klik yang jadi beli",
    "pecahan",
    Decimal("0.005"),
    Decimal("0.08"),
    (
        Mistake(
            "uji_pesanan_belum_jadi",
            lambda v: v.pesanan_iklan / v.klik,
            "Sebagian pesanan batal. Pakai yang benar-benar jadi.",
            HALF,
        ),
        Mistake(
            "uji_jadi_dari_pesanan",
            lambda v: v.pesanan_jadi / v.pesanan_iklan,
            "Ini bagian pesanan yang selesai. Mulai dari semua yang mengeklik.",
        ),
    ),
    grain=Decimal("0.0002"),
)

IMPAS = Question(
    "roas_impas",
    "ROAS impas",
    "kali",
    Decimal("1.5"),
    Decimal(8),
    (
        Mistake(
            "uji_impas_satu",
            lambda _: Decimal(1),
            "ROAS 1 hanya mengembalikan biaya iklan; barangnya belum terbayar.",
        ),
        Mistake(
            "uji_impas_biaya",
            lambda v: 1 / (1 - v.marjin),
            "Yang membagi adalah bagian yang tersisa untuk Anda, bukan bagian biaya.",
            HALF,
        ),
    ),
    grain=Decimal("0.02"),
)

KEPUTUSAN = Choice(
    "keputusan_iklan",
    "keputusan tentang iklan ini",
    DECISIONS,
    (
        Mistake(
            "uji_lebih_dari_satu",
            lambda v: None if _decision(v) == "LANJUT" else "LANJUT",
            "Bandingkan ROAS dengan ROAS impas toko ini, bukan dengan angka 1.",
        ),
        Mistake(
            "uji_takut_iklan",
            lambda v: None if _decision(v) == "PERBAIKI_DULU" else "PERBAIKI_DULU",
            "Iklan ini masih menyisakan uang. Lihat lagi ROAS dan ROAS impasnya.",
        ),
        Mistake(
            "uji_tambah_dana",
            lambda _: "TAMBAH_DANA",
            "Uang tambahan mengalikan hasil yang sama, untung atau rugi.",
        ),
    ),
)

TESTS = TrackTest(
    track="pemasaran",
    title="Pemasaran Daring",
    shop="Kerupuk Ikan Bu Yuyun, Anyer, Kab. Serang",
    given=GIVEN,
    draw=draw,
    questions=(BATAL, NILAI, SEGMEN, DITERIMA, HARGA, BELI, IMPAS, KEPUTUSAN),
)
