"""Where a school on one machine keeps everything: the one place that knows its paths."""

from __future__ import annotations

import json
import os
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from deployment.local.gate import Gate
from deployment.local.layout import COURSE, Layout

__all__ = ["COURSE", "GATE", "GRADER", "MENTOR", "TOOLS", "TRAINEES", "School", "others_can_enter"]

MENTOR = "pendamping"
TRAINEES = ("peserta01", "peserta02")
GRADER = "lapak-grader"
TOOLS = "lapak-alat"
GATE = "lapak-pintu"


def others_can_enter(folder: Path) -> bool:
    """Say whether every account of this machine may walk into `folder`.

    Example:
        >>> others_can_enter(Path("/"))
        True
    """
    folder = folder.resolve()
    return all(part.stat().st_mode & stat.S_IXOTH for part in (folder, *folder.parents))


@dataclass(frozen=True)
class School(Layout):
    """One school: where its state, its code and its environments lie, and where it listens.

    Attributes:
        home: state of the school (`LAPAK_HOME`); `Layout` has the paths below it.
        clone: checkout that holds the sources and `build/`.
        env_root: folder that holds the trainee environment (and the hub's).
        port: public port; the hub, its proxy and its services take the next six.
        host: address that the proxy binds to.
        other_trainee_env: a trainee environment elsewhere (`LAPAK_TRAINEE_ENV`).
        releases_feedback: whether feedback goes out by itself (`LAPAK_FEEDBACK`, `auto` or `manual`).
        gate: how it is reached over HTTPS; None: it is not.
        enforces_opening: whether trainees of a cohort get only what is open to them (`LAPAK_OPENING`,
            `enforced` or `free`).

    Example:
        >>> School(Path("/s"), Path("/c"), Path("/e"), 8000, "127.0.0.1").inbound("ani")
        PosixPath('/s/exchange/lapak/inbound/ani')
    """

    clone: Path
    env_root: Path
    port: int = 8000
    host: str = "127.0.0.1"
    other_trainee_env: Path | None = None
    releases_feedback: bool = True
    gate: Gate | None = None
    enforces_opening: bool = True

    @classmethod
    def from_environment(cls) -> School:
        """Read LAPAK_HOME, _CLONE, _ENV, _PORT, _HOST, _TRAINEE_ENV, _FEEDBACK and the gate's.

        Raises:
            ValueError: LAPAK_PORT is not a port number, or the gate's settings make no sense; the
                message is for the operator.
        """
        clone = Path(os.environ.get("LAPAK_CLONE") or Path(__file__).parents[2]).resolve()
        # Root's school runs under accounts of its own: they must be able to reach their folders.
        apart = os.geteuid() == 0 and not others_can_enter(clone)
        home = os.environ.get("LAPAK_HOME") or ("/var/lib/lapak" if apart else clone / "hub-data")
        other = os.environ.get("LAPAK_TRAINEE_ENV")
        gate = Gate.from_environment()
        env_root = os.environ.get("LAPAK_ENV") or ("/opt/lapak" if apart else clone / "build/env")
        return cls(
            home=Path(home).resolve(),
            clone=clone,
            env_root=Path(env_root).resolve(),
            port=_port(os.environ.get("LAPAK_PORT") or "8000"),
            host=os.environ.get("LAPAK_HOST") or ("" if gate else "127.0.0.1"),
            other_trainee_env=Path(other).resolve() if other else None,
            releases_feedback=os.environ.get("LAPAK_FEEDBACK", "auto") != "manual",
            gate=gate,
            enforces_opening=os.environ.get("LAPAK_OPENING", "enforced") != "free",
        )

    def environment(self) -> dict[str, str]:
        """Give the variables from which `from_environment` makes this school again."""
        return {
            "LAPAK_HOME": str(self.home),
            "LAPAK_CLONE": str(self.clone),
            "LAPAK_ENV": str(self.env_root),
            "LAPAK_PORT": str(self.port),
            "LAPAK_HOST": self.host,
            "LAPAK_TRAINEE_ENV": str(self.trainee_env),
            "LAPAK_FEEDBACK": "auto" if self.releases_feedback else "manual",
            **(self.gate.environment() if self.gate else {}),
            "LAPAK_OPENING": "enforced" if self.enforces_opening else "free",
        }

    # ---- environments and what `lapak build` makes ----------------------------------------
    @property
    def as_root(self) -> bool:
        """Whether this is root's school: one OS account a person."""
        return os.geteuid() == 0

    @property
    def hub_env(self) -> Path:
        """The environment that runs this very process: the operator's."""
        return Path(sys.prefix)

    @property
    def trainee_env(self) -> Path:
        """The environment of trainees' servers, the grading box and the public tools."""
        return self.other_trainee_env or self.env_root / "trainee-env"

    @property
    def build(self) -> Path:
        """Everything generated: lessons, site, source, apps."""
        return self.clone / "build"

    @property
    def lessons(self) -> Path:
        """Executed lesson notebooks, bound read-only into each trainee's box."""
        return self.build / "lessons"

    def account_of(self, user: str) -> str:
        """OS account that runs the processes of `user` in root's school."""
        return user if user.startswith("lapak-") else f"lapak-{user}"

    def assignments(self) -> list[str]:
        """Ids of the released assignments, sorted."""
        if not self.outbound.is_dir():
            return []
        return sorted(path.name for path in self.outbound.iterdir() if path.is_dir())

    # ---- addresses -----------------------------------------------------------------------
    @property
    def address(self) -> str:
        """Where people open the school."""
        return self.gate.address if self.gate else self.local_address

    @property
    def local_address(self) -> str:
        """Where it answers on this machine, behind the gate where there is one."""
        everywhere = self.proxy_host in ("", "0.0.0.0", "::")  # noqa: S104
        return f"http://{'127.0.0.1' if everywhere else self.proxy_host}:{self.port}"

    @property
    def proxy_host(self) -> str:
        """What the hub's proxy listens on: behind a gate this machine only."""
        return "127.0.0.1" if self.gate else self.host

    @property
    def ports(self) -> dict[str, int]:
        """Every port the school takes, by what listens there."""
        names = ("proxy", "hub", "proxy_api", COURSE, "belajar", "alat", "pelatihan")
        return {name: self.port + at for at, name in enumerate(names)}

    def prepare(self) -> None:
        """Make every folder of the school, with the right owners and modes."""
        from deployment.local.folders import prepare

        prepare(self)


def _port(text: str) -> int:
    if not text.isdigit() or not 1024 <= int(text) <= 65000:
        raise ValueError(
            f"LAPAK_PORT={json.dumps(text)} bukan nomor port: tulis angka 1024 sampai 65000."
        )
    return int(text)
