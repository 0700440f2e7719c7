"""Uang Usaha vs Uang Pribadi: eight questions about a month of emping, and their known mistakes."""

from __future__ import annotations

from decimal import Decimal

from latihan.sheets import Line, Sheet
from latihan.unit import Given, Letters, Mistake, Question, Unit, Values
from latihan.units.emping_month import FAMILY, draw, letters, rows_of, show, sum_of

HALF = Decimal("0.5")


# Row by row, for the lesson's open sample: another way than the sums on the card.
def _own_electricity(v: Values) -> Decimal:
    return sum_of(v, "listrik") * v.bagian_usaha


def _expenses(v: Values) -> Decimal:
    return sum_of(v, "melinjo", "tumbuk", "ongkir") + _own_electricity(v)


def _drawn(v: Values) -> Decimal:
    return sum_of(v, *FAMILY, "listrik") - _own_electricity(v)


def _profit(v: Values) -> Decimal:
    return sum_of(v, "penjualan") - _expenses(v)


def _cash(v: Values) -> Decimal:
    return v.kas_awal + sum(row.money_in - row.money_out for row in rows_of(v))


GIVEN = (
    Given("kas_awal", "Isi laci pada 1 Oktober", "Rp"),
    Given("penjualan_tunai", "Penjualan emping, semua tunai", "Rp"),
    Given("setoran_modal", "Tabungan Anda yang dimasukkan ke kas usaha", "Rp"),
    Given("beli_melinjo", "Melinjo, habis dipakai bulan ini", "Rp"),
    Given("upah_tumbuk", "Upah tumbuk tetangga", "Rp"),
    Given("ongkir", "Ongkos antar pesanan", "Rp"),
    Given("tagihan_listrik", "Listrik, seluruhnya dibayar dari laci", "Rp"),
    Given("bagian_usaha", "Listrik yang dipakai usaha", "bagian dari tagihan"),
    Given("beli_wajan", "Wajan, tahan lebih dari satu tahun", "Rp"),
    Given("belanja_dapur", "Belanja dapur keluarga", "Rp"),
    Given("uang_sekolah", "Uang sekolah anak", "Rp"),
    Given("arisan", "Arisan", "Rp"),
)

LABEL_TRANSAKSI = Letters(
    "label_transaksi",
    "label untuk nomor 11 sampai 20",
    "UPC",
    10,
    (
        Mistake(
            "a1_semua_usaha",
            lambda _: "U" * 10,
            "Semua uang ini lewat laci usaha, tetapi tidak semuanya untuk usaha. "
            "Tanyakan pada tiap baris: siapa yang memakai barangnya?",
        ),
        Mistake(
            "a1_campuran_jadi_usaha",
            lambda v: letters(v, dict.fromkeys(FAMILY, "P")),
            "Baca lagi baris listrik. Satu meteran itu dipakai oleh siapa saja?",
        ),
        Mistake(
            "a1_campuran_jadi_pribadi",
            lambda v: letters(v, dict.fromkeys((*FAMILY, "listrik"), "P")),
            "Listrik itu juga menyalakan dapur emping. Ada huruf ketiga untuk keadaan ini.",
        ),
        Mistake(
            "a1_alat_jadi_pribadi",
            lambda v: letters(v, {"listrik": "C", "wajan": "P", **dict.fromkeys(FAMILY, "P")}),
            "Baca lagi baris wajan. Wajan itu untuk memasak apa?",
        ),
    ),
    reference=lambda v: letters(v, {"listrik": "C", **dict.fromkeys(FAMILY, "P")}),
)

LISTRIK_USAHA = Question(
    "listrik_usaha",
    "listrik yang dipakai usaha",
    "Rp",
    Decimal(40_000),
    Decimal(300_000),
    (
        Mistake(
            "a1_campuran_penuh",
            lambda v: v.tagihan_listrik,
            "Listrik ini dipakai rumah dan usaha. Ambil bagian usahanya saja: "
            "tagihan kali `bagian_usaha`.",
        ),
        Mistake(
            "a1_bagian_terbalik",
            lambda v: v.tagihan_listrik * (1 - v.bagian_usaha),
            "Yang Anda hitung bagian rumah. Kalikan dengan `bagian_usaha`.",
            HALF,
        ),
    ),
    reference=_own_electricity,
)

TOTAL_PRIVE = Question(
    "total_prive",
    "total prive sebulan",
    "Rp",
    Decimal(800_000),
    Decimal(3_000_000),
    (
        Mistake(
            "a1_lupa_campuran",
            lambda v: v.belanja_dapur + v.uang_sekolah + v.arisan,
            "Masih ada uang usaha yang membayar keperluan rumah. "
            "Lihat lagi baris listrik: bagian rumahnya masuk ke mana?",
            HALF,
        ),
        Mistake(
            "a1_listrik_jadi_prive",
            lambda v: v.belanja_dapur + v.uang_sekolah + v.arisan + v.tagihan_listrik,
            "Sebagian listrik dipakai usaha. Masukkan ke prive hanya bagian rumahnya.",
            HALF,
        ),
    ),
    reference=_drawn,
)

TOTAL_BEBAN = Question(
    "total_beban",
    "total beban usaha sebulan",
    "Rp",
    Decimal(2_500_000),
    Decimal(7_000_000),
    (
        Mistake(
            "a1_prive_jadi_beban",
            lambda v: v.beli_melinjo + v.upah_tumbuk + v.ongkir + v.listrik_usaha + v.total_prive,
            "Uang untuk keluarga adalah prive: mengurangi modal, bukan laba. "
            "Keluarkan semua baris P dari beban.",
        ),
        Mistake(
            "a1_alat_jadi_beban",
            lambda v: v.beli_melinjo + v.upah_tumbuk + v.ongkir + v.listrik_usaha + v.beli_wajan,
            "Wajan dipakai lebih dari satu tahun, jadi dicatat sebagai peralatan. "
            "Keluarkan dari beban bulan ini.",
            HALF,
        ),
        Mistake(
            "a1_beban_tanpa_listrik",
            lambda v: v.beli_melinjo + v.upah_tumbuk + v.ongkir,
            "Dapur emping juga memakai listrik. Tambahkan `listrik_usaha`.",
            HALF,
        ),
        Mistake(
            "a1_beban_listrik_penuh",
            lambda v: v.beli_melinjo + v.upah_tumbuk + v.ongkir + v.tagihan_listrik,
            "Bagian rumah dari listrik bukan beban usaha. Pakai `listrik_usaha`.",
            HALF,
        ),
    ),
    reference=_expenses,
)

LABA_BULAN = Question(
    "laba_bulan",
    "laba bulan ini",
    "Rp",
    Decimal(500_000),
    Decimal(4_000_000),
    (
        Mistake(
            "a1_modal_jadi_omzet",
            lambda v: v.penjualan_tunai + v.setoran_modal - v.total_beban,
            "Setoran modal bukan hasil jualan. Pakai `penjualan_tunai` saja sebagai pendapatan.",
        ),
        Mistake(
            "a1_laba_dari_kas",
            lambda v: (
                v.penjualan_tunai + v.setoran_modal - v.beli_melinjo - v.upah_tumbuk - v.ongkir
                - v.tagihan_listrik - v.beli_wajan - v.belanja_dapur - v.uang_sekolah - v.arisan
            ),
            "Ini perubahan kas, bukan laba. Mulai dari penjualan, lalu kurangi `total_beban`.",
        ),
        Mistake(
            "a1_laba_dikurangi_prive",
            lambda v: v.penjualan_tunai - v.total_beban - v.total_prive,
            "Prive tidak mengurangi laba. Laba adalah penjualan dikurangi beban usaha saja.",
        ),
    ),
    reference=_profit,
)  # fmt: skip

KAS_AKHIR = Question(
    "kas_akhir",
    "isi laci pada akhir bulan",
    "Rp",
    Decimal(50_000),
    Decimal(4_000_000),
    (
        Mistake(
            "a1_kas_tanpa_prive",
            lambda v: _ending(v) + v.belanja_dapur + v.uang_sekolah + v.arisan,
            "Uang yang diambil keluarga juga keluar dari laci. Kurangkan dari kas.",
        ),
        Mistake(
            "a1_kas_lupa_awal",
            lambda v: _ending(v) - v.kas_awal,
            "Laci tidak kosong pada tanggal 1. Mulai hitungan dari `kas_awal`.",
            HALF,
        ),
        Mistake(
            "a1_kas_tanpa_setoran",
            lambda v: _ending(v) - v.setoran_modal,
            "Tabungan yang Anda setor juga masuk laci. Tambahkan `setoran_modal`.",
            HALF,
        ),
        Mistake(
            "a1_kas_tanpa_alat",
            lambda v: _ending(v) + v.beli_wajan,
            "Wajan memang bukan beban, tetapi uangnya sudah keluar dari laci. Kurangkan juga.",
            HALF,
        ),
        Mistake(
            "a1_kas_listrik_sebagian",
            lambda v: _ending(v) + v.tagihan_listrik - v.listrik_usaha,
            "Yang keluar dari laci adalah seluruh tagihan listrik, bukan bagian usahanya saja.",
            HALF,
        ),
    ),
    reference=_cash,
)

PERUBAHAN_MODAL = Question(
    "perubahan_modal",
    "perubahan modal bulan ini",
    "Rp",
    Decimal(-1_500_000),
    Decimal(3_000_000),
    (
        Mistake(
            "a1_prive_tak_kurangi_modal",
            lambda v: v.setoran_modal + v.laba_bulan,
            "Modal bertambah oleh setoran dan laba, dan berkurang oleh apa? "
            "Baca lagi Langkah 6 di pelajaran.",
            HALF,
        ),
        Mistake(
            "a1_modal_lupa_setoran",
            lambda v: v.laba_bulan - v.total_prive,
            "Tabungan yang Anda setor juga menambah modal usaha. Tambahkan `setoran_modal`.",
            HALF,
        ),
        Mistake(
            "a1_modal_dari_kas",
            lambda v: v.kas_akhir - v.kas_awal,
            "Ini perubahan isi laci. Modal berubah oleh setoran, laba, dan prive.",
        ),
    ),
    reference=lambda v: sum_of(v, "setoran") + _profit(v) - _drawn(v),
)

SISA_LABA = Question(
    "sisa_laba_setelah_prive",
    "sisa laba setelah prive",
    "Rp",
    Decimal(-1_500_000),
    Decimal(1_500_000),
    (
        Mistake(
            "a1_sisa_dengan_setoran",
            lambda v: v.setoran_modal + v.laba_bulan - v.total_prive,
            "Setoran modal berasal dari tabungan, bukan dari usaha. "
            "Bandingkan laba dengan prive saja.",
            HALF,
        ),
        Mistake(
            "a1_sisa_terbalik",
            lambda v: v.total_prive - v.laba_bulan,
            "Mulai dari laba, lalu kurangi prive. "
            "Jika prive lebih besar, hasilnya memang angka minus.",
            HALF,
        ),
        Mistake(
            "a1_sisa_dijumlah",
            lambda v: v.laba_bulan + v.total_prive,
            "Anda menambahkan prive pada laba. Prive sudah diambil, jadi kurangkan.",
        ),
    ),
    reference=lambda v: _profit(v) - _drawn(v),
)


def _ending(v: Values) -> Decimal:
    """The drawer at the end of the month, from the sums on the card: what mistakes start from."""
    return (
        v.kas_awal + v.penjualan_tunai + v.setoran_modal - v.beli_melinjo - v.upah_tumbuk
        - v.ongkir - v.tagihan_listrik - v.beli_wajan - v.belanja_dapur - v.uang_sekolah - v.arisan
    )  # fmt: skip


SHEET = Sheet(
    file="lembar-uang-usaha",
    title="Lembar kerja: uang usaha dan uang pribadi sebulan",
    lines=(
        Line("usaha", "Nama usaha", "teks"),
        Line("bulan", "Bulan", "teks"),
        Line("jualan", "Penjualan"),
        Line("beban_habis", "Beban usaha: transaksi U yang habis"),
        Line("campuran_usaha", "Bagian usaha dari transaksi C"),
        Line("laba", "Laba", formula="jualan - beban_habis - campuran_usaha"),
        Line("ambilan", "Prive: transaksi P"),
        Line("campuran_rumah", "Bagian rumah dari transaksi C"),
        Line("sisa", "Sisa laba setelah prive", formula="laba - ambilan - campuran_rumah"),
        Line("jatah_keluarga", "Jatah keluarga bulan depan"),
    ),
    rule="Dua dompet. Prive dicatat, tidak dilarang. Ambil lebih sedikit dari laba.",
)

UNIT = Unit(
    id="pembukuan/01_uang_usaha",
    assignment="pembukuan_01_uang_usaha",
    title="Uang Usaha vs Uang Pribadi",
    shop="Emping Bu Imas, Jiput, Pandeglang",
    given=GIVEN,
    draw=draw,
    questions=(
        LABEL_TRANSAKSI,
        LISTRIK_USAHA,
        TOTAL_PRIVE,
        TOTAL_BEBAN,
        LABA_BULAN,
        KAS_AKHIR,
        PERUBAHAN_MODAL,
        SISA_LABA,
    ),
    show=show,
    sheet=SHEET,
)
