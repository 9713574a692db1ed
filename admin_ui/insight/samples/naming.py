"""What pages and files call the parts of a sample."""

from uuid import UUID

from admin_ui.insight.samples import asked as asking
from admin_ui.shell.words import Language, say
from backend.force.units import service as units_service
from backend.insight.samples import service as samples
from schemas.insight.samples import SampleStrata
from schemas.law.catalogue import ViolationField


def choices(language: Language) -> list[tuple[str, str]]:
    """Return kind and list together, as forms and headings name them."""
    named = []
    for choice in asking.CHOICES:
        kind, out_of = choice.split(".")
        kind_said = say(language, f"samples.kind_{kind}")
        said = next(text for one, text in samples.LISTS.items() if one == out_of)
        named.append((choice, f"{kind_said}: {getattr(said, language)}"))
    return named


async def strata_names(keys: list[str], strata: SampleStrata, language: Language) -> dict[str, str]:
    """Return what the strata with these keys are called."""
    match strata:
        case SampleStrata.NONE:
            return {one: say(language, "samples.whole") for one in keys}
        case SampleStrata.UNIT:
            names = await units_service.names_of([UUID(one) for one in keys])
            return {str(key): getattr(name, language) for key, name in names.items()}
        case SampleStrata.FIELD:
            known = set(ViolationField)
            return {
                one: say(language, f"catalogue.field_{one}" if one in known else "samples.no_field")
                for one in keys
            }
        case SampleStrata.OUTCOME:
            return {one: getattr(samples.OUTCOMES[one], language) for one in keys}
