"""The timeline of a record is told by day, newest first; runs of the same are one line, other records join it."""

from datetime import UTC, datetime, timedelta

from admin_ui.shell.story import Told, by_day, merged

NOON = datetime(2026, 11, 30, 5, 0, tzinfo=UTC)


def did(kind: str, minutes: int, who: str = "Nguyễn Hoài An") -> Told:
    """Something that was done so many minutes after noon in Vietnam."""
    at = NOON + timedelta(minutes=minutes)
    return Told(at=at, made_at=at - timedelta(minutes=1), who=who, kind=kind, sentence=kind)


def summary(kind: str, count: int) -> str:
    """What a run is called."""
    return f"{count} {kind}"


def test_photographs_and_captions_that_take_turns_are_two_lines_and_a_ruling_stays_alone() -> None:
    acts = [
        did("photo", 0),
        did("caption", 1),
        did("photo", 2),
        did("caption", 3),
        did("ruling", 4),
    ]
    [day] = by_day(merged(acts), summary, scattered=("photo", "caption"))
    assert [run.summary for run in day.runs] == ["", "2 caption", "2 photo"]
    assert day.count == 5
    photos = day.runs[-1]
    assert photos.span == (acts[0].made_at, acts[2].made_at)
    assert photos.of_one_day


def test_what_happened_in_between_is_not_told_as_if_it_came_before() -> None:
    acts = [did("note", 0), did("ruling", 1), did("note", 2)]
    [day] = by_day(merged(acts), summary)
    assert [run.told[0].kind for run in day.runs] == ["note", "ruling", "note"]


def test_lines_of_another_record_stand_where_their_time_is_and_two_people_are_two_lines() -> None:
    acts = [did("note", 0), did("note", 20)]
    others = [did("opinion", 10, "Lưu Đức Phúc"), did("opinion", 11, "Bùi Hương Giang")]
    yesterday = [did("opened", -24 * 60)]
    days = by_day(merged(acts, others, yesterday), summary)
    assert [day.day.isoformat() for day in days] == ["2026-11-30", "2026-11-29"]
    assert [run.told[0].who for run in days[0].runs] == [
        *("Nguyễn Hoài An", "Bùi Hương Giang", "Lưu Đức Phúc", "Nguyễn Hoài An")
    ]
