"""Legalitas: six products, a deadline, halal, the size of the business and the order of steps."""

from __future__ import annotations

from typing import Any

from latihan.sheets import Line, Sheet
from latihan.unit import Choice, Day, Given, Letters, Mistake, Unit, Values
from latihan.units import product_cards as cards
from latihan.units.rule_rows import CASE_DAY, rule
from usaha.dates import add_months
from usaha.draws import Draws

MILLION = 1_000_000  # rupiah; a card in millions fits a phone, and is how people say it


def draw(d: Draws) -> dict[str, Any]:
    """Draws six products, an online shop's first day, a year's sales, and a mixed list of steps."""
    small = d.below(2)
    sales = d.step(2_100, 6_000, 50) if small else d.step(550, 1_800, 50)
    return {
        "hari_ini": CASE_DAY,
        "tgl_aturan": rule("nib_online_sellers").effective_from,
        "bulan_pedagang_lama": int(rule("nib_online_existing_months").number),
        "bulan_pedagang_baru": int(rule("nib_online_new_months").number),
        "mulai_jualan": cards.draw_start(d),
        "batas_halal": rule("halal_umk_food_deadline").value,
        "batas_mikro": int(rule("umkm_micro_sales_max").number / MILLION),
        "batas_kecil": int(rule("umkm_small_sales_max").number / MILLION),
        "omzet_setahun": sales,
        "laba_setahun": sales * d.step(10, 20) // 100,
        "baris": cards.draw_cards(d),
        "langkah": cards.draw_steps(d),
    }


GIVEN = (
    Given("hari_ini", "Hari ini"),
    Given("tgl_aturan", "Aturan NIB pedagang daring mulai berlaku"),
    Given("bulan_pedagang_lama", "Waktu untuk toko yang sudah buka sebelumnya", "bulan"),
    Given("bulan_pedagang_baru", "Waktu untuk toko yang buka sesudahnya", "bulan"),
    Given("mulai_jualan", "Toko daring Anda buka"),
    Given("batas_halal", "Batas waktu halal makanan dan minuman"),
    Given("batas_mikro", "Usaha mikro: omzet setahun paling banyak", "juta rupiah"),
    Given("batas_kecil", "Usaha kecil: omzet setahun paling banyak", "juta rupiah"),
    Given("omzet_setahun", "Omzet Anda setahun", "juta rupiah"),
    Given("laba_setahun", "Laba Anda setahun", "juta rupiah"),
)


def _permit(name: str, label: str, *mistakes: Mistake) -> Choice:
    return Choice(name, label, cards.PERMITS, mistakes, reference=lambda v: cards.permit(v, name))


def _when(kind: str, question: str, code: str) -> Any:
    """Returns a formula: the code where the card is of that kind, else nothing."""
    return lambda v: code if cards.kind_of(v, question) == kind else None


CAMILAN = _permit(
    "izin_camilan",
    "izin camilan",
    Mistake(
        "c4_nib_cukup",
        lambda _: "NIB",
        "NIB adalah nomor usahanya. Pangan dalam kemasan masih perlu satu nomor pada labelnya.",
    ),
    Mistake(
        "c4_md_semua_pangan",
        lambda _: "MD",
        "Lihat cara simpannya dan tempat membuatnya. Ada jalur yang lebih ringan lewat Dinas.",
    ),
    Mistake(
        "c4_kering_siap_saji",
        lambda _: "SIAP_SAJI",
        "Berapa hari camilan ini tahan? Siap saji hanya untuk yang tahan kurang dari tujuh hari.",
    ),
)
BANDENG = _permit(
    "izin_bandeng",
    "izin bandeng",
    Mistake(
        "c4_pirt_beku",
        _when("beku", "izin_bandeng", "PIRT"),
        "Bandeng ini disimpan di pembeku. Periksa lagi daftar pangan yang tidak boleh PIRT.",
    ),
    Mistake(
        "c4_ikan_selalu_md",
        _when("kering", "izin_bandeng", "MD"),
        "Jangan lihat ikannya saja. Baca cara simpannya di kartu, lalu tanya lagi berurutan.",
    ),
)
PRESTO = _permit(
    "izin_presto",
    "izin bandeng presto",
    Mistake(
        "c4_pirt_dingin",
        _when("dingin", "izin_presto", "PIRT"),
        "Bukan beku, tetapi dari hewan dan disimpan di kulkas. Cari barisnya di empat pertanyaan.",
    ),
    Mistake(
        "c4_dingin_siap_saji",
        _when("dingin", "izin_presto", "SIAP_SAJI"),
        "Presto ini tahan lebih dari tujuh hari di kulkas. Lanjutkan ke pertanyaan berikutnya.",
    ),
    Mistake(
        "c4_hangat_jadi_md",
        _when("saji", "izin_presto", "MD"),
        "Presto ini habis hari itu juga. Berapa hari tahannya menurut pertanyaan kedua?",
    ),
)
MINUMAN = _permit(
    "izin_minuman",
    "izin minuman",
    Mistake(
        "c4_pirt_pasteurisasi",
        _when("pasteur", "izin_minuman", "PIRT"),
        'Perhatikan kata "dipasteurisasi" pada kartunya. Apakah proses itu boleh di PIRT?',
    ),
    Mistake(
        "c4_bubuk_jadi_md",
        _when("kering", "izin_minuman", "MD"),
        "Yang dijual bubuknya, bukan minuman jadi. Bagaimana bubuk itu disimpan?",
    ),
)
NASI = _permit(
    "izin_nasi",
    "izin nasi",
    Mistake(
        "c4_pirt_siap_saji",
        lambda _: "PIRT",
        "Makanan ini habis hari itu juga dan langsung dimakan. PIRT untuk yang tahan lebih lama.",
    ),
    Mistake(
        "c4_nasi_nib_cukup",
        lambda _: "NIB",
        "Ini makanan, jadi dapurnya perlu laik higiene. Ada satu kelompok untuk itu.",
    ),
)
KERAJINAN = _permit(
    "izin_kerajinan",
    "izin kerajinan",
    Mistake(
        "c4_pirt_bukan_pangan",
        lambda _: "PIRT",
        "PIRT untuk makanan dan minuman. Apakah barang ini dimakan?",
    ),
    Mistake(
        "c4_md_bukan_pangan",
        lambda _: "MD",
        "Nomor MD untuk pangan olahan. Mulai lagi dari pertanyaan pertama.",
    ),
)


def _for(old: bool, formula: Any) -> Any:
    """Returns a formula for old sellers only, or for new ones only."""
    return lambda v: formula(v) if cards.is_old_seller(v) == old else None


BATAS_NIB = Day(
    "batas_nib",
    "batas waktu NIB",
    (
        Mistake(
            "c4_pakai_enam_bulan",
            _for(True, lambda v: add_months(v["tgl_aturan"], int(v.bulan_pedagang_baru))),
            "Waktu itu untuk toko baru. Toko ini sudah buka sebelum aturannya berlaku.",
        ),
        Mistake(
            "c4_lama_dari_buka",
            _for(True, lambda v: add_months(v["mulai_jualan"], int(v.bulan_pedagang_lama))),
            "Toko ini lebih tua daripada aturannya. Hitung dari hari aturan mulai berlaku.",
        ),
        Mistake(
            "c4_pakai_delapan_belas",
            _for(False, lambda v: add_months(v["mulai_jualan"], int(v.bulan_pedagang_lama))),
            "Waktu sepanjang itu untuk toko lama. Toko ini buka sesudah aturannya berlaku.",
        ),
        Mistake(
            "c4_baru_dari_aturan",
            _for(False, lambda v: add_months(v["tgl_aturan"], int(v.bulan_pedagang_baru))),
            "Jumlah bulannya sudah benar. Untuk toko baru, hitung dari hari tokonya buka.",
        ),
    ),
    reference=cards.deadline,
)


def _halal(v: Values) -> str:
    return "SUDAH" if v["hari_ini"] > v["batas_halal"] else "BELUM"


HALAL = Choice(
    "halal_sudah_wajib",
    "sertifikat halal untuk makanan Anda",
    {
        "SUDAH": "sudah wajib hari ini",
        "BELUM": "belum wajib hari ini",
        "IKUT_NIB": "sudah termasuk dalam NIB",
        "IKUT_PIRT": "sudah termasuk dalam nomor PIRT",
    },
    (
        Mistake(
            "c4_halal_nanti",
            lambda _: "BELUM",
            "Bandingkan hari ini dengan batas waktunya di kartu. Mana yang lebih dulu?",
        ),
        Mistake(
            "c4_nib_sama_halal",
            lambda _: "IKUT_NIB",
            "NIB dan sertifikat halal dua hal yang berbeda. Halal diajukan sendiri lewat SIHALAL.",
        ),
        Mistake(
            "c4_pirt_sama_halal",
            lambda _: "IKUT_PIRT",
            "Nomor PIRT tentang cara membuat yang aman. Kehalalannya diperiksa pihak lain.",
        ),
    ),
    reference=_halal,
)


def _size(v: Values) -> str:
    if v.omzet_setahun <= v.batas_mikro:
        return "MIKRO"
    return "KECIL" if v.omzet_setahun <= v.batas_kecil else "MENENGAH"


KELAS = Choice(
    "kelas_usaha",
    "kelas usaha Anda",
    {"MIKRO": "usaha mikro", "KECIL": "usaha kecil", "MENENGAH": "usaha menengah"},
    (
        Mistake(
            "c4_laba_bukan_omzet",
            lambda v: "MIKRO" if v.omzet_setahun > v.batas_mikro else None,
            "Batasnya memakai hasil penjualan setahun, bukan laba. Lihat angka omzetnya.",
        ),
        Mistake(
            "c4_terlalu_kecil_untuk_mikro",
            lambda v: "KECIL" if v.omzet_setahun <= v.batas_mikro else None,
            "Bandingkan omzet setahun dengan batas usaha mikro di kartu. Mana yang lebih besar?",
        ),
    ),
    reference=_size,
)

URUTAN = Letters(
    "urutan_langkah",
    "urutan langkah",
    "1234",
    4,
    (
        Mistake(
            "c4_label_dulu",
            lambda v: cards.ordered(v, "4123"),
            "Label memuat nomor izin dan tanda halal. Keduanya harus ada sebelum label dicetak.",
        ),
        Mistake(
            "c4_izin_sebelum_nib",
            lambda v: cards.ordered(v, "2134"),
            "Saat mengurus izin produk, nomor usaha Anda ditanya. Apa yang harus ada lebih dulu?",
        ),
        Mistake(
            "c4_halal_paling_akhir",
            lambda v: cards.ordered(v, "1243"),
            "Tanda halal ikut tercetak pada label. Mana yang harus selesai lebih dulu?",
        ),
    ),
    reference=lambda v: cards.ordered(v, "1234"),
    distinct=True,
)

SHEET = Sheet(
    file="lembar-legalitas",
    title="Lembar kerja: izin usaha Anda",
    lines=(
        Line("usaha", "Nama usaha", "teks"),
        Line("produk_saya", "Produk", "teks"),
        Line("cara_simpan", "Cara simpan: suhu ruang, kulkas, atau beku", "teks"),
        Line("hari_tahan", "Tahan berapa hari", "hari"),
        Line("izin_saya", "Izin yang diperlukan", "teks"),
        Line("nomor_nib", "NIB: sudah ada atau kapan diurus", "teks"),
        Line("halal_saya", "Halal: sudah ada atau kapan diurus", "teks"),
        Line("jualan_sebulan", "Omzet rata-rata sebulan"),
        Line("jualan_setahun", "Omzet setahun", formula="jualan_sebulan * 12"),
    ),
    rule="Lihat cara simpan dan umurnya, bukan nama produknya. NIB dulu, label paling akhir.",
)

UNIT = Unit(
    id="rintisan/04_legalitas",
    assignment="rintisan_04_legalitas",
    title="Legalitas",
    shop="Toko oleh-oleh Ibu Ratu, Kota Serang",
    given=GIVEN,
    draw=draw,
    questions=(
        CAMILAN,
        BANDENG,
        PRESTO,
        MINUMAN,
        NASI,
        KERAJINAN,
        BATAS_NIB,
        HALAL,
        KELAS,
        URUTAN,
    ),
    show=cards.show,
    sheet=SHEET,
)
