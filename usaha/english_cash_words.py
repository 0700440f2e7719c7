"""The words of a cash book that is written in English, for `usaha.cash_words`.

Example:
    >>> import re
    >>> [code for code, pattern in ENGLISH.items() if re.fullmatch(pattern, "rent")]
    ['sewa']
"""

from typing import Final

_MARKET: Final = r"(?:shopee|tokopedia|tiktok|lazada|blibli|bukalapak|marketplace)"
_PAY: Final = r"(?:pay|pays|paid|payment|repay|repaid|settled?)"
_OWED: Final = r"(?:debts?|credit|tab|owed|owes|bill)"
_UNPAID: Final = r"(?:on credit|on account|unpaid|not paid|not yet paid|pay later)"
_RETURN: Final = r"(?:returns?|returned|refunds?|refunded|gave back|given back)"
_STAFF: Final = r"(?:staff|workers?|helpers?|employees?)"

ENGLISH: Final[dict[str, str]] = {
    "saldo_awal": r"(?:opening|starting) (?:balance|cash)",
    "tarik_tunai": r"(?:withdr[ae]w|withdrawn|withdrawal|took|taken)\b.*(?:cash|bank|atm)|"
    r"(?:cash|atm|bank) withdrawal|cash from (?:the )?(?:bank|atm)",
    "cair_lokapasar": rf"(?:payout|withdr[ae]w|withdrawn|withdrawal)\b.*{_MARKET}|"
    rf"{_MARKET} (?:payout|withdrawal)",
    "jual_lokapasar": _MARKET,
    "pelunasan_pesanan": r"(?:rest|remainder|balance)\b.*(?:order|deposit)|final payment",
    "terima_piutang": rf"{_PAY}\b.*(?:{_OWED}|loan)|(?:debt|tab) (?:paid|settled|collected)|collected debts?",
    "jual_tempo": rf"(?:sold|sales?|orders?)\b.*{_UNPAID}|credit sales?",
    "pinjaman": r"loans?|borrow(?:ed|ing)?|lent by",
    "uang_muka": r"deposits?|advance|down payment|prepaid|prepayment",
    "setor_modal": r"capital|own money|invest(?:ed|ment)?|from (?:my )?(?:savings|husband|wife|parents)",
    "retur_beli": _RETURN,
    "pendapatan_lain": r"interest|gift|prize|grant|aid|commission|second ?hand",
    "jual_tunai": r"sales?|sold|selling|customers?|buyers?|orders?|takings|revenue|turnover|earnings",
    "setor_bank": r"(?:deposit(?:ed)?|put|pa(?:y|id) in|saved?)\b.*(?:bank|savings)|bank deposit|top ?up (?!ads)",
    "prive": r"private|personal|drawings?|family|household|groceries|my (?:husband|wife)|husband|wife|"
    r"kids?|child(?:ren)?|school|tuition|pocket money|own use|myself|doctor|medicine|holiday|wedding",
    "bayar_utang_upah": r"(?:owed|unpaid|outstanding) (?:wages?|salar(?:y|ies))",
    "bayar_utang_pajak": r"(?:owed|unpaid|outstanding) tax(?:es)?",
    "angsuran": rf"instal+ments?|loan (?:re)?payment|{_PAY}\b.*(?:loans?|bank)",
    "bayar_utang": rf"{_PAY}\b.*(?:{_OWED}|suppliers?)|supplier bill",
    "beli_tempo": rf"(?:buy|bought|purchased?|took)\b.*{_UNPAID}",
    "kembali_uang_muka": rf"(?:{_RETURN}|cancel+ed)\b.*(?:deposit|advance|down payment)",
    "retur_jual": rf"{_RETURN}|discounts?|compensation|complaint",
    "biaya_lokapasar": rf"(?:fees?|commission|charges?)\b.*{_MARKET}|{_MARKET} (?:fees?|commission)",
    "iklan": r"advert(?:s|ising|isements?)?|promotion|flyers?|leaflets?|marketing",
    "upah": rf"wages?|salar(?:y|ies)|overtime|labou?r|(?:pay|paid|payment) (?:for |to )?(?:the |my )?{_STAFF}",
    "sewa": r"rent|rental|lease",
    "pajak": r"tax(?:es)?",
    "listrik": r"electric(?:ity)?|power|water|gas|firewood|charcoal",
    "beban_lain": r"(?:bank|transfer|admin) (?:fees?|charges?)|parking|cleaning|security|repairs?|"
    r"photocop(?:y|ies)|stationery|phone|internet|permits?|licen[cs]es?|certificate|subscription|soap|"
    rf"(?:meals?|food) (?:for )?{_STAFF}|{_STAFF} (?:meals?|food)",
    "bunga": r"interest",
    "alat": r"tools?|equipment|pans?|stove|machine|scales?|fridge|cart|shel(?:f|ves)|tables?|chairs?|computer",
    "kemasan": r"packaging|packing|plastics?|box(?:es)?|cardboard|stickers?|labels?|tape|pouch(?:es)?|jars?",
    "ongkir": r"shipping|delivery|courier|postage|fuel|petrol|transport",
    "barang_dagang": r"goods|merchandise|stock|for resale",
    "bahan": r"materials?|ingredients?|buy|bought|purchased?|purchases|market|flour|sugar|oil|rice|"
    r"fish|spices?|fabric|cloth|thread|leather|supplies",
}
"""What the words of each kind look like once they are lower case letters, by its code."""

ENGLISH_BANK: Final = r"card|e ?wallet|online"
"""Words that say that the money is in the bank or in an e-wallet."""
