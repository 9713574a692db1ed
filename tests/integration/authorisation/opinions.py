"""Who may say what by the newer flow of minutes. The inspection of this table is of the older one."""

from tests.integration.authorisation.table import (
    HIDDEN_OR_FORBIDDEN,
    LIVE,
    OK,
    RULERS,
    TAKEN_AS_FORM,
    TEAM,
    Line,
    desk,
)

_INSPECTION = "/desk/inspections/{inspection_id:uuid}"
_ASK = "/desk/inspections/{inspection}"
OPINIONS: tuple[Line, ...] = (
    *(
        # Who rules is told that nothing waits for such a word of his.
        desk(
            method,
            f"{_INSPECTION}/opinion/{{what:str}}",
            (RULERS, (409,)),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask=f"{_ASK}/opinion/agree?seen={{revision}}",
        )
        for method in ("GET", "POST")
    ),
    *(
        desk(
            method,
            f"{_INSPECTION}/beside/{{minutes_id:uuid}}",
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask=f"{_ASK}/beside/{{held}}",
        )
        for method in ("GET", "POST")
    ),
    # Of findings of an older record as of a newer.
    desk(
        "POST",
        f"{_INSPECTION}/findings/weigh",
        (RULERS, TAKEN_AS_FORM),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask=f"{_ASK}/findings/weigh",
    ),
    # Whoever is on the team says whether there is a relation to the party; nobody else is asked.
    desk(
        "GET",
        f"{_INSPECTION}/relation",
        (TEAM, OK),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask=f"{_ASK}/relation",
    ),
    desk(
        "POST",
        f"{_INSPECTION}/relation",
        (TEAM, (422,)),
        (LIVE, HIDDEN_OR_FORBIDDEN),
        ask=f"{_ASK}/relation",
    ),
    *(
        # The leader is told that this record knows no such act.
        desk(
            method,
            f"{_INSPECTION}/owner",
            (frozenset({"leader"}), (409,)),
            (LIVE, HIDDEN_OR_FORBIDDEN),
            ask=f"{_ASK}/owner",
        )
        for method in ("GET", "POST")
    ),
)
