"""The map and the time line of a visit: where and when its acts claim to have been made."""

from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.fieldwork.visit_map import visit_map
from admin_ui.shell import static_files
from admin_ui.shell.headers import policy
from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from backend.core.database import transaction
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.maps import MapTiles

_LEAFLET = ("leaflet.js", "leaflet.css")


@get("/desk/inspections/{inspection_id:uuid}/map", include_in_schema=False)
async def show_map(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[str]:
    """Show every position as a numbered mark, on the map and in a list, and both times of every act."""
    address = address_of(request)
    async with transaction():
        view = await inspections.visit(inspection_id, actor_of(request), address)
    tiles: MapTiles | None = request.app.state.map_tiles
    drawn = visit_map.draw(view)
    zooms = all(static_files.has(name) for name in _LEAFLET)
    answer = page(
        request,
        "fieldwork/visit_map/map.html",
        view=view,
        officers=visit_map.officers(view),
        drawn=drawn,
        titled="map.title" if drawn and drawn.fixes else "map.title_no_fixes",
        times=visit_map.times(view),
        times_on_phones=visit_map.times(view, visit_map.TIME_WIDTH_ON_PHONES),
        near=visit_map.near(view),
        zooms=zooms,
        tiles=tiles if zooms else None,
    )
    if tiles and zooms:
        # Only this page contacts the source of tiles, which thereby learns where inspections take
        # place.
        answer.headers["content-security-policy"] = policy(tiles.origin)
    return answer


HANDLERS = [show_map]
