"""Buku Kas Harian: nine questions about a week of palm sugar, and their known mistakes."""

from __future__ import annotations

from decimal import Decimal

from latihan.sheets import Line, Sheet
from latihan.unit import Given, Mistake, Question, Unit, Values
from latihan.units.rows import read_rows
from latihan.units.sugar_week import draw, look_alikes, rows_of, show, too_small, twice

HALF = Decimal("0.5")


def _lacking(v: Values) -> Decimal:
    written, note = too_small(v)
    return Decimal(note.money_in - written.money_in)


def _doubled(v: Values) -> Decimal:
    return Decimal(twice(rows_of(v))[1].money_out)


# Note by note and row by row, for the lesson's open sample: another way than the sums on the card.
def _right_balance(v: Values) -> Decimal:
    second = twice(rows_of(v))[1].number
    rows = [row for row in rows_of(v) if row.number != second and row.kind != "jual"]
    return v.saldo_awal + _cash_sales(v) + sum(row.money_in - row.money_out for row in rows)


def _cash_sales(v: Values) -> Decimal:
    return Decimal(sum(n.money_in for n in read_rows(v["nota"]) if n.kind == "tunai"))


GIVEN = (
    Given("saldo_awal", "Isi laci pada 16 November pagi", "Rp"),
    Given("jumlah_masuk_tercatat", "Jumlah kolom Masuk", "Rp"),
    Given("jumlah_keluar_tercatat", "Jumlah kolom Keluar", "Rp"),
    Given("pinjaman", "Pinjaman koperasi, ada di kolom Masuk", "Rp"),
    Given("uang_muka_pembeli", "Uang muka pesanan Desember, ada di kolom Masuk", "Rp"),
    Given("penjualan_tempo", "Penjualan tempo, belum dibayar", "Rp"),
    Given("kas_fisik", "Uang di laci, dihitung 22 November malam", "Rp"),
)

SALDO_BUKU = Question(
    "saldo_buku",
    "saldo menurut buku",
    "Rp",
    Decimal(500_000),
    Decimal(6_000_000),
    (
        Mistake(
            "a2_lupa_saldo_awal",
            lambda v: v.jumlah_masuk_tercatat - v.jumlah_keluar_tercatat,
            "Laci tidak mulai dari nol. Tambahkan `saldo_awal`.",
            HALF,
        ),
        Mistake(
            "a2_tempo_masuk_kas",
            lambda v: (
                v.saldo_awal
                + v.jumlah_masuk_tercatat
                + v.penjualan_tempo
                - v.jumlah_keluar_tercatat
            ),
            "Penjualan tempo belum dibayar, uangnya belum ada di laci. Keluarkan dari kas.",
        ),
        Mistake(
            "a2_keluar_ditambah",
            lambda v: v.saldo_awal + v.jumlah_masuk_tercatat + v.jumlah_keluar_tercatat,
            "Uang keluar membuat isi laci berkurang. Periksa tanda di depan jumlah keluar.",
        ),
    ),
    reference=lambda v: v.saldo_awal + sum(r.money_in - r.money_out for r in rows_of(v)),
)

NOMOR_BARIS_DOBEL = Question(
    "nomor_baris_dobel",
    "nomor baris yang tercatat dua kali",
    "nomor",
    Decimal(1),
    Decimal(14),
    (
        # Either of two equal rows may be crossed out; the hint only says which one is usual.
        Mistake(
            "a2_dobel_baris_pertama",
            lambda v: Decimal(twice(rows_of(v))[0].number),
            "Pasangannya sudah Anda temukan. Biasanya yang dicoret adalah baris yang kedua.",
            Decimal(1),
        ),
        Mistake(
            "a2_mirip_bukan_dobel",
            lambda v: Decimal(look_alikes(rows_of(v))[1].number),
            "Barang dan jumlahnya sama, tetapi tanggalnya lain: itu dua belanja. "
            "Cari dua baris yang sama semuanya.",
        ),
        Mistake(
            "a2_salah_tulis_bukan_dobel",
            lambda v: Decimal(too_small(v)[0].number),
            "Baris itu memang keliru, tetapi tidak dobel. Cari dua baris yang sama semuanya.",
        ),
    ),
    reference=lambda v: Decimal(twice(rows_of(v))[1].number),
)

NILAI_DOBEL = Question(
    "nilai_dobel",
    "jumlah yang tercatat dua kali",
    "Rp",
    Decimal(10_000),
    Decimal(200_000),
    (
        Mistake(
            "a2_nilai_dobel_dua_kali",
            lambda v: 2 * _doubled(v),
            "Anda menjumlahkan kedua baris. Satu di antaranya memang terjadi, "
            "jadi tulis jumlah satu baris saja.",
            HALF,
        ),
        Mistake(
            "a2_nilai_mirip",
            lambda v: Decimal(look_alikes(rows_of(v))[1].money_out),
            "Jumlah itu dari dua belanja pada tanggal yang lain. "
            "Lihat lagi tanggal pada pasangan baris Anda.",
        ),
    ),
    reference=_doubled,
)

KURANG_CATAT = Question(
    "kurang_catat",
    "jumlah yang kurang tercatat",
    "Rp",
    Decimal(150_000),
    Decimal(700_000),
    (
        Mistake(
            "a2_pakai_nilai_nota",
            lambda v: Decimal(too_small(v)[1].money_in),
            "Sebagian sudah tercatat. Cari selisih antara nota dan yang tertulis.",
            HALF,
        ),
        Mistake(
            "a2_pakai_nilai_tertulis",
            lambda v: Decimal(too_small(v)[0].money_in),
            "Ini jumlah yang tertulis di buku. Yang dicari kekurangannya: nota dikurangi tulisan.",
        ),
        Mistake(
            "a2_nota_tempo_kurang_catat",
            lambda v: v.penjualan_tempo,
            "Nota itu belum dibayar, jadi benar tidak ada di buku kas. "
            "Cari nota tunai yang jumlahnya lain dari buku.",
        ),
    ),
    reference=_lacking,
)

SALDO_DIKOREKSI = Question(
    "saldo_dikoreksi",
    "saldo sesudah dikoreksi",
    "Rp",
    Decimal(800_000),
    Decimal(7_000_000),
    (
        Mistake(
            "a2_dobel_dikurangkan",
            lambda v: v.saldo_buku - v.nilai_dobel + v.kurang_catat,
            "Nota keluar tercatat dua kali membuat saldo terlalu kecil. "
            "Ke arah mana saldo harus dikembalikan?",
            HALF,
        ),
        Mistake(
            "a2_dobel_hapus_dua",
            lambda v: v.saldo_buku + 2 * v.nilai_dobel + v.kurang_catat,
            "Satu dari dua nota itu memang benar terjadi. Batalkan satu saja.",
            HALF,
        ),
        Mistake(
            "a2_koreksi_tanpa_dobel",
            lambda v: v.saldo_buku + v.kurang_catat,
            "Angka nol sudah diperbaiki. Masih ada satu salah catat lagi di kolom Keluar.",
            HALF,
        ),
        Mistake(
            "a2_koreksi_tanpa_nol",
            lambda v: v.saldo_buku + v.nilai_dobel,
            "Baris dobel sudah diperbaiki. Masih ada satu salah catat lagi di kolom Masuk.",
            HALF,
        ),
        Mistake(
            "a2_kurang_catat_dikurangkan",
            lambda v: v.saldo_buku + v.nilai_dobel - v.kurang_catat,
            "Uang masuk tercatat terlalu kecil. Saldo yang benar lebih besar atau lebih kecil?",
            HALF,
        ),
    ),
    reference=_right_balance,
)

SELISIH_KAS = Question(
    "selisih_kas",
    "selisih kas",
    "Rp",
    Decimal(-50_000),
    Decimal(50_000),
    (
        Mistake(
            "a2_sebelum_koreksi",
            lambda v: v.kas_fisik - v.saldo_buku,
            "Perbaiki dulu dua salah catat, baru bandingkan uang fisik dengan saldo "
            "yang sudah benar.",
        ),
        Mistake(
            "a2_selisih_terbalik",
            lambda v: v.saldo_dikoreksi - v.kas_fisik,
            "Hitung uang fisik dikurangi buku, supaya uang kurang tampil sebagai angka minus.",
            HALF,
        ),
    ),
    reference=lambda v: v.kas_fisik - _right_balance(v),
)

PENJUALAN_TUNAI = Question(
    "penjualan_tunai",
    "penjualan tunai sepekan",
    "Rp",
    Decimal(700_000),
    Decimal(3_500_000),
    (
        Mistake(
            "a2_pinjaman_jadi_jualan",
            lambda v: v.jumlah_masuk_tercatat + v.kurang_catat - v.uang_muka_pembeli,
            "Pinjaman harus dikembalikan, jadi utang. Keluarkan dari penjualan.",
        ),
        Mistake(
            "a2_dp_jadi_jualan",
            lambda v: v.jumlah_masuk_tercatat + v.kurang_catat - v.pinjaman,
            "Barang untuk uang muka ini belum diserahkan. Catat sebagai uang muka pelanggan dulu.",
        ),
        Mistake(
            "a2_semua_masuk_jualan",
            lambda v: v.jumlah_masuk_tercatat + v.kurang_catat,
            "Tidak semua uang masuk adalah hasil jualan. "
            "Keluarkan uang yang harus dikembalikan atau barangnya belum diserahkan.",
        ),
        Mistake(
            "a2_kolom_masuk_jualan",
            lambda v: v.jumlah_masuk_tercatat,
            "Kolom Masuk belum sama dengan penjualan: satu angkanya kurang nol, "
            "dan di dalamnya ada uang yang harus dikembalikan.",
        ),
        Mistake(
            "a2_jualan_tanpa_koreksi",
            lambda v: v.jumlah_masuk_tercatat - v.pinjaman - v.uang_muka_pembeli,
            "Satu penjualan tertulis kurang angka nol. Tambahkan `kurang_catat`.",
            HALF,
        ),
    ),
    reference=_cash_sales,
)

TOTAL_UTANG_BARU = Question(
    "total_utang_baru",
    "utang baru pekan ini",
    "Rp",
    Decimal(500_000),
    Decimal(2_500_000),
    (
        Mistake(
            "a2_dp_bukan_utang",
            lambda v: v.pinjaman,
            "Selain kepada pemberi pinjaman, Anda masih berutang barang kepada siapa?",
            HALF,
        ),
        Mistake(
            "a2_tempo_jadi_utang",
            lambda v: v.pinjaman + v.uang_muka_pembeli + v.penjualan_tempo,
            "Pada penjualan tempo, pembeli yang berutang kepada Anda. Itu piutang, bukan utang.",
            HALF,
        ),
    ),
    reference=lambda v: Decimal(
        sum(row.money_in for row in rows_of(v) if row.kind in {"pinjam", "muka"})
    ),
)

PENJUALAN_SEMUA = Question(
    "penjualan_semua",
    "seluruh penjualan sepekan",
    "Rp",
    Decimal(1_000_000),
    Decimal(4_500_000),
    (
        Mistake(
            "a2_tempo_bukan_jualan",
            lambda v: v.penjualan_tunai,
            "Barang tempo sudah diserahkan, jadi sudah menjadi penjualan dan piutang. Tambahkan.",
        ),
        Mistake(
            "a2_tempo_dikurangkan",
            lambda v: v.penjualan_tunai - v.penjualan_tempo,
            "Penjualan tempo tidak pernah ada di angka tunai. Tambahkan, jangan kurangkan.",
        ),
    ),
    reference=lambda v: Decimal(sum(note.money_in for note in read_rows(v["nota"]))),
)
SHEET = Sheet(
    file="lembar-buku-kas",
    title="Lembar kerja: mencocokkan buku kas",
    lines=(
        Line("usaha", "Nama usaha", "teks"),
        Line("tanggal", "Tanggal", "teks"),
        Line("uang_awal", "Saldo awal"),
        Line("uang_masuk", "Jumlah uang masuk"),
        Line("uang_keluar", "Jumlah uang keluar"),
        Line("saldo_catatan", "Saldo buku", formula="uang_awal + uang_masuk - uang_keluar"),
        Line("koreksi", "Koreksi salah catat (minus jika mengurangi saldo)"),
        Line("saldo_betul", "Saldo sesudah koreksi", formula="saldo_catatan + koreksi"),
        Line("isi_laci", "Uang di laci"),
        Line("selisih", "Selisih kas", formula="isi_laci - saldo_betul"),
        Line("bukan_jualan", "Pinjaman dan uang muka di kolom masuk"),
    ),
    rule="Catat hari itu juga. Hitung laci tiap malam. Pinjaman dan uang muka bukan jualan.",
)

UNIT = Unit(
    id="pembukuan/02_buku_kas",
    assignment="pembukuan_02_buku_kas",
    title="Buku Kas Harian",
    shop="Gula aren Pak Sarta, Sobang, Lebak",
    given=GIVEN,
    draw=draw,
    questions=(
        SALDO_BUKU,
        NOMOR_BARIS_DOBEL,
        NILAI_DOBEL,
        KURANG_CATAT,
        SALDO_DIKOREKSI,
        SELISIH_KAS,
        PENJUALAN_TUNAI,
        TOTAL_UTANG_BARU,
        PENJUALAN_SEMUA,
    ),
    show=show,
    sheet=SHEET,
)
