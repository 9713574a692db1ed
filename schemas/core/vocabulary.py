"""Enumerations that all groups share. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum


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
    INSTALLATION = "installation"
    """The installation itself, whose database may have been restored."""


class SubjectKind(StrEnum):
    """The kind of the inspected party."""

    INDIVIDUAL = "individual"
    HOUSEHOLD = "household"
    ORGANISATION = "organisation"
