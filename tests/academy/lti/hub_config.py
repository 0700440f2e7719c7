"""The school's own hub configuration, without its services: what a login needs and no more."""

from pathlib import Path

from deployment.local import folders

c = get_config()  # type: ignore[name-defined]  # noqa: F821 (JupyterHub puts it there)
load_subconfig(str(Path(folders.__file__).parent / "jupyterhub_config.py"))  # type: ignore[name-defined]  # noqa: F821
c.JupyterHub.services = []
c.JupyterHub.load_roles = []
