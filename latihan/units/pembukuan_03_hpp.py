"""Menghitung HPP: the emping shop, nine questions, and the mistakes that people make with them."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Given, Line, Mistake, Question, Sheet, Unit, Values
from usaha.costing import Batch, Costing, cost_batch, suggested_price
from usaha.draws import Draws

HALF = Decimal("0.5")


def draw(d: Draws) -> dict[str, int | float]:
    """Draws one batch of emping: kilos, whole rupiah, hours. Magnitudes stay, numbers differ."""
    kg_melinjo = d.step(20, 40, 2)
    hasil_kg = round(kg_melinjo * d.step(50, 56, 2) / 100, 1)
    return {
        "kg_dibeli": kg_melinjo + d.step(5, 15, 5),
        "kg_melinjo": kg_melinjo,
        "harga_melinjo": d.step(15_000, 19_000, 500),
        "jam_pemilik": kg_melinjo // 4 + d.step(1, 3),
        "upah_per_jam": d.step(9_000, 12_000, 500),
        "kg_ditumbuk": int(hasil_kg) - d.step(0, 3),
        "upah_tumbuk_per_kg": d.step(4_000, 5_500, 250),
        "gas": d.step(15_000, 30_000, 1_000),
        "listrik_usaha": d.step(4_000, 9_000, 500),
        "harga_alat": d.step(600_000, 1_800_000, 60_000),
        "umur_alat_bulan": d.pick((24, 36, 48)),
        "adonan_per_bulan": d.step(4, 10),
        "hasil_kg": hasil_kg,
        "rusak_kg": round(hasil_kg * d.step(5, 9) / 100, 1),
        "kemasan_per_bungkus": d.step(500, 1_500, 100),
        "isi_kg_per_bungkus": d.pick((0.1, 0.2, 0.25, 0.5)),
        "harga_jual_kg": d.step(62_000, 75_000, 1_000),
        "margin_target": d.pick((0.2, 0.25, 0.3, 0.35)),
    }


def total(v: Values) -> Decimal:
    """The cost of one batch in rupiah, from the three sums the trainee has made before."""
    return v.biaya_bahan + v.biaya_tenaga + v.biaya_overhead


def costing(v: Values) -> Costing:
    """The whole calculation of a shop, as `usaha` does it: for the lesson's open sample only."""
    result, _ = cost_batch(
        Batch(
            material_quantity=v.kg_melinjo,
            material_price=v.harga_melinjo,
            own_hours=v.jam_pemilik,
            own_hourly_wage=v.upah_per_jam,
            piece_quantity=v.kg_ditumbuk,
            piece_wage=v.upah_tumbuk_per_kg,
            utilities=v.gas + v.listrik_usaha,
            tool_price=v.harga_alat,
            tool_life_months=v.umur_alat_bulan,
            batches_per_month=v.adonan_per_bulan,
            output=v.hasil_kg,
            spoiled=v.rusak_kg,
            pack_size=v.isi_kg_per_bungkus,
            packaging_per_pack=v.kemasan_per_bungkus,
        )
    )
    assert result is not None  # a drawn shop is always a sane one
    return result


GIVEN = (
    Given("kg_dibeli", "Melinjo yang dibeli minggu ini", "kg"),
    Given("kg_melinjo", "Melinjo yang dipakai untuk adonan ini", "kg"),
    Given("harga_melinjo", "Harga melinjo", "Rp per kg"),
    Given("jam_pemilik", "Lama Anda bekerja", "jam"),
    Given("upah_per_jam", "Upah yang wajar untuk Anda", "Rp per jam"),
    Given("kg_ditumbuk", "Emping yang ditumbuk tetangga", "kg"),
    Given("upah_tumbuk_per_kg", "Upah tumbuk", "Rp per kg"),
    Given("gas", "Gas", "Rp"),
    Given("listrik_usaha", "Listrik untuk usaha", "Rp"),
    Given("harga_alat", "Harga wajan dan alat tumbuk", "Rp"),
    Given("umur_alat_bulan", "Alat tahan dipakai", "bulan"),
    Given("adonan_per_bulan", "Adonan dalam sebulan", "kali"),
    Given("hasil_kg", "Emping yang jadi", "kg"),
    Given("rusak_kg", "Emping yang hancur atau gosong", "kg"),
    Given("kemasan_per_bungkus", "Kemasan satu bungkus", "Rp"),
    Given("isi_kg_per_bungkus", "Isi satu bungkus", "kg"),
    Given("harga_jual_kg", "Harga jual curah", "Rp per kg"),
    Given("margin_target", "Margin yang Anda inginkan", "bagian dari harga jual"),
)

BIAYA_BAHAN = Question(
    "biaya_bahan",
    "biaya bahan satu adonan",
    "Rp",
    Decimal(100_000),
    Decimal(2_000_000),
    (
        Mistake(
            "a3_pakai_hasil",
            lambda v: v.hasil_kg * v.harga_melinjo,
            "Yang dibeli melinjo, bukan emping jadi. "
            "Kalikan harganya dengan berat melinjo yang dipakai.",
        ),
        Mistake(
            "a3_belanja_jadi_biaya",
            lambda v: v.kg_dibeli * v.harga_melinjo,
            "Tidak semua melinjo yang dibeli masuk adonan ini. Sisanya masih stok Anda. "
            "Pakai berat melinjo yang benar-benar dipakai.",
        ),
    ),
    reference=lambda v: costing(v).material_cost,
)

BIAYA_TENAGA = Question(
    "biaya_tenaga",
    "biaya tenaga satu adonan",
    "Rp",
    Decimal(30_000),
    Decimal(600_000),
    (
        Mistake(
            "a3_tenaga_sendiri_gratis",
            lambda v: v.kg_ditumbuk * v.upah_tumbuk_per_kg,
            "Tenaga Anda juga biaya. Tambahkan jam kerja Anda kali upah per jam yang wajar.",
            HALF,
        ),
        Mistake(
            "a3_tumbuk_gratis",
            lambda v: v.jam_pemilik * v.upah_per_jam,
            "Ada orang lain yang menumbuk. Tambahkan upah tumbuk untuk tiap kilonya.",
            HALF,
        ),
    ),
    reference=lambda v: costing(v).labour_cost,
)

SUSUT_ALAT = Question(
    "susut_alat",
    "penyusutan alat untuk satu adonan",
    "Rp per adonan",
    Decimal(1_000),
    Decimal(20_000),
    (
        Mistake(
            "a3_alat_sekaligus",
            lambda v: v.harga_alat,
            "Alat dipakai berbulan-bulan. Bagi harganya ke bulan pakai, "
            "lalu ke jumlah adonan dalam sebulan.",
        ),
        Mistake(
            "a3_susut_sebulan",
            lambda v: v.harga_alat / v.umur_alat_bulan,
            "Ini penyusutan satu bulan. Bagi lagi dengan jumlah adonan dalam sebulan.",
            HALF,
        ),
    ),
    reference=lambda v: costing(v).depreciation_per_batch,
)

BIAYA_OVERHEAD = Question(
    "biaya_overhead",
    "biaya overhead satu adonan",
    "Rp",
    Decimal(15_000),
    Decimal(80_000),
    (
        Mistake(
            "a3_lupa_susut",
            lambda v: v.gas + v.listrik_usaha,
            "Alat juga aus tiap kali dipakai. Tambahkan `susut_alat`.",
            HALF,
        ),
        Mistake(
            "a3_overhead_hanya_susut",
            lambda v: v.susut_alat,
            "Gas dan listrik juga habis untuk adonan ini. Tambahkan keduanya.",
        ),
    ),
    reference=lambda v: costing(v).overhead_cost,
)

HASIL_BAIK = Question(
    "hasil_baik",
    "emping yang bisa dijual",
    "kg",
    Decimal(5),
    Decimal(30),
    (
        Mistake(
            "a3_rusak_ikut_dihitung",
            lambda v: v.hasil_kg,
            "Emping yang hancur atau gosong tidak bisa dijual. Kurangkan dari hasil.",
        ),
        Mistake(
            "a3_rusak_ditambah",
            lambda v: v.hasil_kg + v.rusak_kg,
            "Anda menambahkan yang rusak. Yang rusak sudah ada di dalam hasil, jadi keluarkan.",
        ),
    ),
    reference=lambda v: costing(v).good_output,
)

HPP_PER_KG = Question(
    "hpp_per_kg",
    "HPP satu kilo emping",
    "Rp per kg",
    Decimal(15_000),
    Decimal(90_000),
    (
        Mistake(
            "a3_lupa_rusak",
            lambda v: total(v) / v.hasil_kg,
            "Yang rusak tidak bisa dijual, jadi biayanya ditanggung yang baik. "
            "Bagi dengan `hasil_baik`.",
            HALF,
        ),
        Mistake(
            "a3_bagi_bahan_baku",
            lambda v: total(v) / v.kg_melinjo,
            "Anda membagi dengan berat melinjo. Pembeli membeli emping: "
            "bagi dengan kilo emping yang baik.",
        ),
        Mistake(
            "a3_lupa_overhead",
            lambda v: (v.biaya_bahan + v.biaya_tenaga) / v.hasil_baik,
            "Gas, listrik, dan alat belum ikut. Tambahkan `biaya_overhead` sebelum membagi.",
            HALF,
        ),
        Mistake(
            "a3_total_satu_adonan",
            total,
            "Ini biaya satu adonan penuh. Bagi dengan kilo emping yang baik.",
        ),
    ),
    reference=lambda v: costing(v).cost_per_kg,
)

HPP_PER_BUNGKUS = Question(
    "hpp_per_bungkus",
    "HPP satu bungkus",
    "Rp",
    Decimal(2_000),
    Decimal(50_000),
    (
        Mistake(
            "a3_lupa_isi",
            lambda v: v.hpp_per_kg + v.kemasan_per_bungkus,
            "Satu bungkus tidak berisi satu kilo. Kalikan dulu HPP per kilo dengan isi bungkus.",
        ),
        Mistake(
            "a3_lupa_kemasan",
            lambda v: v.hpp_per_kg * v.isi_kg_per_bungkus,
            "Plastik dan labelnya juga dibayar. Tambahkan kemasan satu bungkus.",
            HALF,
        ),
    ),
    reference=lambda v: costing(v).cost_per_pack,
)

LABA_KOTOR_PER_KG = Question(
    "laba_kotor_per_kg",
    "laba kotor satu kilo",
    "Rp per kg",
    Decimal(500),
    Decimal(60_000),
    (
        Mistake(
            "a3_laba_satu_adonan",
            lambda v: v.harga_jual_kg * v.hasil_baik - total(v),
            "Ini laba satu adonan. Yang ditanya per kilo: "
            "kurangkan HPP satu kilo dari harga satu kilo.",
        ),
        Mistake(
            "a3_laba_dari_bungkus",
            lambda v: v.harga_jual_kg - v.hpp_per_bungkus,
            "Harga per kilo dibandingkan dengan HPP per bungkus. Samakan dulu: pakai HPP per kilo.",
        ),
    ),
    reference=lambda v: v.harga_jual_kg - costing(v).cost_per_kg,
)

HARGA_JUAL_TARGET = Question(
    "harga_jual_target",
    "harga jual satu bungkus agar margin tercapai",
    "Rp",
    Decimal(2_500),
    Decimal(80_000),
    (
        Mistake(
            "a3_markup_bukan_margin",
            lambda v: v.hpp_per_bungkus * (1 + v.margin_target),
            "Anda menambah untung dari biaya. Margin adalah bagian dari harga jual. "
            "Jadi HPP adalah sisanya: bagi, jangan kali.",
        ),
        Mistake(
            "a3_margin_saja",
            lambda v: v.hpp_per_bungkus / v.margin_target,
            "Anda membagi dengan bagian untung. Bagi dengan bagian yang tersisa untuk biaya.",
        ),
        Mistake(
            "a3_untung_saja",
            lambda v: v.hpp_per_bungkus * v.margin_target,
            "Ini baru sebagian dari HPP, belum harga jual. Harga jual harus di atas HPP.",
        ),
    ),
    reference=lambda v: suggested_price(costing(v).cost_per_pack, v.margin_target),
)

SHEET = Sheet(
    "lembar-hpp",
    "Lembar kerja HPP",
    (
        Line("produk", "Nama produk", "teks"),
        Line("satuan", "Satuan yang dijual, misalnya kg atau bungkus", "teks"),
        Line("bahan", "Bahan yang dipakai untuk satu adonan"),
        Line("tenaga", "Tenaga, juga jam kerja Anda"),
        Line("overhead", "Gas, listrik, dan penyusutan alat"),
        Line("biaya", "Jumlah semua biaya", formula="bahan + tenaga + overhead"),
        Line("jumlah_baik", "Hasil baik, yang bisa dijual", "satuan"),
        Line("hpp", "HPP satu satuan", formula="biaya / jumlah_baik"),
        Line("harga_jual", "Harga jual sekarang, satu satuan"),
        Line("laba_kotor", "Laba kotor satu satuan", formula="harga_jual - hpp"),
        Line("margin", "Margin sekarang", "pecahan", formula="laba_kotor / harga_jual"),
    ),
    "Bahan, tenaga (Anda juga), dan overhead. Bagi dengan yang baik. "
    "Jangan menjual di bawah angka itu.",
)

UNIT = Unit(
    id="pembukuan/03_hpp",
    assignment="pembukuan_03_hpp",
    title="Menghitung HPP",
    shop="Emping Bu Imas, Jiput, Pandeglang",
    given=GIVEN,
    draw=draw,
    questions=(
        BIAYA_BAHAN,
        BIAYA_TENAGA,
        SUSUT_ALAT,
        BIAYA_OVERHEAD,
        HASIL_BAIK,
        HPP_PER_KG,
        HPP_PER_BUNGKUS,
        LABA_KOTOR_PER_KG,
        HARGA_JUAL_TARGET,
    ),
    sheet=SHEET,
)
