"""What a trainee finds who looks where she should not: from her own notebook, with all she has there."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from tests.browser import answers
from tests.browser.kernel import run_in_kernel
from tests.browser.mentor import ASSIGNMENT, Mentor
from tests.browser.people import Trainee
from tests.browser.school import School

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(900)]

ME, OTHER = "peserta02", "peserta01"
CLOSED = {401, 403, 404, 405}
KEY = Path(__file__).parents[2] / f"graders/checks/{ASSIGNMENT}.py"


@pytest.fixture
def intruder(handed_in: dict[str, Trainee]) -> Trainee:
    """The trainee who looks around."""
    return handed_in[ME]


def test_the_graders_cannot_be_imported(intruder: Trainee) -> None:
    """Her Python knows the exercises and nothing of the school."""
    found = run_in_kernel(
        intruder.page,
        ME,
        "import importlib.util as u\n"
        "names = ['latihan', 'usaha', 'graders', 'academy', 'deployment', 'tests']\n"
        "report([name for name in names if u.find_spec(name)])",
    )
    assert found == ["latihan", "usaha"]


def test_no_solution_on_the_disk(intruder: Trainee) -> None:
    """Every file but the machine's own is searched for the author's lines and the key's."""
    wanted = _secret_lines()
    assert len(wanted) > 8
    control = "Tenaga Anda juga biaya. Tambahkan jam kerja Anda kali upah per jam"
    packed = base64.b64encode("\n".join([control, *wanted]).encode()).decode()
    code = (
        "import base64, os, subprocess\n"
        "places = ['/' + name for name in os.listdir('/') if not os.path.islink('/' + name)]\n"
        "places = [p for p in places if p not in ('/proc', '/sys', '/dev', '/usr')]\n"
        "command = ['grep', '-rIoF', '-f', '-', '--devices=skip', *places, '/usr/local']\n"
        f"done = subprocess.run(command, input=base64.b64decode('{packed}'), capture_output=True,\n"
        "                      env={'LC_ALL': 'C', 'PATH': '/usr/bin:/bin'})\n"
        "report(done.stdout.decode().splitlines())"
    )
    found = run_in_kernel(intruder.page, ME, code)
    known = [line for line in found if line.endswith(control)]
    assert any("latihan/units" in line for line in known), "the search itself finds what is there"
    assert [line for line in found if line not in known] == []


def test_no_file_of_the_school_by_name(intruder: Trainee) -> None:
    """Nothing that is called like a part of the school's side is anywhere in her box."""
    code = (
        "import os\n"
        "wanted = {'gradebook.db', 'jupyterhub.sqlite', 'cookie_secret', 'accounts.sqlite',\n"
        "          'nbgrader_config.pyc', 'kata-sandi-awal.txt', 'kartu-masuk.html', 'hub.log',\n"
        "          'salt', 'graders', 'assignments', 'academy', 'hub-env'}\n"
        "own = '/srv/lapak', os.path.expanduser('~'), '/tmp', '/opt', '/var', '/home', '/root'\n"
        "found = [os.path.join(at, name) for top in own for at, folders, files in os.walk(top)\n"
        "         for name in folders + files if name in wanted]\n"
        "report(found)"
    )
    found = run_in_kernel(intruder.page, ME, code)
    assert [path for path in found if "/trainee-env/" not in path] == []


def test_secrets_and_others_work_cannot_be_read(school: School, intruder: Trainee) -> None:
    """She may know every path: none opens."""
    files = school.files
    paths = [
        *(files.hub, files.hub_database, files.cookie_secret, files.accounts, files.log),
        *(files.salt, files.gradebook, files.course, files.passwords, files.cards),
        *(files.inbounds, files.feedbacks, files.variants, files.etc / "grader"),
        *(files.home_of(OTHER), files.inbound(OTHER), files.feedback(OTHER), files.variant(OTHER)),
        *(school.clone / "graders", school.clone / "assignments", school.clone / "lapak"),
        school.hub_env / "bin/jupyterhub",
    ]
    assert [path for path in paths if not path.exists()] == [], "all of these exist outside"
    code = (
        "import os\n"
        f"paths = {[str(path) for path in paths]!r}\n"
        "def opens(path):\n"
        "    try:\n"
        "        return bool(os.listdir(path) if os.path.isdir(path) else open(path, 'rb').read(1))\n"
        "    except OSError:\n"
        "        return False\n"
        f"report([[p for p in paths if opens(p)], opens({str(files.home_of(ME))!r})])"
    )
    opened, her_own = run_in_kernel(intruder.page, ME, code)
    assert opened == []
    assert her_own


def test_what_is_given_to_her_cannot_be_changed(intruder: Trainee) -> None:
    """Exercises, feedback, her shop, lessons and programs are read-only; what she hands in is not."""
    code = (
        "import os, sys\n"
        "exchange = '/srv/lapak/exchange/lapak/'\n"
        "own = ['outbound', 'feedback', 'inbound']\n"
        "places = [exchange + name for name in own] + ['/srv/lapak/variants', '/srv/lapak/rencana', '/srv/lapak/lessons',\n"
        "          '/srv/lapak/etc', sys.prefix, '/usr', '/etc', '/']\n"
        "def writable(folder):\n"
        "    try:\n"
        "        open(folder + '/coba', 'w').close()\n"
        "        os.remove(folder + '/coba')\n"
        "        return True\n"
        "    except OSError:\n"
        "        return False\n"
        "def changes(path):\n"
        "    try:\n"
        "        os.chmod(path, 0o666)\n"
        "        open(path, 'a').close()\n"
        "        return True\n"
        "    except OSError:\n"
        "        return False\n"
        f"shop = '/srv/lapak/variants/{ASSIGNMENT}.json'\n"
        "assert os.path.exists(shop)\n"
        "report([[place for place in places if writable(place)], changes(shop)])"
    )
    writable, changed = run_in_kernel(intruder.page, ME, code)
    assert writable == ["/srv/lapak/exchange/lapak/inbound"]
    assert not changed


def test_other_processes_cannot_be_seen(intruder: Trainee) -> None:
    """In her box there are her own server and kernels, and nobody else's command line."""
    code = (
        "import pathlib\n"
        "lines = [path.read_bytes().replace(b'\\0', b' ').decode()\n"
        "         for path in pathlib.Path('/proc').glob('[0-9]*/cmdline')]\n"
        "report(lines)"
    )
    lines = run_in_kernel(intruder.page, ME, code)
    assert any("jupyterhub-singleuser" in line for line in lines)
    assert len(lines) < 12
    assert [line for line in lines if "jupyterhub -f" in line or "proxy" in line] == []


def test_other_servers_do_not_know_her_token(school: School, intruder: Trainee) -> None:
    """The network is shared; the other's server, the hub, the proxy and formgrader refuse her token."""
    port = school.port_of(OTHER)
    hub, proxy_api, formgrader = (school.port + at for at in (1, 2, 3))
    addresses = [
        f"http://127.0.0.1:{port}/user/{OTHER}/api/contents/latihan",
        f"http://127.0.0.1:{port}/user/{OTHER}/lapak/umpan-balik/{ASSIGNMENT}",
        f"http://127.0.0.1:{port}/user/{OTHER}/api/kernels",
        f"http://127.0.0.1:{hub}/hub/api/users/{OTHER}",
        f"http://127.0.0.1:{hub}/hub/api/users",
        f"http://127.0.0.1:{hub}/hub/api/services",
        f"http://127.0.0.1:{proxy_api}/api/routes",
        f"http://127.0.0.1:{formgrader}/services/lapak/formgrader/api/assignments",
        f"http://127.0.0.1:{hub}/hub/api/user",
    ]
    code = (
        "import os, urllib.error, urllib.request\n"
        "class Stay(urllib.request.HTTPRedirectHandler):\n"
        "    def redirect_request(self, *_): return None\n"
        "opener = urllib.request.build_opener(Stay)\n"
        "def status(address):\n"
        "    word = 'token ' + os.environ['JUPYTERHUB_API_TOKEN']\n"
        "    asked = urllib.request.Request(address, headers={'Authorization': word})\n"
        "    try:\n"
        "        return opener.open(asked, timeout=20).status\n"
        "    except urllib.error.HTTPError as error:\n"
        "        return error.code\n"
        f"report([status(address) for address in {addresses!r}])"
    )
    *closed, own = run_in_kernel(intruder.page, ME, code)
    assert own == 200, "her token itself is good"
    for address, status in zip(addresses, closed, strict=False):
        assert status in CLOSED | {302}, address


def test_a_forged_submission_is_refused(school: School, intruder: Trainee, mentor: Mentor) -> None:
    """She hands in under the other's name: refused when collected, and the other's stays as it was."""
    mentor.collect()
    before = _everything_in(school.files.course / "submitted" / OTHER)
    assert before
    code = (
        "import os, shutil\n"
        "inbound = '/srv/lapak/exchange/lapak/inbound/'\n"
        f"own = [name for name in os.listdir(inbound) if name.startswith('{ME}+')][0]\n"
        f"forged = '{OTHER}+{ASSIGNMENT}+2099-01-01 00:00:00 UTC+abc'\n"
        "shutil.copytree(inbound + own, inbound + forged)\n"
        "report(sorted(os.listdir(inbound)))"
    )
    there = run_in_kernel(intruder.page, ME, code)
    assert any(name.startswith(f"{OTHER}+") for name in there)
    said = mentor.collect()
    assert re.search(rf"submission in {ME}'s folder is refused", said)
    assert _everything_in(school.files.course / "submitted" / OTHER) == before


def _secret_lines() -> list[str]:
    """The author's formulas that she has not typed, the author's text, and the key's formulas."""
    solved = answers.right()
    untyped = [
        f"{name} = {solved[name]}" for name in ("biaya_tenaga", answers.COPIED, answers.BLANK)
    ]
    source = answers.SOURCE.read_text(encoding="utf-8")
    text = source.rpartition(answers.BEGIN)[2].partition(answers.END)[0].strip("# \n")
    key = re.findall(r"lambda v: (.+?),\n", KEY.read_text(encoding="utf-8"))
    checks = [f"lambda v: {formula}" for formula in key if formula.count("v.") > 1]
    return [*untyped, text, *checks]


def _everything_in(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
