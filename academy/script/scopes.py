"""Names in the script: which are a function's own, and what all others are called."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from academy.script.known import RESERVED
from academy.script.modules import Module, assigned


def script_name(name: str) -> str:
    """Give a Python name as the script may carry it.

    Example:
        >>> script_name("price"), script_name("new")
        ('price', 'new_')
    """
    return f"{name}_" if name in RESERVED else name


def global_name(module: str, name: str) -> str:
    """Give the name of what a module defines; all modules of a tool are one script.

    Example:
        >>> global_name("usaha.costing_report", "steps")
        'costing_report$steps'
    """
    return f"{module.rpartition('.')[2]}${name}"


@dataclass
class Scope:
    """A function, lambda or comprehension, or the top of a module (`parent` is None)."""

    module: Module
    parent: Scope | None = None
    names: set[str] = field(default_factory=set)
    owner: str = ""
    """Of a method: its class, for `super()`."""

    def inner(self, names: list[str]) -> Scope:
        """Open a scope inside of this one."""
        return Scope(self.module, self, set(names), self.owner)

    def holds(self, name: str) -> bool:
        """Whether a name is one of a function's own here, not the module's."""
        return name in self.names or (self.parent is not None and self.parent.holds(name))


def parameters(arguments: ast.arguments) -> list[str]:
    """List what a call by keyword may fill, in the order in which the script takes them."""
    named = [*arguments.posonlyargs, *arguments.args]
    rest = [arguments.vararg] if arguments.vararg else []
    return [each.arg for each in (*named, *rest, *arguments.kwonlyargs)]


def local_names(function: ast.FunctionDef | ast.Lambda) -> list[str]:
    """List a function's parameters and what it binds."""
    body = function.body if isinstance(function, ast.FunctionDef) else []
    return [*parameters(function.args), *assigned(body)]
