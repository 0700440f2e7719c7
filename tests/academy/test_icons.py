"""The icons that a phone puts on its home screen."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageColor

from academy.icons import GREEN, draw_icons


def test_the_icons_are_of_the_sizes_that_phones_ask_for(tmp_path: Path) -> None:
    """Two with round corners; one that may be cut to any shape, with the stall inside of its circle."""
    names = draw_icons(tmp_path)
    assert sorted(names) == ["192", "512", "maskable"]
    images = {kind: Image.open(tmp_path / name).convert("RGBA") for kind, name in names.items()}
    assert [images[kind].size for kind in ("192", "512", "maskable")] == [
        (192, 192),
        (512, 512),
        (512, 512),
    ]
    green = (*ImageColor.getrgb(GREEN), 255)
    assert images["192"].getpixel((0, 0)) == (0, 0, 0, 0)
    cut = images["maskable"]
    assert cut.getpixel((0, 0)) == cut.getpixel((511, 511)) == green
    drawn = [
        (x, y) for x in range(0, 512, 4) for y in range(0, 512, 4) if cut.getpixel((x, y)) != green
    ]
    assert max((x - 256) ** 2 + (y - 256) ** 2 for x, y in drawn) <= (0.4 * 512) ** 2


def test_the_names_change_with_the_drawing_only(tmp_path: Path) -> None:
    """So that a phone may keep them for good."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert draw_icons(tmp_path / "a") == draw_icons(tmp_path / "b")
