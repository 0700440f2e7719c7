"""What a translated tool may use that is not Lapak's own: each name with its stand-in of the runtime."""

from __future__ import annotations

from typing import Final, NamedTuple


class Known(NamedTuple):
    """A name of Python's library, or of ipywidgets.

    Attributes:
        script: its name in the runtime.
        params: of a function, in their order; those of a call by keyword are put there. `*` alone
            stands for any number of values, which come as a list, and the others as one object.
        options: whether it is a class that takes all of them by name, as one object.
        named: whether what is given by keyword comes last, as one object.
    """

    script: str
    params: tuple[str, ...] = ()
    options: bool = False
    named: bool = False


def _widget(name: str) -> Known:
    return Known(f"widgets.{name}", ("value",), options=True)


KNOWN: Final = {
    "IPython.display.display": Known("display"),
    "base64.b64encode": Known("b64encode"),
    "bisect.bisect_left": Known("bisectLeft", ("a", "x", "lo", "hi", "key")),
    "calendar.monthrange": Known("monthrange"),
    "collections.defaultdict": Known("defaultdict"),
    "csv.DictReader": Known("dictReader"),
    "dataclasses.fields": Known("fields"),
    "dataclasses.replace": Known("replaced", named=True),
    "datetime.date": Known("date", ("year", "month", "day")),
    "datetime.date.fromisoformat": Known("fromisoformat"),
    "datetime.date.max": Known("lastDay"),
    "datetime.date.min": Known("firstDay"),
    "datetime.timedelta": Known("timedelta", ("days",)),
    "decimal.Context": Known("context", ("prec", "rounding")),
    "decimal.Decimal": Known("decimal"),
    "decimal.ROUND_CEILING": Known("ROUND_CEILING"),
    "decimal.ROUND_FLOOR": Known("ROUND_FLOOR"),
    "decimal.ROUND_HALF_UP": Known("ROUND_HALF_UP"),
    "html.escape": Known("escape"),
    "importlib.resources.files": Known("files"),
    "itertools.pairwise": Known("pairwise"),
    "math.ceil": Known("ceil"),
    "math.sqrt": Known("sqrt"),
    "re.compile": Known("compile"),
    "re.fullmatch": Known("fullmatch"),
    "re.sub": Known("subbed"),
    "statistics.NormalDist": Known("normalDist"),
    "textwrap.wrap": Known("wrap", ("text", "width")),
    "typing.cast": Known("cast"),
    "typing.get_args": Known("list"),
    "usaha.language._": Known("say", named=True),
    "usaha.language.language": Known("language"),
    "usaha.dates.today": Known("today"),  # the phone's day in Banten, never before the page's
    **{
        f"ipywidgets.{name}": _widget(name)
        for name in ("Button", "Dropdown", "FloatSlider", "HTML", "Text", "VBox")
    },
    "ipywidgets.VBox": Known("widgets.VBox", ("children",), options=True),
}

BUILTINS: Final = {
    name: Known(name, params)
    for name, params in {
        "abs": (),
        "any": (),
        "bool": (),
        "dict": (),
        "divmod": (),
        "enumerate": ("iterable", "start"),
        "filter": (),
        "float": (),
        "getattr": (),
        "int": (),
        "isinstance": (),
        "iter": (),
        "len": (),
        "list": (),
        "max": ("*", "key", "default"),
        "min": ("*", "key", "default"),
        "next": (),
        "range": (),
        "reversed": (),
        "round": (),
        "set": (),
        "sorted": ("iterable", "key", "reverse"),
        "str": (),
        "sum": ("iterable", "start"),
        "tuple": (),
        "zip": ("*", "strict"),
        "ArithmeticError": (),
        "LookupError": (),
        "NotImplementedError": (),
        "TypeError": (),
        "ValueError": (),
    }.items()
} | {"dict.fromkeys": Known("fromkeys")}

# Methods of the runtime that are called by keyword somewhere.
METHODS: Final = {
    "quantize": ("exp", "rounding", "context"),
    "read_text": ("encoding",),
    "replace": ("year", "month", "day"),
    "split": ("sep", "maxsplit"),
    "to_integral_value": ("rounding",),
}

# Words of the script's own language that Python allows as names.
RESERVED: Final = frozenset(
    [
        "arguments",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "debugger",
        "default",
        "delete",
        "do",
        "else",
        "enum",
        "eval",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "function",
        "if",
        "implements",
        "import",
        "in",
        "instanceof",
        "interface",
        "let",
        "new",
        "null",
        "package",
        "private",
        "protected",
        "public",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "with",
        "yield",
        "R",
    ]
)
