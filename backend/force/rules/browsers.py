"""A browser as its owner recognises it, from what it says of itself. Pure.

    named("Mozilla/5.0 (Windows NT 10.0; …) … Chrome/142.0.0.0 Safari/537.36")     # "Chrome, Windows"

It proves nothing: a browser says what it likes. Nothing else of what it says is kept.
"""

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("coc_coc", "Cốc Cốc"),
    ("Firefox/", "Firefox"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Chrome/", "Chrome"),
    ("CriOS", "Chrome"),
    ("FxiOS", "Firefox"),
    ("Safari/", "Safari"),
)
"""The first that fits: most name others behind their own name."""
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def named(said: str) -> str:
    """Return kind and system of a browser; empty if neither is known."""
    found = (
        next((name for part, name in known if part in said), "") for known in (_BROWSERS, _SYSTEMS)
    )
    return ", ".join(name for name in found if name)
