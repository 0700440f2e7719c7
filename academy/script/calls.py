"""Calls: who is called is found while translating, so that each argument stands in its place."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator

from academy.script.classes import class_parameters, shape
from academy.script.known import METHODS, Known
from academy.script.modules import Found, Module, Modules, Place, Whole
from academy.script.scopes import Scope, global_name, parameters, script_name


class Calls:
    """Writes calls and the heads of functions, and remembers which of Lapak's names are needed."""

    def __init__(self, modules: Modules, names: list[str]) -> None:
        self.modules = modules
        self.needed: dict[Place, None] = {}
        self.method_names: dict[str, tuple[str, ...]] = dict(METHODS) | {"format": ()}
        for name in names:
            self._learn(modules[name])

    def value(self, node: ast.expr, scope: Scope) -> str:
        """Write an expression."""
        raise NotImplementedError

    def _learn(self, module: Module) -> None:
        """Note the methods that the module's classes have."""
        for node in module.tree.body:
            for each in node.body if isinstance(node, ast.ClassDef) else ():
                if isinstance(each, ast.FunctionDef) and not each.decorator_list:
                    words = tuple(parameters(each.args)[1:])
                    # Of two with other parameters none can be called by keyword.
                    same = self.method_names.get(each.name, words) == words
                    self.method_names[each.name] = words if same else ()

    def use(self, place: Place) -> str:
        """Give the script's name of something of Lapak's; it becomes part of the script."""
        self.needed[place] = None
        return global_name(place.module, place.name)

    def found(self, node: ast.expr, scope: Scope) -> Found | None:
        """Give what a name, or a name in a module, stands for; None for any other expression."""
        if isinstance(node, ast.Name):
            return None if scope.holds(node.id) else self.modules.find(scope.module, node.id)
        if isinstance(node, ast.Attribute):
            outer = self.found(node.value, scope)
            if isinstance(outer, Whole):
                return self.modules.inside(outer.name, node.attr)
            if isinstance(outer, Known):
                return self._inside_known(node, scope)
        return None

    def _inside_known(self, node: ast.Attribute, scope: Scope) -> Found | None:
        """Give what `date.fromisoformat` or `dict.fromkeys` is."""
        assert isinstance(node.value, ast.Name | ast.Attribute)
        if not isinstance(node.value, ast.Name):
            return None
        source = scope.module.imported.get(node.value.id, ("", node.value.id))
        found = self.modules.inside(".".join(source).lstrip("."), node.attr)
        return found if isinstance(found, Known) else None

    def _call(self, node: ast.Call, scope: Scope) -> str:
        function = node.func
        if isinstance(function, ast.Attribute) and self.found(function, scope) is None:
            return self._method(node, function, scope)
        found = self.found(function, scope)
        if isinstance(found, Place):
            return self._own(node, found, scope)
        if isinstance(found, Known):
            return self._known(node, found, scope)
        if node.keywords:
            raise scope.module.problem(node, "who is called by keyword here is not known")
        return f"{self.value(function, scope)}({self._plain(node, scope)})"

    def _own(self, node: ast.Call, place: Place, scope: Scope) -> str:
        target = self.modules[place.module].defined[place.name]
        name = self.use(place)
        if isinstance(target, ast.ClassDef):
            words = tuple(class_parameters(self.modules, place))
            return f"new {name}({self._arguments(node, words, scope)})"
        words = tuple(parameters(target.args)) if isinstance(target, ast.FunctionDef) else ()
        return f"{name}({self._arguments(node, words, scope)})"

    def _known(self, node: ast.Call, known: Known, scope: Scope) -> str:
        name = f"R.{known.script}"
        new = "new " if known.script.endswith("Error") else ""
        if known.params[:1] == ("*",):
            return f"{name}([{self._plain(node, scope)}], {self._options(node, scope)})"
        if known.named:
            return f"{name}({self._plain(node, scope)}, {self._options(node, scope)})"
        if known.options:
            pairs = zip(known.params, node.args, strict=False)
            first = [f"{word}: {self.value(each, scope)}" for word, each in pairs]
            return f"new {name}({self._options(node, scope, first)})"
        return f"{new}{name}({self._arguments(node, known.params, scope)})"

    def _options(self, node: ast.Call, scope: Scope, first: Iterable[str] = ()) -> str:
        words = []
        for each in node.keywords:
            value = self.value(each.value, scope)
            words.append(f"{each.arg}: {value}" if each.arg else f"...R.object({value})")
        return f"{{ {', '.join([*first, *words])} }}"

    def _method(self, node: ast.Call, function: ast.Attribute, scope: Scope) -> str:
        if function.attr == "format" and node.keywords:
            inside = self.value(function.value, scope)
            return f"{inside}.$formatNamed({self._options(node, scope)})"
        words = self.method_names.get(function.attr, ())
        if isinstance(function.value, ast.Call) and ast.unparse(function.value) == "super()":
            if function.attr == "__init__":
                words = self._base_parameters(scope)
            return f"super.${function.attr}({self._arguments(node, words, scope)})"
        arguments = self._arguments(node, words, scope)
        return f"{self.value(function.value, scope)}.${function.attr}({arguments})"

    def _base_parameters(self, scope: Scope) -> tuple[str, ...]:
        node = scope.module.defined[scope.owner]
        assert isinstance(node, ast.ClassDef)
        base = shape(self.modules, scope.module, node).base
        return tuple(class_parameters(self.modules, base)) if base else ()

    def _plain(self, node: ast.Call, scope: Scope) -> str:
        return ", ".join(self.value(each, scope) for each in node.args)

    def _arguments(self, node: ast.Call, words: tuple[str, ...], scope: Scope) -> str:
        """Put each argument into its place; what is only known when it runs is put there then."""
        spread = any(isinstance(each, ast.Starred) for each in node.args)
        unnamed = [each for each in node.keywords if each.arg is None]
        if not node.keywords:
            return self._plain(node, scope)
        for each in node.keywords:
            if each.arg is not None and each.arg not in words:
                raise scope.module.problem(node, f"no argument {each.arg} is known here")
        if unnamed or spread:
            listed = ", ".join(f'"{word}"' for word in words)
            named = ", ".join(self._pairs(node, scope))
            return f"...R.bind([{listed}], [{self._plain(node, scope)}], [{named}])"
        return ", ".join(self._placed(node, words, scope))

    def _pairs(self, node: ast.Call, scope: Scope) -> Iterator[str]:
        for each in node.keywords:
            value = self.value(each.value, scope)
            yield f"...{value}.$items()" if each.arg is None else f'["{each.arg}", {value}]'

    def _placed(self, node: ast.Call, words: tuple[str, ...], scope: Scope) -> Iterator[str]:
        named = {each.arg: self.value(each.value, scope) for each in node.keywords}
        yield from (self.value(each, scope) for each in node.args)
        later = words[len(node.args) :]
        last = max((at for at, word in enumerate(later) if word in named), default=-1)
        yield from (named.get(word, "undefined") for word in later[: last + 1])

    # ---- heads of functions ---------------------------------------------------------------------
    def head(
        self, arguments: ast.arguments, scope: Scope, skip: int = 0, *, early_too: bool = True
    ) -> tuple[str, list[tuple[str, str]]]:
        """Write a function's parameters.

        Args:
            arguments: as they are written in Python.
            scope: outside of the function.
            skip: how many of them to leave out.
            early_too: whether a default may be another one later: in a loop, but not at the top.

        Returns:
            The words between the brackets, and defaults that count as they are when the function is
            made: a name for each, and its value.
        """
        named = [*arguments.posonlyargs, *arguments.args]
        defaults: list[ast.expr | None] = [None] * (len(named) - len(arguments.defaults))
        pairs = [*zip(named, [*defaults, *arguments.defaults], strict=True)][skip:]
        if arguments.kwarg:
            raise scope.module.problem(arguments.kwarg, "a function that takes **")
        if arguments.vararg and arguments.kwonlyargs:
            raise scope.module.problem(arguments.vararg, "a function that takes * and keywords")
        pairs += zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True)
        early: list[tuple[str, str]] = []
        words = []
        for argument, default in pairs:
            name = script_name(argument.arg)
            if default is None:
                words.append(name)
                continue
            value = self.value(default, scope)
            if early_too and not isinstance(default, ast.Constant):
                early.append((f"{name}$", value))
                value = f"{name}$"
            words.append(f"{name} = {value}")
        if arguments.vararg:
            words.append(f"...{script_name(arguments.vararg.arg)}")
        return ", ".join(words), early

    @staticmethod
    def early(written: str, early: list[tuple[str, str]]) -> str:
        """Put a function behind the defaults that it takes with it."""
        if not early:
            return written
        names, values = zip(*early, strict=True)
        return f"(({', '.join(names)}) => {written})({', '.join(values)})"
