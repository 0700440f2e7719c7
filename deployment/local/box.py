"""The box: a bubblewrap command that shows a process its own things and nothing of the school."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from deployment.local import bubblewrap, folders, plans
from deployment.local.limits import few_processes
from deployment.local.school import COURSE, GATE, TOOLS, School

INSIDE = Path("/srv/lapak")
CONFIG = INSIDE / "etc"
EXCHANGE = INSIDE / "exchange"
_SYSTEM = ("/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32")
_ETC = (
    *("alternatives", "bash.bashrc", "fonts", "hosts", "inputrc", "ld.so.cache", "ld.so.conf"),
    *("ld.so.conf.d", "localtime", "mime.types", "nsswitch.conf", "resolv.conf", "ssl/certs"),
    *("terminfo", "timezone"),
)
_DROP = ("--clear-groups", "--no-new-privs", "--inh-caps=-all", "--bounding-set=-all")
_DROP_BUT_PORTS = (
    *("--clear-groups", "--no-new-privs", "--inh-caps=-all,+net_bind_service"),
    *("--ambient-caps=+net_bind_service", "--bounding-set=-all,+net_bind_service"),
)


@dataclass(frozen=True)
class Bind:
    """One thing shown in a box.

    Attributes:
        source: where it lies outside.
        target: where it shows inside.
        write: whether it may be changed from inside.
    """

    source: Path
    target: Path
    write: bool = False

    def arguments(self) -> list[str]:
        """Give bubblewrap's arguments for it."""
        how = "--bind" if self.write else "--ro-bind"
        return [*_parents(self.target), how, str(self.source), str(self.target)]


def trainee_box(school: School, user: str) -> list[str]:
    """Build the command that runs what follows it as `user`, in her box.

    Args:
        school: the school; `folders.prepare_person` has been called for `user`.
        user: hub user name.

    Returns:
        Command prefix; the environment is passed on, so the caller gives a clean one.
    """
    home = school.home_of(user)
    course = EXCHANGE / COURSE
    binds = [
        Bind(home, home, write=True),
        Bind(school.plan(user) / plans.OUTBOUND, course / "outbound"),
        Bind(school.plan(user), INSIDE / "rencana"),
        Bind(school.inbound(user), course / "inbound", write=True),
        Bind(school.feedback(user), course / "feedback"),
        Bind(school.variant(user), INSIDE / "variants"),
        Bind(school.lessons, INSIDE / "lessons"),
        Bind(school.etc / "trainee", CONFIG),
        *_names(school, user),
    ]
    return _box(school, user, binds, home) + ([] if school.as_root else few_processes())


def tools_box(school: School, binds: Iterable[Bind], *, nested: bool = False) -> list[str]:
    """Build the command prefix of a public service: account `lapak-alat`, no home on disk.

    Args:
        school: the school.
        binds: what the service sees.
        nested: whether it makes boxes of its own inside.
    """
    command = _box(school, TOOLS, [*binds, *_names(school, TOOLS)], Path("/tmp"))  # noqa: S108
    return _with_own_processes(command) if nested and school.as_root else command


def gate_box(school: School, tls: Path) -> list[str]:
    """Build the command prefix of the gate: account `lapak-pintu`, which may listen on port 443.

    Args:
        school: the school; `folders.own_gate` has been called.
        tls: where the box shows the gate's folder.
    """
    folders.write_names(school, GATE)
    binds = [Bind(school.tls, tls, write=True), *_names(school, GATE)]
    return _box(school, GATE, binds, tls, _DROP_BUT_PORTS)


def _with_own_processes(command: list[str]) -> list[str]:
    """Let the box mount its /proc itself.

    Made by bubblewrap as root, parts of it are covered, and the kernel then lets nobody inside make
    another: a box in this box could not be. What root alone may write there is closed to the account.
    """
    at, end = command.index("--proc"), command.index("--")
    mount = 'mount -t proc -o nosuid,nodev,noexec proc /proc && exec "$@"'
    made = [*command[:at], "--dir", *command[at + 1 : end + 1]]
    return [*made, "/bin/sh", "-c", mount, "sh", *command[end + 1 :]]


def _names(school: School, user: str) -> list[Bind]:
    names = school.etc / "boxes" / user
    return [Bind(names / "passwd", Path("/etc/passwd")), Bind(names / "group", Path("/etc/group"))]


def _box(
    school: School, user: str, binds: list[Bind], workdir: Path, drop: tuple[str, ...] = _DROP
) -> list[str]:
    base, mine = [Path("/usr"), *python_roots(school.trainee_env)], school.trainee_env
    secret = [school.clone, school.hub_env, school.home]
    command = [bubblewrap.program(), "--die-with-parent", "--new-session"]
    command += ["--unshare-pid", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"]
    command += ["--hostname", "lapak", *([] if school.as_root else ["--unshare-user"])]
    # First what is empty: a clone or a school may itself lie below /tmp, and is bound over it.
    command += ["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/run"]
    command += ["--perms", "1777", "--tmpfs", "/tmp"]  # noqa: S108
    for root in base:
        command += Bind(root, root).arguments()
    command += _system_links() + _masks(base, secret)
    command += Bind(mine, mine).arguments() + _masks([mine], secret)
    # nbgrader refuses an exchange whose root it cannot write; what matters is bound below it.
    command += [*_parents(EXCHANGE), "--perms", "1777", "--tmpfs", str(EXCHANGE)]
    for name in _ETC:
        target = Path("/etc", name)
        command += [*_parents(target), "--ro-bind-try", str(target), str(target)]
    for bind in binds:
        command += bind.arguments()
    command += ["--remount-ro", "/", "--chdir", str(workdir), "--"]
    return command + _drop(school, user, drop)


def _drop(school: School, user: str, drop: tuple[str, ...]) -> list[str]:
    if not school.as_root:
        return []
    # Root makes the box (this works where user namespaces are off) and steps down inside it.
    uid, gid = folders.person_ids(school, user)
    return ["/usr/bin/setpriv", f"--reuid={uid}", f"--regid={gid}", *drop, "--"]


def _system_links() -> list[str]:
    arguments: list[str] = []
    for name in _SYSTEM:
        path = Path(name)
        if path.is_symlink():
            arguments += ["--symlink", str(path.readlink()), name]
        elif path.is_dir():
            arguments += ["--ro-bind", name, name]
    return arguments


def _parents(path: Path) -> list[str]:
    # bubblewrap would make them for itself alone (0700), and in root's school we drop to another.
    return [word for parent in reversed(path.parents[:-1]) for word in ("--dir", str(parent))]


def _masks(shown: list[Path], secret: list[Path]) -> list[str]:
    """Cover what must stay hidden although it lies inside something shown."""
    return [
        argument
        for path in secret
        if any(path.is_relative_to(root) for root in shown) and path not in shown
        for argument in ("--tmpfs", str(path))
    ]


def python_roots(environment: Path) -> list[Path]:
    """Folders outside /usr that the Python of `environment` needs, shown read-only.

    Args:
        environment: a virtual environment, or a whole Python.
    """
    python = environment / "bin" / "python"
    roots = [python.resolve().parents[1]]
    config = environment / "pyvenv.cfg"
    for line in config.read_text(encoding="utf-8").splitlines() if config.exists() else []:
        key, _, value = line.partition("=")
        if key.strip() == "home":
            roots.append(Path(value.strip()).parent)
    known = (Path("/usr"), Path("/"), environment)
    wanted = [root for root in dict.fromkeys(roots) if root not in known]
    return [root for root in wanted if not root.is_relative_to("/usr")]
