"""The minutes as paper: what changed, what was said, and a hand's strokes as a drawing."""

from admin_ui.fieldwork.minutes.paper import Paper, Remark, strokes
from schemas.fieldwork.acts import Drawing


def test_nothing_has_changed_where_nothing_was_returned() -> None:
    paper = Paper({"place": "A"})
    assert not paper.changed("/place")
    assert paper.get("/place") == "A"
    assert paper.get("/nothing") == ""


def test_a_change_is_told_with_what_stood_there_before() -> None:
    paper = Paper({"place": "B", "pages": 2}, {"place": "A", "pages": 2})
    assert paper.changed("/place")
    assert paper.before("/place") == "A"
    assert not paper.changed("/pages")


def test_remarks_stand_at_their_very_field() -> None:
    paper = Paper({}, None, [("/place", Remark(text="Ghi rõ.", by="Giang"))])
    assert [remark.text for remark in paper.remarks("/place")] == ["Ghi rõ."]
    assert paper.remarks("/pages") == []


def test_strokes_become_paths_and_a_dot_is_still_seen() -> None:
    drawing = Drawing(width=100, height=50, strokes=[[(1, 2, 0), (3, 4, 10)], [(9, 9, 20)]])
    assert strokes(drawing) == ["M1 2 L3 4 L3 4", "M9 9 L9 9"]
