"""The test before and after the start-up track: eight questions about a stall, its permit and its loan."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_CEILING, Decimal
from typing import Any

from latihan.notebook import Shown, below
from latihan.track_tests import TrackTest
from latihan.unit import Choice, Day, Given, Mistake, Question, Values
from latihan.units.product_cards import (
    CARDS,
    PERMIT_OF,
    PERMITS,
    deadline,
    draw_card,
    draw_start,
    is_old_seller,
)
from latihan.units.rows import dated, read_rows, table, to_text
from latihan.units.rule_rows import rule, sources
from usaha.credit import annuity
from usaha.dates import add_months
from usaha.draws import Draws

HALF = Decimal("0.5")
YEAR = 12


def draw(d: Draws) -> dict[str, Any]:
    """Draws a stall, one product's card, an online shop's first day and a loan."""
    price, spent = d.step(12_000, 18_000, 500), d.step(5_000, 8_000, 100)
    rate, owed, months = rule("kur_rate").number, d.step(15, 40) * 1_000_000, d.pick((24, 30, 36))
    other = d.step(200_000, 500_000, 50_000)
    share = Decimal(d.step(20, 45)) / 100
    cash = round((annuity(owed, rate / YEAR, months) + other) / share / 50_000) * 50_000
    return {
        "alat": d.step(4_000_000, 9_000_000, 100_000),
        "izin_dan_renovasi": d.step(1_500_000, 4_000_000, 100_000),
        "modal_kerja": d.step(3_000_000, 6_000_000, 100_000),
        "biaya_tetap": d.step(3_000_000, 6_000_000, 10_000),
        "harga": price,
        "biaya_variabel": spent,
        "target_laba": d.step(800_000, 2_000_000, 50_000),
        "tgl_aturan": rule("nib_online_sellers").effective_from,
        "bulan_pedagang_lama": int(rule("nib_online_existing_months").number),
        "bulan_pedagang_baru": int(rule("nib_online_new_months").number),
        "mulai_jualan": draw_start(d),
        "pokok": owed,
        "bunga_tahun": float(rate),
        "bulan": months,
        "angsuran_lain": other,
        "kas_usaha_bulan": cash,
        "omzet_bulan": cash * d.step(30, 50) // 10,
        "baris": to_text([draw_card(d, d.pick(tuple(CARDS)), 1)]),
    }


def show(given: Mapping[str, Any]) -> Shown:
    """Shows the product's card, and where the figures of law are from."""
    card = table("Kartu produk untuk soal 4", (("Produk", dated),), read_rows(given["baris"]))
    named = {
        "Batas waktu NIB pedagang daring": "nib_online_existing_months",
        "Bunga KUR": "kur_rate",
    }
    return below(card, sources(named))


def _up(number: Decimal) -> Decimal:
    return number.to_integral_value(rounding=ROUND_CEILING)


def _permit(v: Mapping[str, Any]) -> str:
    return PERMIT_OF[read_rows(v["baris"])[0].kind]


def _other_months(v: Values) -> date:
    """Counts from the right day, but with the months of the other kind of seller."""
    old = is_old_seller(v)
    months = v.bulan_pedagang_baru if old else v.bulan_pedagang_lama
    return add_months(v["tgl_aturan"] if old else v["mulai_jualan"], int(months))


def _other_day(v: Values) -> date:
    """Counts the right months, but from the other day."""
    old = is_old_seller(v)
    months = v.bulan_pedagang_lama if old else v.bulan_pedagang_baru
    return add_months(v["mulai_jualan"] if old else v["tgl_aturan"], int(months))


GIVEN = (
    Given("alat", "Alat untuk membuka kedai", "Rp"),
    Given("izin_dan_renovasi", "Izin dan perbaikan tempat", "Rp"),
    Given("modal_kerja", "Bahan, piutang, dan uang jaga-jaga", "Rp"),
    Given("biaya_tetap", "Biaya tetap", "Rp per bulan"),
    Given("harga", "Harga satu porsi", "Rp"),
    Given("biaya_variabel", "Biaya variabel satu porsi", "Rp"),
    Given("target_laba", "Laba yang diinginkan", "Rp per bulan"),
    Given("tgl_aturan", "Aturan NIB pedagang daring mulai berlaku"),
    Given("bulan_pedagang_lama", "Waktu untuk toko yang sudah buka sebelumnya", "bulan"),
    Given("bulan_pedagang_baru", "Waktu untuk toko yang buka sesudahnya", "bulan"),
    Given("mulai_jualan", "Toko daring Anda buka"),
    Given("pokok", "Pinjaman KUR", "Rp"),
    Given("bunga_tahun", "Bunga, dihitung dari sisa pokok", "setahun"),
    Given("bulan", "Lama pinjaman", "bulan"),
    Given("angsuran_lain", "Angsuran lain yang masih berjalan", "Rp per bulan"),
    Given("kas_usaha_bulan", "Sisa uang usaha, sebelum angsuran", "Rp per bulan"),
    Given("omzet_bulan", "Omzet", "Rp per bulan"),
)

MODAL_AWAL = Question(
    "modal_awal",
    "modal awal",
    "Rp",
    Decimal(4_000_000),
    Decimal(30_000_000),
    (
        Mistake(
            "uji_lupa_modal_kerja",
            lambda v: v.alat + v.izin_dan_renovasi,
            "Sesudah alat terbeli, kedai masih perlu bahan dan uang putar. Tambahkan.",
        ),
    ),
)

IMPAS = Question(
    "impas_porsi",
    "titik impas",
    "porsi",
    Decimal(100),
    Decimal(3_000),
    (
        Mistake(
            "uji_impas_bagi_harga",
            lambda v: _up(v.biaya_tetap / v.harga),
            "Sebagian harga habis untuk biaya variabel. Bagi dengan yang tersisa dari satu porsi.",
        ),
        Mistake(
            "uji_impas_dari_modal",
            lambda v: _up(v.modal_awal / (v.harga - v.biaya_variabel)),
            "Titik impas sebulan menutup biaya tetap sebulan, bukan modal awal.",
        ),
    ),
    grain=HALF,
)

TARGET = Question(
    "porsi_untuk_target",
    "porsi untuk laba yang diinginkan",
    "porsi",
    Decimal(150),
    Decimal(4_000),
    (
        Mistake(
            "uji_target_tanpa_tetap",
            lambda v: _up(v.target_laba / (v.harga - v.biaya_variabel)),
            "Biaya tetap harus tertutup lebih dulu. Tambahkan ke laba sebelum dibagi.",
        ),
    ),
    grain=HALF,
)

IZIN = Choice(
    "izin_produk",
    "izin produk di kartu",
    PERMITS,
    (
        Mistake(
            "uji_pirt_semua_pangan",
            lambda v: "PIRT" if _permit(v) in {"MD", "SIAP_SAJI"} else None,
            "PIRT hanya untuk pangan kering yang tahan di suhu ruang. Baca lagi kartunya.",
        ),
        Mistake(
            "uji_nib_cukup",
            lambda v: "NIB" if _permit(v) != "NIB" else None,
            "Produk ini dimakan atau diminum. Nomor usaha saja belum cukup.",
        ),
    ),
    reference=_permit,
)

BATAS = Day(
    "batas_nib",
    "batas waktu NIB",
    (
        Mistake(
            "uji_bulan_tertukar",
            _other_months,
            "Waktu toko lama dan toko baru tertukar. Kapan toko Anda buka, sebelum aturan atau sesudahnya?",
        ),
        Mistake(
            "uji_hari_tertukar",
            _other_day,
            "Jumlah bulannya sudah benar. Periksa lagi dihitung dari hari yang mana.",
        ),
    ),
    reference=deadline,
)

ANGSURAN = Question(
    "angsuran",
    "angsuran sebulan",
    "Rp per bulan",
    Decimal(300_000),
    Decimal(4_000_000),
    (
        Mistake(
            "uji_bunga_pokok_penuh",
            lambda v: v.pokok / v.bulan + v.pokok * v.bunga_tahun / YEAR,
            "Ini bunga dari pokok penuh. Pokoknya berkurang tiap bulan, jadi pakai `anuitas(...)`.",
        ),
        Mistake(
            "uji_tanpa_bunga",
            lambda v: v.pokok / v.bulan,
            "Ini baru pokoknya. Bunganya belum ikut.",
        ),
        Mistake(
            "uji_bunga_setahun",
            lambda v: annuity(v.pokok, v.bunga_tahun, int(v.bulan)),
            "Bunga yang dimasukkan masih setahun. Bagi dulu menjadi sebulan.",
        ),
    ),
)

BUNGA = Question(
    "total_bunga",
    "bunga sampai lunas",
    "Rp",
    Decimal(400_000),
    Decimal(8_000_000),
    (
        Mistake(
            "uji_bunga_sederhana",
            lambda v: v.pokok * v.bunga_tahun * v.bulan / YEAR,
            "Pokok berkurang tiap bulan, jadi bunganya ikut turun. Mulai dari seluruh angsuran.",
        ),
        Mistake(
            "uji_lupa_pokok",
            lambda v: v.angsuran * v.bulan,
            "Ini semua yang dibayar. Keluarkan pokoknya agar tinggal bunga.",
        ),
    ),
)

RASIO = Question(
    "rasio_angsuran",
    "bagian sisa uang usaha untuk angsuran",
    "pecahan",
    Decimal("0.05"),
    Decimal("0.95"),
    (
        Mistake(
            "uji_rasio_dari_omzet",
            lambda v: (v.angsuran + v.angsuran_lain) / v.omzet_bulan,
            "Angsuran dibayar dari sisa uang usaha, bukan dari omzet.",
        ),
        Mistake(
            "uji_rasio_lupa_lain",
            lambda v: v.angsuran / v.kas_usaha_bulan,
            "Angsuran yang masih berjalan juga dihitung. Tambahkan sebelum dibagi.",
        ),
    ),
    grain=Decimal("0.0005"),
)

TESTS = TrackTest(
    track="rintisan",
    title="Usaha Rintisan",
    shop="Kedai pempek Bu Yati, Balaraja, Tangerang",
    given=GIVEN,
    draw=draw,
    questions=(MODAL_AWAL, IMPAS, TARGET, IZIN, BATAS, ANGSURAN, BUNGA, RASIO),
    show=show,
)
