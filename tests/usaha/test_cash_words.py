"""What words of a shopkeeper mean."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usaha.accounts import ACCOUNTS
from usaha.cash_words import KINDS, Side, kind, kind_of, plain_words, wallet_of


@pytest.mark.parametrize(
    ("side", "words", "code"),
    [
        ("masuk", "jual tunai", "jual_tunai"),
        ("masuk", "Orderan tenun Bu Ani", "jual_tunai"),
        ("masuk", "hasil jualan pasar", "jual_tunai"),
        ("masuk", "jual emping belum dibayar", "jual_tempo"),
        ("masuk", "Jual bon 2 kg", "jual_tempo"),
        ("masuk", "bayar hutang Bu Siti", "terima_piutang"),
        ("masuk", "Bu Siti lunas bon", "terima_piutang"),
        ("masuk", "pinjam dari kakak", "pinjaman"),
        ("masuk", "pinjaman modal usaha", "pinjaman"),
        ("masuk", "cair KUR", "pinjaman"),
        ("masuk", "cair lokapasar", "cair_lokapasar"),
        ("masuk", "tarik saldo toped", "cair_lokapasar"),
        ("masuk", "jual Shopee 200.000 biaya 17.000", "jual_lokapasar"),
        ("masuk", "DP pesanan kue", "uang_muka"),
        ("masuk", "pelunasan pesanan dp 200rb", "pelunasan_pesanan"),
        ("masuk", "setoran modal", "setor_modal"),
        ("masuk", "tarik tunai ATM", "tarik_tunai"),
        ("masuk", "bunga bank", "pendapatan_lain"),
        ("keluar", "beli melinjo 20kg", "bahan"),
        ("keluar", "kulakan", "barang_dagang"),
        ("keluar", "beli melinjo tempo", "beli_tempo"),
        ("keluar", "bayar bon melinjo", "bayar_utang"),
        ("keluar", "ambil pribadi", "prive"),
        ("keluar", "belanja dapur", "prive"),
        ("keluar", "cicilan motor", "prive"),
        ("keluar", "uang sekolah anak", "prive"),
        ("keluar", "upah anak buah", "upah"),
        ("keluar", "beli bumbu dapur", "bahan"),
        ("keluar", "gas 3kg", "listrik"),
        ("keluar", "beli kompor gas", "alat"),
        ("keluar", "servis mesin", "beban_lain"),
        ("keluar", "angsuran KUR bunga 45.000", "angsuran"),
        ("keluar", "byr koperasi", "angsuran"),
        ("keluar", "iklan shopee", "iklan"),
        ("keluar", "biaya admin shopee", "biaya_lokapasar"),
        ("keluar", "setor tunai ke bank", "setor_bank"),
        ("keluar", "retur pembeli", "retur_jual"),
        ("keluar", "kembalikan dp bu Ani", "kembali_uang_muka"),
        ("keluar", "plastik kemasan", "kemasan"),
        ("keluar", "ongkir JNE", "ongkir"),
        ("keluar", "sewa kios", "sewa"),
        ("keluar", "bayar pajak", "pajak"),
        ("keluar", "bayar utang pajak", "bayar_utang_pajak"),
    ],
)
def test_understands(side: Side, words: str, code: str) -> None:
    """Usual words have the meaning that a bookkeeper would give them."""
    found = kind_of(words, side)
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize(
    ("side", "words"), [("masuk", "titip"), ("keluar", "belanja"), ("keluar", "")]
)
def test_does_not_guess(side: Side, words: str) -> None:
    """What could be anything is asked for."""
    assert kind_of(words, side) is None


def test_kinds_are_sound() -> None:
    """Each has its own name, accounts of the chart, and a pattern that needs a letter."""
    assert len({each.code for each in KINDS}) == len(KINDS)
    for each in KINDS:
        assert kind(each.code) is each
        assert each.account in ACCOUNTS
        assert each.wallet is None or each.wallet in ACCOUNTS
        assert not re.fullmatch(each.pattern, "")


@given(st.text(max_size=60))
def test_reads_any_text(words: str) -> None:
    """Plain words stay the same when they are made plain again, and have no digits."""
    plain = plain_words(words)
    assert plain_words(plain) == plain
    assert not re.search(r"\d", plain)


def test_knows_the_wallet() -> None:
    """Names of banks and e-wallets, and nothing else, mean the bank."""
    assert [wallet_of(words) for words in ("QRIS", "via Dana", "tf BRI", "tunai", "dandan")] == [
        1102, 1102, 1102, 1101, 1101,
    ]  # fmt: skip
