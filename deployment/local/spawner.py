"""Starting a trainee's server: her folders, her variants, and JupyterLab in her box."""

from __future__ import annotations

import asyncio
import json
import os
from functools import partial
from pathlib import Path
from subprocess import DEVNULL, STDOUT
from typing import Any, BinaryIO, ClassVar

from jupyterhub.spawner import LocalProcessSpawner
from tornado import web
from tornado.ioloop import PeriodicCallback
from tornado.log import app_log

from deployment.local import box, folders, processes
from deployment.local.bubblewrap import BoxError
from deployment.local.hub_groups import GRADERS, OFFICE
from deployment.local.limits import Guard, Limits
from deployment.local.os_accounts import AccountError
from deployment.local.school import COURSE, School
from graders import variants

NO_ROOM_MENTOR = "Akun pendamping tidak punya ruang belajar. Buka penilaian di beranda."
NO_ROOM_OFFICE = "Akun kantor tidak punya ruang belajar. Buka laporan di beranda."
LOOK_EVERY = 3000  # milliseconds between two looks at the memory of all rooms


class BoxSpawner(LocalProcessSpawner):
    """Runs `jupyterhub-singleuser` of the trainee environment inside the trainee's box.

    Root's school: bubblewrap is started by root and drops to the account `lapak-<user>` inside.
    A plain user's school: bubblewrap uses user namespaces.
    """

    _guard: ClassVar[Guard | None] = None

    @property
    def school(self) -> School:
        """The school that this hub serves."""
        return School.from_environment()

    async def start(self) -> tuple[str, int]:
        """Prepare what she needs, then start her server.

        Raises:
            tornado.web.HTTPError: this is no trainee, or a box cannot be made; the message is
                shown on the page.
        """
        self.refuse_staff()
        try:
            folders.prepare_person(self.school, self.user.name)
            issue_variants(self.school, self.user.name)
            boxed = box.trainee_box(self.school, self.user.name)
        except (AccountError, BoxError) as error:
            self.log.exception("No box for %s", self.user.name)
            raise _refusal(str(error)) from error
        self.cmd = [*boxed, str(self.school.trainee_env / "bin" / "jupyterhub-singleuser")]
        # A log of its own: the hub's could be read through /proc/self/fd by whoever writes to it.
        with open_log(self.school, self.user.name) as log:
            self.popen_kwargs = {"stdin": DEVNULL, "stdout": log, "stderr": STDOUT}
            address: tuple[str, int] = await super().start()
        self.guard().watch(self.pid, self.user.name)
        return address

    async def get_options_form(self) -> str:
        """Give no form; the hub asks for one before it counts rooms and says that all are taken.

        Raises:
            tornado.web.HTTPError: see `refuse_staff`.
        """
        self.refuse_staff()
        return ""

    def refuse_staff(self) -> None:
        """Start no server beside an account that reads submissions, nor for the office, which does none.

        Raises:
            tornado.web.HTTPError: 403, with the sentence meant for a mentor or for the office.
        """
        groups = {group.name for group in self.user.groups}
        for group, sentence in ((GRADERS, NO_ROOM_MENTOR), (OFFICE, NO_ROOM_OFFICE)):
            if group in groups:
                raise _refusal(sentence, 403)

    @classmethod
    def guard(cls) -> Guard:
        """The one guard over all rooms of this hub; it begins to look at the first call."""
        if cls._guard is None:
            cls._guard = Guard(Limits.from_environment().memory, app_log.warning)
            look = partial(asyncio.to_thread, cls._guard.look)
            PeriodicCallback(look, LOOK_EVERY).start()
        return cls._guard

    def get_args(self) -> list[str]:
        """Add arguments that she could not change in a configuration file of her own."""
        # Sockets in the box's own /tmp: the network is shared with others, files are not.
        return [*super().get_args(), "--KernelManager.transport=ipc"]

    def user_env(self, env: dict[str, str]) -> dict[str, str]:
        """Give the box's environment: nothing of the hub's own is passed on."""
        environment = self.school.trainee_env
        home = str(self.school.home_of(self.user.name))
        passed = {key: env[key] for key in env if key.startswith(("JUPYTERHUB_", "JPY_"))}
        return {
            **passed,
            "HOME": home,
            "USER": self.user.name,
            "LOGNAME": self.user.name,
            "SHELL": "/bin/bash",
            "LANG": "C.UTF-8",
            "TZ": os.environ.get("TZ", "Asia/Jakarta"),
            "PATH": f"{environment}/bin:/usr/bin:/bin",
            "JUPYTER_CONFIG_PATH": str(box.CONFIG),
            "JUPYTER_RUNTIME_DIR": "/tmp/jupyter",  # noqa: S108 (the box's own)
        }

    def make_preexec_fn(self, name: str) -> Any:  # noqa: ARG002 (the hub's signature)
        """Set limits, and change no user before bubblewrap: it drops the rights itself, inside."""
        limits, as_root = Limits.from_environment(), self.school.as_root

        def prepare() -> None:
            os.chdir("/")
            limits.bind(own_account=as_root)

        return prepare

    def load_state(self, state: dict[str, Any]) -> None:
        """Forget the process of an earlier hub: boxes end with their hub, numbers get reused."""
        super().load_state({key: state[key] for key in state if key != "pid"})


def issue_variants(school: School, user: str) -> list[Path]:
    """Draw and record the trainee's own numbers for each released assignment.

    Returns:
        Paths of the variant files, in order of assignment.
    """
    issued = [
        variants.issue(
            school.variants, school.salt, COURSE, user, assignment.replace("_", "/", 1), assignment
        )
        for assignment in school.assignments()
    ]
    folders.hand_over_variants(school, user)
    return issued


def open_log(school: School, user: str) -> BinaryIO:
    """Open `hub/logs/<user>.log` for this start of her server; the last start's is kept beside."""
    path = school.hub / "logs" / f"{user}.log"
    path.parent.mkdir(exist_ok=True)
    if path.exists():
        path.replace(path.with_suffix(".log.1"))
    return processes.private_append(path)


def start_page(lessons: Path) -> str:
    """Give the address that JupyterLab opens with: the first lesson where there is one, and nothing else.

    With `reset` it forgets what was open before. It would load all of that again below the lesson, a
    kernel each, and show whichever was ready last.
    """
    try:
        rows = json.loads((lessons / "daftar.json").read_text("utf-8"))
    except (OSError, ValueError):
        return "/lab"
    paths = (row["path"] for row in rows if "path" in row)
    return next((f"/lab/tree/pelajaran/{path}?reset" for path in paths), "/lab")


def _refusal(sentence: str, status: int = 503) -> web.HTTPError:
    error = web.HTTPError(status, sentence)
    # The hub's way to say: this message is for the page.
    setattr(error, "jupyterhub_message", sentence)  # noqa: B010
    return error
