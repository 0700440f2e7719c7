"""Everything kept about a person, as a file for herself (UU 27/2022)."""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from academy.people.store import VARIABLE as PEOPLE
from academy.progress.store import VARIABLE as PROGRESS
from academy.web.base import Said
from academy.web.own_details import Own
from deployment.local.school import School

PREFIX: Final = "salinan-"
SECONDS: Final = 120.0
PIECE: Final = 1 << 18  # bytes
ONE_AT_A_TIME: Final = "Berkas Anda sedang disiapkan. Tunggu sebentar."
FAILED: Final = (
    "Berkas Anda belum dapat disiapkan. Coba lagi nanti, atau beri tahu pendamping Anda."
)


def forget_leftovers(school: School) -> None:
    """Delete copies that were being made when the service was killed."""
    for folder in school.hub.glob(f"{PREFIX}*"):
        shutil.rmtree(folder, ignore_errors=True)


class OwnData(Own):
    """Her data as a ZIP file."""

    def get(self) -> None:
        """Nothing to see here without pressing the button."""
        self.go("saya")

    async def post(self) -> None:
        """Make the file, send it, forget it."""
        name = self.own().user_name
        busy: set[str] = self.settings.setdefault("exports", set())
        if name in busy:
            raise Said(429, ONE_AT_A_TIME)
        busy.add(name)
        try:
            with tempfile.TemporaryDirectory(prefix=PREFIX, dir=self.school.hub) as folder:
                await self._send(await self._made(name, Path(folder)), name)
        finally:
            busy.discard(name)

    async def _made(self, name: str, folder: Path) -> Path:
        """Let the operator's own command make it: grades are read by a process of the grader's."""
        target = folder / "data.zip"
        kept = {
            key: os.environ[key]
            for key in ("PATH", "LANG", "TZ", "LAPAK_SCHOOL", PEOPLE, PROGRESS)
            if key in os.environ
        }
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "academy.cli", "people", "export", name, "--to", str(target)),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
            env={**kept, **self.school.environment()},
        )
        try:
            code = await asyncio.wait_for(process.wait(), SECONDS)
        except TimeoutError:
            process.kill()
            code = await process.wait()
        if code != 0:
            raise Said(503, FAILED)
        return target

    async def _send(self, path: Path, name: str) -> None:
        self.set_header("Content-Type", "application/zip")
        self.set_header("Content-Disposition", f'attachment; filename="data-{name}.zip"')
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                self.write(piece)
                await self.flush()


routes = [(r"saya/berkas", OwnData)]
