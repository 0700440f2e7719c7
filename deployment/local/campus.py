"""The campus whose learning platform sends its people here (LTI 1.3): the LAPAK_LTI_… settings."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Final

from usaha.districts import DISTRICTS

AUTHENTICATOR: Final = (
    "academy.lti.authenticator.CampusAuthenticator"  # by name: it stands above us
)
NEEDED: Final = ("ISSUER", "CLIENT", "DEPLOYMENT", "COHORT", "DISTRICT")
# Where Moodle has them, below its own address.
MOODLE: Final = {
    "LOGIN": "/mod/lti/auth.php",
    "KEYS": "/mod/lti/certs.php",
    "TOKEN": "/mod/lti/token.php",
}
VARIABLES: Final = tuple(f"LAPAK_LTI_{name}" for name in (*NEEDED, *MOODLE))


class CampusError(ValueError):
    """The settings make no sense; the sentence is for the operator."""


@dataclass(frozen=True)
class Campus:
    """What the learning platform and the school know of each other.

    Attributes:
        issuer: the platform's own address, as it signs itself.
        client: what the platform calls this school.
        deployment: where in the platform the school was added.
        cohort: name of the cohort that people from there join.
        district: code of the district that they are counted in until they say another.
        login: where the platform says who somebody is.
        keys: its public keys.
        token: where it gives access to its grades.
    """

    issuer: str
    client: str
    deployment: str
    cohort: str
    district: str
    login: str
    keys: str
    token: str

    @classmethod
    def from_environment(cls) -> Campus | None:
        """Read LAPAK_LTI_ISSUER, _CLIENT, _DEPLOYMENT, _COHORT, _DISTRICT, _LOGIN, _KEYS and _TOKEN.

        Returns:
            None where none of them is set.

        Raises:
            CampusError: some are missing, or one cannot be right.
        """
        said = {name: os.environ.get(name, "").strip() for name in VARIABLES}
        if not any(said.values()):
            return None
        missing = [f"LAPAK_LTI_{name}" for name in NEEDED if not said[f"LAPAK_LTI_{name}"]]
        if missing:
            raise CampusError(f"Untuk LTI masih kurang: {', '.join(missing)}.")
        issuer = said["LAPAK_LTI_ISSUER"]
        for name, path in MOODLE.items():
            said[f"LAPAK_LTI_{name}"] = said[f"LAPAK_LTI_{name}"] or issuer.rstrip("/") + path
        for name in ("ISSUER", *MOODLE):
            if not said[f"LAPAK_LTI_{name}"].startswith(("https://", "http://")):
                raise CampusError(f"LAPAK_LTI_{name} harus berupa alamat https://…")
        if said["LAPAK_LTI_DISTRICT"] not in {district.code for district in DISTRICTS}:
            codes = ", ".join(f"{district.code} {district.name}" for district in DISTRICTS)
            raise CampusError(f"LAPAK_LTI_DISTRICT harus salah satu kode ini: {codes}.")
        return cls(*(said[name] for name in VARIABLES))
