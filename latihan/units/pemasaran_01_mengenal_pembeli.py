"""Mengenal Pembeli: eight questions about a month of orders, and the mistakes people make with them."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Choice, Given, Line, Mistake, Question, Sheet, Unit, Values
from latihan.units.city_orders import (
    PLACES,
    dearest_order,
    draw,
    most_orders,
    most_profit,
    profit_of,
    rows_of,
    show,
)
from usaha.marketing import average_order_value

HALF = Decimal("0.5")
SHARE = Decimal("0.0005")
WHOLE = Decimal("0.5")
EVERYBODY = "SEMUA_ORANG"


def _completed(v: Values) -> Decimal:
    """Counts the completed orders place by place: another way than the sums on the card."""
    return Decimal(sum(row.money_in for row in rows_of(v)))


GIVEN = (
    Given("pesanan_semua", "Semua pesanan yang masuk", "pesanan"),
    Given("pesanan_batal", "Pesanan yang batal", "pesanan"),
    Given("pesanan_cod", "Pesanan bayar di tempat (COD)", "pesanan"),
    Given("pesanan_cod_batal", "Pesanan COD yang batal", "pesanan"),
    Given("nilai_semua", "Nilai semua pesanan yang masuk", "Rp"),
    Given("nilai_selesai", "Nilai pesanan yang selesai", "Rp"),
)

PESANAN_SELESAI = Question(
    "pesanan_selesai",
    "pesanan yang selesai",
    "pesanan",
    Decimal(100),
    Decimal(250),
    (
        Mistake(
            "b1_batal_dihitung",
            lambda v: v.pesanan_semua,
            "Pesanan batal tidak menghasilkan uang. Keluarkan dulu dari jumlah semua pesanan.",
        ),
        Mistake(
            "b1_batal_ditambah",
            lambda v: v.pesanan_semua + v.pesanan_batal,
            "Yang batal sudah ada di dalam jumlah semua pesanan. Periksa tanda hitungnya.",
        ),
        Mistake(
            "b1_hanya_bukan_cod",
            lambda v: v.pesanan_semua - v.pesanan_cod,
            "Pesanan COD juga bisa selesai. Yang dikeluarkan hanya pesanan batal.",
        ),
    ),
    reference=_completed,
    grain=WHOLE,
)

TINGKAT_BATAL = Question(
    "tingkat_batal",
    "bagian pesanan yang batal",
    "pecahan",
    Decimal("0.03"),
    Decimal("0.4"),
    (
        Mistake(
            "b1_pembagi_selesai",
            lambda v: v.pesanan_batal / v.pesanan_selesai,
            "Bandingkan dengan semua pesanan yang masuk, bukan hanya dengan yang selesai.",
            HALF,
        ),
        Mistake(
            "b1_bagian_selesai",
            lambda v: v.pesanan_selesai / v.pesanan_semua,
            "Ini bagian yang selesai. Yang ditanya bagian yang batal: ganti angka di atas.",
        ),
        Mistake(
            "b1_batal_terbalik",
            lambda v: v.pesanan_semua / v.pesanan_batal,
            "Bagian selalu kurang dari satu. Tukar angka yang dibagi dengan pembaginya.",
        ),
    ),
    reference=lambda v: 1 - _completed(v) / v.pesanan_semua,
    grain=SHARE,
)

BAGIAN_DAERAH = Question(
    "bagian_daerah_utama",
    "bagian daerah dengan pesanan terbanyak",
    "pecahan",
    Decimal("0.15"),
    Decimal("0.7"),
    (
        Mistake(
            "b1_pembagi_semua",
            lambda v: Decimal(most_orders(v).money_in) / v.pesanan_semua,
            "Atas dan bawah harus jenis yang sama. Angka di tabel sudah tanpa yang batal, "
            "jadi bagi dengan yang selesai juga.",
            HALF,
        ),
        Mistake(
            "b1_daerah_termahal",
            lambda v: Decimal(dearest_order(v).money_in) / v.pesanan_selesai,
            "Itu daerah dengan untung per pesanan terbesar. "
            "Cari baris dengan jumlah pesanan terbanyak.",
        ),
    ),
    reference=lambda v: Decimal(most_orders(v).money_in) / _completed(v),
    grain=SHARE,
)

BAGIAN_COD = Question(
    "bagian_cod",
    "bagian pesanan COD",
    "pecahan",
    Decimal("0.2"),
    Decimal("0.7"),
    (
        Mistake(
            "b1_cod_pembagi_selesai",
            lambda v: v.pesanan_cod / v.pesanan_selesai,
            "Jumlah COD di kartu masih berisi yang batal. "
            "Bagi dengan jumlah yang juga masih berisi yang batal.",
            HALF,
        ),
        Mistake(
            "b1_bukan_cod",
            lambda v: 1 - v.pesanan_cod / v.pesanan_semua,
            "Ini bagian yang dibayar lebih dulu. Yang ditanya bagian yang dibayar di tempat.",
        ),
    ),
    reference=lambda v: v.pesanan_cod / (_completed(v) + v.pesanan_batal),
    grain=SHARE,
)

BATAL_COD = Question(
    "batal_cod",
    "bagian COD yang batal",
    "pecahan",
    Decimal("0.08"),
    Decimal("0.5"),
    (
        Mistake(
            "b1_arah_terbalik",
            lambda v: v.pesanan_cod_batal / v.pesanan_batal,
            "Ini bagian COD di antara yang batal. Yang ditanya: dari semua COD, berapa yang batal?",
        ),
        Mistake(
            "b1_cod_semua",
            lambda v: v.pesanan_cod_batal / v.pesanan_semua,
            "Pembaginya pesanan COD saja, bukan semua pesanan.",
            HALF,
        ),
        Mistake(
            "b1_semua_batal_cod",
            lambda v: v.pesanan_batal / v.pesanan_cod,
            "Tidak semua yang batal itu COD. Pakai jumlah COD yang batal.",
        ),
    ),
    reference=lambda v: v.pesanan_cod_batal / v.pesanan_cod,
    grain=SHARE,
)

NILAI_RATA = Question(
    "nilai_rata_pesanan",
    "nilai rata-rata satu pesanan",
    "Rp per pesanan",
    Decimal(30_000),
    Decimal(150_000),
    (
        Mistake(
            "b1_nilai_batal",
            lambda v: v.nilai_semua / v.pesanan_semua,
            "Nilai pesanan batal ikut terhitung. Pakai nilai dan jumlah pesanan yang selesai.",
            HALF,
        ),
        Mistake(
            "b1_nilai_semua_bagi_selesai",
            lambda v: v.nilai_semua / v.pesanan_selesai,
            "Di atas masih ada nilai yang batal, di bawah sudah tidak. Samakan keduanya.",
        ),
        Mistake(
            "b1_nilai_selesai_bagi_semua",
            lambda v: v.nilai_selesai / v.pesanan_semua,
            "Di bawah masih ada pesanan batal, di atas sudah tidak. Samakan keduanya.",
        ),
        Mistake(
            "b1_nilai_terbalik",
            lambda v: v.pesanan_selesai / v.nilai_selesai,
            "Yang dicari rupiah untuk satu pesanan. Mulai dari nilai rupiahnya, "
            "lalu bagi dengan jumlah pesanan.",
        ),
    ),
    reference=lambda v: average_order_value(v.nilai_selesai, _completed(v)),
)

UNTUNG_DAERAH = Question(
    "untung_daerah_utama",
    "untung seluruhnya dari daerah dengan pesanan terbanyak",
    "Rp",
    Decimal(200_000),
    Decimal(1_500_000),
    (
        Mistake(
            "b1_untung_satu_pesanan",
            lambda v: Decimal(most_orders(v).money_out),
            "Ini untung dari satu pesanan. Kalikan dengan jumlah pesanan di baris yang sama.",
        ),
        Mistake(
            "b1_nilai_bukan_untung",
            lambda v: most_orders(v).money_in * v.nilai_rata_pesanan,
            "Nilai pesanan belum dikurangi biaya. Pakai kolom untung per pesanan.",
        ),
        Mistake(
            "b1_baris_lain",
            lambda v: profit_of(dearest_order(v)),
            "Perkaliannya sudah tepat, barisnya belum. Cari daerah dengan jumlah terbanyak.",
            HALF,
        ),
    ),
    reference=lambda v: profit_of(most_orders(v)),
)

SEGMEN = Choice(
    "segmen_pilihan",
    "segmen yang Anda pilih untuk uang iklan",
    {**PLACES, EVERYBODY: "semua orang di mana saja"},
    (
        Mistake(
            "b1_semua_orang",
            lambda _: EVERYBODY,
            "Uang iklan terbatas. Pilih satu daerah saja, yang seluruh untungnya terbesar.",
        ),
        Mistake(
            "b1_terbanyak_bukan_terlaba",
            lambda v: None if most_orders(v) == most_profit(v) else most_orders(v).kind,
            "Yang terbanyak belum tentu paling untung. "
            "Kalikan jumlah pesanan dengan untung tiap pesanan, lalu bandingkan.",
        ),
        Mistake(
            "b1_termahal_bukan_terlaba",
            lambda v: dearest_order(v).kind,
            "Satu pesanannya memang untung besar, tetapi pesanannya sedikit. "
            "Hitung untung seluruhnya untuk tiap daerah.",
        ),
    ),
    reference=lambda v: most_profit(v).kind,
)

SHEET = Sheet(
    "lembar-pembeli",
    "Lembar kerja: mengenal pembeli",
    (
        Line("usaha", "Nama usaha", "teks"),
        Line("segmen", "Segmen yang dipilih: siapa, di mana", "teks"),
        Line("masuk", "Pesanan yang masuk sebulan", "pesanan"),
        Line("batal", "Pesanan yang batal", "pesanan"),
        Line("selesai", "Pesanan selesai", "pesanan", formula="masuk - batal"),
        Line("bagian_batal", "Bagian yang batal", "pecahan", formula="batal / masuk"),
        Line("nilai_jadi", "Nilai pesanan yang selesai"),
        Line("nilai_satu", "Nilai rata-rata satu pesanan", formula="nilai_jadi / selesai"),
        Line("pesanan_segmen", "Pesanan selesai dari segmen itu", "pesanan"),
        Line("untung_satu", "Untung satu pesanan dari segmen itu"),
        Line("untung_segmen", "Untung segmen itu", formula="pesanan_segmen * untung_satu"),
    ),
    "Hitung yang selesai. Pilih segmen yang jumlah kali untungnya terbesar.",
)

UNIT = Unit(
    id="pemasaran/01_mengenal_pembeli",
    assignment="pemasaran_01_mengenal_pembeli",
    title="Mengenal Pembeli",
    shop="Dapur Bu Neneng, Kota Cilegon",
    given=GIVEN,
    draw=draw,
    questions=(
        PESANAN_SELESAI,
        TINGKAT_BATAL,
        BAGIAN_DAERAH,
        BAGIAN_COD,
        BATAL_COD,
        NILAI_RATA,
        UNTUNG_DAERAH,
        SEGMEN,
    ),
    show=show,
    sheet=SHEET,
)
