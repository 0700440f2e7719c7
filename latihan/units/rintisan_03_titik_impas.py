"""Modal dan Titik Impas: nine questions about a new outlet, and their known mistakes."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from typing import Any

from latihan.sheets import Line, Sheet
from latihan.unit import Given, Mistake, Question, Unit, Values
from usaha.draws import Draws
from usaha.startup import WorkingCapital, break_even_units, payback_months, startup_capital

HALF = Decimal("0.5")


def draw(d: Draws) -> dict[str, Any]:
    """Draws an outlet that leaves something if the plan comes true: whole rupiah, a plan in tens."""
    wear = d.step(150_000, 300_000, 10_000)
    rent, wages = d.step(1_000_000, 2_000_000, 50_000), d.step(1_500_000, 2_200_000, 50_000)
    own, internet = d.step(2_000_000, 2_800_000, 50_000), d.step(150_000, 300_000, 10_000)
    food, packs = d.step(7_000, 9_000, 100), d.step(800, 1_500, 100)
    fees, price = d.step(1_000, 2_000, 100), d.step(17_000, 22_000, 500)
    least = (rent + wages + own + internet + wear) / (price - food - packs - fees)
    return {
        "alat": wear * d.pick((36, 48)),
        "izin_dan_renovasi": d.step(2_000_000, 5_000_000, 100_000),
        "stok_awal": d.step(1_300_000, 2_500_000, 50_000),
        "piutang_rata": d.step(400_000, 1_200_000, 50_000),
        "kas_jaga": d.step(3_000_000, 5_000_000, 100_000),
        "utang_pemasok": d.step(300_000, 900_000, 50_000),
        "sewa": rent,
        "gaji_pegawai": wages,
        "gaji_pemilik": own,
        "internet": internet,
        "susut_alat": wear,
        "bahan": food,
        "kemasan": packs,
        "potongan_per_porsi": fees,
        "harga": price,
        "rencana_porsi": round(least * d.step(115, 145) / 1000) * 10,
        "target_laba": d.step(1_000_000, 2_500_000, 100_000),
    }


def _up(number: Decimal) -> Decimal:
    return number.to_integral_value(rounding=ROUND_CEILING)


def _fixed(v: Values) -> Decimal:
    return v.sewa + v.gaji_pegawai + v.gaji_pemilik + v.internet + v.susut_alat


def _variable(v: Values) -> Decimal:
    return v.bahan + v.kemasan + v.potongan_per_porsi


def _working(v: Values) -> WorkingCapital:
    return WorkingCapital(
        stock=v.stok_awal,
        receivables=v.piutang_rata,
        cash_reserve=v.kas_jaga,
        payables=v.utang_pemasok,
    )


def _break_even(v: Values, profit: Decimal = Decimal(0)) -> Decimal | None:
    units = break_even_units(_fixed(v), v.harga, _variable(v), profit=profit)
    return None if units is None else Decimal(units)


def _payback(v: Values) -> Decimal | None:
    capital = startup_capital(v.alat, v.izin_dan_renovasi, _working(v))
    profit = v.rencana_porsi * (v.harga - _variable(v)) - _fixed(v)
    return payback_months(capital, profit, v.susut_alat)


GIVEN = (
    Given("alat", "Alat masak, meja, dan etalase", "Rp"),
    Given("izin_dan_renovasi", "Izin dan perbaikan tempat", "Rp"),
    Given("stok_awal", "Bahan untuk mulai berjualan", "Rp"),
    Given("piutang_rata", "Tagihan pembeli yang belum dibayar, rata-rata", "Rp"),
    Given("kas_jaga", "Uang jaga-jaga", "Rp"),
    Given("utang_pemasok", "Bahan yang boleh dibayar kemudian", "Rp"),
    Given("sewa", "Sewa tempat", "Rp per bulan"),
    Given("gaji_pegawai", "Gaji pegawai", "Rp per bulan"),
    Given("gaji_pemilik", "Gaji Anda sendiri", "Rp per bulan"),
    Given("internet", "Internet dan listrik", "Rp per bulan"),
    Given("susut_alat", "Penyusutan alat", "Rp per bulan"),
    Given("bahan", "Bahan satu porsi", "Rp"),
    Given("kemasan", "Kemasan satu porsi", "Rp"),
    Given("potongan_per_porsi", "Potongan aplikasi satu porsi", "Rp"),
    Given("harga", "Harga jual satu porsi", "Rp"),
    Given("rencana_porsi", "Rencana jualan", "porsi per bulan"),
    Given("target_laba", "Laba yang diinginkan", "Rp per bulan"),
)

MODAL_KERJA = Question(
    "modal_kerja",
    "modal kerja",
    "Rp",
    Decimal(2_000_000),
    Decimal(15_000_000),
    (
        Mistake(
            "c3_lupa_piutang",
            lambda v: v.stok_awal + v.kas_jaga - v.utang_pemasok,
            "Sebagian pembeli membayar belakangan. Tambahkan piutang yang harus Anda talangi.",
            HALF,
        ),
        Mistake(
            "c3_utang_ditambah",
            lambda v: v.stok_awal + v.piutang_rata + v.kas_jaga + v.utang_pemasok,
            "Bahan yang boleh dibayar kemudian meringankan modal. Kurangkan, jangan tambahkan.",
            HALF,
        ),
        Mistake(
            "c3_lupa_utang",
            lambda v: v.stok_awal + v.piutang_rata + v.kas_jaga,
            "Sebagian bahan boleh dibayar kemudian. Bagian itu belum perlu Anda siapkan.",
            HALF,
        ),
        Mistake(
            "c3_lupa_kas_jaga",
            lambda v: v.stok_awal + v.piutang_rata - v.utang_pemasok,
            "Bulan pertama biasanya sepi. Tambahkan uang jaga-jaga.",
            HALF,
        ),
    ),
    reference=lambda v: _working(v).total,
)

MODAL_AWAL = Question(
    "modal_awal",
    "modal awal",
    "Rp",
    Decimal(6_000_000),
    Decimal(40_000_000),
    (
        Mistake(
            "c3_lupa_modal_kerja",
            lambda v: v.alat + v.izin_dan_renovasi,
            "Sesudah alat terbeli, gerai masih perlu bahan dan uang putar. Tambahkan `modal_kerja`.",
        ),
        Mistake(
            "c3_alat_saja",
            lambda v: v.alat + v.modal_kerja,
            "Ada satu biaya lagi sebelum pintu dibuka: mengurus izin dan memperbaiki tempat.",
            HALF,
        ),
    ),
    reference=lambda v: startup_capital(v.alat, v.izin_dan_renovasi, _working(v)),
)

BIAYA_TETAP = Question(
    "biaya_tetap",
    "biaya tetap sebulan",
    "Rp per bulan",
    Decimal(2_000_000),
    Decimal(12_000_000),
    (
        Mistake(
            "c3_pemilik_gratis",
            lambda v: _fixed(v) - v.gaji_pemilik,
            "Jika Anda sakit, orang lain harus dibayar. Masukkan gaji Anda sendiri.",
        ),
        Mistake(
            "c3_modal_jadi_tetap",
            lambda v: _fixed(v) + v.alat,
            "Alat dibeli sekali. Yang menjadi biaya bulanan hanya penyusutannya.",
        ),
        Mistake(
            "c3_alat_ganti_susut",
            lambda v: _fixed(v) - v.susut_alat + v.alat,
            "Harga alat masuk modal awal. Untuk sebulan, pakai `susut_alat`.",
        ),
        Mistake(
            "c3_lupa_susut",
            lambda v: _fixed(v) - v.susut_alat,
            "Alat aus setiap bulan dan nanti harus diganti. Tambahkan penyusutannya.",
            HALF,
        ),
    ),
    reference=_fixed,
)

BIAYA_VARIABEL = Question(
    "biaya_variabel",
    "biaya variabel satu porsi",
    "Rp",
    Decimal(5_000),
    Decimal(20_000),
    (
        Mistake(
            "c3_lupa_potongan",
            lambda v: v.bahan + v.kemasan,
            "Setiap porsi daring juga dipotong aplikasi. Tambahkan potongannya.",
            HALF,
        ),
        Mistake(
            "c3_bahan_saja",
            lambda v: v.bahan,
            "Bahan baru satu bagian. Apa lagi yang keluar setiap kali satu porsi terjual?",
        ),
    ),
    reference=_variable,
)

UNTUNG_PER_PORSI = Question(
    "untung_per_porsi",
    "untung satu porsi",
    "Rp",
    Decimal(2_000),
    Decimal(16_000),
    (
        Mistake(
            "c3_untung_dari_bahan",
            lambda v: v.harga - v.bahan,
            "Bukan hanya bahan yang keluar. Kurangkan seluruh `biaya_variabel`.",
        ),
        Mistake(
            "c3_untung_sesudah_tetap",
            lambda v: v.harga - v.biaya_variabel - v.biaya_tetap / v.rencana_porsi,
            "Biaya tetap belum dikurangkan di sini. Yang dicari: sisa satu porsi untuk menutupnya.",
        ),
    ),
    reference=lambda v: v.harga - _variable(v),
)

IMPAS_PORSI = Question(
    "impas_porsi",
    "titik impas",
    "porsi",
    Decimal(100),
    Decimal(3_000),
    (
        Mistake(
            "c3_bagi_harga",
            lambda v: _up(v.biaya_tetap / v.harga),
            "Tidak seluruh harga menutup biaya tetap. Bagi dengan untung satu porsi.",
        ),
        Mistake(
            "c3_pakai_modal_awal",
            lambda v: _up(v.modal_awal / v.untung_per_porsi),
            "Ini porsi sampai modal kembali. Titik impas sebulan memakai biaya tetap sebulan.",
        ),
        Mistake(
            "c3_bagi_variabel",
            lambda v: _up(v.biaya_tetap / v.biaya_variabel),
            "Biaya variabel sudah keluar bersama porsinya. Bagi dengan sisanya dari harga.",
        ),
    ),
    reference=_break_even,
    grain=HALF,
)

IMPAS_OMZET = Question(
    "impas_omzet",
    "omzet pada titik impas",
    "Rp per bulan",
    Decimal(3_000_000),
    Decimal(60_000_000),
    (
        Mistake(
            "c3_omzet_dari_untung",
            lambda v: v.impas_porsi * v.untung_per_porsi,
            "Ini hanya menutup biaya tetap. Omzet adalah porsi kali harga jual.",
        ),
        Mistake(
            "c3_omzet_rencana",
            lambda v: v.rencana_porsi * v.harga,
            "Ini omzet dari rencana. Yang ditanya omzet pada titik impas.",
        ),
    ),
    reference=lambda v: (_break_even(v) or Decimal(0)) * v.harga,
)

PORSI_UNTUK_TARGET = Question(
    "porsi_untuk_target",
    "porsi untuk laba yang diinginkan",
    "porsi",
    Decimal(150),
    Decimal(4_000),
    (
        Mistake(
            "c3_target_saja",
            lambda v: _up(v.target_laba / v.untung_per_porsi),
            "Biaya tetap harus tertutup dulu. Tambahkan ke laba yang diinginkan sebelum dibagi.",
        ),
        Mistake(
            "c3_target_bagi_harga",
            lambda v: _up((v.biaya_tetap + v.target_laba) / v.harga),
            "Jumlahnya sudah benar, pembaginya belum. Dari satu porsi, berapa yang tersisa?",
        ),
    ),
    reference=lambda v: _break_even(v, v.target_laba),
    grain=HALF,
)

BALIK_MODAL = Question(
    "balik_modal_bulan",
    "bulan sampai modal kembali",
    "bulan",
    Decimal(2),
    Decimal(60),
    (
        Mistake(
            "c3_dari_omzet",
            lambda v: v.modal_awal / (v.rencana_porsi * v.harga),
            "Omzet belum laba. Hitung dulu uang yang tersisa dalam sebulan.",
        ),
        Mistake(
            "c3_balik_lupa_tetap",
            lambda v: v.modal_awal / (v.rencana_porsi * v.untung_per_porsi),
            "Dari untung semua porsi, sewa dan gaji masih harus dibayar. Kurangkan `biaya_tetap`.",
        ),
        Mistake(
            "c3_balik_tanpa_susut",
            lambda v: v.modal_awal / (v.rencana_porsi * v.untung_per_porsi - v.biaya_tetap),
            "Penyusutan ada di biaya tetap, tetapi uangnya tidak keluar. Tambahkan kembali.",
            HALF,
        ),
        Mistake(
            "c3_balik_dari_target",
            lambda v: v.modal_awal / v.target_laba,
            "Laba yang diinginkan belum tentu terjadi. Pakai rencana porsi untuk menghitung sisanya.",
        ),
    ),
    reference=_payback,
    grain=Decimal("0.05"),
)

SHEET = Sheet(
    file="lembar-titik-impas",
    title="Lembar kerja: modal dan titik impas",
    lines=(
        Line("usaha", "Nama usaha", "teks"),
        Line("modal_alat", "Alat"),
        Line("modal_izin", "Izin dan perbaikan tempat"),
        Line("modal_putar", "Modal kerja: bahan, piutang, uang jaga-jaga"),
        Line("modal_semua", "Modal awal", formula="modal_alat + modal_izin + modal_putar"),
        Line("tetap_sebulan", "Biaya tetap sebulan, juga gaji Anda"),
        Line("keluar_per_satu", "Biaya variabel satu porsi"),
        Line("harga_satu", "Harga jual satu porsi"),
        Line("sisa_per_satu", "Untung satu porsi", formula="harga_satu - keluar_per_satu"),
        Line(
            "impas_sebulan",
            "Titik impas sebulan",
            "porsi",
            formula="bulat_naik(tetap_sebulan / sisa_per_satu)",
        ),
        Line(
            "impas_sehari",
            "Titik impas sehari (26 hari)",
            "porsi",
            formula="bulat_naik(impas_sebulan / 26)",
        ),
    ),
    rule="Biaya tetap dibagi untung satu porsi. Tahu angkanya sebelum menyewa tempat.",
)

UNIT = Unit(
    id="rintisan/03_titik_impas",
    assignment="rintisan_03_titik_impas",
    title="Modal dan Titik Impas",
    shop="Gerai nasi bakar Bu Neneng, Cilegon",
    given=GIVEN,
    draw=draw,
    questions=(
        MODAL_KERJA,
        MODAL_AWAL,
        BIAYA_TETAP,
        BIAYA_VARIABEL,
        UNTUNG_PER_PORSI,
        IMPAS_PORSI,
        IMPAS_OMZET,
        PORSI_UNTUK_TARGET,
        BALIK_MODAL,
    ),
    sheet=SHEET,
)
