"""The lines of the catalogue: everybody reads it, administrators and legal officers of the force publish."""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import FORBIDDEN, HIDDEN, LEGAL, LIVE, OK, Line, desk

CATALOGUE: tuple[Line, ...] = (
    desk("GET", "/desk/catalogue/decrees", (LIVE, FORBIDDEN)),
    *(
        desk(
            method,
            f"/desk/catalogue/decrees/{{decree:str}}{path}",
            (LIVE, FORBIDDEN),
            ask=f"/desk/catalogue/decrees/ND98{ask}",
        )
        for method, path, ask in (
            ("GET", "", ""),
            ("POST", "", ""),
            ("GET", "/proposals/{proposal_id:uuid}", f"/proposals/{new_id()}"),
            (
                "POST",
                "/proposals/{proposal_id:uuid}/{answer:str}",
                f"/proposals/{new_id()}/confirm",
            ),
        )
    ),
    # Legal officers read the queue of their unit; keepers are of the whole force.
    desk("GET", "/desk/catalogue/outside", (LEGAL, OK), (LIVE, FORBIDDEN)),
    desk(
        "GET",
        "/desk/catalogue/outside/{case_id:uuid}/{code:str}",
        (LEGAL, HIDDEN),
        (LIVE, FORBIDDEN),
        ask=f"/desk/catalogue/outside/{new_id()}/NGOAI-1",
    ),
    desk(
        "POST",
        "/desk/catalogue/outside/{case_id:uuid}/{code:str}",
        (LIVE, FORBIDDEN),
        ask=f"/desk/catalogue/outside/{new_id()}/NGOAI-1",
    ),
    desk("GET", "/desk/catalogue/{code:str}", (LIVE, OK), ask="/desk/catalogue/ND98-15-1-a"),
    *(
        # For administrators of the whole force, of whom there is none in Hà Nội or Đà Nẵng.
        desk(
            method,
            f"/desk/catalogue/{{code:str}}/{act}",
            (LIVE, FORBIDDEN),
            ask=f"/desk/catalogue/ND98-15-1-a/{act}",
        )
        for method, act in (("GET", "publish"), ("POST", "publish"), ("POST", "withdraw"))
    ),
    *(
        desk(
            method,
            f"/desk/catalogue/{{code:str}}/proposals/{{proposal_id:uuid}}{answer}",
            (LIVE, FORBIDDEN),
            ask=f"/desk/catalogue/ND98-15-1-a/proposals/{new_id()}{ask}",
        )
        for method, answer, ask in (("GET", "", ""), ("POST", "/{answer:str}", "/confirm"))
    ),
)
