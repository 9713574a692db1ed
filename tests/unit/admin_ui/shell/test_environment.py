"""What a page says is the same though its outputs and macros go a shorter way than Jinja's."""

from typing import Any

import jinja2
import pytest
from jinja2 import meta, nodes
from markupsafe import Markup

from admin_ui.shell.environment import OF_PAGE, SHARED, Environment
from admin_ui.shell.files import DESK, files
from admin_ui.shell.render import ENVIRONMENT

_OPTIONS: dict[str, Any] = {"autoescape": True, "undefined": jinja2.StrictUndefined}


class _Marked:
    def __html__(self) -> str:
        return "<b>safe</b>"


@pytest.mark.parametrize(
    "value",
    ["<script>&\"'", Markup("<b>kept</b>"), 7, 2.5, None, True, _Marked(), ["<i>"], ""],
)
def test_a_value_is_written_as_jinja_writes_it(value: object) -> None:
    macro = "{% macro one(x, y='<') %}{{ x }}{{ y }}{% endmacro %}"
    source = macro + "{{ value }}|{{ one(value) }}|{{ one(y=value, x='&') }}"
    said = [
        kind(**_OPTIONS).from_string(source).render(value=value)
        for kind in (Environment, jinja2.Environment)
    ]
    assert said[0] == said[1]


@pytest.mark.parametrize(
    "called",
    [
        "one()",
        "one(1, 2, 3)",
        "one(1, z=2)",
        "one(1, x=2)",
        "one(1, caller=2)",
        "one(missing_name)",
        "body(1)",
        "open(1, 2, z=3)",
        "one(y=1)",
    ],
)
def test_a_macro_called_wrongly_ends_as_in_jinja(called: str) -> None:
    source = (
        "{% macro one(x, y=2) %}{{ x }}-{{ y }}{% endmacro %}"
        "{% macro body(x) %}{{ x }}{{ caller() }}{% endmacro %}"
        "{% macro open(x) %}{{ x }}{{ varargs }}{{ kwargs }}{% endmacro %}{{ " + called + " }}"
    )

    def ended(kind: type[jinja2.Environment]) -> str:
        try:
            return kind(**_OPTIONS).from_string(source).render()
        except (TypeError, jinja2.UndefinedError) as error:
            return type(error).__name__ + str(error)

    assert ended(Environment) == ended(jinja2.Environment)


def test_a_macro_that_wraps_a_block_gets_it() -> None:
    source = "{% macro box(x) %}[{{ x }}{{ caller() }}]{% endmacro %}{% call box('<') %}<b>{{ '&' }}</b>{% endcall %}"
    assert Environment(**_OPTIONS).from_string(source).render() == "[&lt;<b>&amp;</b>]"


@pytest.mark.parametrize("name", sorted(SHARED))
def test_macros_made_once_for_a_page_know_only_what_is_the_same_for_all_of_it(name: str) -> None:
    """An undeclared name of theirs would be that of whoever imported them first."""
    tree = ENVIRONMENT.parse((DESK / name).read_text(encoding="utf-8"))
    own = {one.name for one in tree.find_all(nodes.Name) if one.ctx in ("store", "param")}
    own |= {one.target for one in tree.find_all(nodes.Import)}
    assert meta.find_undeclared_variables(tree) - own - set(ENVIRONMENT.globals) <= OF_PAGE
    asked: list[Any] = list(tree.find_all((nodes.Import, nodes.FromImport, nodes.Include)))
    assert {one.template.value for one in asked} <= SHARED


def test_no_template_imports_where_what_is_of_the_page_has_another_value() -> None:
    """Neither at its top, nor within a loop or a macro that imports or includes others."""
    for path in files(".html"):
        tree = ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
        for node in tree.find_all(
            (nodes.Template, nodes.Block, nodes.With, nodes.For, nodes.Macro)
        ):
            if next(node.find_all((nodes.Import, nodes.FromImport, nodes.Include)), None):
                assert not _given(node) & OF_PAGE, path


def _given(node: nodes.Node) -> set[str]:
    """Return the names that a node itself gives values to, as what stands right in it does."""
    body = getattr(node, "body", [])
    heads = [one for one in node.iter_child_nodes() if one not in body]
    heads += [one.target for one in body if isinstance(one, nodes.Assign | nodes.AssignBlock)]
    names = [name for one in heads for name in (one, *one.find_all(nodes.Name))]
    return {one.name for one in names if isinstance(one, nodes.Name) and one.ctx != "load"}
