"""Which macros draw the same for the same arguments, read from their templates."""

from typing import Any

import jinja2
import pytest

from admin_ui.shell.environment import Environment

IMPORTED = "{% macro plain(x) %}{{ t(x) }}{% endmacro %}{% macro own(x) %}{{ path }}{% endmacro %}"
PURE = {
    "words of the language": "{{ t('a', x=x) }}{{ lang }}",
    "a pure filter": "{{ x | length }}{{ x | number }}{{ x | map('upper') | join }}",
    "a sibling that is pure": "{{ beside(x) }}",
    "a macro of an import that is pure": "{{ parts.plain(x) }}",
    "its own loop and names": "{% set y = x %}{% for z in y %}{{ loop.index }}{{ z }}{% endfor %}",
}
NOT_PURE = {
    "what the page knows": "{{ csrf_token }}",
    "what the importing page has": "{{ view }}",
    "the clock": "{{ now }}",
    "what a page calls as a filter is called": "{{ length }}{{ number }}",
    "a new id each time": "{{ new_id() }}",
    "a filter that looks at today": "{{ x | today }}",
    "a filter that looks at today, for each": "{{ x | map('today') | join }}",
    "chance": "{{ x | random }}",
    "what its caller wrote": "{{ caller() }}",
    "any further arguments": "{{ varargs }}",
    "another template": "{% include 'parts.html' %}",
    "a sibling that is not": "{{ fresh() }}",
    "a sibling of which a sibling is not": "{{ again() }}",
    "a macro of an import that is not": "{{ parts.own(x) }}",
    "the whole import": "{{ parts }}",
    "a macro of an import, handed on": "{{ beside(parts.own) }}",
}
BESIDE = (
    "{% import 'parts.html' as parts with context %}{% macro beside(x) %}{{ x }}{% endmacro %}"
    "{% macro fresh() %}{{ new_id() }}{% endmacro %}{% macro again() %}{{ fresh() }}{% endmacro %}"
)


def pure(body: str) -> frozenset[str]:
    source = BESIDE + "{% macro one(x) %}" + body + "{% endmacro %}"
    templates = {"parts.html": IMPORTED, "mine.html": source}
    options: dict[str, Any] = {"autoescape": True, "undefined": jinja2.StrictUndefined}
    made = Environment(
        loader=jinja2.DictLoader(templates), pure_filters=frozenset({"number"}), **options
    )
    made.filters |= {"today": str, "number": str}
    made.globals["new_id"] = object
    return made.sharing.pure_macros("mine.html")


@pytest.mark.parametrize("body", PURE.values(), ids=PURE)
def test_a_macro_draws_the_same_for_the_same_arguments_with(body: str) -> None:
    assert "one" in pure(body)


@pytest.mark.parametrize("body", NOT_PURE.values(), ids=NOT_PURE)
def test_a_macro_is_drawn_each_time_with(body: str) -> None:
    assert "one" not in pure(body)
    assert "beside" in pure(body)
