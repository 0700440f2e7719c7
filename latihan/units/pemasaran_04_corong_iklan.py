"""Dari Dilihat sampai Dibeli: nine questions about a week of advertising, and the known mistakes."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Choice, Given, Line, Mistake, Question, Sheet, Unit, Values
from latihan.units.woven_ads import STAGES, draw, show, smallest_share, strongest, weakest
from usaha.marketing import (
    acquisition_cost,
    ad_profit,
    break_even_roas,
    click_through_rate,
    contribution_margin,
    conversion_rate,
    roas,
)

HALF = Decimal("0.5")
DECISIONS = {
    "LANJUT": "lanjutkan iklan ini",
    "PERBAIKI_DULU": "perbaiki dulu sebelum menambah uang",
    "TAMBAH_DANA": "tambah uang iklan supaya untung",
}


def _margin(v: Values) -> Decimal:
    return contribution_margin(v.harga, v.biaya_variabel)


def _break_even(v: Values) -> Decimal:
    found = break_even_roas(_margin(v))
    assert found is not None  # a drawn scarf always leaves something
    return found


def _decision(v: Values) -> str:
    """Returns what a week's own figures call for."""
    earns = roas(v.omzet_jadi, v.biaya_iklan) > _break_even(v)
    return "LANJUT" if earns else "PERBAIKI_DULU"


GIVEN = (
    Given("tayangan", "Iklan dilihat", "kali"),
    Given("klik", "Iklan diklik", "kali"),
    Given("pesanan_iklan", "Pesanan dari iklan, menurut laporan aplikasi", "pesanan"),
    Given("pesanan_jadi", "Pesanan dari iklan yang selesai", "pesanan"),
    Given("pembeli_baru", "Pembeli yang baru pertama kali", "orang"),
    Given("omzet_laporan", "Omzet menurut laporan aplikasi", "Rp"),
    Given("omzet_jadi", "Omzet dari pesanan yang selesai", "Rp"),
    Given("biaya_iklan", "Biaya iklan", "Rp"),
    Given("harga", "Harga satu selendang", "Rp"),
    Given("biaya_variabel", "HPP, kardus, dan semua potongan, satu selendang", "Rp"),
)

RASIO_KLIK = Question(
    "rasio_klik",
    "rasio klik",
    "pecahan",
    Decimal("0.004"),
    Decimal("0.05"),
    (
        Mistake(
            "b4_klik_terbalik",
            lambda v: v.tayangan / v.klik,
            "Rasio klik: dari semua yang melihat, berapa yang mengeklik. Tukar atas dan bawah.",
        ),
        Mistake(
            "b4_pesanan_dari_tayangan",
            lambda v: v.pesanan_iklan / v.tayangan,
            "Ini bagian yang memesan. Tahap pertama baru sampai mengeklik.",
        ),
    ),
    reference=lambda v: click_through_rate(v.tayangan, v.klik),
    grain=Decimal("0.0001"),
)

PERSEN_JADI_BELI = Question(
    "persen_jadi_beli",
    "bagian klik yang jadi beli",
    "pecahan",
    Decimal("0.004"),
    Decimal("0.08"),
    (
        Mistake(
            "b4_dari_tayangan",
            lambda v: v.pesanan_jadi / v.tayangan,
            "Ini dihitung dari orang yang sudah mengeklik. Ganti pembaginya.",
        ),
        Mistake(
            "b4_pesanan_belum_jadi",
            lambda v: v.pesanan_iklan / v.klik,
            "Sebagian pesanan batal atau kembali. Pakai yang benar-benar jadi.",
            HALF,
        ),
        Mistake(
            "b4_jadi_dari_pesanan",
            lambda v: v.pesanan_jadi / v.pesanan_iklan,
            "Ini bagian pesanan yang selesai. Mulai dari semua yang mengeklik.",
        ),
    ),
    reference=lambda v: conversion_rate(v.klik, v.pesanan_jadi),
    grain=Decimal("0.0002"),
)

TAHAP = Choice(
    "tahap_terlemah",
    "tahap yang paling lemah",
    STAGES,
    (
        Mistake(
            "b4_rasio_terkecil",
            smallest_share,
            "Rasio itu memang kecil di semua toko. "
            "Bandingkan tiap tahap dengan angka yang biasa di baris yang sama.",
        ),
        Mistake(
            "b4_tahap_terkuat",
            strongest,
            "Tahap ini justru di atas yang biasa. Cari yang paling jauh di bawahnya.",
        ),
    ),
    reference=weakest,
)

BIAYA_PEMBELI = Question(
    "biaya_per_pembeli_baru",
    "biaya iklan untuk satu pembeli baru",
    "Rp per orang",
    Decimal(15_000),
    Decimal(250_000),
    (
        Mistake(
            "b4_semua_pesanan",
            lambda v: v.biaya_iklan / v.pesanan_jadi,
            "Sebagian pemesan adalah pelanggan lama. Bagi dengan pembeli baru.",
            HALF,
        ),
        Mistake(
            "b4_biaya_per_klik",
            lambda v: v.biaya_iklan / v.klik,
            "Ini biaya satu klik. Yang mengeklik belum tentu membeli.",
        ),
    ),
    reference=lambda v: acquisition_cost(v.biaya_iklan, v.pembeli_baru),
)

ROAS = Question(
    "roas_iklan",
    "ROAS",
    "kali",
    Decimal("0.5"),
    Decimal(12),
    (
        Mistake(
            "b4_omzet_dasbor",
            lambda v: v.omzet_laporan / v.biaya_iklan,
            "Laporan aplikasi menghitung pesanan yang kemudian batal. Pakai omzet yang jadi.",
            HALF,
        ),
        Mistake(
            "b4_roas_untung",
            lambda v: (v.omzet_jadi - v.biaya_iklan) / v.biaya_iklan,
            "Biaya iklan tidak dikurangkan di sini. "
            "ROAS membandingkan omzet langsung dengan biaya iklan.",
        ),
        Mistake(
            "b4_roas_terbalik",
            lambda v: v.biaya_iklan / v.omzet_jadi,
            "Yang dicari omzet untuk tiap rupiah iklan. Tukar atas dan bawah.",
        ),
    ),
    reference=lambda v: roas(v.omzet_jadi, v.biaya_iklan),
    grain=Decimal("0.02"),
)

MARJIN = Question(
    "marjin_selendang",
    "marjin kontribusi satu selendang",
    "pecahan",
    Decimal("0.15"),
    Decimal("0.55"),
    (
        Mistake(
            "b4_bagi_biaya",
            lambda v: (v.harga - v.biaya_variabel) / v.biaya_variabel,
            "Ini untung dibanding biaya. Marjin adalah bagian dari harga: bagi dengan harga.",
            HALF,
        ),
        Mistake(
            "b4_bagian_biaya",
            lambda v: v.biaya_variabel / v.harga,
            "Ini bagian untuk biaya. Yang dicari bagian yang tersisa untuk Anda.",
        ),
    ),
    reference=_margin,
    grain=Decimal("0.001"),
)

ROAS_IMPAS = Question(
    "roas_impas",
    "ROAS impas",
    "kali",
    Decimal("1.5"),
    Decimal(8),
    (
        Mistake(
            "b4_impas_satu",
            lambda _: Decimal(1),
            "ROAS 1 hanya mengembalikan biaya iklan; barangnya belum terbayar. "
            "Pakai marjin kontribusi sebagai pembagi.",
        ),
        Mistake(
            "b4_impas_biaya",
            lambda v: 1 / (1 - v.marjin_selendang),
            "Yang membagi adalah bagian yang tersisa untuk Anda, bukan bagian biaya.",
            HALF,
        ),
        Mistake(
            "b4_impas_marjin",
            lambda v: v.marjin_selendang,
            "Ini marjinnya. ROAS impas: berapa kali biaya iklan supaya marjin itu menutupnya?",
        ),
    ),
    reference=_break_even,
    grain=Decimal("0.02"),
)

UNTUNG_IKLAN = Question(
    "untung_iklan",
    "untung dari iklan",
    "Rp",
    Decimal(-3_000_000),
    Decimal(3_000_000),
    (
        Mistake(
            "b4_omzet_kurang_iklan",
            lambda v: v.omzet_jadi - v.biaya_iklan,
            "Dari omzet, barang dan potongan harus dibayar dulu. "
            "Kalikan omzet dengan marjin kontribusi.",
        ),
        Mistake(
            "b4_untung_dasbor",
            lambda v: v.omzet_laporan * v.marjin_selendang - v.biaya_iklan,
            "Omzet di laporan masih berisi yang batal. Pakai omzet dari pesanan selesai.",
            HALF,
        ),
        Mistake(
            "b4_iklan_gratis",
            lambda v: v.omzet_jadi * v.marjin_selendang,
            "Ini sisa sebelum iklan dibayar. Kurangkan biaya iklannya.",
            HALF,
        ),
    ),
    reference=lambda v: ad_profit(v.omzet_jadi, _margin(v), v.biaya_iklan),
    grain=Decimal(200),
)

KEPUTUSAN = Choice(
    "keputusan_iklan",
    "keputusan tentang iklan ini",
    DECISIONS,
    (
        Mistake(
            "b4_lebih_dari_satu",
            lambda v: "LANJUT" if _decision(v) != "LANJUT" else None,
            "Bandingkan ROAS dengan ROAS impas toko Anda, bukan dengan angka 1.",
        ),
        Mistake(
            "b4_takut_iklan",
            lambda v: "PERBAIKI_DULU" if _decision(v) != "PERBAIKI_DULU" else None,
            "Iklan ini masih menyisakan uang. Lihat lagi ROAS dan ROAS impasnya.",
        ),
        Mistake(
            "b4_tambah_supaya_untung",
            lambda _: "TAMBAH_DANA",
            "Uang tambahan mengalikan hasil yang sama, untung atau rugi. "
            "Mulai dari perbandingan ROAS dengan ROAS impas.",
        ),
    ),
    reference=_decision,
)

SHEET = Sheet(
    "lembar-iklan",
    "Lembar kerja: membaca iklan",
    (
        Line("produk", "Nama produk", "teks"),
        Line("dilihat", "Iklan dilihat", "kali"),
        Line("diklik", "Iklan diklik", "kali"),
        Line("rasio", "Rasio klik", "pecahan", formula="diklik / dilihat"),
        Line("jadi", "Pesanan selesai dari iklan", "pesanan"),
        Line("jadi_beli", "Persen jadi beli", "pecahan", formula="jadi / diklik"),
        Line("omzet", "Omzet dari pesanan selesai"),
        Line("iklan", "Biaya iklan"),
        Line("harga_barang", "Harga satu barang"),
        Line("biaya_barang", "HPP, kardus, dan semua potongan, satu barang"),
        Line("roas_saya", "ROAS", "kali", formula="omzet / iklan"),
        Line(
            "impas_saya",
            "ROAS impas",
            "kali",
            formula="harga_barang / (harga_barang - biaya_barang)",
        ),
        Line(
            "hasil",
            "Untung dari iklan",
            formula="omzet * (harga_barang - biaya_barang) / harga_barang - iklan",
        ),
    ),
    "Hitung yang jadi. Lanjutkan iklan hanya jika ROAS di atas ROAS impas.",
)

UNIT = Unit(
    id="pemasaran/04_corong_iklan",
    assignment="pemasaran_04_corong_iklan",
    title="Dari Dilihat sampai Dibeli",
    shop="Tenun Ibu Sarci, Leuwidamar, Kab. Lebak",
    given=GIVEN,
    draw=draw,
    questions=(
        RASIO_KLIK,
        PERSEN_JADI_BELI,
        TAHAP,
        BIAYA_PEMBELI,
        ROAS,
        MARJIN,
        ROAS_IMPAS,
        UNTUNG_IKLAN,
        KEPUTUSAN,
    ),
    show=show,
    sheet=SHEET,
)
