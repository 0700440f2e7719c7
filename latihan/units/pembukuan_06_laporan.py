"""Laporan SAK EMKM: eight figures of three statements of a sate bandeng kitchen, and their known mistakes."""

from __future__ import annotations

from latihan.sheets import Line, Sheet
from latihan.unit import Given, Unit
from latihan.units.bandeng_income import (
    HPP_TERJUAL,
    LABA_BERSIH,
    LABA_SEBELUM_PAJAK,
    PENJUALAN_BERSIH,
    PENYUSUTAN_BULAN,
)
from latihan.units.bandeng_month import draw, show
from latihan.units.bandeng_position import EKUITAS_AKHIR, TOTAL_ASET, TOTAL_LIABILITAS

GIVEN = (
    Given("kas_awal", "Kas pada 1 Oktober", "Rp"),
    Given("kas", "Kas pada 31 Oktober", "Rp"),
    Given("saldo_lokapasar", "Saldo di lokapasar, belum ditarik", "Rp"),
    Given("piutang", "Tagihan kepada rumah makan", "Rp"),
    Given("persediaan_awal", "Stok sate bandeng, 1 Oktober", "Rp"),
    Given("persediaan_akhir", "Stok sate bandeng, 31 Oktober", "Rp"),
    Given("harga_peralatan", "Harga semua alat waktu dibeli", "Rp"),
    Given("umur_bulan", "Lama alat dipakai", "bulan"),
    Given("nilai_jual_kembali", "Perkiraan harga jual alat bekas", "Rp"),
    Given("akumulasi_awal", "Penyusutan alat sampai 30 September", "Rp"),
    Given("utang_usaha", "Utang kepada petambak", "Rp"),
    Given("uang_muka", "Uang muka hajatan November", "Rp"),
    Given("utang_bank", "Sisa pinjaman bank", "Rp"),
    Given("modal_awal", "Modal pada 1 Oktober", "Rp"),
    Given("setoran", "Tambahan modal di bulan Oktober", "Rp"),
    Given("prive", "Prive di bulan Oktober", "Rp"),
    Given("penjualan_kotor", "Semua penjualan, termasuk yang belum dibayar", "Rp"),
    Given("retur_diskon", "Retur dan diskon", "Rp"),
    Given("biaya_produksi", "Biaya membuat sate bandeng, tanpa upah Ibu Ratu", "Rp"),
    Given("biaya_lokapasar", "Potongan lokapasar", "Rp"),
    Given("biaya_iklan", "Iklan", "Rp"),
    Given("biaya_listrik", "Listrik kios", "Rp"),
    Given("bunga_bank", "Bunga bank", "Rp"),
    Given("pajak_final", "PPh final Oktober, disetor November", "Rp"),
)

SHEET = Sheet(
    file="lembar-laporan",
    title="Lembar kerja: laporan usaha satu bulan",
    lines=(
        Line("nama_usaha", "Nama usaha", "teks"),
        Line("bulan_laporan", "Bulan", "teks"),
        Line("jualan", "Penjualan, juga yang belum dibayar"),
        Line("barang_kembali", "Retur dan diskon"),
        Line("stok_awal", "Stok pada awal bulan"),
        Line("biaya_buat", "Biaya membuat atau membeli barang"),
        Line("stok_akhir", "Stok pada akhir bulan"),
        Line("beban_lain", "Beban lain, juga bunga dan penyusutan"),
        Line("pajak_bulan", "Pajak bulan ini"),
        Line(
            "laba_usaha",
            "Laba bersih",
            formula="jualan - barang_kembali - (stok_awal + biaya_buat - stok_akhir) "
            "- beban_lain - pajak_bulan",
        ),
        Line("uang_usaha", "Kas, bank, dan saldo lokapasar"),
        Line("tagihan", "Piutang"),
        Line("nilai_alat", "Alat, sesudah penyusutan"),
        Line("aset_usaha", "Total aset", formula="uang_usaha + tagihan + stok_akhir + nilai_alat"),
        Line("semua_utang", "Total liabilitas, juga uang muka dan pajak"),
        Line("bagian_pemilik", "Ekuitas", formula="aset_usaha - semua_utang"),
    ),
    rule="Laba bukan kas. Aset selalu sama dengan liabilitas ditambah ekuitas.",
)

UNIT = Unit(
    id="pembukuan/06_laporan",
    assignment="pembukuan_06_laporan",
    title="Laporan SAK EMKM",
    shop="Sate bandeng Ibu Ratu, Kota Serang",
    given=GIVEN,
    draw=draw,
    questions=(
        PENJUALAN_BERSIH,
        HPP_TERJUAL,
        PENYUSUTAN_BULAN,
        LABA_SEBELUM_PAJAK,
        LABA_BERSIH,
        TOTAL_ASET,
        TOTAL_LIABILITAS,
        EKUITAS_AKHIR,
    ),
    show=show,
    sheet=SHEET,
)
