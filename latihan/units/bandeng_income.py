"""What is asked about the income statement of the sate bandeng kitchen, and how people get it wrong."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Formula, Mistake, Question, Values
from latihan.units.bandeng_month import statements_of

HALF = Decimal("0.5")
# Books are right to the rupiah, and some mistakes lie within 1 % of the right total.
GRAIN = Decimal(1_000)


def _income(key: str) -> Formula:
    return lambda v: Decimal(statements_of(v).income.amount(key))


def _other_expenses(v: Values) -> Decimal:
    return v.biaya_lokapasar + v.biaya_iklan + v.biaya_listrik + v.bunga_bank


def _profit(v: Values) -> Decimal:
    return v.penjualan_bersih - v.hpp_terjual - _other_expenses(v) - v.penyusutan_bulan


PENJUALAN_BERSIH = Question(
    "penjualan_bersih",
    "penjualan bersih",
    "Rp",
    Decimal(35_000_000),
    Decimal(65_000_000),
    (
        Mistake(
            "a6_bersih_dari_cair",
            lambda v: v.penjualan_kotor - v.retur_diskon - v.biaya_lokapasar,
            "Potongan lokapasar adalah beban. Biarkan penjualannya utuh, "
            "lalu tulis potongan di baris beban.",
            HALF,
        ),
        Mistake(
            "a6_dp_jadi_pendapatan",
            lambda v: v.penjualan_kotor - v.retur_diskon + v.uang_muka,
            "Pesanan hajatan belum dikirim. Uang mukanya masih liabilitas, bukan penjualan.",
        ),
        Mistake(
            "a6_bersih_lupa_retur",
            lambda v: v.penjualan_kotor,
            "Sebagian barang kembali dan sebagian diberi diskon. Kurangi dulu dengan keduanya.",
        ),
        Mistake(
            "a6_retur_ditambah",
            lambda v: v.penjualan_kotor + v.retur_diskon,
            "Retur dan diskon membuat penjualan lebih kecil. Periksa tandanya.",
        ),
        Mistake(
            "a6_bersih_tanpa_piutang",
            lambda v: v.penjualan_kotor - v.retur_diskon - v.piutang,
            "Kiriman ke rumah makan sudah diserahkan. Dibayar atau belum, itu penjualan Oktober.",
        ),
    ),
    reference=_income("pendapatan_usaha"),
    grain=GRAIN,
)

HPP_TERJUAL = Question(
    "hpp_terjual",
    "harga pokok penjualan",
    "Rp",
    Decimal(20_000_000),
    Decimal(45_000_000),
    (
        Mistake(
            "a6_beli_sama_hpp",
            lambda v: v.biaya_produksi,
            "Yang dibuat belum tentu terjual bulan ini. Perhatikan juga stok awal dan stok akhir.",
        ),
        Mistake(
            "a6_stok_terbalik",
            lambda v: v.persediaan_akhir + v.biaya_produksi - v.persediaan_awal,
            "Stok awal dan akhir tertukar. Yang masih tersisa di rak belum menjadi beban.",
            HALF,
        ),
        Mistake(
            "a6_hpp_lupa_sisa",
            lambda v: v.persediaan_awal + v.biaya_produksi,
            "Ini semua yang siap dijual. Sebagian masih ada di lemari beku pada 31 Oktober.",
            HALF,
        ),
        Mistake(
            "a6_utang_belum_biaya",
            lambda v: v.persediaan_awal + v.biaya_produksi - v.utang_usaha - v.persediaan_akhir,
            "Bandeng yang belum dibayar tetap sudah dipakai. "
            "Biayanya ikut dihitung, utangnya dicatat terpisah.",
        ),
    ),
    reference=_income("hpp"),
    grain=GRAIN,
)

PENYUSUTAN_BULAN = Question(
    "penyusutan_bulan",
    "penyusutan satu bulan",
    "Rp",
    Decimal(300_000),
    Decimal(1_000_000),
    (
        Mistake(
            "a6_pakai_nilai_sisa",
            lambda v: (v.harga_peralatan - v.nilai_jual_kembali) / v.umur_bulan,
            "SAK EMKM (par. 11.14) menyusutkan tanpa nilai sisa. Hitung ulang dari harga penuh.",
            HALF,
        ),
        Mistake(
            "a6_alat_sekaligus",
            lambda v: v.harga_peralatan,
            "Alat dipakai bertahun-tahun. Sebarkan harganya ke seluruh umur pakainya.",
        ),
        Mistake(
            "a6_susut_setahun",
            lambda v: v.harga_peralatan / v.umur_bulan * 12,
            "Ini penyusutan setahun. Laporannya untuk satu bulan.",
            HALF,
        ),
        Mistake(
            "a6_susut_dari_sisa",
            lambda v: (v.harga_peralatan - v.akumulasi_awal) / v.umur_bulan,
            "Garis lurus selalu mulai dari harga waktu dibeli, bukan dari sisanya.",
        ),
    ),
    reference=_income("penyusutan"),
    grain=GRAIN,
)

LABA_SEBELUM_PAJAK = Question(
    "laba_sebelum_pajak",
    "laba sebelum pajak",
    "Rp",
    Decimal(2_000_000),
    Decimal(25_000_000),
    (
        Mistake(
            "a6_prive_jadi_beban",
            lambda v: _profit(v) - v.prive,
            "Prive mengurangi ekuitas, bukan laba. Keluarkan dari laporan laba rugi.",
            HALF,
        ),
        Mistake(
            "a6_laba_sama_kas",
            lambda v: _profit(v) - v.piutang,
            "Penjualan yang belum dibayar tetap pendapatan. Uangnya ada di piutang.",
        ),
        Mistake(
            "a6_laba_dari_kas",
            lambda v: v.kas - v.kas_awal,
            "Ini perubahan kas. Laba dihitung dari penjualan bersih dan beban.",
        ),
        Mistake(
            "a6_laba_kotor_saja",
            lambda v: v.penjualan_bersih - v.hpp_terjual,
            "Ini laba kotor. Masih ada potongan, iklan, listrik, bunga, dan alat yang aus.",
        ),
        Mistake(
            "a6_laba_lupa_susut",
            lambda v: _profit(v) + v.penyusutan_bulan,
            "Alat ikut aus walaupun tidak ada uang keluar. Kurangkan `penyusutan_bulan`.",
            HALF,
        ),
        Mistake(
            "a6_laba_lupa_lokapasar",
            lambda v: _profit(v) + v.biaya_lokapasar,
            "Penjualan lokapasar dicatat utuh, jadi potongannya harus muncul sebagai beban.",
            HALF,
        ),
        Mistake(
            "a6_laba_lupa_bunga",
            lambda v: _profit(v) + v.bunga_bank,
            "Pinjaman ada ongkosnya. Lihat lagi baris angsuran bank di jurnal.",
            HALF,
        ),
        Mistake(
            "a6_pokok_jadi_beban",
            lambda v: _profit(v) - v.angsuran_pokok,
            "Membayar pokok pinjaman mengurangi utang, bukan laba. Dari angsuran, "
            "hanya bunganya yang beban.",
        ),
    ),
    reference=_income("laba_sebelum_pajak"),
    grain=GRAIN,
)

LABA_BERSIH = Question(
    "laba_bersih",
    "laba bersih",
    "Rp",
    Decimal(1_500_000),
    Decimal(25_000_000),
    (
        Mistake(
            "a6_lupa_pajak",
            lambda v: v.laba_sebelum_pajak,
            "Pajak bulan ini belum dikurangkan, walaupun baru disetor bulan depan.",
        ),
        Mistake(
            "a6_pajak_ditambah",
            lambda v: v.laba_sebelum_pajak + v.pajak_final,
            "Pajak mengurangi laba. Periksa tandanya.",
        ),
        Mistake(
            "a6_bersih_dikurangi_prive",
            lambda v: v.laba_sebelum_pajak - v.pajak_final - v.prive,
            "Uang untuk keluarga bukan beban usaha. Laba bersih dihitung sebelum prive.",
            HALF,
        ),
    ),
    reference=_income("laba_bersih"),
    grain=GRAIN,
)
