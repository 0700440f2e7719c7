"""Pembiayaan: ten questions about a KUR loan, what it costs and whether it can be borne."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from latihan.notebook import Shown
from latihan.sheets import Line, Sheet
from latihan.unit import Choice, Given, Mistake, Question, Unit, Values
from latihan.units.rule_rows import rule, sources
from usaha.credit import CLASS_RATIO_LIMIT, annuity, debt_service_ratio
from usaha.draws import Draws

HALF = Decimal("0.5")
YEAR = 12


def draw(d: Draws) -> dict[str, Any]:
    """Draws a loan of KUR mikro that a business can bear, or clearly cannot."""
    rate = rule("kur_rate").number
    owed, months = d.step(15, 80) * 1_000_000, d.pick((24, 30, 36))
    other = d.step(250_000, 600_000, 50_000)
    share = Decimal(d.pick((d.step(18, 26), d.step(34, 44)))) / 100
    cash = round((annuity(owed, rate / YEAR, months) + other) / share / 50_000) * 50_000
    weeks, dear = d.pick((50, 75, 100)), d.step(130, 160, 5)
    return {
        "pokok": owed,
        "bunga_tahun": float(rate),
        "bulan": months,
        "omzet_bulan": cash * d.step(30, 50) // 10,
        "kas_usaha_bulan": cash,
        "angsuran_lain": other,
        "batas_rasio": float(CLASS_RATIO_LIMIT),
        "angsuran_rentenir": round(owed * dear / 100 / weeks / 1_000) * 1_000,
        "minggu_rentenir": weeks,
    }


def show(_: Mapping[str, Any]) -> Shown:
    """Shows where the interest is from, and how sure it is."""
    return sources({"Bunga KUR": "kur_rate", "Batas pinjaman KUR mikro": "kur_micro_max"})


def _payment(v: Values) -> Decimal:
    return annuity(v.pokok, v.bunga_tahun / YEAR, int(v.bulan))


def _interest(v: Values) -> Decimal:
    return _payment(v) * v.bulan - v.pokok


def _ratio(v: Values) -> Decimal:
    return debt_service_ratio(_payment(v) + v.angsuran_lain, v.kas_usaha_bulan)


GIVEN = (
    Given("pokok", "Pinjaman KUR", "Rp"),
    Given("bunga_tahun", "Bunga, dihitung dari sisa pokok", "setahun"),
    Given("bulan", "Lama pinjaman", "bulan"),
    Given("omzet_bulan", "Omzet sebulan", "Rp"),
    Given("kas_usaha_bulan", "Sisa uang usaha sebulan, sebelum angsuran", "Rp"),
    Given("angsuran_lain", "Angsuran lain yang masih berjalan", "Rp per bulan"),
    Given("batas_rasio", "Patokan kelas: semua angsuran paling banyak", "dari sisa uang usaha"),
    Given("angsuran_rentenir", "Angsuran rentenir, untuk pinjaman yang sama", "Rp per minggu"),
    Given("minggu_rentenir", "Lama angsuran rentenir", "minggu"),
)

BUNGA_BULAN = Question(
    "bunga_bulan",
    "bunga sebulan",
    "pecahan",
    Decimal("0.001"),
    Decimal("0.03"),
    (
        Mistake(
            "c5_bunga_setahun",
            lambda v: v.bunga_tahun,
            "Bunga ini per tahun, angsuran per bulan. Bagi dengan jumlah bulan dalam setahun.",
        ),
        Mistake(
            "c5_bunga_bagi_lama",
            lambda v: v.bunga_tahun / v.bulan,
            "Anda membagi dengan lama pinjaman. Bunga setahun dibagi dengan bulan dalam setahun.",
        ),
    ),
    reference=lambda v: v.bunga_tahun / YEAR,
    grain=Decimal("0.00001"),
)

ANGSURAN = Question(
    "angsuran",
    "angsuran sebulan",
    "Rp per bulan",
    Decimal(300_000),
    Decimal(6_000_000),
    (
        Mistake(
            "c5_bunga_flat",
            lambda v: v.pokok / v.bulan + v.pokok * v.bunga_tahun / YEAR,
            "Ini cara flat: bunga terus dihitung dari pokok penuh. Pakai `anuitas(...)`.",
        ),
        Mistake(
            "c5_tanpa_bunga",
            lambda v: v.pokok / v.bulan,
            "Ini hanya mengembalikan pokok. Pakai `anuitas(...)` agar bunganya ikut.",
        ),
        Mistake(
            "c5_anuitas_bunga_setahun",
            lambda v: annuity(v.pokok, v.bunga_tahun, int(v.bulan)),
            "Bunga yang Anda masukkan masih setahun. Masukkan bunga sebulan di tempat kedua.",
        ),
    ),
    reference=_payment,
)

TOTAL_BAYAR = Question(
    "total_bayar",
    "semua yang dibayar sampai lunas",
    "Rp",
    Decimal(10_000_000),
    Decimal(120_000_000),
    (
        Mistake(
            "c5_kali_tahun",
            lambda v: v.angsuran * v.bulan / YEAR,
            "Angsuran dibayar tiap bulan, bukan tiap tahun. Kalikan dengan jumlah bulan.",
        ),
        Mistake(
            "c5_kali_dua_belas",
            lambda v: v.angsuran * YEAR,
            "Ini baru satu tahun. Kalikan dengan seluruh lama pinjaman.",
        ),
    ),
    reference=lambda v: _payment(v) * v.bulan,
)

TOTAL_BUNGA = Question(
    "total_bunga",
    "bunga sampai lunas",
    "Rp",
    Decimal(400_000),
    Decimal(15_000_000),
    (
        Mistake(
            "c5_bunga_sederhana",
            lambda v: v.pokok * v.bunga_tahun * v.bulan / YEAR,
            "Pokok berkurang tiap bulan, jadi bunganya ikut turun. Mulai dari `total_bayar`.",
        ),
        Mistake(
            "c5_lupa_pokok",
            lambda v: v.total_bayar,
            "Sebagian besar angka ini pokok yang kembali. Kurangkan pokoknya.",
        ),
    ),
    reference=_interest,
)

BUNGA_PERTAMA = Question(
    "bunga_bulan_pertama",
    "bunga di bulan pertama",
    "Rp",
    Decimal(30_000),
    Decimal(1_000_000),
    (
        Mistake(
            "c5_rata_bunga",
            lambda v: v.total_bunga / v.bulan,
            "Bunga tidak sama tiap bulan. Di bulan pertama, hitung dari seluruh pokok.",
        ),
        Mistake(
            "c5_pertama_setahun",
            lambda v: v.pokok * v.bunga_tahun,
            "Ini bunga untuk setahun penuh. Pakai bunga sebulan.",
        ),
    ),
    reference=lambda v: v.pokok * v.bunga_tahun / YEAR,
)

POKOK_PERTAMA = Question(
    "pokok_bulan_pertama",
    "pokok di bulan pertama",
    "Rp",
    Decimal(200_000),
    Decimal(5_000_000),
    (
        Mistake(
            "c5_pokok_rata",
            lambda v: v.pokok / v.bulan,
            "Bagian pokok kecil di awal, lalu makin besar. Mulai dari angsuran bulan pertama.",
        ),
        Mistake(
            "c5_pokok_ditambah_bunga",
            lambda v: v.angsuran + v.bunga_bulan_pertama,
            "Bunga sudah ada di dalam angsuran. Keluarkan, jangan tambahkan.",
        ),
    ),
    reference=lambda v: _payment(v) - v.pokok * v.bunga_tahun / YEAR,
)

RASIO = Question(
    "rasio_angsuran",
    "bagian sisa uang usaha untuk angsuran",
    "pecahan",
    Decimal("0.05"),
    Decimal("0.95"),
    (
        Mistake(
            "c5_bagi_omzet",
            lambda v: (v.angsuran + v.angsuran_lain) / v.omzet_bulan,
            "Omzet belum dikurangi belanja. Bandingkan dengan sisa uang usaha.",
        ),
        Mistake(
            "c5_rasio_lupa_lain",
            lambda v: v.angsuran / v.kas_usaha_bulan,
            "Bank melihat semua angsuran Anda. Tambahkan yang masih berjalan sebelum dibagi.",
        ),
        Mistake(
            "c5_rasio_terbalik",
            lambda v: v.kas_usaha_bulan / (v.angsuran + v.angsuran_lain),
            "Atas dan bawahnya tertukar. Angsuran adalah bagian, sisa uang usaha keseluruhannya.",
        ),
    ),
    reference=_ratio,
    grain=Decimal("0.0005"),
)

MAKSIMUM = Question(
    "angsuran_maksimum",
    "angsuran baru yang masih sanggup",
    "Rp per bulan",
    Decimal(50_000),
    Decimal(9_000_000),
    (
        Mistake(
            "c5_maksimum_lupa_lain",
            lambda v: v.kas_usaha_bulan * v.batas_rasio,
            "Sebagian ruang itu sudah terpakai. Kurangi angsuran yang masih berjalan.",
            HALF,
        ),
        Mistake(
            "c5_maksimum_ditambah",
            lambda v: v.kas_usaha_bulan * v.batas_rasio + v.angsuran_lain,
            "Angsuran yang berjalan mengurangi ruang Anda. Periksa tandanya.",
            HALF,
        ),
        Mistake(
            "c5_maksimum_dari_omzet",
            lambda v: v.omzet_bulan * v.batas_rasio - v.angsuran_lain,
            "Angsuran dibayar dari sisa uang usaha, bukan dari omzet. Ganti angkanya.",
        ),
    ),
    reference=lambda v: v.kas_usaha_bulan * v.batas_rasio - v.angsuran_lain,
)

SELISIH = Question(
    "selisih_rentenir",
    "bunga rentenir yang lebih mahal",
    "Rp",
    Decimal(1_000_000),
    Decimal(60_000_000),
    (
        Mistake(
            "c5_bandingkan_angsuran",
            lambda v: v.angsuran_rentenir - v.angsuran,
            "Angsuran kecil bisa lebih mahal. Bandingkan seluruh bunganya sampai lunas.",
        ),
        Mistake(
            "c5_rentenir_lupa_pokok",
            lambda v: v.angsuran_rentenir * v.minggu_rentenir - v.total_bunga,
            "Yang dibayar ke rentenir termasuk pokok. Keluarkan pokoknya sebelum membandingkan.",
        ),
        Mistake(
            "c5_rentenir_saja",
            lambda v: v.angsuran_rentenir * v.minggu_rentenir - v.pokok,
            "Ini seluruh bunga rentenir. Kurangkan bunga KUR agar terlihat selisihnya.",
            HALF,
        ),
    ),
    reference=lambda v: v.angsuran_rentenir * v.minggu_rentenir - v.pokok - _interest(v),
)

KEPUTUSAN = Choice(
    "keputusan",
    "keputusan Anda",
    {
        "AJUKAN": "ajukan pinjaman ini",
        "KECILKAN": "kecilkan pokok atau perpanjang waktunya dulu",
    },
    (
        Mistake(
            "c5_asal_disetujui",
            lambda v: "AJUKAN" if v.rasio_angsuran > v.batas_rasio else None,
            "Disetujui bank belum tentu sanggup. Bandingkan rasio Anda dengan patokannya.",
        ),
        Mistake(
            "c5_takut_pinjam",
            lambda v: "KECILKAN" if v.rasio_angsuran <= v.batas_rasio else None,
            "Bandingkan lagi kedua angka itu. Yang mana yang lebih besar, rasio atau patokannya?",
        ),
    ),
    reference=lambda v: "AJUKAN" if _ratio(v) <= v.batas_rasio else "KECILKAN",
)

SHEET = Sheet(
    file="lembar-pembiayaan",
    title="Lembar kerja: sanggupkah saya meminjam",
    lines=(
        Line("usaha", "Nama usaha", "teks"),
        Line("untuk_apa", "Pinjaman ini untuk apa", "teks"),
        Line("uang_pinjaman", "Pokok pinjaman"),
        Line("lama_bulan", "Lama pinjaman", "bulan"),
        Line("cicilan_baru", "Angsuran sebulan, tanyakan ke bank"),
        Line("bayar_semua", "Yang dibayar sampai lunas", formula="cicilan_baru * lama_bulan"),
        Line("biaya_pinjaman", "Bunga sampai lunas", formula="bayar_semua - uang_pinjaman"),
        Line("sisa_usaha", "Sisa uang usaha sebulan, sebelum angsuran"),
        Line("cicilan_lama", "Angsuran lain yang berjalan"),
        Line(
            "bagian_cicilan",
            "Bagian sisa uang usaha untuk semua angsuran",
            "pecahan",
            formula="(cicilan_baru + cicilan_lama) / sisa_usaha",
        ),
    ),
    rule="Lihat total bayar, bukan angsurannya saja. Semua angsuran paling banyak 30% sisa uang usaha.",
)

UNIT = Unit(
    id="rintisan/05_pembiayaan",
    assignment="rintisan_05_pembiayaan",
    title="Pembiayaan",
    shop="Gula aren Pak Sarta, Sobang, Lebak",
    given=GIVEN,
    draw=draw,
    questions=(
        BUNGA_BULAN,
        ANGSURAN,
        TOTAL_BAYAR,
        TOTAL_BUNGA,
        BUNGA_PERTAMA,
        POKOK_PERTAMA,
        RASIO,
        MAKSIMUM,
        SELISIH,
        KEPUTUSAN,
    ),
    show=show,
    sheet=SHEET,
)
