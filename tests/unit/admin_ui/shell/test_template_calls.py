"""Templates call filters and macros with the arguments that these take.

Jinja finds out when a page is drawn, and what is drawn rarely (a search that is behind) may be drawn first by a reader.
"""

import inspect
from collections.abc import Iterator

import pytest
from jinja2 import nodes

from admin_ui.shell.files import DESK, files
from admin_ui.shell.render import ENVIRONMENT

TEMPLATES = list(files(".html"))
PARSED = {
    path.relative_to(DESK).as_posix(): ENVIRONMENT.parse(path.read_text()) for path in TEMPLATES
}


def macros(of: str) -> dict[str, nodes.Macro]:
    return {one.name: one for one in PARSED[of].find_all(nodes.Macro)}


def imported(of: str) -> dict[str, str]:
    """What a template calls its imports, and the template of each."""
    return {
        one.target: one.template.value
        for one in PARSED[of].find_all(nodes.Import)
        if isinstance(one.template, nodes.Const)
    }


def named(of: str) -> dict[str, nodes.Macro]:
    """Macros that a template imported by name."""
    found = {}
    for one in PARSED[of].find_all(nodes.FromImport):
        if isinstance(one.template, nodes.Const):
            theirs = macros(one.template.value)
            for name in one.names:
                source, alias = name if isinstance(name, tuple) else (name, name)
                found[alias] = theirs[source]
    return found


def signature(of: nodes.Macro) -> inspect.Signature:
    first = len(of.args) - len(of.defaults)
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    more = any(name.name == "varargs" for name in of.find_all(nodes.Name))
    rest = [inspect.Parameter("varargs", inspect.Parameter.VAR_POSITIONAL)] if more else []
    return inspect.Signature(
        [
            inspect.Parameter(arg.name, kind, default=None if at >= first else inspect._empty)
            for at, arg in enumerate(of.args)
        ]
        + rest
    )


def fits(takes: inspect.Signature, before: int, call: nodes.Call | nodes.Filter) -> bool:
    """Whether the arguments of a call have places, and none lacks.

    Jinja calls a macro without an argument all the same; the page fails where the macro comes to it.
    """
    if call.dyn_args or call.dyn_kwargs:
        return True
    args = [None] * (before + len(call.args))
    given = {str(one.key): None for one in call.kwargs}
    try:
        takes.bind(*args, **given)
    except TypeError:
        return False
    return True


def calls(of: str) -> Iterator[tuple[str, nodes.Call, nodes.Macro]]:
    own, by_name = macros(of), named(of)
    aliases = imported("shell/layout.html") | imported(of)
    for call in PARSED[of].find_all(nodes.Call):
        match call.node:
            case nodes.Getattr(node=nodes.Name(name=alias), attr=name) if alias in aliases:
                theirs = macros(aliases[alias])
                assert name in theirs, f"{of}:{call.lineno}: {aliases[alias]} has no macro {name}"
                yield name, call, theirs[name]
            case nodes.Name(name=name) if name in own or name in by_name:
                yield name, call, (own | by_name)[name]


@pytest.mark.parametrize("of", sorted(PARSED))
def test_every_filter_gets_what_it_needs(of: str) -> None:
    found = []
    for one in PARSED[of].find_all(nodes.Filter):
        known = ENVIRONMENT.filters[one.name]
        if (known.__module__ or "").startswith(("jinja2.", "markupsafe", "builtins")):
            continue  # Jinja's own, to which it hands more
        takes = inspect.signature(known)
        before = 1 + hasattr(known, "jinja_pass_arg")
        if not fits(takes, before, one):
            found.append(f"{of}:{one.lineno}: {one.name}{takes}")
    assert not found, "\n".join(found)


@pytest.mark.parametrize("of", sorted(PARSED))
def test_every_macro_is_there_and_takes_what_it_is_given(of: str) -> None:
    found = [
        f"{of}:{call.lineno}: {name}{signature(macro)}"
        for name, call, macro in calls(of)
        if not fits(signature(macro), 0, call)
    ]
    assert not found, "\n".join(found)


def test_a_call_that_lacks_an_argument_is_seen() -> None:
    call = next(ENVIRONMENT.parse("{{ behind | duration }}").find_all(nodes.Filter))
    assert not fits(inspect.signature(ENVIRONMENT.filters["duration"]), 1, call)
    assert len(TEMPLATES) > 200
