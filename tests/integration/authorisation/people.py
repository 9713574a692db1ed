"""The lines of people, units and devices: an administrator's, in his unit and below."""

from tests.integration.authorisation.table import (
    ADMINISTRATORS,
    ALL,
    AUDITORS,
    CHECKERS,
    CLERKS,
    FORBIDDEN,
    HIDDEN,
    LEGAL,
    LIVE,
    MINE,
    OK,
    RULERS,
    SUPERVISORS,
    TAKEN_AS_FORM,
    WATCHERS,
    Line,
    desk,
)

_ROLES = ("administrator", "supervisor", "auditor", "legal", "clerk")
ASK_READERS = frozenset(f"{where} {role}" for where in ("own", "other") for role in _ROLES)
ASK_MINE = frozenset(f"own {role}" for role in _ROLES)
_KEPT = CHECKERS | CLERKS
_REGISTER_READERS = ADMINISTRATORS | CLERKS | SUPERVISORS | AUDITORS
_INCOMING_READERS = CLERKS | SUPERVISORS | AUDITORS
OWN_INCOMING = frozenset({"own clerk", "own supervisor", "own auditor"})
_OUTGOING_READERS = _INCOMING_READERS | LEGAL | {"leader", "own team_leader", "other team_leader"}
_OWN_KEPT = WATCHERS | RULERS | {"own clerk"}

PEOPLE: tuple[Line, ...] = (
    desk("GET", "/desk/choose/{kind:str}", (LIVE, OK), ask="/desk/choose/units?rule=covered"),
    desk("GET", "/desk/delegations", (_KEPT, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/delegations/new", (CLERKS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/delegations/new", (CLERKS, (422,)), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/delegations/print", (CLERKS, (422,)), (LIVE, FORBIDDEN)),
    desk(
        "POST",
        "/desk/delegations/{delegation_id:uuid}/print-end",
        ({"own clerk"}, (422,)),
        (CLERKS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/delegations/{delegation}/print-end",
    ),
    desk(
        "GET",
        "/desk/delegations/{delegation_id:uuid}",
        (_OWN_KEPT, OK),
        (_KEPT, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/delegations/{delegation}",
    ),
    desk(
        "POST",
        "/desk/delegations/{delegation_id:uuid}/end",
        (_OWN_KEPT, (422,)),
        (_KEPT, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/delegations/{delegation}/end",
    ),
    desk(
        "POST",
        "/desk/delegations/{delegation_id:uuid}/confirm",
        (_OWN_KEPT, (303, 409)),  # once; who reads alone is refused at the door
        (_KEPT, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/delegations/{delegation}/confirm",
    ),
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
    desk("GET", "/desk/rights", (ADMINISTRATORS | AUDITORS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/handover", (ADMINISTRATORS | SUPERVISORS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/handover/{officer_id:uuid}",
            (MINE | {"own supervisor"}, statuses),
            (ADMINISTRATORS | SUPERVISORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/handover/{officer}",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    *(
        desk(
            method,
            "/desk/handover/teams/{inspection_id:uuid}",
            (
                LIVE,
                HIDDEN,
            ),  # nothing waits: tests/integration/admin_ui/insight/test_handing_over.py
            ask="/desk/handover/teams/{inspection}",
        )
        for method in ("GET", "POST")
    ),
    desk("GET", "/desk/asks", (ASK_READERS, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/asks/{ask_id:uuid}",
        (ASK_MINE, OK),
        (LIVE, HIDDEN),
        ask="/desk/asks/{people_ask}",
    ),
    desk(
        "POST",
        "/desk/asks/{ask_id:uuid}/{answer:str}",
        (ASK_MINE, TAKEN_AS_FORM),
        (LIVE, HIDDEN),
        ask="/desk/asks/{people_ask}/confirm",
    ),
    *(
        desk(
            method,
            "/desk/objections/{officer_id:uuid}",
            (frozenset({"own supervisor"}), statuses),
            (SUPERVISORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/objections/{officer}",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk("GET", "/desk/units", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/units/new", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk("POST", "/desk/units/new", (ADMINISTRATORS, TAKEN_AS_FORM), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/outgoing", (_OUTGOING_READERS, OK), (LIVE, FORBIDDEN)),
    desk("GET", "/desk/incoming", (_INCOMING_READERS, OK), (LIVE, FORBIDDEN)),
    desk(
        "POST",
        "/desk/incoming/{unit_id:uuid}",
        (OWN_INCOMING, (422,)),
        (_INCOMING_READERS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/incoming/{unit}",
    ),
    desk("GET", "/desk/seals", (ADMINISTRATORS | CLERKS, OK), (LIVE, FORBIDDEN)),
    desk(
        "POST",
        "/desk/seals/{unit_id:uuid}",
        (MINE, HIDDEN),  # a kind of certificate that there is not
        (frozenset({"own clerk"}), FORBIDDEN),
        (ADMINISTRATORS | CLERKS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/seals/{unit}",
    ),
    *(
        desk(
            method,
            "/desk/seals/{unit_id:uuid}/{certificate_id:uuid}/revoke",
            (MINE | {"own clerk"}, HIDDEN),  # there is no such certificate
            (ADMINISTRATORS | CLERKS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/seals/{unit}/00000000-0000-7000-8000-000000000000/revoke",
        )
        for method in ("GET", "POST")
    ),
    desk("GET", "/desk/registers", (_REGISTER_READERS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/registers/{unit_id:uuid}/{act:str}",
            (MINE | {"own clerk"}, statuses),
            (_REGISTER_READERS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/registers/{unit}/set-aside",
        )
        for method, statuses in (("GET", OK), ("POST", (422,)))
    ),
    *(
        desk(
            method,
            "/desk/registers/{unit_id:uuid}/ranges/{range_id:uuid}",
            (_REGISTER_READERS, HIDDEN),  # there is no such range
            (LIVE, FORBIDDEN),
            ask="/desk/registers/{unit}/ranges/00000000-0000-7000-8000-000000000000",
        )
        for method in ("GET", "POST")
    ),
    desk(
        "GET",
        "/desk/units/{unit_id:uuid}",
        (MINE, OK),
        (ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/units/{unit}",
    ),
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
    *(
        desk(
            method,
            "/desk/new-devices/{waiting_id:uuid}",
            (frozenset({"own supervisor", "own administrator"}), statuses),
            (SUPERVISORS | ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/new-devices/{waiting_device}",
        )
        for method, statuses in (("GET", OK), ("POST", (303, 409)))
    ),
    *(
        Line("GET", f"/api/machine/v1/{name}", f"/api/machine/v1/{name}{asked}", ((ALL, (401,)),))
        for name, asked in (
            ("health", ""),
            ("figures", "?first=2026-01-01&last=2026-01-31"),
            ("catalogue", ""),
        )
    ),
    desk("GET", "/desk/unit-asks", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/unit-asks/{ask_id:uuid}",
        (MINE, OK),
        (ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/unit-asks/{unit_ask}",
    ),
    desk(
        "POST",
        "/desk/unit-asks/{ask_id:uuid}/{answer:str}",
        (MINE, TAKEN_AS_FORM),
        (ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/unit-asks/{unit_ask}/confirm",
    ),
    desk("GET", "/desk/machines", (ADMINISTRATORS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(method, "/desk/machines/new", (ADMINISTRATORS, statuses), (LIVE, FORBIDDEN))
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk(
        "GET",
        "/desk/machines/{account_id:uuid}",
        (MINE, OK),
        (ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/machines/{machine}",
    ),
    desk(
        "GET",
        "/desk/machines/{account_id:uuid}/uses",
        (MINE, OK),
        (ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/machines/{machine}/uses",
    ),
    *(
        desk(
            method,
            "/desk/machines/{account_id:uuid}/{act:str}",
            (MINE, statuses),
            (ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/machines/{machine}/revoke",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk("GET", "/desk/devices", (ADMINISTRATORS | SUPERVISORS, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/devices/{device_id:uuid}",
        (frozenset({"own supervisor", "own administrator"}), OK),
        (SUPERVISORS | ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/devices/{device}",
    ),
    *(
        desk(
            method,
            "/desk/devices/{device_id:uuid}/message",
            (frozenset({"own supervisor", "own administrator"}), statuses),
            (SUPERVISORS | ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/devices/{device}/message",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk("GET", "/desk/devices/messages", (ADMINISTRATORS | SUPERVISORS, OK), (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            "/desk/devices/messages/new",
            (ADMINISTRATORS | SUPERVISORS, statuses),
            (LIVE, FORBIDDEN),
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    desk(
        "GET",
        "/desk/devices/messages/{message_id:uuid}",
        (frozenset({"own supervisor", "own administrator"}), OK),
        (SUPERVISORS | ADMINISTRATORS, HIDDEN),
        (LIVE, FORBIDDEN),
        ask="/desk/devices/messages/{phone_message}",
    ),
    *(
        desk(
            method,
            "/desk/units/{unit_id:uuid}/device-approval",
            (MINE, statuses),
            (ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/units/{unit}/device-approval",
        )
        for method, statuses in (("GET", OK), ("POST", TAKEN_AS_FORM))
    ),
    *(
        desk(
            method,
            "/desk/units/{unit_id:uuid}/letters",
            (MINE, statuses),
            (ADMINISTRATORS, HIDDEN),
            (LIVE, FORBIDDEN),
            ask="/desk/units/{unit}/letters",
        )
        # An empty form names nobody.
        for method, statuses in (("GET", OK), ("POST", (409,)))
    ),
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
