"""Where a reader goes after a page in between: never to another site."""


def own_path(address: str) -> str:
    """Return the address if it belongs to this desk, otherwise the start page.

    A redirect thus never leads to another site.
    """
    ours = address.startswith("/desk/") and "\\" not in address
    return address if ours and address.isprintable() else "/desk/"
