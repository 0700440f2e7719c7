"""Where things are in a trainee's room: her notebooks, the lessons, the exchange, her name."""

import getpass
import os
import re
from pathlib import Path
from typing import NamedTuple

from jupyter_core.paths import jupyter_data_dir

COURSE = "lapak"
LESSONS_FOLDER = "pelajaran"
EXERCISES_FOLDER = "latihan"

_ASSIGNMENT = re.compile(r"(?P<track>[a-z]+)_(?P<unit>\d\d_[a-z0-9_]+)")


class Places(NamedTuple):
    """The folders and the user name that everything else is told.

    Attributes:
        home: root of what JupyterLab shows her; holds ``pelajaran`` and ``latihan``.
        state: her own small records of Lapak, outside what JupyterLab shows.
        lessons: built lessons, read-only.
        exchange: root of nbgrader's exchange.
        cache: nbgrader's own copies of what she submitted in this course.
        user: hub user name, without ``+`` or ``*``.
        variants: what the school has issued to her, read-only.
        plan: what the school says of her way, read-only.
    """

    home: Path
    state: Path
    lessons: Path
    exchange: Path
    cache: Path
    user: str
    variants: Path = Path("/srv/lapak/variants")
    plan: Path = Path("/srv/lapak/rencana")

    @property
    def exercises(self) -> Path:
        """Folder of fetched assignments."""
        return self.home / EXERCISES_FOLDER


def places(home: Path) -> Places:
    """Read the places from the environment; the defaults are those of a trainee's box.

    Args:
        home: root of the contents that JupyterLab shows.

    Returns:
        The places, none of them checked: a missing exchange is met when it is used.
    """
    return Places(
        home=home,
        state=Path.home() / ".local/share/lapak",
        lessons=Path(os.environ.get("LAPAK_LESSONS", "/srv/lapak/lessons")),
        exchange=Path(os.environ.get("LAPAK_EXCHANGE", "/srv/lapak/exchange")),
        cache=Path(jupyter_data_dir()) / "nbgrader_cache" / COURSE,
        user=os.environ.get("JUPYTERHUB_USER") or getpass.getuser(),
        variants=Path(os.environ.get("LAPAK_VARIANTS", "/srv/lapak/variants")),
        plan=Path(os.environ.get("LAPAK_PLAN", "/srv/lapak/rencana")),
    )


def unit_of(assignment: str) -> str:
    """Name the one notebook of an assignment.

    Args:
        assignment: assignment id.

    Returns:
        The unit's file stem.

    Raises:
        ValueError: the id is not ``<track>_<NN>_<topic>``; nothing with a slash or dot passes.

    Example:
        >>> unit_of("pembukuan_03_hpp")
        '03_hpp'
    """
    match = _ASSIGNMENT.fullmatch(assignment)
    if match is None:
        raise ValueError(f"not an assignment id: {assignment!r}")
    return match["unit"]
