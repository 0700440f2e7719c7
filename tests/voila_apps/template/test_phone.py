"""The manifest and the worker, as the service gives them out."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

from tests.voila_apps.template.conftest import Tools
from voila_apps.template.phone import manifest


def test_each_tool_is_an_app_of_its_own() -> None:
    """It opens its page, and no other one; an icon may be cut to a shape only where it was made for that."""
    app: Any = SimpleNamespace(name="hpp", title="Kalkulator HPP", language="id", base_url="/alat/")
    icons = {"192": "ikon-192.a.png", "512": "ikon-512.b.png", "maskable": "ikon-maskable.c.png"}
    told: Any = manifest(app, icons)
    assert told["start_url"] == told["scope"] == "/alat/voila/render/hpp.ipynb"
    assert (told["short_name"], told["lang"], told["display"]) == (
        "Kalkulator HPP",
        "id",
        "standalone",
    )
    assert [(icon["sizes"], icon["purpose"]) for icon in told["icons"]] == [
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    ]


def test_a_tool_has_a_manifest_and_the_service_one_worker(tools: Tools) -> None:
    """Both are asked for anew each time, so that a new one is found."""
    status, text, headers = tools.get("manifes/uji.webmanifest")
    assert (status, headers["Cache-Control"]) == (200, "no-cache")
    assert headers["Content-Type"].startswith("application/manifest+json")
    assert json.loads(text)["start_url"] == "/alat/voila/render/uji.ipynb"
    assert tools.get("manifes/tidak_ada.webmanifest")[0] == 404
    assert tools.get("pekerja.js")[0] == 404
    (tools.folder / "statik/pekerja.js").write_text("self", encoding="utf-8")
    status, text, headers = tools.get("pekerja.js")
    assert (status, text, headers["Cache-Control"]) == (200, "self", "no-cache")
    assert headers["Content-Security-Policy"] == "default-src 'none';connect-src 'self'"
