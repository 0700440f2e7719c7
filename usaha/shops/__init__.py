"""Six fictional shops of Banten, generated from a seed: orders, books, advertising, buyers, chats.

Example:
    >>> shop = make_shop("emping", "contoh")
    >>> shop.profile.shop, len(shop.ads), shop.orders == make_shop("emping", "contoh").orders
    ('Emping Bu Imas', 51, True)
"""

from usaha.shops.profiles import PROFILES, Profile
from usaha.shops.shop import Shop, make_shop

__all__ = ["PROFILES", "Profile", "Shop", "make_shop"]
