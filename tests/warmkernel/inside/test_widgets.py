"""Output widgets keep what is shown inside them."""

from __future__ import annotations

from warmkernel import Fork


def test_what_is_captured_is_the_widget_s(fork: Fork) -> None:
    """Not the cell's; nested ones too."""
    fork.run("import ipywidgets as w; a, b = w.Output(), w.Output()")
    run = fork.run("with a:\n  print('a')\n  with b: print('b')\n  print('a lagi')\nprint('luar')")
    assert [o["text"] for o in run.outputs] == ["luar\n"]
    fork.run("x = [[o['text'] for o in one.outputs] for one in (a, b)]")
    assert fork.value("x") == [["a\na lagi\n"], ["b\n"]]
