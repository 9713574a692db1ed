"""What the rows of a case's recorded behaviours provide, beside the measures of a decision without a fine."""

from uuid import UUID

from backend.casework.rules import measures_alone
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import Unprovided
from backend.core.errors import NotFound
from backend.law import books
from backend.law.catalogue import service as catalogue
from backend.law.sanctions import service as sanctions
from schemas.core.problems import Text


async def unprovided(facts: Facts, document_id: UUID) -> Unprovided | None:
    """Return the measures of a paper that no row of the recorded behaviours provides, or None.

    None also if a row is not known, the paper has words alone, or the case is of the first edition,
    whose rows provide nothing. The kinds are the paper's own.
    """
    paper = facts.papers.get(document_id)
    kinds = measures_alone.kinds_of(paper.fields) if paper else None
    if facts.recorded is None or not kinds or facts.book == books.FIRST:
        return None
    try:
        rows = [
            await catalogue.version_of(one.code, one.catalogue_version, facts.book)
            for one in facts.recorded.violations
        ]
    except NotFound:
        return None
    missing, certain = measures_alone.beyond(rows, kinds)
    if not missing:
        return None
    laws = sanctions.laws_of(books.newest())
    names = [one.name for one in laws.measures if one.code in set(missing)]
    named = Text(vi="; ".join(one.vi for one in names), en="; ".join(one.en for one in names))
    return Unprovided(named, certain)
