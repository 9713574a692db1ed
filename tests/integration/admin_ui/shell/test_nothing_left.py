"""What is made for a page goes with it: the garbage collector, on which a whole process waits, finds nothing."""

import gc
from collections.abc import Iterator

import pytest
from jinja2.runtime import Context, Macro

from tests.support import cases_made
from tests.support.people import People
from tests.support.readers import Readers, readers

__all__ = ["readers"]
pytestmark = pytest.mark.usefixtures("pool")


@pytest.fixture
def not_collected() -> Iterator[None]:
    """Without collections while the test runs, so that what is left stays to be found."""
    gc.disable()
    yield
    gc.set_debug(0)
    gc.garbage.clear()
    gc.enable()


async def test_pages_of_lists_records_and_forms_leave_no_macros_behind(
    people: People, readers: Readers, not_collected: None
) -> None:
    case = await cases_made.sanctioned(people)
    desk = await readers.of(people.giang)
    pages = ["/desk/", "/desk/cases", "/desk/due", f"/desk/cases/{case.id}", "/desk/statistics"]
    pages += [f"/desk/cases/{case.id}/documents/new", "/desk/search?q=mau"]
    for address in pages:
        await desk.open(address)  # modules that live as long as the process are made by the first
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    for address in pages:
        await desk.open(address)
        gc.collect()
        left = [one for one in gc.garbage if isinstance(one, Context | Macro)]
        assert not left, address
        gc.garbage.clear()
