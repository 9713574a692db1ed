"""Collects the codes of what was refused while one request was answered.

The middleware of asgi.py opens a collection for each request. `ledger.record` (the one door) and
the faces note each refusal in it. Outside a request (a job, the command line) nothing is collected.
"""

from contextvars import ContextVar

_MOST = 200
"""How many refused acts of one request are noted. A batch of acts from a phone holds fewer."""


class Gathered:
    """The refusals of one request.

    They are the codes of refused acts, the code of an error answer, and the user name of a sign-in
    that was stopped or failed.
    """

    def __init__(self) -> None:
        self.acts: list[str] = []
        self.answer: str | None = None
        self.name: str | None = None
        self.failed = False


_now: ContextVar[Gathered | None] = ContextVar("refusals of this request", default=None)


def begin() -> Gathered:
    """Open a collection for the request that begins."""
    made = Gathered()
    _now.set(made)
    return made


def act(code: str) -> None:
    """Note that `ledger.record` refused an act."""
    gathered = _now.get()
    if gathered is not None and len(gathered.acts) < _MOST:
        gathered.acts.append(code)


def answer(code: str, *, of_act: bool = False) -> None:
    """Note that a face answers with an error.

    `of_act`: the error is an act's refusal, which act() may already have noted.
    """
    gathered = _now.get()
    if gathered is None:
        return
    gathered.answer = code
    if of_act and code not in gathered.acts:
        act(code)


def stopped(username: str) -> None:
    """Note that a sign-in under this name is stopped after too many wrong tries.

    Whose name it is, if anybody's, is looked up after the answer has been sent, so that the time of
    the answer reveals nothing.
    """
    gathered = _now.get()
    if gathered is not None:
        gathered.name = username


def failed(username: str) -> None:
    """Note that a sign-in under this name failed. As with stopped(), its owner is looked up later."""
    gathered = _now.get()
    if gathered is not None:
        gathered.name, gathered.failed = username, True
