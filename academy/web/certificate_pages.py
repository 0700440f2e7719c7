"""What the pages of certificates share: the school as it gives them, and files to download."""

from __future__ import annotations

from academy.certificates.keys import keys
from academy.certificates.records import Issuer
from academy.web.progress_pages import ProgressPage


class CertificatePage(ProgressPage):
    """A page that knows the school's keys."""

    @property
    def issuer(self) -> Issuer:
        """The school as it gives certificates, with the keys that it has at this moment."""
        return Issuer(self.catalog, keys(self.school), self.school.address)

    def send(self, data: bytes | str, kind: str, name: str) -> None:
        """Finish with a file to download.

        Args:
            data: what is in it.
            kind: its media type.
            name: how it is called; says nothing about a person.
        """
        self.set_header("Content-Type", kind)
        self.set_header("Content-Disposition", f'attachment; filename="{name}"')
        self.finish(data)
