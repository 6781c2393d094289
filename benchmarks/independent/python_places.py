"""Definitions and references of Python files as ``ast`` sees them, placed by ``tokenize``.

``ast`` gives a place to expressions, not to names; where a node has none, the name is found among the tokens behind
it. The rules, which are ours:

- A name assigned or annotated at module or class level is a definition, ``for``, ``with``, ``import``, ``:=`` and
  ``+=`` bind without defining; in a function no name is one, but for functions, classes and names bound to a lambda.
- ``CAPITALS`` are constants, other names are variables of a module and fields of a class.
- What is called is a call, and so is a decorator. A base class is an implementation. Annotations, type parameters,
  ``type`` statements, the index of a base class, classes in ``except`` and in ``case`` are types, save the names before
  a dot. In an import the whole dotted path is an import, at its first character, and so is each imported name; the
  parts of a path after the first are names, and so are aliases.
- The arguments of a call within an annotation are no types.
"""

from __future__ import annotations

import ast
import io
import keyword
import re
import tokenize
from bisect import bisect_left
from typing import TYPE_CHECKING

from places import Place, RefusedError

if TYPE_CHECKING:
    from collections.abc import Iterable

CONSTANT = re.compile(r"_*[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ0-9_]*")
TYPE_MAKERS = {"TypeVar", "ParamSpec", "TypeVarTuple", "NewType"}
CLASS_MAKERS = {"namedtuple", "NamedTuple", "TypedDict", "make_dataclass"}
ENUMS = {"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum"}
Position = tuple[int, int]
Scope = tuple[str, ...]


def python_places(blob: bytes, *, references: bool) -> list[Place]:
    """All places of a file; without ``references`` only its definitions.

    Raises:
        RefusedError: ``ast`` does not read the file.
    """
    try:
        tree = ast.parse(blob)
        walker = _Walker(blob, references=references)
    except (SyntaxError, ValueError, UnicodeDecodeError, RecursionError, tokenize.TokenError) as error:
        raise RefusedError(str(error)) from error
    walker.body(tree.body, (), "module")
    return walker.places


def identifiers(blob: bytes) -> set[tuple[int, int, str]]:
    """Line, column and text of every token that is an identifier, for checking that no rule forgets one."""
    tokens = _tokens(blob)
    before = ["", *(text for _, text in tokens)]  # the r of `{x!r}` is none
    return {
        (*place, name)
        for (place, name), last in zip(tokens, before, strict=False)
        if name.isidentifier() and not keyword.iskeyword(name) and last != "!"
    }


def _tokens(blob: bytes) -> list[tuple[Position, str]]:
    """The tokens with lines and columns of the blob, 0-based, in bytes."""
    lines = blob.split(b"\n")
    wide: dict[int, str] = {n: line.decode("utf-8", "replace") for n, line in enumerate(lines) if not line.isascii()}
    found = []
    for token in tokenize.tokenize(io.BytesIO(blob).readline):
        row, column = token.start[0] - 1, token.start[1]
        if token.type in {tokenize.NAME, tokenize.OP}:
            if row in wide:
                column = len(wide[row][:column].encode())
            found.append(((row, column), token.string))
    return found


class _Walker:
    """Collects the places of a tree; ``on_<node>`` are the statements that need a rule."""

    def __init__(self, blob: bytes, *, references: bool) -> None:
        self.tokens = _tokens(blob)
        self.positions = [position for position, _ in self.tokens]
        self.references = references
        self.places: list[Place] = []

    # Places

    def put(self, at: Position, name: str, role: str, kind: str = "", scope: Scope = ()) -> None:
        if kind or self.references:
            self.places.append(Place(*at, name, role, kind, scope))

    def after(self, at: Position, name: str) -> Position:
        """Where a name stands as a token at or behind a position."""
        for position, text in self.tokens[bisect_left(self.positions, at) :]:
            if text == name:
                return position
        message = f"{name} is not behind {at}"
        raise RefusedError(message)

    # Statements

    def body(self, statements: Iterable[ast.AST], scope: Scope, inside: str) -> None:
        """Walk statements whose nearest enclosing definition is a ``module``, ``class`` or ``function``."""
        for statement in statements:
            self.node(statement, scope, inside)

    def node(self, node: ast.AST, scope: Scope, inside: str) -> None:
        statement = getattr(self, f"on_{type(node).__name__.lower()}", None)
        if statement is not None:
            statement(node, scope, inside)
        elif isinstance(node, ast.expr | ast.pattern):
            self.expression(node, scope)
        else:
            for child in ast.iter_child_nodes(node):
                self.node(child, scope, inside)

    def on_assign(self, node: ast.Assign, scope: Scope, inside: str) -> None:
        made = self.made(node)
        for target in node.targets:
            self.target(target, scope, inside, made)
        self.expression(node.value, scope)

    def on_annassign(self, node: ast.AnnAssign, scope: Scope, inside: str) -> None:
        made = "type" if _last(node.annotation) == "TypeAlias" else self.made(node)
        self.target(node.target, scope, inside, made)
        self.type_(node.annotation)
        if node.value:
            self.expression(node.value, scope)

    def on_global(self, node: ast.Global | ast.Nonlocal, _scope: Scope, _inside: str) -> None:
        at = _start(node)
        for name in node.names:
            at = self.after((at[0], at[1] + 1), name)
            self.put(at, name, "name")

    on_nonlocal = on_global

    def on_typealias(self, node: ast.AST, scope: Scope, _inside: str) -> None:
        self.put(_start(node.name), node.name.id, "definition", "type", scope)
        self.type_parameters(node)
        self.type_(node.value)

    def made(self, node: ast.Assign | ast.AnnAssign) -> str:
        """The kind that the value gives to a single name."""
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if len(targets) > 1:
            return ""
        if isinstance(node.value, ast.Lambda):
            return "function"
        if isinstance(node.value, ast.Call):
            maker = _last(node.value.func)
            return "type" if maker in TYPE_MAKERS else "class" if maker in CLASS_MAKERS else ""
        return ""

    def target(self, node: ast.expr, scope: Scope, inside: str, made: str) -> None:
        match node:
            case ast.Name() if inside != "function" or made == "function":
                kind = made or ("constant" if CONSTANT.fullmatch(node.id) else "variable")
                if inside == "class":
                    kind = {"function": "method", "variable": "field"}.get(kind, kind)
                self.put(_start(node), node.id, "definition", kind, scope)
            case ast.Tuple() | ast.List():
                for element in node.elts:
                    self.target(element, scope, inside, "")
            case ast.Starred():
                self.target(node.value, scope, inside, "")
            case _:
                self.expression(node, scope)

    def on_functiondef(self, node: ast.FunctionDef | ast.AsyncFunctionDef, scope: Scope, inside: str) -> None:
        for decorator in node.decorator_list:
            self.callee(decorator, scope)
        kind = "method" if inside == "class" else "function"
        self.put(self.named(node), node.name, "definition", kind, scope)
        inner = (*scope, node.name)
        self.type_parameters(node)
        self.arguments(node.args, inner)
        if node.returns:
            self.type_(node.returns)
        self.body(node.body, inner, "function")

    on_asyncfunctiondef = on_functiondef

    def on_classdef(self, node: ast.ClassDef, scope: Scope, _inside: str) -> None:
        for decorator in node.decorator_list:
            self.callee(decorator, scope)
        plain = {_last(base) for base in node.bases}
        subscripted = {_last(base.value) for base in node.bases if isinstance(base, ast.Subscript)}
        kind = "enum" if plain & ENUMS else "interface" if "Protocol" in plain | subscripted else "class"
        self.put(self.named(node), node.name, "definition", kind, scope)
        self.type_parameters(node)
        for base in node.bases:
            self.base(base, scope)
        for argument in node.keywords:
            self.expression(argument, scope)
        self.body(node.body, (*scope, node.name), "class")

    def named(self, node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Position:
        word = "class" if isinstance(node, ast.ClassDef) else "def"
        at = self.after(_start(node), word)
        return self.after((at[0], at[1] + 1), node.name)

    def base(self, node: ast.expr, scope: Scope) -> None:
        match node:
            case ast.Name() | ast.Attribute():
                self.last(node, "implementation", scope)
            case ast.Subscript():
                self.base(node.value, scope)
                self.type_(node.slice)
            case _:
                self.expression(node, scope)

    def on_excepthandler(self, node: ast.ExceptHandler, scope: Scope, inside: str) -> None:
        caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type] if node.type else []
        for one in caught:
            if isinstance(one, ast.Name | ast.Attribute):
                self.last(one, "type", scope)
            else:
                self.expression(one, scope)
        if node.name:
            self.put(self.after(self.after(_end(node.type), "as"), node.name), node.name, "name")
        self.body(node.body, scope, inside)

    def on_import(self, node: ast.Import | ast.ImportFrom, _scope: Scope, _inside: str) -> None:
        if not self.references:
            return
        at = _start(node)
        if isinstance(node, ast.ImportFrom):
            index = bisect_left(self.positions, at) + 1
            if node.module:
                self.path(index, "." * node.level + node.module)
        for alias in node.names:
            if alias.name == "*":
                continue
            start = _start(alias)
            index = bisect_left(self.positions, start)
            self.path(index, alias.name)
            if alias.asname:
                self.put(self.positions[self.index_of(_end(alias)) - 1], alias.asname, "name")

    on_importfrom = on_import

    def index_of(self, at: Position) -> int:
        return bisect_left(self.positions, at)

    def path(self, index: int, path: str) -> None:
        """A dotted path whose first token has an index."""
        self.put(self.positions[index], path, "import")
        rest = path
        first = True
        while rest:
            text = self.tokens[index][1]
            if text.isidentifier() and not first:
                self.put(self.positions[index], text, "name")
            first = False
            rest = rest.removeprefix(text)
            index += 1

    # Types

    def type_parameters(self, node: ast.AST) -> None:
        for parameter in getattr(node, "type_params", ()):
            at = _start(parameter)
            self.put(self.after(at, parameter.name), parameter.name, "type")
            for part in ("bound", "default_value"):
                if getattr(parameter, part, None):
                    self.type_(getattr(parameter, part))

    def type_(self, node: ast.expr) -> None:
        """Walk an expression that stands where a type is expected."""
        match node:
            case ast.Name():
                self.put(_start(node), node.id, "type")
            case ast.Attribute():
                self.last(node, "type", ())
            case ast.Call():
                self.expression(node, ())
            case _:
                for child in ast.iter_child_nodes(node):
                    if isinstance(child, ast.expr):
                        self.type_(child)
                    else:  # such as a comprehension
                        self.expression(child, ())

    # Expressions

    def last(self, node: ast.expr, role: str, scope: Scope) -> None:
        """The last name of a name or of an attribute has the role, those before it are names."""
        if isinstance(node, ast.Name):
            self.put(_start(node), node.id, role)
        elif isinstance(node, ast.Attribute):
            self.expression(node.value, scope)
            line, column = _end(node)
            self.put((line, column - len(node.attr.encode())), node.attr, role)

    def callee(self, node: ast.expr, scope: Scope) -> None:
        if isinstance(node, ast.Name | ast.Attribute):
            self.last(node, "call", scope)
        else:
            self.expression(node, scope)

    def arguments(self, arguments: ast.arguments, scope: Scope) -> None:
        for child in ast.iter_child_nodes(arguments):
            if isinstance(child, ast.arg):
                self.put(_start(child), child.arg, "name")
                if child.annotation:
                    self.type_(child.annotation)
            else:
                self.expression(child, scope)

    def expression(self, node: ast.AST, scope: Scope) -> None:
        match node:
            case ast.Name():
                self.put(_start(node), node.id, "name")
            case ast.Attribute():
                self.last(node, "name", scope)
            case ast.Call():
                self.callee(node.func, scope)
                for part in (*node.args, *node.keywords):
                    self.expression(part, scope)
            case ast.keyword():
                if node.arg:
                    self.put(_start(node), node.arg, "name")
                self.expression(node.value, scope)
            case ast.arguments():
                self.arguments(node, scope)
            case ast.pattern():
                self.pattern(node, scope)
            case _:
                for child in ast.iter_child_nodes(node):
                    self.expression(child, scope)

    def pattern(self, node: ast.pattern, scope: Scope) -> None:
        match node:
            case ast.MatchClass():
                self.last(node.cls, "type", scope)
                for name, inner in zip(node.kwd_attrs, node.kwd_patterns, strict=True):
                    self.put(self.positions[self.index_of(_start(inner)) - 2], name, "name")
                for inner in (*node.patterns, *node.kwd_patterns):
                    self.pattern(inner, scope)
                return
            case ast.MatchAs() | ast.MatchStar() if node.name:
                line, column = _end(node)
                self.put((line, column - len(node.name.encode())), node.name, "name")
            case ast.MatchMapping() if node.rest:
                at = _end(node.patterns[-1]) if node.patterns else _start(node)
                self.put(self.after(self.after(at, "**"), node.rest), node.rest, "name")
        for child in ast.iter_child_nodes(node):
            self.expression(child, scope)


def _last(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _start(node: ast.AST) -> Position:
    return node.lineno - 1, node.col_offset


def _end(node: ast.AST) -> Position:
    return node.end_lineno - 1, node.end_col_offset
