"""Drawn chats."""

from collections import Counter

import pytest

from usaha.shops import PROFILES, make_shop
from usaha.shops.chats import HOW_MANY


@pytest.mark.parametrize("key", PROFILES)
def test_chats_are_whole(key: str) -> None:
    """As many of each kind as stated, oldest first, no gap left in a sentence."""
    chats = make_shop(key, "uji").chats
    assert Counter(chat.kind for chat in chats) == HOW_MANY
    assert [chat.sent for chat in chats] == sorted(chat.sent for chat in chats)
    assert not any("{" in chat.text for chat in chats)


def test_every_trick_comes_once_and_is_explained() -> None:
    """Ten different signs; nobody who asks or complains has one."""
    chats = make_shop("emping", "uji").chats
    assert len({chat.sign for chat in chats if chat.kind == "scam"}) == HOW_MANY["scam"]
    assert all(not chat.sign for chat in chats if chat.kind != "scam")
