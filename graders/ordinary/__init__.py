"""Ordinary nbgrader notebooks, whose asserts run in the trainee's own kernel."""
