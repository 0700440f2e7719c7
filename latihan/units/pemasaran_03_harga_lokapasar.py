"""Harga Jual dan Potongan Lokapasar: nine questions about a price that survives, and the known mistakes."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Given, Line, Mistake, Question, Sheet, Unit, Values
from latihan.units.shoe_fees import draw, fee_table, round_down, round_up, show
from usaha.pricing import contribution, net_received, required_price

HALF = Decimal("0.5")
NEAR = Decimal(5)  # rupiah: the fee for an order is small, and must be told from none
SHARE = Decimal("0.0005")


def cost(v: Values) -> Decimal:
    """Returns what one pair costs before any percentage, in rupiah."""
    return v.hpp + v.kemas_kirim + v.biaya_pesanan_per_barang


GIVEN = (
    Given("hpp", "HPP sepasang, dengan kotak sepatu", "Rp"),
    Given("kemas_kirim", "Kardus dan lakban untuk kirim, sepasang", "Rp"),
    Given("tarif_admin", "Biaya admin", "bagian dari harga"),
    Given("tarif_program", "Program gratis ongkir", "bagian dari harga"),
    Given("tarif_pajak", "PPh final, hanya jika omzet melewati batas", "bagian dari omzet"),
    Given("omzet_setahun", "Omzet setahun, masih di bawah batas", "Rp"),
    Given("biaya_per_pesanan", "Biaya proses satu pesanan", "Rp"),
    Given("barang_per_pesanan", "Isi pesanan yang biasa", "pasang"),
    Given("harga_toko", "Harga jual sekarang", "Rp"),
    Given("untung_rupiah", "Untung sepasang yang diinginkan", "Rp"),
    Given("margin_target", "Margin yang diinginkan", "bagian dari harga jual"),
    Given("voucher_penjual", "Voucher dari toko, tiap pasang", "Rp"),
)

PERSEN_POTONGAN = Question(
    "persen_potongan",
    "bagian harga yang dipotong",
    "pecahan",
    Decimal("0.05"),
    Decimal("0.3"),
    (
        Mistake(
            "b3_admin_saja",
            lambda v: v.tarif_admin,
            "Toko ini juga ikut program. Jumlahkan semua persen yang berlaku untuk toko ini.",
            HALF,
        ),
        Mistake(
            "b3_program_saja",
            lambda v: v.tarif_program,
            "Program baru satu potongan. Ada biaya admin juga.",
            HALF,
        ),
        Mistake(
            "b3_pajak_ikut",
            lambda v: v.tarif_admin + v.tarif_program + v.tarif_pajak,
            "Pajak ini belum berlaku untuk toko ini. "
            "Lihat omzet setahunnya dan batas omzet di tabel tarif.",
            HALF,
        ),
    ),
    reference=lambda v: fee_table(v).rate,
    grain=SHARE,
)

BIAYA_PESANAN = Question(
    "biaya_pesanan_per_barang",
    "biaya pesanan untuk sepasang",
    "Rp per pasang",
    Decimal(200),
    Decimal(1_000),
    (
        Mistake(
            "b3_biaya_tiap_barang",
            lambda v: v.biaya_per_pesanan,
            "Biaya ini sekali per pesanan. Bagi dengan jumlah barang di dalamnya.",
            HALF,
        ),
        Mistake(
            "b3_biaya_dikali",
            lambda v: v.biaya_per_pesanan * v.barang_per_pesanan,
            "Satu biaya ditanggung bersama oleh semua barang. Jadi dibagi, bukan dikali.",
        ),
    ),
    reference=lambda v: fee_table(v).order_fee / v.barang_per_pesanan,
    grain=Decimal(1),
)

UANG_DITERIMA = Question(
    "uang_diterima",
    "uang yang Anda terima dari sepasang",
    "Rp",
    Decimal(60_000),
    Decimal(200_000),
    (
        Mistake(
            "b3_lupa_biaya_pesanan",
            lambda v: v.harga_toko * (1 - v.persen_potongan),
            "Masih ada potongan rupiah tetap untuk tiap pesanan. Kurangkan bagian sepasangnya.",
            HALF,
        ),
        Mistake(
            "b3_potongan_saja",
            lambda v: v.harga_toko * v.persen_potongan,
            "Ini yang dipotong, bukan yang Anda terima. Yang tersisa adalah satu dikurangi persen.",
        ),
        Mistake(
            "b3_potongan_dari_hpp",
            lambda v: v.harga_toko - v.hpp * v.persen_potongan - v.biaya_pesanan_per_barang,
            "Persen ini dari harga jual, bukan dari HPP. Kalikan dengan `harga_toko`.",
        ),
    ),
    reference=lambda v: Decimal(
        net_received(fee_table(v), v.harga_toko, items=v.barang_per_pesanan)
    ),
    grain=NEAR,
)

UNTUNG_SEKARANG = Question(
    "untung_sekarang",
    "untung sepasang dengan harga sekarang",
    "Rp",
    Decimal(-40_000),
    Decimal(60_000),
    (
        Mistake(
            "b3_harga_kurang_hpp",
            lambda v: v.harga_toko - v.hpp,
            "Uang yang Anda terima bukan harga pajang. Mulai dari `uang_diterima`.",
        ),
        Mistake(
            "b3_lupa_kemas_kirim",
            lambda v: v.uang_diterima - v.hpp,
            "Kardus dan lakban juga dibayar. Kurangkan `kemas_kirim`.",
            HALF,
        ),
        Mistake(
            "b3_biaya_pesanan_dua_kali",
            lambda v: v.uang_diterima - cost(v),
            "Biaya pesanan sudah dikurangkan di `uang_diterima`. Jangan dikurangkan lagi.",
            HALF,
        ),
    ),
    reference=lambda v: contribution(
        fee_table(v), v.harga_toko, v.hpp + v.kemas_kirim, items=v.barang_per_pesanan
    ),
    grain=NEAR,
)

HARGA_IMPAS = Question(
    "harga_impas",
    "harga impas",
    "Rp",
    Decimal(80_000),
    Decimal(200_000),
    (
        Mistake(
            "b3_impas_kali_satu_tambah",
            lambda v: cost(v) * (1 + v.persen_potongan),
            "Potongan dihitung dari harga jual, bukan dari biaya. Bagi dengan (1 - persen).",
            HALF,
        ),
        Mistake(
            "b3_impas_biaya_saja",
            cost,
            "Ini baru jumlah biaya. Lokapasar masih memotong persennya dari harga.",
        ),
        Mistake(
            "b3_impas_tanpa_kemas",
            lambda v: (v.hpp + v.biaya_pesanan_per_barang) / (1 - v.persen_potongan),
            "Kardus dan lakban belum ikut. Tambahkan di dalam kurung.",
            HALF,
        ),
        Mistake(
            "b3_bagi_persen",
            lambda v: cost(v) / v.persen_potongan,
            "Anda membagi dengan bagian yang dipotong. Bagi dengan bagian yang tersisa.",
        ),
    ),
    reference=lambda v: required_price(cost(v), fee_table(v).rate),
    grain=NEAR,
)

HARGA_UNTUNG = Question(
    "harga_untung",
    "harga yang memberi untung itu",
    "Rp",
    Decimal(100_000),
    Decimal(250_000),
    (
        Mistake(
            "b3_untung_kali_satu_tambah",
            lambda v: (cost(v) + v.untung_rupiah) * (1 + v.persen_potongan),
            "Potongan dihitung dari harga jual. Bagi dengan (1 - persen), lalu coba hitung mundur.",
            HALF,
        ),
        Mistake(
            "b3_untung_di_luar",
            lambda v: cost(v) / (1 - v.persen_potongan) + v.untung_rupiah,
            "Untung ini ikut terpotong persen. Masukkan ke dalam kurung sebelum dibagi.",
            HALF,
        ),
        Mistake(
            "b3_untung_biaya_saja",
            lambda v: cost(v) + v.untung_rupiah,
            "Dengan harga ini, potongan lokapasar memakan untung Anda. Bagi dulu.",
        ),
    ),
    reference=lambda v: required_price(cost(v), fee_table(v).rate, profit=v.untung_rupiah),
    grain=NEAR,
)

HARGA_PAJANG = Question(
    "harga_pajang",
    "harga pajang",
    "Rp",
    Decimal(100_000),
    Decimal(250_000),
    (
        Mistake(
            "b3_bulat_ke_bawah",
            lambda v: round_down(v.harga_untung),
            "Bila dibulatkan turun, untung berkurang dari target. Naik ke kelipatan berikutnya.",
            HALF,
        ),
        Mistake(
            "b3_belum_bulat",
            lambda v: v.harga_untung,
            "Harga ini belum bulat. Tulis kelipatan 500 rupiah di atasnya.",
            HALF,
        ),
    ),
    reference=lambda v: round_up(v.harga_untung),
    grain=NEAR,
)

HARGA_MARGIN = Question(
    "harga_margin",
    "harga untuk margin itu",
    "Rp",
    Decimal(100_000),
    Decimal(350_000),
    (
        Mistake(
            "b3_markup_bukan_margin",
            lambda v: cost(v) * (1 + v.margin_target) / (1 - v.persen_potongan),
            "Margin adalah bagian dari harga jual, bukan dari biaya. "
            "Gabungkan dengan persen lain di pembagi.",
        ),
        Mistake(
            "b3_bagi_dua_kali",
            lambda v: cost(v) / (1 - v.persen_potongan) / (1 - v.margin_target),
            "Kedua persen sama-sama dari harga jual. Jumlahkan dulu, baru bagi satu kali.",
            HALF,
        ),
        Mistake(
            "b3_margin_tanpa_potongan",
            lambda v: cost(v) / (1 - v.margin_target),
            "Margin sudah ikut, potongan lokapasar belum. Keduanya mengurangi harga jual.",
        ),
    ),
    reference=lambda v: required_price(cost(v), fee_table(v).rate, margin=v.margin_target),
    grain=NEAR,
)

UNTUNG_VOUCHER = Question(
    "untung_dengan_voucher",
    "untung sepasang dengan voucher",
    "Rp",
    Decimal(-50_000),
    Decimal(60_000),
    (
        Mistake(
            "b3_voucher_setelah_biaya",
            lambda v: v.untung_sekarang - v.voucher_penjual,
            "Persen lokapasar dihitung dari harga sesudah voucher. "
            "Kurangi harga dulu, lalu hitung potongannya.",
            HALF,
        ),
        Mistake(
            "b3_voucher_diabaikan",
            lambda v: v.untung_sekarang,
            "Ini untung tanpa voucher. Voucher toko dibayar oleh Anda, jadi harganya turun dulu.",
        ),
        Mistake(
            "b3_voucher_ditambah",
            lambda v: (
                (v.harga_toko + v.voucher_penjual) * (1 - v.persen_potongan)
                - v.biaya_pesanan_per_barang
                - v.hpp
                - v.kemas_kirim
            ),
            "Voucher menurunkan harga yang dibayar pembeli. Periksa tanda di depan voucher.",
        ),
    ),
    reference=lambda v: contribution(
        fee_table(v),
        v.harga_toko,
        v.hpp + v.kemas_kirim,
        voucher=v.voucher_penjual,
        items=v.barang_per_pesanan,
    ),
    grain=NEAR,
)

SHEET = Sheet(
    "lembar-harga",
    "Lembar kerja: harga di lokapasar",
    (
        Line("produk", "Nama produk", "teks"),
        Line("hpp_saya", "HPP satu barang"),
        Line("kirim", "Kardus dan lakban, satu barang"),
        Line("biaya_pesanan", "Biaya proses satu pesanan"),
        Line("isi_pesanan", "Isi pesanan yang biasa", "barang"),
        Line("potongan", "Semua potongan persen, dijumlahkan", "pecahan"),
        Line("untung_saya", "Untung satu barang yang diinginkan"),
        Line(
            "biaya_satu",
            "Biaya satu barang",
            formula="hpp_saya + kirim + biaya_pesanan / isi_pesanan",
        ),
        Line("impas", "Harga impas", formula="biaya_satu / (1 - potongan)"),
        Line("harga", "Harga minimal", formula="(biaya_satu + untung_saya) / (1 - potongan)"),
        Line("pajang", "Harga pajang", formula="bulat_naik(harga / 500) * 500"),
    ),
    "Jumlahkan biaya dan untung. Bagi dengan satu dikurangi semua persen. Bulatkan naik.",
)

UNIT = Unit(
    id="pemasaran/03_harga_lokapasar",
    assignment="pemasaran_03_harga_lokapasar",
    title="Harga Jual dan Potongan Lokapasar",
    shop="Sepatu Pak Dedi, Curug, Kab. Tangerang",
    given=GIVEN,
    draw=draw,
    questions=(
        PERSEN_POTONGAN,
        BIAYA_PESANAN,
        UANG_DITERIMA,
        UNTUNG_SEKARANG,
        HARGA_IMPAS,
        HARGA_UNTUNG,
        HARGA_PAJANG,
        HARGA_MARGIN,
        UNTUNG_VOUCHER,
    ),
    show=show,
    sheet=SHEET,
)
