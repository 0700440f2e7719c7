"""How answers are judged: box, checks, nbgrader around them. Never on a trainee's machine."""
