"""Every act of an inspection by its name on the wire. All tables of acts derive from this. Pure."""

from backend.fieldwork.acts import (
    decision_changes,
    decision_papers,
    drafts,
    evidence,
    file,
    filing,
    hand_signed,
    papers,
    proposals,
    quarantine,
    relations,
    site_files,
    submission,
    visit,
)
from backend.ledger.declared import index
from schemas.fieldwork.words import ActType

ACTS = index(
    ActType,
    visit.ALL,
    evidence.ALL,
    papers.ALL,
    filing.ALL,
    submission.ALL,
    quarantine.ALL,
    drafts.ALL,
    file.ALL,
    proposals.ALL,
    decision_papers.ALL,
    decision_changes.ALL,
    hand_signed.ALL,
    relations.ALL,
    site_files.ALL,
)
