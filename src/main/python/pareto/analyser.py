"""Answers questions about Python source code, as this interpreter understands it.

Started once as ``python -I -S analyser.py`` and then asked over its standard
input: each request is a length (4 bytes, big-endian) and that many bytes of
JSON; each answer, on standard output, has the same form. Nothing that it is
given is ever executed.

Requests and their answers:

``{"do": "version"}``
    ``{"version": [3, 11, 7]}``

``{"do": "parse", "text": ...}``
    ``{"count": n, "rows": [...], "comments": [[line, column], ...]}``, or a
    problem (see below). ``rows`` is the syntax tree, one row for a node, see
    `tree_rows`. A comment reaches to the end of its line.

``{"do": "compile", "text": ...}``
    ``{}``, or a problem. It finds what `parse` leaves to the compiler, such as
    a ``return`` outside of a function.

A problem is ``{"syntax": message, "line": l, "column": c}`` or
``{"unreadable": message}``. Lines and the columns of problems count from 1, in
characters; all other columns count bytes of UTF-8 from 0, as `ast` does.

Standard library only; CPython 3.10 to 3.14.
"""

import ast
import gc
import io
import json
import re
import struct
import sys
import tokenize
from operator import attrgetter

# What is told of each kind of node. A bare field is told as it is; ">field" is
# a node, "*field" a list of nodes, "=field" the value of a constant, "^field"
# an operator, a list of operators or a context, and "+field" a node that is
# told in place, as a row within the row.
FIELDS = {
    "Module": "*body",
    "FunctionDef": "name +args *body *decorator_list >returns *type_params",
    "AsyncFunctionDef": "name +args *body *decorator_list >returns *type_params",
    "ClassDef": "name *bases *keywords *body *decorator_list *type_params",
    "Return": ">value",
    "Delete": "*targets",
    "Assign": "*targets >value",
    "TypeAlias": ">name *type_params >value",
    "AugAssign": ">target ^op >value",
    "AnnAssign": ">target >annotation >value simple",
    "For": ">target >iter *body *orelse",
    "AsyncFor": ">target >iter *body *orelse",
    "While": ">test *body *orelse",
    "If": ">test *body *orelse",
    "With": "*items *body",
    "AsyncWith": "*items *body",
    "Match": ">subject *cases",
    "Raise": ">exc >cause",
    "Try": "*body *handlers *orelse *finalbody",
    "TryStar": "*body *handlers *orelse *finalbody",
    "Assert": ">test >msg",
    "Import": "*names",
    "ImportFrom": "module *names level",
    "Global": "names",
    "Nonlocal": "names",
    "Expr": ">value",
    "Pass": "",
    "Break": "",
    "Continue": "",
    "BoolOp": "^op *values",
    "NamedExpr": ">target >value",
    "BinOp": ">left ^op >right",
    "UnaryOp": "^op >operand",
    "Lambda": "+args >body",
    "IfExp": ">test >body >orelse",
    "Dict": "*keys *values",
    "Set": "*elts",
    "ListComp": ">elt *generators",
    "SetComp": ">elt *generators",
    "DictComp": ">key >value *generators",
    "GeneratorExp": ">elt *generators",
    "Await": ">value",
    "Yield": ">value",
    "YieldFrom": ">value",
    "Compare": ">left ^ops *comparators",
    "Call": ">func *args *keywords",
    "FormattedValue": ">value conversion >format_spec",
    "JoinedStr": "*values",
    "Constant": "=value",
    "Attribute": ">value attr ^ctx",
    "Subscript": ">value >slice ^ctx",
    "Starred": ">value ^ctx",
    "Name": "id ^ctx",
    "List": "*elts ^ctx",
    "Tuple": "*elts ^ctx",
    "Slice": ">lower >upper >step",
    "comprehension": ">target >iter *ifs is_async",
    "ExceptHandler": ">type name *body",
    "arguments": "*posonlyargs *args >vararg *kwonlyargs *kw_defaults >kwarg *defaults",
    "arg": "arg >annotation",
    "keyword": "arg >value",
    "alias": "name asname",
    "withitem": ">context_expr >optional_vars",
    "match_case": ">pattern >guard *body",
    "MatchValue": ">value",
    "MatchSingleton": "=value",
    "MatchSequence": "*patterns",
    "MatchMapping": "*keys *patterns rest",
    "MatchClass": ">cls *patterns kwd_attrs *kwd_patterns",
    "MatchStar": "name",
    "MatchAs": ">pattern name",
    "MatchOr": "*patterns",
    "TypeVar": "name >bound >default_value",
    "ParamSpec": "name >default_value",
    "TypeVarTuple": "name >default_value",
}

POSITION = ("lineno", "col_offset", "end_lineno", "end_col_offset")
UNPLACED = {"Module", "comprehension", "arguments", "withitem", "match_case"}


class Shape:
    """How to turn the nodes of one class into rows, worked out once."""

    def __init__(self, kind, fields):
        self.kind = kind
        # Where in a row the fields of each sort are.
        self.nodes, self.lists, self.constants, self.symbols, self.inner = [], [], [], [], []
        sorts = {
            ">": self.nodes,
            "*": self.lists,
            "=": self.constants,
            "^": self.symbols,
            "+": self.inner,
        }
        names = [] if kind in UNPLACED else list(POSITION)
        self.missing = []
        for field in fields.split():
            name = field.lstrip("".join(sorts))
            if name not in getattr(ast, kind)._fields:
                # Newer than this interpreter. Such fields come last.
                self.missing.append([] if field[0] == "*" else None)
                continue
            if field[0] in sorts:
                sorts[field[0]].append(len(names) + 1)
            names.append(name)
        self.values = values_getter(names)


def values_getter(names):
    """Returns a function from an object to the values of these attributes."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda node: [getattr(node, name) for name in names]


SHAPES = {
    getattr(ast, kind): Shape(kind, fields)
    for kind, fields in FIELDS.items()
    if hasattr(ast, kind)
}
SYMBOLS = {
    symbol: symbol.__name__
    for family in (ast.operator, ast.unaryop, ast.cmpop, ast.boolop, ast.expr_context)
    for symbol in family.__subclasses__()
}


def tree_rows(tree):
    """Returns the rows of a tree, each child before its parent.

    A row is ``[kind, line, column, end line, end column, field, ...]``, without
    positions where `ast` has none; the fields are those of `FIELDS`. Nodes are
    numbered breadth first from the root, 0, and told in falling order; a field
    that is a node tells its number. So neither side needs recursion, however
    deeply the code is nested.
    """
    nodes = [tree]
    rows = [row(node, nodes) for node in nodes]  # nodes grows on the way
    rows.reverse()
    return rows


def row(node, nodes):
    """Returns the row of a node; its children are appended to the nodes."""
    shape = SHAPES.get(type(node))
    if shape is None:
        return unknown_row(node, nodes)
    values = [shape.kind, *shape.values(node), *shape.missing]
    for i in shape.nodes:
        if values[i] is not None:
            nodes.append(values[i])
            values[i] = len(nodes) - 1
    for i in shape.lists:
        if values[i]:
            values[i] = numbers(values[i], nodes)
    for i in shape.symbols:
        values[i] = symbol(values[i])
    for i in shape.constants:
        values[i] = constant(values[i])
    for i in shape.inner:
        values[i] = row(values[i], nodes)
    return values


def numbers(children, nodes):
    """Numbers a list of nodes; some lists of `ast` have None among them."""
    if None in children:
        found = []
        for child in children:
            found.append(None if child is None else len(nodes))
            if child is not None:
                nodes.append(child)
        return found
    first = len(nodes)
    nodes.extend(children)
    return list(range(first, len(nodes)))


def symbol(value):
    if isinstance(value, list):
        return [SYMBOLS[type(one)] for one in value]
    return SYMBOLS[type(value)]


def constant(value):
    """Returns a constant as JSON can express it."""
    if value is None or value is True or value is False or type(value) is str:
        return value
    if type(value) is int:
        return value if value.bit_length() < 64 else ["int", format(value, "x")]
    if type(value) is float:
        return ["float", repr(value)]
    if type(value) is complex:
        return ["complex", repr(value.imag)]
    if type(value) is bytes:
        return ["bytes", value.decode("latin-1")]
    return ["ellipsis"]


def unknown_row(node, nodes):
    """Returns the row of a node whose kind is newer than this program."""
    position = [getattr(node, name) for name in POSITION]
    family = "stmt" if isinstance(node, ast.stmt) else "expr"
    return [family, *position, type(node).__name__, numbers(placed_children(node), nodes)]


def placed_children(node):
    """Returns the expressions and statements directly below an unknown node."""
    found = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.expr, ast.stmt)):
            found.append(child)
        else:
            found.extend(placed_children(child))
    return found


# Before 3.12 an f-string is one token like any other string, and this finds
# comments ten times faster than `tokenize`, which was pure Python then.
STRING_OR_COMMENT = re.compile(
    r"""
    '''(?:[^\\]|\\.)*?''' | \"""(?:[^\\]|\\.)*?\"""
    | '(?:[^\\'\n]|\\.)*' | "(?:[^\\"\n]|\\.)*"
    | (?P<comment>\#)[^\n]*
    """,
    re.VERBOSE | re.DOTALL,
)


def comments(text):
    """Returns line and column of each comment in a text that has been parsed."""
    if "#" not in text:
        return []
    if sys.version_info < (3, 12):
        return scanned_comments(text)
    lines = text.split("\n")
    found = []
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            line, column = token.start
            found.append([line, len(lines[line - 1][:column].encode("utf-8"))])
    return found


def scanned_comments(text):
    found = []
    line, counted = 1, 0
    for match in STRING_OR_COMMENT.finditer(text):
        start = match.start("comment")
        if start >= 0:
            line += text.count("\n", counted, start)
            counted = start
            before = text[text.rfind("\n", 0, start) + 1 : start]
            found.append([line, len(before.encode("utf-8"))])
    return found


def with_plain_line_ends(text):
    """Returns the text as the tokenizer sees it; neither lines nor columns move."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def problem(error):
    """Returns what stopped the compiler, for people."""
    if isinstance(error, SyntaxError):
        return {
            "syntax": error.msg or "invalid syntax",
            "line": max(error.lineno or 1, 1),
            "column": max(error.offset or 1, 1),
        }
    if isinstance(error, (RecursionError, MemoryError)):
        return {"unreadable": "It is nested too deeply for this Python."}
    return {"unreadable": str(error)}


# What the compiler raises for one source or another; nothing else is expected.
COMPILER_ERRORS = (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError)


def parse(request):
    text = with_plain_line_ends(request["text"])
    try:
        tree = ast.parse(text)
        found = comments(text)
    except tokenize.TokenError as error:
        return {"unreadable": str(error)}
    except COMPILER_ERRORS as error:
        return problem(error)
    rows = tree_rows(tree)
    return {"count": len(rows), "rows": rows, "comments": found}


def compile_only(request):
    try:
        compile(request["text"], "<source>", "exec", dont_inherit=True)
    except COMPILER_ERRORS as error:
        return problem(error)
    return {}


def version(_request):
    return {"version": list(sys.version_info[:3])}


ANSWERS = {"parse": parse, "compile": compile_only, "version": version}


def serve(requests, answers):
    """Answers requests until there are no more."""
    while True:
        head = requests.read(4)
        if len(head) < 4:
            return
        request = json.loads(requests.read(struct.unpack(">I", head)[0]))
        answer = ANSWERS[request["do"]](request)
        body = json.dumps(answer, separators=(",", ":")).encode("ascii")
        answers.write(struct.pack(">I", len(body)))
        answers.write(body)
        answers.flush()


if __name__ == "__main__":
    # Syntax trees have no cycles: looking for some would take a third of the time.
    gc.disable()
    serve(sys.stdin.buffer, sys.stdout.buffer)
