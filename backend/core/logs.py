"""Logs: one JSON object a line on stderr, UTC, for whatever collects them.

Tracebacks are plain. The library's default for terminals prints every local variable beside them,
and among the locals of a failing sign-in are a password, a token, a seed. Names that mean a secret are
blanked for the same reason, should somebody log one by mistake.
"""

import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

SECRET_NAMES = frozenset(
    {"password", "otp", "code_typed", "token", "access_token", "refresh_token", "secret", "seed"}
)


def blank_secrets(
    _logger: Any, _method: str, event: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Replace the value of every name that means a secret."""
    for name in SECRET_NAMES & event.keys():
        event[name] = "***"
    return event


def _to_stderr(*_: Any) -> structlog.WriteLogger:
    # Looked up at each line: a supervisor may have put another stream in its place.
    return structlog.WriteLogger(sys.stderr)


def configure() -> None:
    """Set the form of all logs of this process; calling it again changes nothing."""
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            blank_secrets,
            structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
        ],
        logger_factory=_to_stderr,
    )
