"""The map of a dashboard: clusters that lose nothing, Vietnam's islands always there, no ground but Vietnam's."""

from hypothesis import given
from hypothesis import strategies as st

from admin_ui.insight.dashboards import spots_map
from admin_ui.shell.places import Commune
from backend.insight.dashboards.service import Spot

HA_NOI = Commune("01", "Phường Hoàn Kiếm", (210_300_000, 1_058_500_000))
ISLAND = Commune("48", "Đặc khu Hoàng Sa", (165_680_000, 1_121_350_000))
FARTHER = Commune("56", "Đặc khu Trường Sa", (97_100_000, 1_144_500_000))
DA_NANG = Commune("48", "Phường Hải Châu", (160_600_000, 1_082_200_000))
KHANH_HOA = Commune("56", "Phường Nha Trang", (122_400_000, 1_091_900_000))
KNOWN = (HA_NOI, DA_NANG, ISLAND, KHANH_HOA, FARTHER)


def spot(latitude_e7: int | None, longitude_e7: int | None, count: int = 1) -> Spot:
    """Inspections of a square."""
    return Spot(count=count, latitude_e7=latitude_e7, longitude_e7=longitude_e7)


def drawn(spots: list[Spot], province: str | None) -> str:
    """The map of these places."""
    base = spots_map.ground(spots, KNOWN, province)
    assert base is not None
    return str(spots_map.draw(spots, base, named_by="said"))


PLACES = st.lists(
    st.tuples(st.floats(0, 400), st.floats(0, 400), st.integers(1, 500)), min_size=1, max_size=60
)


@given(PLACES)
def test_clusters_lose_no_inspection_and_stand_where_they_were(
    places: list[tuple[float, float, int]],
) -> None:
    found = spots_map.clusters(places)
    assert sum(one.count for one in found) == sum(count for _, _, count in places)
    for one in found:
        assert min(x for x, _, _ in places) - 0.1 <= one.x <= max(x for x, _, _ in places) + 0.1
        assert min(y for _, y, _ in places) - 0.1 <= one.y <= max(y for _, y, _ in places) + 0.1


def test_what_is_near_becomes_one_circle_and_what_is_far_stays_apart() -> None:
    found = spots_map.clusters([(10, 10, 3), (14, 12, 1), (300, 300, 2)])
    assert [one.count for one in found] == [4, 2]
    assert spots_map.radius(4, 4) > spots_map.radius(2, 4) > spots_map.radius(1, 4)


def test_the_map_of_the_force_names_both_islands_where_they_are() -> None:
    map_of_force = drawn([spot(*HA_NOI.at)], None)
    for name in ("Hoàng Sa", "(Đà Nẵng)", "Trường Sa", "(Khánh Hòa)"):
        assert f">{name}</text>" in map_of_force, name
    base = spots_map.ground([spot(*HA_NOI.at)], KNOWN, None)
    assert base is not None
    x, y = base.frame.xy(FARTHER.at)
    assert 0 < x < spots_map.WIDE
    assert 0 < y < base.frame.height


def test_a_province_with_islands_shows_them_in_a_box_and_others_do_not() -> None:
    assert "Hoàng Sa" in drawn([spot(*DA_NANG.at)], "48")
    assert "Trường Sa: 3" in drawn([spot(*KHANH_HOA.at), spot(*FARTHER.at, count=3)], "56")
    of_ha_noi = drawn([spot(*HA_NOI.at)], "01")
    assert "inset" not in of_ha_noi


def test_nothing_with_a_position_draws_nothing_and_names_are_only_names() -> None:
    assert spots_map.ground([spot(None, None, 4)], KNOWN, None) is None
    hostile = Commune("01", "<script>", (210_310_000, 1_058_600_000))
    base = spots_map.ground([spot(*HA_NOI.at)], (HA_NOI, hostile), "01")
    assert base is not None
    map_of_it = str(spots_map.draw([spot(*HA_NOI.at)], base, named_by="said"))
    assert "&lt;script&gt;" in map_of_it
    assert "<script>" not in map_of_it


def test_without_a_table_of_communes_places_are_drawn_on_a_blank_ground() -> None:
    for province in (None, "01"):
        base = spots_map.ground([spot(*HA_NOI.at, count=5)], (), province)
        assert base is not None
        blank = str(spots_map.draw([spot(*HA_NOI.at, count=5)], base, named_by="said"))
        assert ">5</text>" in blank
        assert "dots" not in blank
