"""In which order the acts of an information are offered: what is next comes first. Pure."""

from collections.abc import Iterable

from backend.intake.rules.facts import Information
from schemas.intake.words import InformationAct as Act
from schemas.intake.words import InformationState as State
from schemas.intake.words import Nature

_TIP: dict[State, tuple[Act, ...]] = {
    State.RECEIVED: (Act.ASSIGNED, Act.PROPOSED, Act.REPORTED, Act.FORWARDED, Act.REDIRECTED),
    State.VERIFYING: (Act.VERIFIED, Act.EXTENDED, Act.REPORTED, Act.ASSIGNED),
    State.VIOLATION: (Act.PROPOSED, Act.FORWARDED, Act.REPORTED),
    State.NO_VIOLATION: (Act.INFORMANT_TOLD, Act.CLOSED, Act.REPORTED),
    State.UNVERIFIABLE: (Act.INFORMANT_TOLD, Act.CLOSED, Act.ASSIGNED, Act.REPORTED),
}
_FORMAL: dict[State, tuple[Act, ...]] = {
    State.RECEIVED: (Act.ACCEPTED, Act.NOT_ACCEPTED, Act.TERM_EXTENDED),
    State.ACCEPTED: (Act.ACCEPTANCE_TOLD, Act.ASSIGNED, Act.RESOLVED),
    State.VERIFYING: (Act.ACCEPTANCE_TOLD, Act.VERIFIED, Act.EXTENDED, Act.RESOLVED),
    State.RESOLVED: (Act.RESULT_SENT,),
}
_VERIFIED = (Act.ACCEPTANCE_TOLD, Act.RESOLVED)
"""Of a denunciation or a complaint, whatever its verification found."""
_STANDING_STILL = (Act.RESUMED, Act.SUSPENSION_TOLD)
"""Of a denunciation that is suspended: it goes on at once when the ground is gone (Law 25/2018 Art 34.2)."""
_LAST = (Act.REOPENED,)
"""What takes a step back is never the next one."""


def ordered(possible: Iterable[Act], facts: Information) -> list[Act]:
    """Return these acts with what is next first; the others keep their order.

    What may ground an ad-hoc decision at once (Circular 27/2020 Art 8.2) is proposed before it is verified. Where
    something has ended, who is to be told of it comes first.
    """
    if facts.nature is Nature.TIP:
        wanted = _TIP.get(facts.state, (Act.INFORMANT_TOLD,) if facts.informant_to_tell else ())
        if facts.state is State.RECEIVED and facts.grounds_directly:
            wanted = (Act.PROPOSED, *wanted)
    else:
        wanted = _FORMAL.get(facts.state, _VERIFIED)
        if facts.proceeding.suspended is not None:
            wanted = (*_STANDING_STILL, *wanted)
    place = {kind: at for at, kind in reversed(list(enumerate(wanted)))}
    place |= dict.fromkeys(_LAST, len(Act) + 1)
    return sorted(possible, key=lambda kind: place.get(kind, len(Act)))
