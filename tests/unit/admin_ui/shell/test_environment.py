"""What a page says is the same though its outputs and macros go a shorter way than Jinja's."""

import gc
from functools import partial
from typing import Any

import jinja2
import pytest
from jinja2 import nodes
from markupsafe import Markup

from admin_ui.shell.environment import Environment
from admin_ui.shell.files import files
from admin_ui.shell.render import ENVIRONMENT
from admin_ui.shell.sharing import OF_LANGUAGE, OF_PAGE

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


def test_no_template_gives_what_is_of_the_page_or_of_all_another_value() -> None:
    """Macros look it up at the page, wherever they were made; a value given on the way would be passed by."""
    for path in files(".html"):
        tree = ENVIRONMENT.parse(path.read_text(encoding="utf-8"))
        stored = {one.name for one in tree.find_all(nodes.Name) if one.ctx == "store"}
        assert not stored & (OF_PAGE | OF_LANGUAGE | ENVIRONMENT.globals.keys()), path


LAYOUT = {
    "forms.html": "{% macro sent(x) %}{{ t('k') }} {{ x }} {{ csrf_token }}{% endmacro %}"
    "{% macro still(x) %}{{ t('k') }} {{ x }}{% endmacro %}",
    "mine.html": "{% import 'forms.html' as forms with context %}"
    "{% macro both(x) %}{{ forms.sent(x) }}, {{ forms.still(x) }}, {{ of_mine }}{% endmacro %}",
    "page.html": "{% import 'forms.html' as forms with context %}{% import 'mine.html' as mine with context %}"
    "{{ forms.sent(value) }}; {{ forms.still(value) }}; {{ mine.both(value) }}",
}


def drawn(environment: Environment, lang: str = "vi", **known: Any) -> str:
    words = partial(lambda lang, key: f"{key}-{lang}", lang)
    return environment.render_page("page.html", {"t": words, "lang": lang, "of_mine": 7} | known)


@pytest.fixture
def environment() -> Environment:
    return Environment(loader=jinja2.DictLoader(LAYOUT), **_OPTIONS)


def test_macros_made_for_one_page_say_of_the_next_what_is_of_the_next(
    environment: Environment,
) -> None:
    assert drawn(environment, csrf_token="a", value="x").startswith(
        "k-vi x a; k-vi x; k-vi x a, k-"
    )
    assert drawn(environment, csrf_token="b", value="x").startswith(
        "k-vi x b; k-vi x; k-vi x b, k-"
    )
    assert drawn(environment, "en", csrf_token="b", value="x", of_mine=8).endswith("k-en x, 8")
    assert environment.sharing.shared("forms.html")
    assert not environment.sharing.shared("mine.html")


def test_a_page_that_lacks_what_a_shared_macro_needs_fails_as_in_jinja(
    environment: Environment,
) -> None:
    drawn(environment, csrf_token="a", value="x")
    with pytest.raises(jinja2.UndefinedError, match="csrf_token"):
        drawn(environment, value="x")


def test_an_error_within_a_page_leaves_nothing_behind(environment: Environment) -> None:
    with pytest.raises(jinja2.UndefinedError):
        drawn(environment, csrf_token="a")
    assert "k-vi x b" in drawn(environment, csrf_token="b", value="x")


def test_a_text_is_never_written_as_the_markup_that_equals_it(environment: Environment) -> None:
    """Both are equal to Python, and have one hash."""
    made, typed = Markup("<b>bold</b>"), "<b>bold</b>"
    for value, said in ((made, "<b>bold</b>"), (typed, "&lt;b&gt;"), (made, "<b>bold</b>")):
        assert f"k-vi {said}" in drawn(environment, csrf_token="a", value=value)
    for one, said in ((True, "True"), (1, "1"), (1.0, "1.0"), (True, "True")):
        assert f"; k-vi {said};" in drawn(environment, csrf_token="a", value=one)


def test_a_page_leaves_nothing_for_the_garbage_collector(environment: Environment) -> None:
    """What is left in circles is looked for while everybody waits."""
    drawn(environment, csrf_token="a", value="x")
    gc.collect()
    gc.disable()
    try:
        for _ in range(5):
            drawn(environment, csrf_token="a", value="x")
        assert gc.collect() == 0
    finally:
        gc.enable()
