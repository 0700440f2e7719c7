"""The service: a Voila without kernels of its own, in which every page is ready before it is asked for."""

from __future__ import annotations

import logging
import signal
import sys
from pathlib import Path
from typing import Any

from tornado.ioloop import IOLoop, PeriodicCallback
from tornado.web import Application
from traitlets import Bool, Float, Integer, Unicode
from voila.app import Voila

from voila_apps.template.crowd import Rates, Seats
from voila_apps.template.line import Line
from voila_apps.template.pages import Figures, Nothing, Page, Root, Static
from voila_apps.template.phone import WORKER, Manifest, Worker
from voila_apps.template.shelf import Shelf
from warmkernel import Box, Limits, NoBox, find_box

LOOPBACK = ("127.0.0.1", "::1")
TIDY_SECONDS = 5
PING_SECONDS = 30  # a pong waits behind what a slow line still has to carry


class Service(Voila):
    """Tools for visitors: stock Voila's settings and address, and none of its handlers.

    There is no kernel manager, no contents, no tree, no template but ours; what can be asked for is
    a tool's page, the files that pages share, and a line to a kernel of one's own.
    """

    name = "alat"
    open_browser = Bool(False)
    ip = Unicode("127.0.0.1", config=True)
    seats_count = Integer(60, help="Kernels that may live at a time").tag(config=True)
    queue = Integer(200, help="Visitors that may wait for one").tag(config=True)
    each = Integer(30, help="Of both, how many for one address").tag(config=True)
    idle = Float(60, help="Seconds of silence after which a kernel ends").tag(config=True)
    kept_idle = Float(
        1800, help="The same for a notebook whose state lies in its kernel, while its page is open"
    ).tag(config=True)
    kept_count = Integer(20, help="How many of these may be kept; more end like all others").tag(
        config=True
    )
    warm_idle = Float(900, help="Seconds after which a warm process ends that nobody uses").tag(
        config=True
    )
    memory = Integer(400 << 20, help="Bytes of memory of one kernel").tag(config=True)
    answer_seconds = Float(20, help="How long one answer may take").tag(config=True)
    message_size = Integer(8 << 20, help="Bytes of one frame: of an upload").tag(config=True)
    pages_a_second = Float(20, help="Pages and files for one address").tag(config=True)
    lines_a_second = Float(5, help="New lines for one address").tag(config=True)

    aliases = {name: Voila.aliases[name] for name in ("port", "base_url")} | {
        "idle": "Service.idle",
        "ip": "Service.ip",
        "seats": "Service.seats_count",
    }
    flags: dict[str, Any] = {}  # noqa: RUF012  as above
    classes: list[type] = []  # noqa: RUF012  as above

    def setup_template_dirs(self) -> None:
        """There is one template, and it is code."""

    def load_config_file(self, *_words: object, **_more: object) -> None:
        """Reads none: what counts is the command, not what lies in a folder."""

    def start(self) -> None:
        """Serves until it is told to end."""
        self.app = Application(**self.init_settings())
        self.app.add_handlers(".*$", self.init_handlers())
        self.listen()

    def init_settings(self) -> dict[str, Any]:
        """Gives tornado's settings; makes the shelf."""
        self.folder = Path(self.root_dir)
        limits = Limits(
            cell_seconds=self.answer_seconds,
            wall_seconds=6 * 3600,
            cpu_seconds=600,
            memory=self.memory,
            processes=32,
            total_output=1 << 40,
            disk=16 << 20,
            scratch=16 << 20,
            files=200,
        )
        self.shelf = Shelf(self.folder, self.base_url, _box(), limits)
        self.kept = 0  # kernels of notebooks that declare nothing of their state
        self.seats = Seats(self.seats_count, self.queue, self.each)
        self.page_rates = Rates(self.pages_a_second, int(self.pages_a_second * 10))
        self.line_rates = Rates(self.lines_a_second, int(self.lines_a_second * 8))
        return {
            "websocket_max_message_size": self.message_size,
            "websocket_ping_interval": PING_SECONDS,
            "websocket_ping_timeout": PING_SECONDS,
            "log_function": lambda _handler: None,
        }

    def init_handlers(self) -> list[Any]:
        """Gives the addresses that there are."""
        shared = {"service": self}
        return [
            (f"{self.base_url}voila/render/([a-z0-9_]+(?:[.]en)?)(?:[.]ipynb)?", Page, shared),
            (f"{self.base_url}statik/([^/]+)", Static, shared),
            (f"{self.base_url}langsung/([a-z0-9_]+(?:[.]en)?)", Line, shared),
            (f"{self.base_url}manifes/([a-z0-9_]+(?:[.]en)?)[.]webmanifest", Manifest, shared),
            (f"{self.base_url}{WORKER}", Worker, shared),
            (f"{self.base_url}angka", Figures, shared),
            (f"{self.base_url}?", Root, shared),
            (".*", Nothing, shared),
        ]

    def listen(self) -> None:
        """Listens at the one address that it was given."""
        self.app.listen(
            self.port,
            self.ip,
            # Nobody but the proxy reaches this address; its own word is the last in the header.
            xheaders=self.ip in LOOPBACK,
            trusted_downstream=list(LOOPBACK),
            max_header_size=16 << 10,
            max_body_size=64 << 10,
            idle_connection_timeout=60,
        )
        self.ioloop = IOLoop.current()
        PeriodicCallback(lambda: self.shelf.tidy(self.warm_idle), TIDY_SECONDS * 1000).start()
        self.log.info("Alat: http://%s:%s%s", self.ip, self.port, self.base_url)
        try:
            self.ioloop.start()
        finally:
            self.stop()

    def stop(self) -> None:
        """Ends all kernels."""
        self.shelf.close()


def _box() -> Box:
    """Gives the best box for kernels; where there is none, the service's own is around them."""
    try:
        return find_box()
    except NoBox as problem:
        logging.getLogger("alat").warning("%s", problem)
        return find_box(unsafe_no_box=True)


def main() -> None:
    """Serves the tools of a folder: `python -m voila_apps.template FOLDER --port=… --base_url=…`."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    Service.launch_instance(sys.argv[1:])
