"""What a template's macros know of the page that imports them, found out from the template itself.

Most macros know the words of a language, and else only what they are given. Such modules are made once for a process
(environment.py), and those of their macros that know nothing else at all draw the same for the same arguments.
"""

from collections.abc import Callable, Iterator, Set
from typing import Any, NamedTuple

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.meta import TrackingCodeGenerator

OF_LANGUAGE = frozenset({"lang", "t"})
"""Names by which every page has its language and its words. No template gives them another value."""
OF_PAGE = frozenset({"actor", "asked_at", "csrf_token", "path", "whole_path"})
"""Names that are the same for the whole page. Macros look them up when they are called, wherever they were made
(Environment.of_page). No template gives one another value where it imports or includes."""
_WHOLE = (nodes.Include, nodes.Extends, nodes.Block)
_NOT_PURE = (
    *(nodes.Include, nodes.Import, nodes.FromImport, nodes.CallBlock, nodes.Block),
    *(nodes.ScopedEvalContextModifier, nodes.FilterBlock),
)


class MacroFacts(NamedTuple):
    """What one macro uses."""

    free: tuple[str, ...]
    """Names of others: what Jinja looks up around it."""
    filters: tuple[str, ...]
    through: tuple[tuple[str, str], ...]
    """Import and name, where it asks for something of an import."""
    plain: bool
    """Whether it neither includes nor wraps anything."""


class Facts(NamedTuple):
    """What a template uses, found when it is compiled and kept in the compiled template."""

    free: tuple[str, ...]
    imports: tuple[tuple[str, str], ...]
    """Name and template; an empty name where macros are imported by their own names."""
    whole: bool
    """Whether it is a page or a part of one, and no module of macros."""
    macros: tuple[tuple[str, MacroFacts], ...]

    def written(self) -> str:
        """Return it as Python, of plain tuples."""
        return repr((*self[:3], tuple((name, tuple(one)) for name, one in self.macros)))

    @classmethod
    def read(cls, written: Any) -> "Facts":
        """Return what was written."""
        free, imports, whole, macros = written
        return cls(free, imports, whole, tuple((name, MacroFacts(*one)) for name, one in macros))


class _Tracking(TrackingCodeGenerator):
    """Finds all names that are looked up around a node, those of the environment too."""

    def enter_frame(self, frame: Frame) -> None:
        CodeGenerator.enter_frame(self, frame)
        for action, name in frame.symbols.loads.values():
            if action == "resolve" and name:
                self.undeclared_identifiers.add(name)


def facts_of(tree: nodes.Template) -> Facts:
    """Look a parsed template through."""
    imports = [
        *((one.target, _path(one)) for one in tree.find_all(nodes.Import)),
        *(("", _path(one)) for one in tree.find_all(nodes.FromImport)),
    ]
    by_name = {name for one in tree.find_all(nodes.FromImport) for name in _aliases(one)}
    aliases = {name for name, _ in imports if name}
    return Facts(
        free=tuple(sorted(_free(tree) - _given(tree) - aliases - by_name)),
        imports=tuple(imports),
        whole=any(True for _ in tree.find_all(_WHOLE)),
        macros=tuple(
            (one.name, _macro(one, tree.environment, aliases)) for one in tree.find_all(nodes.Macro)
        ),
    )


def _path(of: nodes.Import | nodes.FromImport) -> str:
    return of.template.value if of.with_context and isinstance(of.template, nodes.Const) else ""


def _aliases(of: nodes.FromImport) -> Iterator[str]:
    for name in of.names:
        yield name if isinstance(name, str) else name[1]


def _macro(macro: nodes.Macro, environment: Any, aliases: Set[str]) -> MacroFacts:
    alone = nodes.Template([macro], lineno=macro.lineno)
    alone.environment = environment
    used = [one.name for one in macro.find_all(nodes.Name)]
    through = [
        (one.node.name, one.attr)
        for one in macro.find_all(nodes.Getattr)
        if isinstance(one.node, nodes.Name) and one.node.name in aliases
    ]
    special = {"caller", "varargs", "kwargs"} & {*used}
    handed_on = sum(name in aliases for name in used) != len(through)
    return MacroFacts(
        free=tuple(sorted(_free(alone) - _given(alone))),
        filters=tuple(
            sorted({name for one in macro.find_all(nodes.Filter) for name in _filters(one)})
        ),
        through=tuple(sorted({*through})),
        plain=not (special or handed_on or any(True for _ in macro.find_all(_NOT_PURE))),
    )


def _filters(of: nodes.Filter) -> Iterator[str]:
    """Return a filter's name, and that of the one which `map` applies."""
    yield of.name
    if of.name == "map" and of.args:
        named = of.args[0]
        yield named.value if isinstance(named, nodes.Const) else "unknown"


def _free(tree: nodes.Template) -> set[str]:
    tracking = _Tracking(tree.environment)  # type: ignore[arg-type]  # set by the parser
    tracking.visit(tree)
    return tracking.undeclared_identifiers


def _given(tree: nodes.Node) -> set[str]:
    """Return the names that a template or a macro gives a value to, at least in one of its branches."""
    return {one.name for one in tree.find_all(nodes.Name) if one.ctx in ("store", "param")} | {
        one.name for one in tree.find_all(nodes.Macro)
    }


class Sharing:
    """What follows from the facts of all templates together.

    `everywhere`: what the environment gives to all, by name; `pure`: those of them whose result depends on their
    arguments alone; `pure_filters`: filters of which the same is true. A page may call a value as a filter is called.
    """

    def __init__(
        self,
        facts: Callable[[str], Facts],
        everywhere: Set[str],
        pure: Set[str],
        pure_filters: Set[str],
    ) -> None:
        self._facts, self._everywhere = facts, everywhere
        self._pure, self._pure_filters = pure, pure_filters
        self._shared: dict[str, bool] = {}
        self._pure_macros: dict[str, frozenset[str]] = {}

    def shared(self, name: str) -> bool:
        """Tell whether the macros of a template need nothing that a page alone can give them."""
        if name not in self._shared:
            self._shared[name] = False  # while it is looked at: what imports itself is not shared
            facts = self._facts(name)
            known = OF_LANGUAGE | OF_PAGE | self._everywhere
            self._shared[name] = (
                not facts.whole
                and known >= {*facts.free}
                and all(path and self.shared(path) for _, path in facts.imports)
            )
        return self._shared[name]

    def pure_macros(self, name: str) -> frozenset[str]:
        """Return the names of a template's macros whose output depends on their arguments and the language alone."""
        if name not in self._pure_macros:
            self._pure_macros[name] = frozenset()
            self._pure_macros[name] = self._find_pure(self._facts(name))
        return self._pure_macros[name]

    def _find_pure(self, facts: Facts) -> frozenset[str]:
        imported = {
            alias: self.pure_macros(path) for alias, path in facts.imports if alias and path
        }
        pure = {name for name, _ in facts.macros}
        while True:
            known = OF_LANGUAGE | self._pure | pure | imported.keys()
            fallen = {
                name
                for name, one in facts.macros
                if not one.plain
                or not known >= {*one.free}
                or not self._pure_filters >= {*one.filters}
                or any(attr not in imported.get(alias, ()) for alias, attr in one.through)
            }
            if not fallen & pure:
                return frozenset(pure)
            pure -= fallen
