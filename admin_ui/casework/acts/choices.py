"""What the forms of a case offer to choose from, in the reader's language."""

from admin_ui.casework.acts import nothing
from admin_ui.casework.acts.reading import Choice, Choices, PaperChoice, Picture
from admin_ui.casework.acts.story import paper_names
from admin_ui.shell.choosing.sources import behaviour_option
from admin_ui.shell.formats import money, short_date
from admin_ui.shell.words import Language, say
from backend.casework.cases.service import choices
from backend.core.local_time import day_of
from backend.law.sanctions import service as sanctions
from schemas.casework.acts.complaints import ComplaintFiled
from schemas.casework.acts.outside import OutsideStated
from schemas.casework.views import CaseChoices, CaseView, InspectionChoice
from schemas.fieldwork.inspections import InspectionView, PhotoView
from schemas.law.catalogue import Violation

_LONGEST = 110


def choices_of(
    view: CaseView | None,
    given: CaseChoices,
    behaviours: list[Violation],
    inspection: InspectionView | None,
    language: Language,
) -> Choices:
    """Return everything that a form may name. `view` is None if the case is not opened yet."""
    made = Choices(
        language=language,
        sources={"behaviours": f"behaviours?rules={view.rule_set if view else ''}"},
        lists={
            "behaviours": [behaviour_option(one) for one in behaviours],
            "inspections": [
                (str(one.id), _inspection(one, language))
                for one in given.inspections
                if view is None or not one.taken
            ],
        },
        officers={
            str(one.officer_id): {
                "officer_id": str(one.officer_id),
                "full_name": one.full_name,
                "title": one.title,
            }
            for one in given.officers
        },
        photos={one.number: str(one.photo_id) for one in inspection.photos} if inspection else {},
        pictures=[
            _picture(one)
            for one in (inspection.photos if inspection else ())
            if one.withdrawn is None and one.quarantine is None
        ],
    )
    return made if view is None else _of_case(made, view, given, language)


def _picture(one: PhotoView) -> Picture:
    kind = "thumb" if one.stored and one.preview == "ready" else "phone"
    shown = kind == "thumb" or one.phone_thumbnail
    return Picture(
        number=one.number,
        src=f"/desk/photos/{one.photo_id}/{kind}" if shown else "",
        caption=one.caption or "",
    )


def _inspection(one: InspectionChoice, language: Language) -> str:
    said = f"{one.decision_number} – {one.subject_name}"
    return f"{said} ({say(language, 'cases.has_case')})" if one.taken else said


def _of_case(made: Choices, view: CaseView, given: CaseChoices, language: Language) -> Choices:
    made.none = nothing.of_case(view, language)
    names = paper_names(view, language)
    made.papers = [
        PaperChoice(id=str(one.id), form=one.form, label=names[str(one.id)])
        for one in choices.papers(view)
    ]
    made.lists |= {
        "exhibits": [
            (
                str(one.id),
                f"{one.position}. {one.name} ({one.quantity} {one.unit})".replace(" )", ")"),
            )
            for one in view.exhibits
        ],
        "remedies": [(str(place), text) for place, text in choices.remedies(view)],
        "applications": [
            (
                str(ident),
                f"{say(language, f'case_story.is_what_{what}')}, {short_date(day, language)}",
            )
            for ident, what, day in given.applications
        ],
        "units_above": [
            (str(one.id), getattr(one, f"name_{language}")) for one in given.units_above
        ],
        "behaviours_here": [
            (str(place), _shortened(one.name)) for place, one in enumerate(view.violations)
        ],
        "rules": _rules(view, language),
        **_outside(view, language),
        "sheets": [
            (str(one.first_sheet), f"{one.first_sheet}. {one.title}"[:_LONGEST])
            for one in choices.filed_papers(view)
        ],
        "files": [
            (str(one.id), _shortened(one.file_name)) for one in view.files if one.sheet is None
        ],
        "outcomes": [
            (one, say(language, f"case_story.is_outcome_{one}")) for one in given.outcomes
        ],
    }
    made.lists |= {
        f"complaints_{kind}": [
            (str(one.filed.complaint_id), _complaint(one.filed, language))
            for one in choices.complaints(view, kind)
        ]
        for kind in choices.NEXT
    }
    made.fixed = {
        name: str(value)
        for name, value in (
            ("inspection_id", view.inspection_id),
            ("back_to", given.before_archive),
        )
        if value
    }
    for one in view.officers:  # an officer who already works on the case may belong to another unit
        made.officers.setdefault(
            str(one.officer_id),
            {
                "officer_id": str(one.officer_id),
                "full_name": one.full_name,
                "title": one.title,
            },
        )
    return made


def _outside(view: CaseView, language: Language) -> dict[str, list[Choice]]:
    """Return what the forms about acts outside the catalogue offer."""
    return {
        "outside": [(one.code, _shortened(one.name)) for one in view.outside],
        "outside_stated": [
            (str(one.act_id), _statement(one.statement, language))
            for one in view.outside
            if one.statement is not None and one.confirmed_at is None
        ],
        "outside_taken": [
            (one, say(language, f"case_story.is_taken_{one}"))
            for one in ("goods", "tools", "vehicle", "means")
        ],
        "outside_remedies": [(kind, word) for kind, word in remedy_words(language).items()],
    }


def remedy_words(language: Language) -> dict[str, str]:
    """Return the remedies of the law by their codes, as the page's language calls them."""
    return {str(kind): getattr(name, language) for kind, name in sanctions.remedy_names().items()}


def _statement(said: OutsideStated, language: Language) -> str:
    """Name a statement by its act, article and band: who confirms it reads the whole in the case."""
    band = f"{money(said.fine_least, language)} – {money(said.fine_most, language)}"
    whose = say(language, f"case_story.is_stated_for_{said.stated_for}")
    return f"{_shortened(said.wording)}; {said.provision}; {band} ({whose})"


def _rules(view: CaseView, language: Language) -> list[Choice]:
    named = {one.rule: getattr(one.label, language) for one in choices.clocks(view)}
    return [(rule, f"{rule} – {label}") for rule, label in named.items()]


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _complaint(one: ComplaintFiled, language: Language) -> str:
    """Name a complaint by who filed it, against what, and when."""
    about = say(language, f"case_story.is_about_{one.about}") if one.about else ""
    day = short_date(day_of(one.filed_at).isoformat(), language)
    return ", ".join(part for part in (one.by, about, day) if part)
