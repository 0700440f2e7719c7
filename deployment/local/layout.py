"""The folders and files of a school's state, all below one folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

COURSE = "lapak"


@dataclass(frozen=True)
class Layout:
    """Every path of a school's state.

    Attributes:
        home: the folder that holds it all (`LAPAK_HOME`).

    Example:
        >>> Layout(Path("/s")).inbound("ani")
        PosixPath('/s/exchange/lapak/inbound/ani')
    """

    home: Path

    @property
    def hub(self) -> Path:
        """The hub's own folder, 0700."""
        return self.home / "hub"

    @property
    def hub_database(self) -> Path:
        """JupyterHub's database."""
        return self.hub / "jupyterhub.sqlite"

    @property
    def cookie_secret(self) -> Path:
        """What the hub signs its cookies with."""
        return self.hub / "cookie_secret"

    @property
    def accounts(self) -> Path:
        """Database of logins."""
        return self.hub / "accounts.sqlite"

    @property
    def certificate_keys(self) -> Path:
        """Folder of the keys that sign certificates; lost with them: revoking and issuing anew."""
        return self.hub / "kunci-sertifikat"

    @property
    def metrics_token(self) -> Path:
        """What opens the figures for Prometheus, 0600."""
        return self.hub / "metrics-token"

    @property
    def log(self) -> Path:
        """What the hub and its services wrote since the first start."""
        return self.hub / "hub.log"

    @property
    def course(self) -> Path:
        """The course folder of nbgrader; the grader's only."""
        return self.home / "course"

    @property
    def nbgrader_config(self) -> Path:
        """Configuration that formgrader, `nbgrader` and `lapak grade` read."""
        return self.course / "nbgrader_config.py"

    @property
    def gradebook(self) -> Path:
        """The gradebook of nbgrader."""
        return self.course / "gradebook.db"

    @property
    def salt(self) -> Path:
        """The secret from which variants are drawn."""
        return self.home / "salt"

    @property
    def exchange(self) -> Path:
        """The root of nbgrader's exchange."""
        return self.home / "exchange"

    @property
    def outbound(self) -> Path:
        """Released assignments."""
        return self.exchange / COURSE / "outbound"

    @property
    def inbounds(self) -> Path:
        """Parent of the trainees' inbound folders."""
        return self.exchange / COURSE / "inbound"

    @property
    def feedbacks(self) -> Path:
        """Parent of the trainees' feedback folders."""
        return self.exchange / COURSE / "feedback"

    @property
    def variants(self) -> Path:
        """Parent of the trainees' variants folders."""
        return self.home / "variants"

    @property
    def plans(self) -> Path:
        """Parent of what is open to each trainee, and until when."""
        return self.home / "rencana"

    @property
    def homes(self) -> Path:
        """Parent of the trainees' homes."""
        return self.home / "homes"

    @property
    def site(self) -> Path:
        """Copy of the static public pages."""
        return self.home / "site"

    @property
    def apps(self) -> Path:
        """Copy of the public tools' notebooks."""
        return self.home / "apps"

    @property
    def etc(self) -> Path:
        """Jupyter configuration for boxes and services, written anew at each start."""
        return self.home / "etc"

    @property
    def tls(self) -> Path:
        """Certificates and keys of the gate, its account's only."""
        return self.home / "tls"

    @property
    def passwords(self) -> Path:
        """First one-time passwords, 0600."""
        return self.home / "kata-sandi-awal.txt"

    @property
    def cards(self) -> Path:
        """The same as cards to print, 0600."""
        return self.home / "kartu-masuk.html"

    def inbound(self, user: str) -> Path:
        """What `user` submitted."""
        return self.inbounds / user

    def feedback(self, user: str) -> Path:
        """What the grader gave back to `user`."""
        return self.feedbacks / user

    def variant(self, user: str) -> Path:
        """The variants issued to `user`."""
        return self.variants / user

    def plan(self, user: str) -> Path:
        """What is open to `user`, and until when."""
        return self.plans / user

    def home_of(self, user: str) -> Path:
        """The notebooks of `user`."""
        return self.homes / user
