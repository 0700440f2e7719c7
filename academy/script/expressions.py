"""Expressions of Python in the words of the script; each operator is the runtime's, which knows Python's."""

from __future__ import annotations

import ast
import json
from collections.abc import Callable, Sequence

from academy.script.calls import Calls
from academy.script.known import Known
from academy.script.modules import Place, Whole
from academy.script.scopes import Scope, local_names, script_name

_OPERATORS = {
    ast.Add: "add",
    ast.Sub: "sub",
    ast.Mult: "mul",
    ast.Div: "div",
    ast.FloorDiv: "floordiv",
    ast.Mod: "mod",
    ast.Pow: "pow",
    ast.BitOr: "or",
    ast.BitAnd: "and",
    ast.Eq: "eq",
    ast.NotEq: "ne",
    ast.Lt: "lt",
    ast.LtE: "le",
    ast.Gt: "gt",
    ast.GtE: "ge",
}


class Expressions(Calls):
    """Writes expressions; `$` is a function's one place for what is looked at twice."""

    def value(self, node: ast.expr, scope: Scope) -> str:
        """Write an expression.

        Raises:
            CannotTranslate: the script does not have this.
        """
        write: Callable[[ast.expr, Scope], str] | None
        write = getattr(self, f"_{type(node).__name__.lower()}", None)
        if write is None:
            raise scope.module.problem(node, f"the script has no {type(node).__name__}")
        written: str = write(node, scope)
        return written

    def test(self, node: ast.expr, scope: Scope) -> str:
        """Write an expression of which only counts whether it is true, as Python sees that."""
        if isinstance(node, ast.Compare):
            return self.value(node, scope)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return f"!{self.test(node.operand, scope)}"
        if isinstance(node, ast.BoolOp):
            word = " && " if isinstance(node.op, ast.And) else " || "
            return "(" + word.join(self.test(each, scope) for each in node.values) + ")"
        return f"R.truth({self.value(node, scope)})"

    def values(self, nodes: Sequence[ast.expr], scope: Scope) -> str:
        """Write several, with commas between them; `*parts` are spread."""
        return ", ".join(self.value(each, scope) for each in nodes)

    def _constant(self, node: ast.Constant, scope: Scope) -> str:
        value = node.value
        if value is None or isinstance(value, bool):
            return {None: "null", True: "true", False: "false"}[value]
        if isinstance(value, int):
            return f"{value}n"
        if isinstance(value, float):
            return f"R.float({value!r})" if value.is_integer() else repr(value)
        if isinstance(value, str):
            return json.dumps(value, ensure_ascii=False)
        raise scope.module.problem(node, f"a constant such as {value!r}")

    def _name(self, node: ast.Name, scope: Scope) -> str:
        if scope.holds(node.id):
            return script_name(node.id)
        found = self.modules.find(scope.module, node.id)
        if isinstance(found, Place):
            return self.use(found)
        if isinstance(found, Known):
            return f"R.{found.script}"
        raise scope.module.problem(node, f"the script knows no {node.id}")

    def _attribute(self, node: ast.Attribute, scope: Scope) -> str:
        found = self.found(node, scope)
        if isinstance(found, Place):
            return self.use(found)
        if isinstance(found, Known):
            return f"R.{found.script}"
        if isinstance(found, Whole):
            raise scope.module.problem(node, f"the script knows no {found.name}")
        inside = self.value(node.value, scope)
        if node.attr in self.method_names and isinstance(node.ctx, ast.Load):
            return f'R.bound({inside}, "${node.attr}")'
        return f"{inside}.${node.attr}"

    def _joinedstr(self, node: ast.JoinedStr, scope: Scope) -> str:
        parts = []
        for part in node.values:
            if isinstance(part, ast.Constant):
                parts.append(
                    json.dumps(part.value, ensure_ascii=False)[1:-1]
                    .replace("`", "\\`")
                    .replace("${", "\\${")
                    .replace('\\"', '"')
                )
            else:
                assert isinstance(part, ast.FormattedValue)
                parts.append(f"${{{self._formatted(part, scope)}}}")
        return f"`{''.join(parts)}`"

    def _formatted(self, part: ast.FormattedValue, scope: Scope) -> str:
        value = self.value(part.value, scope)
        if part.conversion == ord("r"):
            return f"R.repr({value})"
        if part.format_spec is None:
            return f"R.str({value})"
        return f"R.format({value}, {self.value(part.format_spec, scope)})"

    def _binop(self, node: ast.BinOp, scope: Scope) -> str:
        word = _OPERATORS.get(type(node.op))
        if word is None:
            raise scope.module.problem(node, f"the script has no {type(node.op).__name__}")
        return f"R.{word}({self.value(node.left, scope)}, {self.value(node.right, scope)})"

    def _unaryop(self, node: ast.UnaryOp, scope: Scope) -> str:
        if isinstance(node.op, ast.Not):
            return self.test(node, scope)
        if isinstance(node.op, ast.USub):
            return f"R.neg({self.value(node.operand, scope)})"
        raise scope.module.problem(node, f"the script has no {type(node.op).__name__}")

    def _boolop(self, node: ast.BoolOp, scope: Scope) -> str:
        *first, last = node.values
        found = self.value(last, scope)
        for each in reversed(first):
            asked = f"R.truth($ = {self.value(each, scope)})"
            found = (
                f"({asked} ? {found} : $)"
                if isinstance(node.op, ast.And)
                else f"({asked} ? $ : {found})"
            )
        return found

    def _ifexp(self, node: ast.IfExp, scope: Scope) -> str:
        one, other = self.value(node.body, scope), self.value(node.orelse, scope)
        return f"({self.test(node.test, scope)} ? {one} : {other})"

    def _namedexpr(self, node: ast.NamedExpr, scope: Scope) -> str:
        return f"({self.value(node.target, scope)} = {self.value(node.value, scope)})"

    def _compare(self, node: ast.Compare, scope: Scope) -> str:
        parts, left = [], self.value(node.left, scope)
        for at, (operator, right) in enumerate(zip(node.ops, node.comparators, strict=True)):
            written = self.value(right, scope)
            last = at + 1 == len(node.ops)
            parts.append(self._one(operator, left, written if last else f"($ = {written})"))
            left = "$"
        return parts[0] if len(parts) == 1 else f"({' && '.join(parts)})"

    def _one(self, operator: ast.cmpop, left: str, right: str) -> str:
        if isinstance(operator, ast.Is | ast.IsNot):
            return f"({left} {'===' if isinstance(operator, ast.Is) else '!=='} {right})"
        if isinstance(operator, ast.In | ast.NotIn):
            return f"{'!' if isinstance(operator, ast.NotIn) else ''}R.contains({right}, {left})"
        return f"R.{_OPERATORS[type(operator)]}({left}, {right})"

    # ---- several values -----------------------------------------------------------------------
    def _tuple(self, node: ast.Tuple, scope: Scope) -> str:
        return f"[{self.values(node.elts, scope)}]"

    def _list(self, node: ast.List, scope: Scope) -> str:
        return f"[{self.values(node.elts, scope)}]"

    def _set(self, node: ast.Set, scope: Scope) -> str:
        return f"R.set([{self.values(node.elts, scope)}])"

    def _dict(self, node: ast.Dict, scope: Scope) -> str:
        pairs = [
            f"...{self.value(value, scope)}.$items()"
            if key is None
            else f"[{self.value(key, scope)}, {self.value(value, scope)}]"
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        return f"R.dict([{', '.join(pairs)}])"

    def _starred(self, node: ast.Starred, scope: Scope) -> str:
        return f"...{self.value(node.value, scope)}"

    def _subscript(self, node: ast.Subscript, scope: Scope) -> str:
        if isinstance(node.value, ast.Name) and node.value.id == "Literal":
            return self.value(node.slice, scope)
        inside = self.value(node.value, scope)
        if isinstance(node.slice, ast.Slice):
            if node.slice.step is not None:
                raise scope.module.problem(node, "a slice with steps")
            ends = (node.slice.lower, node.slice.upper)
            low, high = (self.value(end, scope) if end else "null" for end in ends)
            return f"R.slice({inside}, {low}, {high})"
        return f"R.item({inside}, {self.value(node.slice, scope)})"

    # ---- one value for each of many -------------------------------------------------------------
    def _generatorexp(self, node: ast.GeneratorExp, scope: Scope) -> str:
        return self._each(node.generators, scope, lambda inner: self.value(node.elt, inner))

    def _listcomp(self, node: ast.ListComp, scope: Scope) -> str:
        return (
            f"[...{self._each(node.generators, scope, lambda inner: self.value(node.elt, inner))}]"
        )

    def _setcomp(self, node: ast.SetComp, scope: Scope) -> str:
        return f"R.set({self._each(node.generators, scope, lambda inner: self.value(node.elt, inner))})"

    def _dictcomp(self, node: ast.DictComp, scope: Scope) -> str:
        def pair(inner: Scope) -> str:
            return f"[{self.value(node.key, inner)}, {self.value(node.value, inner)}]"

        return f"R.dict({self._each(node.generators, scope, pair)})"

    def _each(
        self, parts: list[ast.comprehension], scope: Scope, element: Callable[[Scope], str]
    ) -> str:
        heads, inner = [], scope
        for part in parts:
            source = self.value(part.iter, inner)
            names = [each.id for each in ast.walk(part.target) if isinstance(each, ast.Name)]
            inner = inner.inner(names)
            heads.append(f"for (const {self.pattern(part.target, inner)} of {source})")
            heads += [f"if ({self.test(each, inner)})" for each in part.ifs]
        return f"(function* () {{ {' '.join(heads)} yield {element(inner)}; }})()"

    def pattern(self, node: ast.expr, scope: Scope) -> str:
        """Write what a value is taken apart into; `_` is a place that is left out."""
        if isinstance(node, ast.Tuple | ast.List):
            parts = [
                "" if isinstance(each, ast.Name) and each.id == "_" else self.pattern(each, scope)
                for each in node.elts
            ]
            return f"[{', '.join(parts)}]"
        if isinstance(node, ast.Starred):
            return f"...{self.pattern(node.value, scope)}"
        return self.value(node, scope)

    def _lambda(self, node: ast.Lambda, scope: Scope) -> str:
        head, early = self.head(node.args, scope)
        inner = scope.inner(local_names(node))
        written = f"({head}) => {self.value(node.body, inner)}"
        return self.early(written, early)
