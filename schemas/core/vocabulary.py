"""Enumerations that all groups share. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum
from typing import Literal

InspectionPaper = Literal["decision", "minutes"]
"""A paper of an inspection in the file of its case: the decision or one that changes it; the minutes."""


class Role(StrEnum):
    """What an officer may do in the system; an officer may hold several."""

    INSPECTOR = "inspector"
    """Công chức / kiểm soát viên: works on site, in the teams they belong to."""
    TEAM_LEADER = "team_leader"
    """Holder of an inspection card who may lead a team (Trưởng Đoàn). Sees the inspections of their
    own unit."""
    SUPERVISOR = "supervisor"
    """Người có thẩm quyền: issues decisions, returns, approves or refuses, in their unit and below."""
    AUDITOR = "auditor"
    """Kiểm tra nội bộ, thanh tra: reads everything in their unit and below, changes nothing."""
    ADMINISTRATOR = "administrator"
    """Quản trị hệ thống: people, units, devices; never the content of an inspection."""
    CLERK = "clerk"
    """Văn thư: numbers, dispatches and compares the papers of their unit and below. Sees cases, but
    no inspections."""
    LEGAL = "legal"
    """Pháp chế: reads as an auditor does, gives opinions, decides nothing."""


class RecordKind(StrEnum):
    """The kind of record that an act belongs to."""

    INSPECTION = "inspection"
    OFFICER = "officer"
    UNIT = "unit"
    DEVICE = "device"
    CASE = "case"
    """A case (vụ việc). Its acts are in schemas/casework/words.py."""
    CATALOGUE = "catalogue"
    """A behaviour of the catalogue, one record for each code."""
    EXCEPTION = "exception"
    """An act that departed from a rule. The exception's record has the id of that act."""
    SUBMISSION = "submission"
    """A submission for approval. Its acts are in schemas/approvals/words.py."""
    ROUTE = "route"
    """A route by which submissions go."""
    ABSENCE = "absence"
    """An officer's absence, with who stands in."""
    PLAN = "plan"
    """An inspection plan, or the orientation that plans follow. Its acts are in schemas/planning/words.py."""
    INFORMATION = "information"
    """Information that came in. Its acts are in schemas/intake/words.py."""
    DIARY = "diary"
    """A line of a unit's work diary. Its record has the id of the act that wrote it."""
    FIGURES = "figures"
    """What figures mean, as the legal department signs it; one record for the installation."""
    REPORT_DEFINITION = "report_definition"
    """What a kind of report is made of, one record for each code. Its acts are in schemas/insight/words.py."""
    REPORT = "report"
    """A unit's report of a period. Its acts are in schemas/insight/words.py."""
    SAMPLE = "sample"
    """A sample of records that auditors look at. Its acts are in schemas/insight/samples.py."""
    PARTY = "party"
    """A business or a person of the register. Its acts are in schemas/parties/words.py."""
    INSTALLATION = "installation"
    """The installation itself, whose database may have been restored."""


class SubjectKind(StrEnum):
    """The kind of the inspected party."""

    INDIVIDUAL = "individual"
    HOUSEHOLD = "household"
    ORGANISATION = "organisation"


class FiledKind(StrEnum):
    """What a document is that was made elsewhere and is filed in a case or at an inspection."""

    LETTER = "letter"
    """An official letter (công văn), or a letter of anybody."""
    EXPLANATION = "explanation"
    PETITION = "petition"
    """A petition, complaint, request or denunciation."""
    INVOICE = "invoice"
    """An invoice, or another paper on the origin of goods."""
    CONTRACT = "contract"
    RECEIPT = "receipt"
    """A receipt of the treasury or a bank, or another paper on a payment."""
    LICENCE = "licence"
    """A licence, a certificate of registration, a declaration of conformity."""
    IDENTITY = "identity"
    AUTHORISATION = "authorisation"
    EXPERT_REPORT = "expert_report"
    """A conclusion of an expert, or the result of a test (Law Art 59; MQĐ41)."""
    VALUATION = "valuation"
    """Minutes or a certificate on the value of goods (Law Art 60)."""
    MINUTES = "minutes"
    """Minutes of another body, or made without this system."""
    DECISION = "decision"
    """A decision of another body, or made without this system."""
    JUDGMENT = "judgment"
    REPORT = "report"
    DELIVERY_PROOF = "delivery_proof"
    """A postal slip, or another proof that a paper was delivered."""
    DEATH_PAPER = "death_paper"
    """A paper on a death, a dissolution or a bankruptcy (Law Art 75)."""
    EMAIL = "email"
    MESSAGE = "message"
    """A screen shot, a conversation, a page of a shop on the Internet."""
    PHOTOGRAPH = "photograph"
    AUDIO = "audio"
    VIDEO = "video"
    OTHER = "other"


class FiledFact(StrEnum):
    """Which fact of a case a filed document proves."""

    VIOLATION = "violation"
    PARTY = "party"
    """Who the party is, and what licences they hold."""
    ORIGIN = "origin"
    """Where goods come from, and whose they are."""
    QUALITY = "quality"
    """What goods are: fake, substandard, dangerous."""
    VALUE = "value"
    """What goods are worth, or what was gained."""
    CIRCUMSTANCES = "circumstances"
    """Aggravating or mitigating ones (Law Arts 9, 10)."""
    EXPLAINED = "explained"
    DELIVERED = "delivered"
    PAID = "paid"
    CARRIED_OUT = "carried_out"
    HINDERED = "hindered"
    """Why somebody could not act in time, or pay: illness, disaster, death."""
    COMPLAINT = "complaint"
    OTHER = "other"
