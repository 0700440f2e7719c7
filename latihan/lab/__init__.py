"""The calm room: what Lapak adds to a trainee's JupyterLab, on her own server and in her browser.

Jupyter Server loads this package as an extension (``jupyter-config``); the browser side is the
prebuilt extension in ``labextension``, plain JavaScript that no build step touches.
"""

from typing import Any


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    """Name the module that Jupyter Server is to load."""
    return [{"module": "latihan.lab"}]


def _load_jupyter_server_extension(serverapp: Any) -> None:
    """Lay out the lessons and answer under ``<base>/lapak/``; a fault here never stops her server."""
    from latihan.lab.handlers import install

    install(serverapp)
