"""Every kernel of this environment loads Lapak's extension: errors are told in Indonesian."""

c = get_config()  # noqa: F821  (IPython puts it there)
c.InteractiveShellApp.extensions = ["latihan"]
