"""Runs Caddy as the hub's service `pintu`, in a box, and starts it anew when its certificate changed.

`python -m deployment.local.gate_keeper` is root in root's school: it alone may read the operator's
key. Caddy gets a copy in a folder of an account of its own, and of all rights the one for port 443.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from pathlib import Path

from deployment.local import box, folders, gate, os_accounts
from deployment.local.gate import Gate
from deployment.local.school import GATE, School

INSIDE = box.INSIDE / "tls"
LOOK_EVERY = 20.0  # seconds between two looks at the operator's certificate
CADDY = "caddy"


def main() -> None:
    """Keep the gate open until the hub ends this process."""
    school = School.from_environment()
    assert school.gate is not None, "only started where there is one"
    lay_out(school, school.gate)
    while True:
        seen = fingerprint(school.gate)
        with subprocess.Popen(command(school), env={}, cwd="/") as child:
            while child.poll() is None and fingerprint(school.gate) == seen:
                time.sleep(LOOK_EVERY)
            if child.poll() is not None:
                sys.exit(child.returncode)  # the hub starts this service anew
            if renewed(school, school.gate):
                child.terminate()


def renewed(school: School, asked: Gate) -> bool:
    """Take over a new certificate; one that is only half there, or over, is left for the next look."""
    try:
        asked.check()
        lay_out(school, asked)
    except (gate.GateError, OSError) as error:
        print(f"pintu: {error}", flush=True)  # noqa: T201 (the hub's log takes it)
        return False
    return True


def lay_out(school: School, asked: Gate) -> None:
    """Make the folder of the gate: configuration, the operator's certificate, room for Caddy's own."""
    if school.as_root:
        os_accounts.ensure(GATE, school.home_of(GATE))
    folders.own_gate(school)
    for name, source in (("cert.pem", asked.cert), ("key.pem", asked.key)):
        if source is not None:
            _put(school.tls / name, source.read_bytes())
    if asked.acme_ca:
        _put(school.tls / "acme-ca.pem", Path(asked.acme_ca).read_bytes())
    config = gate.caddy(asked, ("127.0.0.1", school.port), INSIDE, _listening(school))
    gate.write(config, school.tls / "caddy.json")
    folders.own_gate(school)


def command(school: School) -> list[str]:
    """Give what runs Caddy in its box."""
    home = ["/usr/bin/env", "-i", "PATH=/usr/bin:/bin", f"HOME={INSIDE}", "TZ=Asia/Jakarta"]
    words = [CADDY, "run", "--config", str(INSIDE / "caddy.json")]
    return [*box.gate_box(school, INSIDE), *home, *words]


def fingerprint(asked: Gate) -> str:
    """Give what changes with the operator's certificate; the same for ever where Caddy gets its own."""
    digest = hashlib.sha256()
    for path in (asked.cert, asked.key):
        if path is not None and path.exists():
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _listening(school: School) -> str:
    return f"[{school.host}]" if ":" in school.host else school.host


def _put(path: Path, data: bytes) -> None:
    path.unlink(missing_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(data)


if __name__ == "__main__":
    main()
