"""The words of the trade that cross a border. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum


class Role(StrEnum):
    """What an officer may do in the system; an officer may hold several."""

    INSPECTOR = "inspector"
    """Công chức / kiểm soát viên: works on site, on the teams he is named to."""
    TEAM_LEADER = "team_leader"
    """Holder of an inspection card who may lead a team (Trưởng Đoàn); sees his own unit's inspections."""
    SUPERVISOR = "supervisor"
    """Người có thẩm quyền: issues decisions, returns, approves or refuses, in his unit and below."""
    AUDITOR = "auditor"
    """Kiểm tra nội bộ, thanh tra: reads everything in his unit and below, changes nothing."""
    ADMINISTRATOR = "administrator"
    """Quản trị hệ thống: people, units, devices; never the content of an inspection."""
    CLERK = "clerk"
    """Văn thư: numbers, dispatches and compares the papers of his unit and below; sees cases, no inspections."""
    LEGAL = "legal"
    """Pháp chế: reads as an auditor does, gives his opinion, decides nothing."""


class RecordKind(StrEnum):
    """What kind of record an act belongs to."""

    INSPECTION = "inspection"
    OFFICER = "officer"
    UNIT = "unit"
    DEVICE = "device"
    CASE = "case"
    """A case (vụ việc); its acts are in schemas/casework/words.py."""
    CATALOGUE = "catalogue"
    """A behaviour of the catalogue, one record for each code."""
    EXCEPTION = "exception"
    """What was done otherwise than the rule has it: its record has the id of the act that it is."""
    INSTALLATION = "installation"
    """The installation itself: that its database was restored."""


class SubjectKind(StrEnum):
    """Who is inspected."""

    INDIVIDUAL = "individual"
    HOUSEHOLD = "household"
    ORGANISATION = "organisation"
