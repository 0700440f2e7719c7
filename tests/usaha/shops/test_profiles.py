"""The six businesses."""

from usaha.districts import DISTRICTS
from usaha.shops.profiles import PROFILES


def test_there_are_six_in_banten() -> None:
    """Each with its own key, in a district that exists and that its place names."""
    assert len(PROFILES) == 6
    names = {district.code: district.name for district in DISTRICTS}
    for key, profile in PROFILES.items():
        assert profile.key == key
        assert profile.place.endswith(names[profile.district_code])


def test_figures_make_sense() -> None:
    """Something is left after material and wages; prices have a range in whole steps."""
    for profile in PROFILES.values():
        assert profile.material_share + profile.wage_share < 700
        assert all(g.low < g.high and g.low % 500 == g.high % 500 == 0 for g in profile.goods)
        assert profile.ramadan_peak > 1_000
