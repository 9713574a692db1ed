"""Add an act of a case: officers met somebody about it (buổi làm việc)."""

from tests.recipes.following import Beside, New, Printed, Recipe

TEST = "tests/integration/admin_ui/casework/test_meetings.py"

RECIPE = Recipe(
    title="Add an act of a case",
    module="act",
    steps=(
        Beside(
            "schemas/casework/words.py",
            '    NOTE_ADDED = "note.added"\n',
            after='    MEETING_HELD = "meeting.held"\n',
        ),
        Beside(
            "schemas/casework/acts/beside.py",
            "class DocumentDrafted(Wire):\n",
            before='''class MeetingHeld(Wire):
    """Officers met somebody about the case (buổi làm việc)."""

    held_on: date
    with_whom: Annotated[str, Meta(min_length=1, max_length=200)]
    content: Reason


''',
        ),
        Beside(
            "schemas/casework/acts/beside.py",
            "    CaseAct.NOTE_ADDED: NoteAdded,\n",
            after="    CaseAct.MEETING_HELD: MeetingHeld,\n",
        ),
        Beside(
            "backend/casework/acts/beside.py",
            "\nALL = (\n",
            before="""
MEETING_HELD = Declared(
    wire=CaseAct.MEETING_HELD,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    bounds=(bound("/held_on", LAW, Today(), HAPPENED),),
)
""",
        ),
        Beside("backend/casework/acts/beside.py", "    NOTE_ADDED,\n", after="    MEETING_HELD,\n"),
        Beside(
            "backend/ledger/bounds/texts.py",
            '    "illicit_gain_vnd":',
            before='    "held_on": ("Ngày làm việc", "Day of the meeting"),\n',
        ),
        Beside(
            "admin_ui/casework/acts/beside.py",
            '        form=ActForm((Field("text"),), group="file"),\n    ),\n',
            after="""    Described(
        CaseAct.MEETING_HELD,
        name=Text(vi="Ghi buổi làm việc", en="Record a meeting"),
        meaning=Text(
            vi="Làm việc với đương sự hoặc người khác về vụ việc.",
            en="With the party or somebody else, about the case.",
        ),
        sentence=Text(
            vi="Làm việc với {with_whom} ngày {held_on}.", en="Met {with_whom} on {held_on}."
        ),
        form=ActForm(
            (Field("held_on", initial="today"), Field("with_whom"), Field("content")), group="file"
        ),
    ),
""",
        ),
        Beside(
            "admin_ui/casework/acts/field_words_vi.py",
            '    "case_fields.document_id":',
            before='    "case_fields.held_on": "Ngày làm việc",\n    "case_fields.with_whom": "Làm việc với",\n',
        ),
        Beside(
            "admin_ui/casework/acts/field_words_en.py",
            '    "case_fields.document_id":',
            before='    "case_fields.held_on": "Held on",\n    "case_fields.with_whom": "With whom",\n',
        ),
        Printed("docs/casework/state-table.md", "tests.support.case_pages"),
        Printed("docs/casework/authority.md", "tests.support.case_pages"),
        Printed("docs/ledger/bounds.md", "tests.support.bounds_page"),
        New(
            TEST,
            '''"""A meeting is recorded at the desk and told in the case's story; a day that lies ahead is refused."""

from datetime import timedelta

from schemas.casework.words import CaseAct
from tests.support import cases_made
from tests.support.people import People
from tests.support.readers import Readers


async def test_a_meeting_is_recorded_and_told(readers: Readers, people: People) -> None:
    case = await cases_made.inspected(people)
    desk = await readers.of(people.an)
    act = f"/desk/cases/{case.id}/acts/{CaseAct.MEETING_HELD}"
    filled = {"with_whom": "Bà Nguyễn Thị Lựu", "content": "Đã xem hóa đơn"}
    ahead = (cases_made.today() + timedelta(days=2)).isoformat()
    await desk.open(act)
    assert await desk.press(act, held_on=ahead, **filled) in (409, 422)
    await desk.open(act)
    assert await desk.press(act, **filled) == 200
    assert (await case.facts()).events[-1].type == CaseAct.MEETING_HELD
    await desk.open(f"/desk/cases/{case.id}")
    assert "Làm việc với Bà Nguyễn Thị Lựu ngày" in desk.page.text
''',
        ),
    ),
    tests=(
        TEST,
        "tests/unit/casework",
        "tests/unit/admin_ui/casework",
        "tests/unit/ledger/bounds",
        "tests/architecture/test_one_place_an_act.py",
        "tests/architecture/test_house_rules.py",
        "tests/architecture/test_phone_app.py::test_the_phone_s_types_are_generated_from_this_very_server",
    ),
    forgotten="admin_ui/casework/acts/beside.py",
    notices=("pytest", "tests/unit/admin_ui/casework"),
)
