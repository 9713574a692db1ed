"""What maps are drawn from in a browser: the centres of communes, and no tiles."""

from collections.abc import Mapping
from functools import cache

from admin_ui.shell import static_files
from admin_ui.shell.places import PROVINCES

_LEAFLET = ("leaflet.js", "leaflet.css")


def draws() -> bool:
    """Tell whether this checkout has all that a map needs (deploy/web_assets.py, deploy/communes.py)."""
    return bool(communes_of()) and all(static_files.has(name) for name in _LEAFLET)


@cache
def communes_of() -> Mapping[str, str]:
    """Return where browsers find the centres of each province's communes, by its code."""
    return {
        code: static_files.address(name)
        for code in PROVINCES
        if static_files.has(name := f"communes-{code}.json")
    }
