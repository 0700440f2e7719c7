"""How answers are judged: box, checks, nbgrader around them. Never on a trainee's machine."""

import sys

# jsonschema, which reads every notebook, would build a grammar of international addresses when it is
# imported. That takes longer than grading ten submissions, and no notebook holds such an address.
sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
