"""Upload-Concat: any mixture of addresses gives the same ids, and nothing else gives any."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.fieldwork.errors import BadUpload
from backend.fieldwork.rules import uploads as rules
from mobile_api.routes.fieldwork.upload_concat import partials_of

MOUNT = "/api/mobile/v1/uploads"
HOSTS = ("example.vn", "example.vn:8443", "10.0.0.5", "[::1]:8000")


def addresses(host: str) -> st.SearchStrategy[tuple[UUID, str]]:
    """An upload, and one of the ways to name it."""
    ways = [MOUNT + "/{}", "uploads/{}", "./uploads/{}", f"//{host}{MOUNT}/{{}}"]
    ways += [f"{scheme}://{host}{MOUNT}/{{}}" for scheme in ("http", "https", "HTTPS")]
    named = st.tuples(st.uuids(), st.sampled_from(ways))
    return named.map(lambda pair: (pair[0], pair[1].format(pair[0])))


@given(st.data(), st.sampled_from(HOSTS), st.lists(st.integers(1, 4), min_size=1, max_size=8))
def test_every_way_to_name_an_upload_gives_its_id_in_order(
    data: st.DataObject, host: str, blanks: list[int]
) -> None:
    named = [data.draw(addresses(host)) for _ in blanks]
    header = "final;" + "".join(
        " " * n + address for n, (_, address) in zip(blanks, named, strict=True)
    )
    wanted = [upload_id for upload_id, _ in named]
    assert partials_of(header, host=host, mount=MOUNT) == wanted
    assert rules.joined_ids(header) == wanted


@given(st.text(max_size=60), st.sampled_from(HOSTS))
def test_whatever_else_is_said_is_understood_as_nothing(said: str, host: str) -> None:
    for header in (said, "final;" + said):
        try:
            found = partials_of(header, host=host, mount=MOUNT)
        except BadUpload:
            continue
        assert found == ([] if header != "partial" else None)


def test_partial_is_no_list_of_addresses() -> None:
    assert partials_of("partial", host="example.vn", mount=MOUNT) is None


@pytest.mark.parametrize("host", ["other.vn", "example.vn:81", "example.vn.", "a@example.vn"])
def test_an_absolute_address_must_be_of_the_host_that_was_asked(host: str) -> None:
    upload = "01a20eec-85aa-74cc-9feb-ba6d14642fb3"
    with pytest.raises(BadUpload):
        partials_of(f"final;http://{host}{MOUNT}/{upload}", host="example.vn", mount=MOUNT)
