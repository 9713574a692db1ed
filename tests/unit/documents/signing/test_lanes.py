"""Work in a lane belongs to the request that asked for it."""

from structlog.contextvars import bound_contextvars, get_contextvars

from backend.documents.signing import lanes


async def test_what_is_logged_in_a_lane_bears_the_reference_of_its_request() -> None:
    with bound_contextvars(reference="r-17"):
        seen = await lanes.run("registering", get_contextvars)
    assert seen == {"reference": "r-17"}
    assert await lanes.run("registering", get_contextvars) == {}
