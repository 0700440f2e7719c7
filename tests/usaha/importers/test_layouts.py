"""The known order exports."""

from usaha.importers.columns import plain_label
from usaha.importers.layouts import LAYOUTS


def test_labels_are_written_as_they_are_compared() -> None:
    """A label with a capital or a point would never be found."""
    labels = [label for layout in LAYOUTS for names in layout.labels.values() for label in names]
    assert [label for label in labels if plain_label(label) != label] == []


def test_what_is_needed_has_labels() -> None:
    """Every needed field is one that the layout knows, and every layout names the order."""
    for layout in LAYOUTS:
        assert {field for group in layout.needed for field in group} <= set(layout.labels)
        assert ("order_id",) in layout.needed
