"""The Jinja environment of the desk: what Jinja does at each output and each macro, done at once.

The editor of a paper writes eleven hundred values and calls three hundred and fifty macros. Jinja asks at each of these
what cannot be otherwise here: autoescape is always on, templates are all loaded at the start, and a macro takes what
its own signature says. Asking took a fifth of the time in which a page is drawn. What a page says is the same, and so
are its errors: whatever is out of the ordinary goes Jinja's own way (`code_generator_class` and `context_class`,
https://jinja.palletsprojects.com/en/stable/api/).
"""

from collections.abc import MutableMapping
from functools import partial
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.nodes import FromImport, Import
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe._speedups import _escape_inner

ROUND = 1
"""Goes up when what is generated changes: compiled templates are kept by it."""
OF_ALL = "modules_made"
"""The name of the mapping that a render hands its templates: modules of macros, made once for the page."""
SHARED = frozenset(
    f"shell/macros/{name}.html"
    for name in ("exporting", "forms", "frame", "live", "parts", "story", "table")
)
"""Macros that know nothing but what is the same for the whole page (`OF_PAGE`), whatever imports them."""
OF_PAGE = frozenset({"actor", "asked_at", "csrf_token", "lang", "path", "t"})
"""What they know. No template gives one of these names another value where it imports them."""


def written(value: Any) -> str:
    """Return a value as it is written to a page: escaped, unless a template or a macro made it.

    As markupsafe.escape, which since its third edition wraps what it returns in an object that an output does not need.
    """
    kind = type(value)
    if kind is str:
        return _escape_inner(value)
    return value if kind is Markup else escape(value)


class _Macro(Macro):
    """A macro of which the arguments are put in their places without looking for what it does not take."""

    def at_once(self, args: tuple[Any, ...], named: dict[str, Any]) -> str:
        """Call it, its output escaped as all outputs are."""
        rest = self.arguments[len(args) :]
        if self.caller or self.catch_kwargs or self.catch_varargs or not named.keys() <= {*rest}:
            return self(*args, **named)
        if len(args) > len(self.arguments):
            return self(*args, **named)
        # What it returns was joined of escaped outputs: a plain string.
        return str.__new__(Markup, self._func(*args, *[named.get(one, missing) for one in rest]))


class _Generator(CodeGenerator):
    """Writes our names into the compiled templates."""

    def _output_child_pre(
        self, node: Any, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("environment.written(")

    def _import_common(self, node: Import | FromImport, frame: Frame) -> None:
        if not node.with_context:
            super()._import_common(node, frame)
            return
        self.write("environment.module_of(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}, context, {self.dump_local_context(frame)})")

    def macro_def(self, macro_ref: Any, frame: Frame) -> None:
        """Define a macro of ours."""
        self.write("environment.")
        super().macro_def(macro_ref, frame)


class _Context(Context):
    """A context that calls macros and words without looking first for what Jinja could hand them besides."""

    def call(self, obj: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call a macro or the words of the reader's language at once, everything else as Jinja does."""
        kind = type(obj)
        if kind is _Macro or kind is partial:
            kwargs.pop("_block_vars", None)
            kwargs.pop("_loop_vars", None)
            return obj.at_once(args, kwargs) if kind is _Macro else obj(*args, **kwargs)
        return super().call(obj, *args, **kwargs)


class Environment(jinja2.Environment):
    """An environment whose templates are all loaded at the start (`loaded`), and never again.

    Jinja's own cache takes a lock and moves an entry at every look, and a page looks two dozen times: a thirtieth of
    its time.
    """

    code_generator_class = _Generator
    context_class = _Context
    Macro = _Macro
    written = staticmethod(written)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.loaded: dict[str, jinja2.Template] = {}

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja names it
    ) -> jinja2.Template:
        """Return a template by its path. Raises jinja2.TemplateNotFound."""
        found = self.loaded.get(name) if isinstance(name, str) and not globals else None
        return found or super().get_template(name, parent, globals)

    def module_of(
        self, name: str, parent: str, context: Context, local: dict[str, Any]
    ) -> TemplateModule:
        """Return the macros of a template with what the importing one knows, once for a page if they are SHARED.

        A page includes ten templates, and each imports them. Raises jinja2.TemplateNotFound.
        """
        template = self.get_template(name, parent)
        made = context.resolve_or_missing(OF_ALL) if name in SHARED else missing
        if made is missing:
            return template.make_module(context.get_all(), True, local)
        if name not in made:
            made[name] = template.make_module(context.get_all(), True, local)
        module: TemplateModule = made[name]
        return module
