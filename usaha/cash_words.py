"""What a shopkeeper means: the words of her cash book and the account that they stand for."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from usaha import accounts
from usaha.english_cash_words import ENGLISH, ENGLISH_BANK
from usaha.language import N_, language

Side = Literal["masuk", "keluar"]


@dataclass(frozen=True, slots=True)
class Part:
    """An amount inside the words, such as ``bunga 45.000``.

    Attributes:
        pattern: the words before the amount.
        debit: the account that it goes to.
        credit: the account that it is taken from.
        ask: a sentence for a line without it, said by `_(ask)`; empty where it may be missing.
        may_exceed: whether it can be more than the line's own amount, as a deposit paid earlier
            can; a fee or interest cannot.
    """

    pattern: str
    debit: int
    credit: int
    ask: str = ""
    may_exceed: bool = False


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of cash book line.

    Attributes:
        code: its short name.
        label: its name for people, said by `_(label)`.
        side: whether it stands among what comes in or what goes out.
        account: the account that explains the money.
        pattern: what its words look like once they are lower case letters; where English is
            spoken, also what `usaha.english_cash_words` says.
        wallet: the account that stands for the money; None if that is cash, or the bank where
            the words say so.
        parts: amounts that may stand in the words.
    """

    code: str
    label: str
    side: Side
    account: int
    pattern: str
    wallet: int | None = None
    parts: tuple[Part, ...] = ()


_MARKET: Final = r"(?:shopee|tokopedia|tiktok|lazada|blibli|bukalapak|lokapasar|marketplace)"
_LENDER: Final = (
    r"(?:kur|pinjam\w*|bank|bri|bni|bsi|mandiri|bjb|koperasi|mekaar|pnm|pegadaian|bpr|bmt|kredit)"
)
_PAY: Final = (
    r"(?:bayar|membayar|dibayar|lunas|lunasi|melunasi|pelunasan|cicil\w*|nyicil|angsur\w*)"
)
_OWED: Final = r"(?:utang|bon|kasbon|piutang|tempo)"
_UNPAID: Final = r"(?:tempo|bon|utang|kasbon|belum (?:di)?bayar)"
_ASK_FEE: Final = N_(
    "biaya lokapasarnya belum ditulis. Tulis penjualan bruto dan biayanya, "
    'misalnya "jual Shopee biaya 17.000".'
)
_ASK_INTEREST: Final = N_(
    "bunganya belum ditulis, jadi semuanya dicatat sebagai pokok utang. "
    'Lihat buku angsuran, lalu tulis misalnya "angsuran KUR bunga 45.000".'
)

# The first kind that fits wins, so the narrow ones stand before the wide ones.
KINDS: Final = (
    Kind("saldo_awal", N_("Saldo awal buku"), "masuk", accounts.CAPITAL, r"saldo awal|kas awal"),
    Kind("tarik_tunai", N_("Ambil tunai dari bank"), "masuk", accounts.BANK,
         r"(?:tarik|ambil|penarikan) (?:uang )?(?:tunai|(?:dari |di |lewat )?(?:atm|bank|rekening))",
         wallet=accounts.CASH),
    Kind("cair_lokapasar", N_("Pencairan saldo lokapasar"), "masuk", accounts.MARKETPLACE,
         rf"(?:cair|pencairan|tarik|penarikan)\b.*(?:{_MARKET}|saldo (?:penjual|toko))|{_MARKET} cair",
         wallet=accounts.BANK),
    Kind("jual_lokapasar", N_("Penjualan lokapasar"), "masuk", accounts.SALES, _MARKET,
         wallet=accounts.MARKETPLACE,
         parts=(Part(r"(?:biaya|potongan|admin|komisi|fees?)(?: admin)?", accounts.MARKETPLACE_FEES,
                     accounts.MARKETPLACE, _ASK_FEE),
                Part(r"(?:pajak|pph|tax)(?: 22)?", accounts.PREPAID_TAX, accounts.MARKETPLACE))),
    Kind("pelunasan_pesanan", N_("Pelunasan pesanan"), "masuk", accounts.SALES,
         r"(?:pelunasan|lunas|sisa)\b.*(?:pesanan|order|dp|uang muka)|bayar sisa",
         parts=(Part(r"(?:dp|uang muka|deposit)(?:nya)?", accounts.CUSTOMER_DEPOSITS, accounts.SALES,
                     N_("uang mukanya belum ditulis, jadi hanya sisanya yang menjadi penjualan. "
                     'Tulis misalnya "pelunasan pesanan dp 200.000".'), may_exceed=True),)),
    Kind("terima_piutang", N_("Piutang dibayar"), "masuk", accounts.RECEIVABLES,
         rf"{_PAY}\b.*(?:{_OWED}|pinjam\w*)|{_OWED} (?:\w+ )*(?:lunas|dibayar)|terima piutang"),
    Kind("jual_tempo", N_("Penjualan tempo"), "masuk", accounts.SALES,
         rf"(?:jual\w*|penjualan|laku|terjual|pesanan)\b.*{_UNPAID}", wallet=accounts.RECEIVABLES),
    Kind("pinjaman", N_("Pinjaman diterima"), "masuk", accounts.LOANS,
         rf"pinjam\w*|kur|ngutang|utang|kredit|mekaar|pnm|cair\w*\b.*{_LENDER}|pencairan {_LENDER}"),
    Kind("uang_muka", N_("Uang muka pelanggan"), "masuk", accounts.CUSTOMER_DEPOSITS,
         r"dp|uang muka|panjar|tanda jadi|persekot"),
    Kind("setor_modal", N_("Setoran modal"), "masuk", accounts.CAPITAL,
         r"modal|uang pribadi|nombok|dari tabungan|dari (?:suami|istri|orang tua)"),
    Kind("retur_beli", N_("Pembelian dikembalikan"), "masuk", accounts.MATERIALS,
         r"retur|refund|pengembalian|kembalian"),
    Kind("pendapatan_lain", N_("Pendapatan lain"), "masuk", accounts.OTHER_INCOME,
         r"bunga|cashback|hadiah|komisi|bonus|bantuan|hibah|bansos|bpum|bekas|ongkir|sewa"),
    Kind("jual_tunai", N_("Penjualan tunai"), "masuk", accounts.SALES,
         r"jual\w*|penjualan|laku|terjual|omzet|dagang\w*|pembeli|pelanggan|pesanan|order\w*|"
         r"borongan?|setoran (?:toko|kasir|warung)|qris|cod|hasil pasar"),
    Kind("setor_bank", N_("Setor tunai ke bank"), "keluar", accounts.BANK,
         r"(?:setor|nabung|simpan|masukkan)\w* (?:(?:tunai|uang|kas|ke|di) )*(?:bank|rekening)|"
         r"(?:top ?up|isi saldo) (?!iklan)", wallet=accounts.CASH),
    Kind("prive", N_("Ambilan pribadi (prive)"), "keluar", accounts.DRAWINGS,
         r"pribadi|prive|keluarga|rumah tangga|(?:belanja|uang|kebutuhan|keperluan) (?:dapur|rumah)|"
         r"(?:uang|bayar|biaya|buku|seragam) sekolah|spp|kuliah|"
         r"(?:jajan|susu|baju|buku|popok|uang|sekolah|obat) anak|"
         r"jajan|arisan|kondangan|hajatan|suami|istri|mertua|berobat|dokter|popok|rokok|liburan|"
         r"(?:cicilan|kredit|angsuran) (?:motor|rumah|hp)|mudik|zakat|sedekah|orang tua"),
    Kind("bayar_utang_upah", N_("Upah terutang dibayar"), "keluar", accounts.WAGES_PAYABLE,
         r"utang (?:upah|gaji)"),
    Kind("bayar_utang_pajak", N_("Utang pajak dibayar"), "keluar", accounts.TAX_PAYABLE,
         r"utang (?:pajak|pph)"),
    Kind("angsuran", N_("Angsuran pinjaman"), "keluar", accounts.LOANS,
         rf"(?:{_PAY}|setor\w*)\b.*{_LENDER}|angsur\w*",
         parts=(Part(r"(?:bunga(?:nya)?|interest)", accounts.INTEREST, accounts.LOANS, _ASK_INTEREST),)),
    Kind("bayar_utang", N_("Utang usaha dibayar"), "keluar", accounts.PAYABLES,
         rf"{_PAY}\b.*(?:{_OWED}|tagihan (?:pemasok|bahan))"),
    Kind("beli_tempo", N_("Pembelian tempo"), "keluar", accounts.MATERIALS,
         rf"(?:beli|kulak\w*|belanja|ambil)\b.*{_UNPAID}", wallet=accounts.PAYABLES),
    Kind("kembali_uang_muka", N_("Uang muka dikembalikan"), "keluar", accounts.CUSTOMER_DEPOSITS,
         r"(?:kembali\w*|refund|batal)\b.*(?:dp|uang muka)"),
    Kind("retur_jual", N_("Retur dan diskon"), "keluar", accounts.RETURNS_AND_DISCOUNTS,
         r"retur|refund|pengembalian|kembalikan uang|komplain|ganti rugi"),
    Kind("biaya_lokapasar", N_("Biaya lokapasar"), "keluar", accounts.MARKETPLACE_FEES,
         rf"(?:biaya|komisi|admin|potongan)\b.*{_MARKET}"),
    Kind("iklan", N_("Iklan"), "keluar", accounts.ADVERTISING,
         r"iklan|ads|promosi|promo|endorse|brosur|spanduk|banner"),
    Kind("upah", N_("Upah"), "keluar", accounts.WAGES,
         r"upah|gaji\w*|lembur|borongan|thr|honor|ongkos (?:tumbuk|jahit|potong|giling|bungkus)|"
         r"(?:bayar|bayaran) (?:karyawan|pekerja|tukang|pegawai|buruh|pembantu|kuli)"),
    Kind("sewa", N_("Sewa"), "keluar", accounts.RENT, r"sewa|kontrakan?"),
    Kind("pajak", N_("PPh final"), "keluar", accounts.FINAL_INCOME_TAX, r"pajak|pph"),
    Kind("listrik", N_("Listrik, air, dan gas"), "keluar", accounts.UTILITIES,
         r"listrik|token|pln|air|pdam|(?<!kompor )gas|elpiji|lpg|kayu bakar|arang"),
    Kind("beban_lain", N_("Beban lain"), "keluar", accounts.OTHER_EXPENSES,
         r"admin|biaya transfer|parkir|retribusi|kebersihan|keamanan|servis|perbaikan|fotokopi|"
         r"alat tulis|atk|pulsa|kuota|wifi|internet|izin|sertifikat|halal|pirt|nib|iuran|"
         r"konsumsi|makan karyawan|sabun"),
    Kind("bunga", N_("Bunga"), "keluar", accounts.INTEREST, r"bunga"),
    Kind("alat", N_("Peralatan"), "keluar", accounts.EQUIPMENT,
         r"alat|peralatan|wajan|kompor|mesin|timbangan|freezer|kulkas|oven|mixer|blender|etalase|"
         r"gerobak|rak|meja|kursi|laptop|komputer|printer|panci|dandang|presto|sealer"),
    Kind("kemasan", N_("Kemasan"), "keluar", accounts.PACKAGING,
         r"kemasan|plastik|kardus|dus|stiker|label|lakban|pouch|besek|bubble wrap"),
    Kind("ongkir", N_("Ongkos kirim"), "keluar", accounts.SHIPPING,
         r"ongkir|ongkos kirim|kirim|pengiriman|jne|jnt|sicepat|kurir|ekspedisi|bensin|gosend"),
    Kind("barang_dagang", N_("Barang dagangan"), "keluar", accounts.GOODS,
         r"kulak\w*|barang dagang\w*|dagangan|stok"),
    Kind("bahan", N_("Bahan baku"), "keluar", accounts.MATERIALS,
         r"bahan|beli|pembelian|belanja pasar|melinjo|bandeng|tepung|gula|minyak|bumbu|nira|"
         r"benang|kain|kulit"),
)  # fmt: skip

_BY_CODE: Final = {kind.code: kind for kind in KINDS}
_PATTERNS: Final = {kind.code: re.compile(rf"\b(?:{kind.pattern})\b") for kind in KINDS}
_IN_ENGLISH: Final = {
    kind.code: re.compile(rf"\b(?:{kind.pattern}|{ENGLISH[kind.code]})\b") for kind in KINDS
}
_BANK_WORDS: Final = re.compile(
    r"\b(?:transfer|qris|bank|rekening|atm|debit|gopay|ovo|dana|shopeepay|linkaja|bri|bni|bca|bsi)\b"
)
_ENGLISH_BANK: Final = re.compile(rf"\b(?:{ENGLISH_BANK})\b")
_SHORT: Final = {
    "byr": "bayar", "blj": "belanja", "bhn": "bahan", "tf": "transfer", "trf": "transfer",
    "hutang": "utang", "utg": "utang", "toped": "tokopedia", "omset": "omzet", "pjm": "pinjam",
    "pesenan": "pesanan", "jualan": "jual", "kirimin": "kirim", "dipinjami": "pinjaman",
}  # fmt: skip


def kind(code: str) -> Kind:
    """Look a kind up by its short name.

    Raises:
        KeyError: there is none of this name.

    Example:
        >>> kind("prive").label
        'Ambilan pribadi (prive)'
    """
    return _BY_CODE[code]


@lru_cache(maxsize=65_536)
def plain_words(words: str) -> str:
    """Reduce words to small letters without numbers, with the usual short forms written out.

    Example:
        >>> plain_words("Byr hutang  ke Bu Siti, 50rb!")
        'bayar utang ke bu siti rb'
    """
    letters = re.sub(r"[\W\d_]+", " ", words.lower()).split()
    return " ".join(_SHORT.get(word, word) for word in letters)


def kind_of(words: str, side: Side) -> Kind | None:
    """Recognise what a line is about.

    Args:
        words: as the owner wrote them.
        side: whether the money came in or went out.

    Returns:
        The kind, or None where the words do not tell.

    Example:
        >>> kind_of("Jual tunai 3 bks", "masuk").code, kind_of("cair Shopee", "masuk").code
        ('jual_tunai', 'cair_lokapasar')
        >>> kind_of("ambil pribadi", "keluar").code, kind_of("entahlah", "keluar")
        ('prive', None)
    """
    return _kind_of_plain(plain_words(words), side, language())


@lru_cache(maxsize=65_536)
def _kind_of_plain(plain: str, side: Side, spoken: str) -> Kind | None:
    patterns = _IN_ENGLISH if spoken == "en" else _PATTERNS
    for each in KINDS:
        if each.side == side and patterns[each.code].search(plain):
            return each
    return None


def wallet_of(words: str) -> int:
    """Tell where the money lies: cash, or the bank and e-wallets where the words name one.

    Example:
        >>> wallet_of("jual, bayar QRIS"), wallet_of("jual tunai")
        (1102, 1101)
    """
    plain = plain_words(words)
    in_english = language() == "en" and _ENGLISH_BANK.search(plain)
    return accounts.BANK if in_english or _BANK_WORDS.search(plain) else accounts.CASH
