"""What was refused while one request was answered: codes alone, gathered from the door and from the faces.

The middleware of asgi.py opens a gathering for each request; whoever refuses notes the code of it here, wherever it
happens. Outside of a request (a job, the command line) nothing is gathered.
"""

from contextvars import ContextVar

_MOST = 200
"""So many refusals of one request are told apart; a portion of acts holds fewer."""


class Gathered:
    """Of one request: refusals of acts at the one door, the code of the answer where that was an error, and the user
    name under which somebody tried to sign in and may not try now."""

    def __init__(self) -> None:
        self.acts: list[str] = []
        self.answer: str | None = None
        self.name: str | None = None


_now: ContextVar[Gathered | None] = ContextVar("refusals of this request", default=None)


def begin() -> Gathered:
    """Gather anew, for the request that begins."""
    made = Gathered()
    _now.set(made)
    return made


def act(code: str) -> None:
    """The one door refused an act."""
    gathered = _now.get()
    if gathered is not None and len(gathered.acts) < _MOST:
        gathered.acts.append(code)


def answer(code: str, *, of_act: bool = False) -> None:
    """A face answers with an error; `of_act` where it is an act's refusal, which the door may have noted already."""
    gathered = _now.get()
    if gathered is None:
        return
    gathered.answer = code
    if of_act and code not in gathered.acts:
        act(code)


def stopped(username: str) -> None:
    """A sign-in under this name is stopped after too many wrong tries; whose name it is, if anybody's, is looked up
    once the answer has left, so that its time tells nothing."""
    gathered = _now.get()
    if gathered is not None:
        gathered.name = username
