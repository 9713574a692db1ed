"""Logs: one JSON object a line on stderr, in UTC.

Tracebacks are plain. The library's default for terminals prints every local variable beside them,
and the locals of a failing sign-in include a password, a token, a seed. For the same reason, values
under names that mean a secret are blanked in case somebody logs one by mistake.
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
    # Looked up at each line, because a supervisor may have replaced the stream.
    return structlog.WriteLogger(sys.stderr)


def configure() -> None:
    """Configure all logs of this process. Calling it again changes nothing."""
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
