"""The words of the desk: one catalogue for each language, merged from one file for each area.

An area is two modules beside its page, `<area>_vi` and `<area>_en`, with `WORDS: dict[str, str]`;
or one module with `WORDS: dict[str, Text]`, which has both languages side by side. Keys are dotted
and begin with their subject or with `common`. A key that exists in one language only, or that a
page uses and no file defines, fails a test.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Literal

from schemas.core.problems import Text

Language = Literal["vi", "en"]
LANGUAGES: tuple[Language, ...] = ("vi", "en")
AREAS = (
    "shell.words.common",
    "shell.words.domain",
    "insight.my_work.words",
    "approvals.submissions.words",
    "approvals.submissions.outside_words",
    "fieldwork.inspections.words",
    "fieldwork.opinions.words",
    "fieldwork.inspection_decisions.words",
    "fieldwork.adhoc_plans.words",
    "fieldwork.chain.words",
    "fieldwork.diary.words",
    "fieldwork.proposing.words",
    "fieldwork.decision_papers.words",
    "fieldwork.maker_signing.words",
    "fieldwork.matching.words",
    "insight.search.words",
    "fieldwork.photos.words",
    "fieldwork.relations.words",
    "fieldwork.filed.words",
    "fieldwork.photos.metadata_words",
    "fieldwork.photos.custody_words",
    "fieldwork.visit_map.words",
    "fieldwork.photos.verdict_words",
    "fieldwork.gallery.words",
    "fieldwork.findings.words",
    "force.registers.words",
    "force.incoming.words",
    "casework.outgoing.words",
    "casework.party_copies.words",
    "force.people.words",
    "force.notices.words",
    "force.account.words",
    "force.lost_phones.words",
    "force.passkeys.words",
    "force.pending_requests.words",
    "law.catalogue.words",
    "law.reckoner.words",
    "casework.prior_offences.words",
    "exchange.rescue_files.words",
    "casework.clocks.words",
    "operations.exceptions.words",
    "operations.log.words",
    "operations.refusals.words",
    "operations.restores.words",
    "fieldwork.unknown_inspections.words",
    "shell.again.words",
    "force.delegations.words",
    "casework.public_check.words",
    "casework.issued_documents.words",
    "casework.sanction.words",
    "documents.certificates.words",
    "documents.agency_seals.words",
    "documents.editor.words",
    "documents.record_papers.words",
    "shell.scan.words",
    "shell.scan.seal_words",
    "insight.live.words",
    "casework.hand_signed.words",
    "casework.list_signing.words",
    "casework.filing.words",
    "casework.signed_outside.words",
    "casework.cases.words",
    "casework.rule_sets.words",
    "casework.outside_acts.words",
    "casework.acts.words",
    "casework.acts.field_words",
    "intake.public_form.words",
)
SIDE_BY_SIDE = (
    "force.people.rank_words",
    "shell.help.words",
    "shell.help.beside.words",
    "shell.style_words",
    "operations.about.words",
    "operations.health.words",
    "approvals.review.words",
    "fieldwork.reviewing.words",
    "shell.listing.words",
    "shell.reading.words",
    "approvals.routes.words",
    "approvals.absences.words",
    "casework.acts.act_words",
    "parties.alike.words",
    "parties.weighing.words",
    "parties.words",
    "planning.plans.words",
    "planning.plans.act_words",
    "planning.items.words",
    "planning.imports.words",
    "parties.imports.words",
    "shell.list_imports.words",
    "force.people_imports.words",
    "intake.board.words",
    "intake.informations.words",
    "intake.registering.words",
    "intake.acts.words",
    "intake.relating.words",
    "intake.identities.words",
    "intake.pleas.words",
    "intake.figures.words",
    "insight.search.find_words",
    "insight.statistics.words",
    "insight.reports.words",
    "insight.reports.act_words",
    "insight.figures.words",
    "insight.dashboards.words",
    "insight.report_definitions.words",
    "insight.samples.words",
    "insight.handing_over.words",
    "casework.cases.suspended_words",
    "insight.parties.words",
    "operations.rights.words",
    "exchange.sample_bundles.words",
    "exchange.exports.words",
    "force.devices.words",
    "force.machines.words",
    "force.restructurings.words",
)


def _areas(language: str) -> Iterator[dict[str, str]]:
    for area in AREAS:
        yield import_module(f"admin_ui.{area}_{language}").WORDS
    for area in SIDE_BY_SIDE:
        both: dict[str, Text] = import_module(f"admin_ui.{area}").WORDS
        yield {key: getattr(text, language) for key, text in both.items()}


def _merged(language: str) -> dict[str, str]:
    words: dict[str, str] = {}
    for more in _areas(language):
        twice = words.keys() & more.keys()
        if twice:
            raise ValueError(f"said twice in {language}: {sorted(twice)}")
        words |= more
    return words


CATALOGUES: dict[str, dict[str, str]] = {language: _merged(language) for language in LANGUAGES}


class _Counted(str):
    """A value in a sentence that knows how many it says."""

    __slots__ = ()

    def __format__(self, words: str) -> str:
        one, parted, more = words.partition("|")
        if not parted:
            return super().__format__(words)
        return one if self == "1" else more


def say(language: str, key: str, **values: object) -> str:
    """Return the sentence of `key` with its {names} filled from `values`. Raises KeyError if none exists.

    `{count} {count:pair|pairs}` is "1 pair" and "2 pairs": English has two forms of a word that is counted.
    """
    sentence = CATALOGUES[language][key]
    if "|" in sentence:
        values = {name: _Counted(value) for name, value in values.items()}
    return sentence.format(**values) if values else sentence
