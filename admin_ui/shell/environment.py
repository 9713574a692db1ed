"""The Jinja environment of the desk: what Jinja does at each output and each macro, done at once.

The editor of a paper writes eleven hundred values and calls three hundred and fifty macros. Jinja asks at each of these
what cannot be otherwise here: autoescape is always on, templates are all loaded at the start, and a macro takes what
its own signature says. Asking took a fifth of the time in which a page is drawn. What a page says is the same, and so
are its errors: whatever is out of the ordinary goes Jinja's own way (`code_generator_class` and `context_class`,
https://jinja.palletsprojects.com/en/stable/api/).
"""

from collections.abc import MutableMapping, Set
from contextvars import ContextVar
from functools import partial
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.idtracking import VAR_LOAD_RESOLVE
from jinja2.runtime import Context, Macro
from jinja2.utils import missing
from markupsafe import Markup, escape
from markupsafe._speedups import _escape_inner

from admin_ui.shell.drawn_once import Store, key_of
from admin_ui.shell.sharing import OF_PAGE, Facts, Sharing, facts_of

ROUND = 2
"""Goes up when what is generated changes: compiled templates are kept by it."""
_PAGE: ContextVar["_Page | None"] = ContextVar("page", default=None)


class _Page:
    """One page while it is drawn: what it knows, and what was made for it."""

    __slots__ = ("contexts", "known")

    def __init__(self, known: dict[str, Any]) -> None:
        self.known = known
        self.contexts: list[_Context] = []

    def let_go(self) -> None:
        """Part what was made from each other, so that it goes at once.

        Macros know their page and a page its macros: hundreds of objects that only a search for such circles finds.
        Every forty pages that search stopped the process for 30 ms.
        """
        for context in self.contexts:
            for value in context.vars.values():
                if type(value) is _Macro and value.page is self:
                    value.forget()
            context.vars.clear()
            context.blocks.clear()


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

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.page = _PAGE.get()
        self.store: Store | None = None
        """Where what it draws is kept, if it depends on its arguments alone."""
        self.of = ("", "", "")

    def forget(self) -> None:
        """Let go of the page that it was made for. It is not called again."""
        self._func = self.page = None  # type: ignore[assignment]

    def at_once(self, args: tuple[Any, ...], named: dict[str, Any]) -> str:
        """Call it, its output escaped as all outputs are."""
        store = self.store
        if store is None or (key := key_of(args, named)) is None:
            return self._draw(args, named)
        return store.get((self.of, key)) or store.put((self.of, key), self._draw(args, named))

    def _draw(self, args: tuple[Any, ...], named: dict[str, Any]) -> str:
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

    def _import_common(self, node: nodes.Import | nodes.FromImport, frame: Frame) -> None:
        kind = "module_of" if node.with_context else "bare_module"
        self.write(f"environment.{kind}(")
        self.visit(node.template, frame)
        self.write(f", {self.name!r}, context, {self.dump_local_context(frame)})")

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        """Write a template, and behind it what it uses (sharing.py): so no process parses what another compiled."""
        super().visit_Template(node, frame)
        self.writeline(f"facts = {facts_of(node).written()}")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802 - Jinja names it
        """Write a name; one of OF_PAGE, if nothing here gave it a value, as that of the page that is drawn."""
        if node.ctx == "load" and node.name in OF_PAGE:
            load = frame.symbols.find_load(frame.symbols.ref(node.name))
            if load is not None and load[0] == VAR_LOAD_RESOLVE:
                self.write(f"environment.of_page(context, {node.name!r})")
                return
        super().visit_Name(node, frame)

    def macro_def(self, macro_ref: Any, frame: Frame) -> None:
        """Define a macro of ours."""
        self.write(f"environment.keeping({self.name!r}, context, environment.")
        super().macro_def(macro_ref, frame)
        self.write(")")


class _Context(Context):
    """A context that calls macros and words without looking first for what Jinja could hand them besides."""

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        page = _PAGE.get()
        if page is not None:
            page.contexts.append(self)

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
    its time. `pure`: globals of ours whose result depends on their
    arguments alone; `pure_filters`: filters of ours of which the same is true.
    """

    code_generator_class = _Generator
    context_class = _Context
    Macro = _Macro
    written = staticmethod(written)

    def __init__(
        self,
        *,
        pure: Set[str] = frozenset(),
        pure_filters: Set[str] = frozenset(),
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.loaded: dict[str, jinja2.Template] = {}
        self.store = Store()
        self.sharing = Sharing(
            self._facts,
            self.globals.keys(),
            (self.globals.keys() - {"lipsum"}) | pure,
            (self.filters.keys() - {"random"}) | pure_filters,
        )
        self._modules: dict[tuple[str, str], TemplateModule] = {}

    def _facts(self, name: str) -> Facts:
        return Facts.read(self.get_template(name).root_render_func.__globals__["facts"])

    def get_template(
        self,
        name: str | jinja2.Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja names it
    ) -> jinja2.Template:
        """Return a template by its path. Raises jinja2.TemplateNotFound."""
        found = self.loaded.get(name) if isinstance(name, str) and not globals else None
        return found or super().get_template(name, parent, globals)

    def render_page(self, name: str, known: dict[str, Any]) -> str:
        """Draw a page with what it knows. Raises jinja2.TemplateNotFound, and what the template raises."""
        page = _Page(known)
        before = _PAGE.set(page)
        try:
            text = self.get_template(name).render(known)
        finally:
            _PAGE.reset(before)
        page.let_go()  # not after an error: what failed is shown in its traceback
        return text

    def of_page(self, context: Context, name: str) -> Any:
        """Return what the page that is drawn has under a name of OF_PAGE."""
        page = _PAGE.get()
        if page is None:
            return context.resolve(name)
        return page.known[name] if name in page.known else self.undefined(name=name)

    def keeping(self, template: str | None, context: Context, macro: _Macro) -> _Macro:
        """Give a macro that depends on its arguments and the language alone its place to keep what it draws."""
        if template and macro.name in self.sharing.pure_macros(template):
            language = context.resolve_or_missing("lang")
            if language is not missing:
                macro.store, macro.of = self.store, (template, macro.name, language)
        return macro

    def bare_module(self, name: str, parent: str, *_: Any) -> TemplateModule:
        """Return the macros of a template that knows nothing of the page. Raises jinja2.TemplateNotFound."""
        return self._made_once(name, parent, {}, "")

    def module_of(
        self, name: str, parent: str, context: Context, local: dict[str, Any]
    ) -> TemplateModule:
        """Return the macros of a template with what the importing one knows.

        A page includes ten templates, and each imports them. Those that need nothing of the page but its language and
        what of_page() tells them are made once for a process. Raises jinja2.TemplateNotFound.
        """
        language = context.resolve_or_missing("lang")
        if language is missing or not self.sharing.shared(name):
            return self.get_template(name, parent).make_module(context.get_all(), True, local)
        words = {"lang": language, "t": context.resolve("t")}
        return self._made_once(name, parent, words, language)

    def _made_once(
        self, name: str, parent: str, known: dict[str, Any], language: str
    ) -> TemplateModule:
        module = self._modules.get((name, language))
        if module is None:
            before = _PAGE.set(None)  # it outlives the page for which it is made
            try:
                module = self.get_template(name, parent).make_module(known)
            finally:
                _PAGE.reset(before)
            self._modules[name, language] = module
        return module
