"""What is asked about the financial position of the sate bandeng kitchen, and how people get it wrong."""

from __future__ import annotations

from decimal import Decimal

from latihan.unit import Formula, Mistake, Question, Values
from latihan.units.bandeng_income import GRAIN, HALF
from latihan.units.bandeng_month import statements_of


def _position(key: str) -> Formula:
    return lambda v: Decimal(statements_of(v).position.amount(key))


def _tools(v: Values) -> Decimal:
    return v.harga_peralatan - v.akumulasi_awal - v.penyusutan_bulan


def _assets(v: Values) -> Decimal:
    return v.kas + v.saldo_lokapasar + v.piutang + v.persediaan_akhir + _tools(v)


def _debts(v: Values) -> Decimal:
    return v.utang_usaha + v.pajak_final + v.uang_muka + v.utang_bank


def _equity(v: Values) -> Decimal:
    return v.modal_awal + v.setoran + v.laba_bersih - v.prive


TOTAL_ASET = Question(
    "total_aset",
    "total aset",
    "Rp",
    Decimal(20_000_000),
    Decimal(80_000_000),
    (
        Mistake(
            "a6_lupa_saldo_lokapasar",
            lambda v: _assets(v) - v.saldo_lokapasar,
            "Ada uang Anda yang belum ditarik dari lokapasar. Itu sudah milik usaha.",
            HALF,
        ),
        Mistake(
            "a6_lupa_piutang",
            lambda v: _assets(v) - v.piutang,
            "Tagihan kepada rumah makan juga milik usaha, walaupun uangnya belum datang.",
            HALF,
        ),
        Mistake(
            "a6_alat_tanpa_akumulasi",
            lambda v: _assets(v) + v.akumulasi_awal + v.penyusutan_bulan,
            "Alat ditulis sebesar nilai bukunya. Kurangi dengan semua penyusutannya sampai kini.",
            HALF,
        ),
        Mistake(
            "a6_alat_lupa_bulan_ini",
            lambda v: _assets(v) + v.penyusutan_bulan,
            "Penyusutan sampai September sudah dikurangkan. Alat juga aus di bulan Oktober.",
            HALF,
        ),
        Mistake(
            "a6_stok_awal_di_neraca",
            lambda v: _assets(v) - v.persediaan_akhir + v.persediaan_awal,
            "Laporan ini memotret 31 Oktober. Pakai stok yang ada pada hari itu.",
            HALF,
        ),
        Mistake(
            "a6_aset_tanpa_alat",
            lambda v: _assets(v) - _tools(v),
            "Alat Ibu Ratu juga milik usaha. Tambahkan nilai bukunya.",
        ),
    ),
    reference=_position("jumlah_aset"),
    grain=GRAIN,
)

TOTAL_LIABILITAS = Question(
    "total_liabilitas",
    "total liabilitas",
    "Rp",
    Decimal(8_000_000),
    Decimal(30_000_000),
    (
        Mistake(
            "a6_lupa_utang_pajak",
            lambda v: _debts(v) - v.pajak_final,
            "Ada kewajiban bulan ini yang baru disetor bulan depan. Cari di kartu.",
            HALF,
        ),
        Mistake(
            "a6_lupa_uang_muka",
            lambda v: _debts(v) - v.uang_muka,
            "Pembeli hajatan sudah membayar, satenya belum dikirim. Ibu Ratu masih berutang apa?",
            HALF,
        ),
        Mistake(
            "a6_lupa_utang_usaha",
            lambda v: _debts(v) - v.utang_usaha,
            "Bandeng dari tambak sudah dipakai, tetapi belum dibayar. Itu juga utang.",
            HALF,
        ),
        Mistake(
            "a6_piutang_jadi_utang",
            lambda v: _debts(v) + v.piutang,
            "Piutang adalah uang Anda pada pembeli. Tempatnya di aset.",
        ),
        Mistake(
            "a6_hanya_utang_bank",
            lambda v: v.utang_bank,
            "Bank bukan satu-satunya yang harus dibayar. "
            "Siapa lagi yang menunggu uang atau barang?",
        ),
    ),
    reference=_position("jumlah_liabilitas"),
    grain=GRAIN,
)

EKUITAS_AKHIR = Question(
    "ekuitas_akhir",
    "ekuitas pada 31 Oktober",
    "Rp",
    Decimal(5_000_000),
    Decimal(60_000_000),
    (
        Mistake(
            "a6_lupa_prive",
            lambda v: _equity(v) + v.prive,
            "Pemilik juga mengambil uang. Bagiannya di usaha berkurang sebesar itu.",
            HALF,
        ),
        Mistake(
            "a6_lupa_setoran",
            lambda v: _equity(v) - v.setoran,
            "Ibu Ratu menambah modal di bulan Oktober. Masukkan juga.",
            HALF,
        ),
        Mistake(
            "a6_ekuitas_lupa_laba",
            lambda v: _equity(v) - v.laba_bersih,
            "Laba adalah hak pemilik. Tambahkan `laba_bersih`.",
            HALF,
        ),
        Mistake(
            "a6_ekuitas_tanpa_modal_awal",
            lambda v: _equity(v) - v.modal_awal,
            "Ini perubahan sebulan. Mulai dari modal pada 1 Oktober.",
            HALF,
        ),
    ),
    reference=_position("jumlah_ekuitas"),
    grain=GRAIN,
)
