"""The middleware that observes refusals. It records them after each answer, without delaying it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from backend.core import refusing
from backend.core.actors import Actor
from backend.core.answers import Answered
from backend.operations.refusals import recording
from backend.operations.rules import refusals as rules


class RecordRefusals:
    """ASGI middleware: collects a request's refusals, and records them once the answer is sent."""

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Watch one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        gathered, answered = refusing.begin(), Answered(send)
        try:
            await self.app(scope, receive, answered)
        finally:
            await _record(scope, gathered, answered.status)


async def _record(scope: Any, gathered: refusing.Gathered, status: int) -> None:
    actor = scope.get("user")
    if not isinstance(actor, Actor):  # nobody is signed in; limits by address are elsewhere
        if gathered.name and (gathered.failed or status == 429):
            client = scope.get("client")
            await recording.record_under_name(
                gathered.name,
                rules.FAILED if gathered.failed else rules.STOPPED,
                method=scope["method"],
                route=str(scope.get("path_template", "")),
                status=status,
                address=client[0] if client else None,
            )
        return
    route = str(scope.get("path_template", ""))
    target = _target(scope.get("path_params") or {})
    names = rules.names_a_thing(route) and target is not None
    codes = rules.counted(status, gathered.answer, gathered.acts, names_a_thing=names)
    if codes:
        client = scope.get("client")
        await recording.record(
            actor,
            method=scope["method"],
            route=route,
            target=target,
            status=status,
            codes=codes,
            address=client[0] if client else None,
        )


def _target(params: Mapping[str, Any]) -> UUID | None:
    """Return the first id in the path."""
    for value in params.values():
        if isinstance(value, UUID):
            return value
        try:
            return UUID(str(value))
        except ValueError:
            continue
    return None
