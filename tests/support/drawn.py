"""What the desk's macros drew before is drawn again in tests, and compared."""

from typing import Any

from admin_ui.shell.drawn_once import key_of
from admin_ui.shell.render import ENVIRONMENT


def compare_what_is_kept() -> None:
    """Hold all that is taken from the store of drawn macros against what would be drawn now, for the rest of this run.

    A macro that does not depend on its arguments alone is found by whatever test draws it twice. Nor may a page call a
    value as something is called that all templates have.
    """
    of_ours = ENVIRONMENT.Macro

    def at_once(self: Any, args: tuple[Any, ...], named: dict[str, Any]) -> str:
        found: str = kept(self, args, named)
        if self.store is not None and key_of(args, named) is not None:
            drawn = self._draw(args, named)
            assert (type(found), found) == (type(drawn), drawn), self.of
        return found

    kept = of_ours.at_once
    of_ours.at_once = at_once  # type: ignore[method-assign]

    def render_page(name: str, known: dict[str, Any]) -> str:
        assert not known.keys() & ENVIRONMENT.globals.keys(), name
        text: str = render(name, known)
        return text

    render = ENVIRONMENT.render_page
    ENVIRONMENT.render_page = render_page  # type: ignore[method-assign]
