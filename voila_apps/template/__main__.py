"""Starts the service: `python -m voila_apps.template FOLDER --port=8866 --base_url=/alat/`."""

from voila_apps.template.app import main

main()
