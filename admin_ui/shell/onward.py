"""Where a reader goes on after a page that was in between: never away from us."""


def own_path(address: str) -> str:
    """Return an address of this desk as it is, and the start page for any other.

    Never a redirect away from us.
    """
    ours = address.startswith("/desk/") and "\\" not in address
    return address if ours and address.isprintable() else "/desk/"
