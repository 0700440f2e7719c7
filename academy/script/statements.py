"""Statements of Python in the words of the script."""

from __future__ import annotations

import ast
from collections.abc import Callable

from academy.script.classes import write_class
from academy.script.expressions import Expressions
from academy.script.known import Known
from academy.script.modules import Place, assigned
from academy.script.scopes import Scope, global_name, local_names, parameters, script_name


class Statements(Expressions):
    """Writes statements, functions and whole parts of modules."""

    def body(self, statements: list[ast.stmt], scope: Scope) -> str:
        """Write statements one after the other."""
        return " ".join(self.statement(each, scope) for each in statements)

    def statement(self, node: ast.stmt, scope: Scope) -> str:
        """Write one statement.

        Raises:
            CannotTranslate: the script does not have this.
        """
        write: Callable[[ast.stmt, Scope], str] | None
        write = getattr(self, f"_do_{type(node).__name__.lower()}", None)
        if write is None:
            raise scope.module.problem(node, f"the script has no {type(node).__name__}")
        written: str = write(node, scope)
        return written

    def _do_expr(self, node: ast.Expr, scope: Scope) -> str:
        if isinstance(node.value, ast.Constant):
            return ""  # a docstring
        if isinstance(node.value, ast.Yield):
            inside = node.value.value
            return f"yield {self.value(inside, scope) if inside else 'null'};"
        if isinstance(node.value, ast.YieldFrom):
            return f"yield* {self.value(node.value.value, scope)};"
        return f"{self.value(node.value, scope)};"

    def _do_assert(self, _node: ast.Assert, _scope: Scope) -> str:
        return ""  # for the type checker

    def _do_pass(self, _node: ast.Pass, _scope: Scope) -> str:
        return ""

    def _do_return(self, node: ast.Return, scope: Scope) -> str:
        return f"return {self.value(node.value, scope) if node.value else 'null'};"

    def _do_raise(self, node: ast.Raise, scope: Scope) -> str:
        assert node.exc
        found = self.found(node.exc, scope)
        known = found.name if isinstance(found, Place) else ""
        is_class = isinstance(scope.module.defined.get(known), ast.ClassDef)
        new = "new " if is_class or isinstance(found, Known) else ""
        return f"throw {new}{self.value(node.exc, scope)};"

    def _do_if(self, node: ast.If, scope: Scope) -> str:
        other = f" else {{ {self.body(node.orelse, scope)} }}" if node.orelse else ""
        return f"if ({self.test(node.test, scope)}) {{ {self.body(node.body, scope)} }}{other}"

    def _do_for(self, node: ast.For, scope: Scope) -> str:
        if node.orelse:
            raise scope.module.problem(node, "for with else")
        target = self.pattern(node.target, scope)
        inside = self.body(node.body, scope)
        return f"for ({target} of {self.value(node.iter, scope)}) {{ {inside} }}"

    def _do_continue(self, _node: ast.Continue, _scope: Scope) -> str:
        return "continue;"

    def _do_break(self, _node: ast.Break, _scope: Scope) -> str:
        return "break;"

    def _do_try(self, node: ast.Try, scope: Scope) -> str:
        if node.orelse or node.finalbody:
            raise scope.module.problem(node, "try with else or finally")
        parts = []
        for handler in node.handlers:
            assert handler.type
            kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
            asked = " || ".join(f"$e instanceof {self.value(each, scope)}" for each in kinds)
            name = f"{self._named(handler.name, scope)} = $e; " if handler.name else ""
            parts.append(f"if ({asked}) {{ {name}{self.body(handler.body, scope)} }}")
        inside = self.body(node.body, scope)
        return f"try {{ {inside} }} catch ($e) {{ {' else '.join(parts)} else throw $e; }}"

    def _named(self, name: str, scope: Scope) -> str:
        return self.value(ast.Name(name, ast.Store()), scope)

    def _do_assign(self, node: ast.Assign, scope: Scope) -> str:
        value = self.value(node.value, scope)
        first, *more = node.targets
        for target in reversed(more):
            value = f"{self.value(target, scope)} = {value}"
        return self._put(first, value, scope)

    def _do_annassign(self, node: ast.AnnAssign, scope: Scope) -> str:
        return self._put(node.target, self.value(node.value, scope), scope) if node.value else ""

    def _do_augassign(self, node: ast.AugAssign, scope: Scope) -> str:
        read = ast.parse(ast.unparse(node.target), mode="eval").body
        new = ast.copy_location(ast.BinOp(read, node.op, node.value), node)
        return self._put(node.target, self.value(new, scope), scope)

    def _put(self, target: ast.expr, value: str, scope: Scope) -> str:
        if isinstance(target, ast.Subscript):
            inside, at = self.value(target.value, scope), self.value(target.slice, scope)
            return f"R.put({inside}, {at}, {value});"
        if isinstance(target, ast.Tuple):
            if any(isinstance(each, ast.Subscript) for each in target.elts):
                raise scope.module.problem(target, "several values into places of a list")
            return f"{self.pattern(target, scope)} = {value};"
        return f"{self.value(target, scope)} = {value};"

    def _do_functiondef(self, node: ast.FunctionDef, scope: Scope) -> str:
        head, early = self.head(node.args, scope)
        _, body = self.function_parts(node, scope)
        star = "*" if self.yields(node) else ""
        return f"{script_name(node.name)} = {self.early(f'function{star} ({head}) {{{body}}}', early)};"

    @staticmethod
    def yields(node: ast.FunctionDef) -> bool:
        """Whether a function gives its values one by one."""
        return any(isinstance(each, ast.Yield | ast.YieldFrom) for each in ast.walk(node))

    def function_parts(
        self, node: ast.FunctionDef, scope: Scope, first: str = "", owner: str = ""
    ) -> tuple[str, str]:
        """Write the parameters and the body of a function; a method's `self` stands in `first`."""
        head, _ = self.head(node.args, scope, skip=1 if first else 0, early_too=False)
        inner = scope.inner(local_names(node))
        inner.owner = owner or scope.owner
        own = [
            script_name(name) for name in assigned(node.body) if name not in parameters(node.args)
        ]
        written = self.body(node.body, inner)
        if " $ = " in written or "($ = " in written:
            own.append("$")
        variables = f"let {', '.join(own)};" if own else ""
        end = "" if self.yields(node) or node.name == "__init__" else " return null;"
        if node.body and isinstance(node.body[-1], ast.Return | ast.Raise):
            end = ""
        return head, f" {first} {variables} {written}{end} "

    # ---- the top of a module --------------------------------------------------------------------
    def top(self, node: ast.stmt, scope: Scope) -> str:
        """Write a statement at the top of a module: a function, a class or a constant."""
        name = scope.module.name
        if isinstance(node, ast.FunctionDef):
            head, body = self.function_parts(node, scope)
            star = "*" if self.yields(node) else ""
            kept = any(ast.unparse(each) == "cache" for each in node.decorator_list)
            written = f"function{star} ({head}) {{{body}}}"
            written = f"R.cache({written})" if kept else written
            return f"const {global_name(name, node.name)} = {written};"
        if isinstance(node, ast.ClassDef):
            return write_class(self, node, global_name(name, node.name), scope)
        written = self.statement(node, scope)
        places = [global_name(name, each) for each in assigned([node])]
        return f"let {', '.join(places)}; {written}"

    def run(self, node: ast.stmt, scope: Scope) -> str:
        """Write a statement of the notebook itself."""
        if isinstance(node, ast.Import | ast.ImportFrom):
            return ""
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            return self.top(node, scope)
        return self.statement(node, scope)
