"""What stands in addresses. It knows no request, so that lists which a worker writes use it too."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode


def query_of(values: Mapping[str, Any]) -> str:
    """Return a search's conditions as a query string for its next page; empty ones are left out."""
    return urlencode({name: value for name, value in values.items() if value})
