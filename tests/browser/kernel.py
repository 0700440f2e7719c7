"""Runs code in a trainee's own kernel, the way her notebook does: through the hub, with her cookies."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Page

from tests.browser.school import School

# In the page itself: start a kernel, send one message, gather what it prints until it is idle.
_RUN = """
async ([user, code]) => {
  const base = `/user/${user}/`;
  const xsrf = document.cookie.split("; ").find((pair) => pair.startsWith("_xsrf="));
  const headers = {"X-XSRFToken": decodeURIComponent(xsrf.slice(6))};
  const started = await fetch(base + "api/kernels", {method: "POST", headers, body: "{}"});
  if (!started.ok) throw new Error(`kernel: ${started.status}`);
  const {id} = await started.json();
  const socket = new WebSocket(`ws://${location.host}${base}api/kernels/${id}/channels`);
  await new Promise((opened, failed) => { socket.onopen = opened; socket.onerror = failed; });
  const header = {msg_id: "uji", username: user, session: "uji", msg_type: "execute_request",
                  version: "5.3", date: new Date().toISOString()};
  const content = {code, silent: false, store_history: false, user_expressions: {},
                   allow_stdin: false};
  let printed = "";
  const done = new Promise((resolve) => {
    socket.onmessage = ({data}) => {
      const message = JSON.parse(data);
      if ((message.parent_header || {}).msg_id !== "uji") return;
      if (message.msg_type === "stream") printed += message.content.text;
      if (message.msg_type === "error") printed += message.content.traceback.join("\\n");
      if (message.msg_type === "status" && message.content.execution_state === "idle") resolve();
    };
  });
  socket.send(JSON.stringify({header, parent_header: {}, metadata: {}, content,
                              channel: "shell", buffers: []}));
  await done;
  socket.close();
  await fetch(`${base}api/kernels/${id}`, {method: "DELETE", headers});
  return printed;
}
"""


def run_in_kernel(page: Page, user: str, code: str) -> Any:
    """Run code and give what it handed to `report`, as JSON.

    Args:
        page: a page of her JupyterLab.
        user: her user name.
        code: Python; it calls `report(something)` once.
    """
    prelude = "import json\ndef report(it): print('<<' + json.dumps(it) + '>>')\n"
    printed = page.evaluate(_RUN, [user, prelude + code])
    assert "<<" in printed, printed
    return json.loads(printed.split("<<")[1].split(">>")[0])


def hand_in_what_is_right(page: Page, user: str, school: School, assignment: str) -> int:
    """Fetch it, put the author's answers in, and hand it in: from her own kernel, in her box.

    Returns:
        The number of the submission: 1 for her first.
    """
    unit = assignment.partition("_")[2]
    source = school.files.course / "source" / assignment / f"{unit}.ipynb"
    cells = json.loads(source.read_text(encoding="utf-8"))["cells"]
    graded = [(cell["metadata"].get("nbgrader", {}), "".join(cell["source"])) for cell in cells]
    answers = {about["grade_id"]: text for about, text in graded if about.get("solution")}
    code = (
        "from pathlib import Path\n"
        "from latihan.lab import exchange\n"
        "from latihan.lab.places import places\n"
        "here = places(Path.home())\n"
        f"path = Path.home() / exchange.fetch(here, {assignment!r})\n"
        f"book, answers = json.loads(path.read_text()), json.loads({json.dumps(answers)!r})\n"
        "for cell in book['cells']:\n"
        "    name = cell['metadata'].get('nbgrader', {}).get('grade_id')\n"
        "    cell['source'] = answers.get(name, cell['source'])\n"
        "path.write_text(json.dumps(book))\n"
        f"report(exchange.submit(here, {assignment!r})[0].number)"
    )
    return int(run_in_kernel(page, user, code))
