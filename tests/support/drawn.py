"""What the desk's macros drew before is drawn again in tests, and compared."""

from typing import Any

from admin_ui.shell.render import ENVIRONMENT


def compare_what_is_kept() -> None:
    """Hold all that is taken from the store of drawn macros against what would be drawn now, for the rest of this run.

    A macro that does not depend on its arguments alone is found by whatever test draws it twice.
    """
    of_ours = ENVIRONMENT.Macro

    def at_once(self: Any, args: tuple[Any, ...], named: dict[str, Any]) -> str:
        found: str = kept(self, args, named)
        if self.store is not None:
            drawn = self._draw(args, named)
            assert (type(found), found) == (type(drawn), drawn), self.of
        return found

    kept = of_ours.at_once
    of_ours.at_once = at_once  # type: ignore[method-assign]
