"""RFC 9457 problem details, in which every face reports errors."""

from typing import Any

from schemas.core.base import Wire


class Text(Wire):
    """One sentence in both languages: what happened and what to do next."""

    vi: str
    en: str


class Problem(Wire):
    """`code` never changes. `retryable` says whether the same request may succeed later."""

    type: str
    title: str
    status: int
    code: str
    text: Text
    retryable: bool
    detail: dict[str, Any] | None = None
