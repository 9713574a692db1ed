"""Work that waits for each role after the first start, entered by the functions that real people use."""

from backend.approvals.submissions import passing
from backend.core import stores
from backend.core.database import transaction
from backend.core.settings import Settings
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import on_site
from deploy.demo import cast as people
from deploy.demo import deciding, inspecting, routing
from deploy.demo.cast import Cast

_BY_THE_ADMINISTRATOR, _BY_THE_LEGAL_OFFICER = "ND99IP", "ND99P"
"""Decrees that wait to be published: the one's proposal for the other."""


async def give(settings: Settings) -> None:
    """Enter what waits; each part unless it is there, so that it may be interrupted and repeated.

    The parts are transactions of their own, since none may be open while a paper is laid out.
    """
    cast = await people.find()
    if cast is None:
        return  # a force from before some of them joined, who are added first
    await stores.start(settings)
    try:
        await _inspect(cast)
        await _decide(cast)
    finally:
        await stores.stop()
    await passing.pass_on()  # as each worker does every minute


async def _inspect(cast: Cast) -> None:
    if await inspecting.seizing(cast.head) is not None:
        return
    async with transaction():
        first, second = await inspecting.teams(cast)
        await inspecting.give(first, second)
    await inspecting.sign_by_hand(second)


async def _decide(cast: Cast) -> None:
    ident = await inspecting.seizing(cast.inspector)
    if ident is None or await routing.routed(cast):
        return
    seizing = await inspections.inspection_view(ident, cast.inspector)
    [minutes] = seizing.documents
    sheets = await on_site.sheets_of(minutes.id, cast.inspector, None, ident)
    async with transaction():
        await routing.publish(cast)
        await routing.away(cast)
        await deciding.give(cast, seizing, sheets)
        await routing.ask(cast.administrator, cast.without_phone)
        await routing.ask(cast.national_administrator, cast.second_member)
        await routing.propose(cast.national_administrator, _BY_THE_ADMINISTRATOR)
        await routing.propose(cast.national_legal, _BY_THE_LEGAL_OFFICER)
