"""The lines of people, units and devices: an administrator's, in his unit and below."""

from tests.integration.authorisation.table import (
    ADMINISTRATORS,
    FORBIDDEN,
    HIDDEN,
    LIVE,
    MINE,
    OK,
    TAKEN_AS_FORM,
    Line,
    desk,
)

PEOPLE: tuple[Line, ...] = (
    desk("GET", "/desk/people", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/people/new", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/people/new", (ADMINISTRATORS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/people/{officer_id:uuid}",
        (MINE, OK),
        (ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/people/{officer}",
    ),
    *(
        desk(
            method,
            "/desk/people/{officer_id:uuid}/{act:str}",
            (MINE, statuses),
            (ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/people/{officer}/disable",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk("GET", "/desk/units", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/units/new", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/units/new", (ADMINISTRATORS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/units/{unit_id:uuid}/{act:str}",
            (MINE, statuses),
            (ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/units/{unit}/close",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk("GET", "/desk/devices", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/devices/{device_id:uuid}/revoke",
            (MINE, statuses),
            (ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/devices/{device}/revoke",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
)
