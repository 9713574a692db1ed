"""Officers: their accounts, roles, positions, cards and credentials."""

from piccolo.columns import UUID, BigInt, Boolean, Bytea, Date, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime, UnitPath
from backend.force.tables.units import Unit
from schemas.core.vocabulary import Role


class Officer(UnitPath, Table, tablename="officers"):
    """An account and its owner. Never deleted, because acts name it for ever."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    username = Text(default=None, help_text="Lower case, 2 to 63 characters, never given again.")
    full_name = Text(default=None, help_text="As on the officer's papers, NFC.")
    officer_number = Text(null=True, default=None, help_text="Number of the officer, where known.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="Where he serves now."
    )
    language = Text(default="vi", help_text="vi or en: of screens and messages.")
    state = Text(default="active", help_text="active or disabled; disabling ends all sessions.")
    created_at = ServerTime(help_text="Server's clock.")
    objected_at = Timestamptz(
        null=True,
        default=None,
        help_text="When a head said that nobody such serves there; reinstated by two.",
    )
    name_fold = Text(default="", help_text="Name without diacritics; kept by a trigger.")
    enrolled = Boolean(default=False, help_text="Has credentials; kept by a trigger.")
    leads = Boolean(default=False, help_text="Has the role team_leader; kept by a trigger.")
    card_until = Date(
        null=True, default=None, help_text="Last day of a card in use; kept by a trigger."
    )


class OfficerRole(Table, tablename="officer_roles"):
    """One role of one officer; an officer may hold several."""

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who holds it."
    )
    role = Text(default=None, primary_key=True, choices=Role, help_text="What he may do.")
    granted_at = ServerTime(help_text="Server's clock.")
    granted_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Null where the bootstrap gave it."
    )


class OfficerPosition(Table, tablename="officer_positions"):
    """A dated position: competence follows the position held on the day of the decision."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Whose position."
    )
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="In which unit.")
    title_vi = Text(default=None, help_text="As printed on papers, e.g. Đội trưởng.")
    title_en = Text(default=None, help_text="For screens only.")
    valid_from = Date(default=None, help_text="First day, Vietnamese calendar day.")
    valid_to = Date(null=True, default=None, help_text="First day no longer held; null while held.")


class OfficerRank(Table, tablename="officer_ranks"):
    """A rank (ngạch) of an officer from a day on. One position may be held under several ranks."""

    id = UUID(primary_key=True, default=None, help_text="In the act rank.given.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Whose.")
    code = Text(default=None, help_text="21.187 to 21.190 (Circular 02/2022).")
    valid_from = Date(default=None, help_text="First day; it ends where a later one begins.")
    number = Text(default=None, help_text="Of the decision.")
    decided_on = Date(default=None, help_text="Its day.")
    withdrawn_at = Timestamptz(null=True, default=None, help_text="Entered by mistake.")


class FormerOffice(Table, tablename="former_offices"):
    """Where an officer served until an act moved them or took a role: notices from before follow it. A fold of acts."""

    officer_id = ForeignKey(
        references=Officer,
        null=False,
        default=None,
        primary_key=True,
        help_text="Who served there.",
    )
    until = Timestamptz(default=None, primary_key=True, help_text="The moment of the act.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="In which unit.")


class InspectionCard(Table, tablename="inspection_cards"):
    """Thẻ kiểm tra thị trường: a team leader must hold one that is valid on that day."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="The holder.")
    number = Text(default=None, help_text="As printed on the card; unique.")
    issued_on = Date(default=None, help_text="First day of validity.")
    expires_on = Date(default=None, help_text="Last day; at most five years after issue.")
    suspended_on = Date(null=True, default=None, help_text="Invalid from this day, may come back.")
    revoked_on = Date(null=True, default=None, help_text="Invalid from this day for good.")
    reason = Text(null=True, default=None, help_text="Of the suspension or revocation.")


class Credential(Table, tablename="credentials"):
    """What an officer signs in with.

    The application can read this table, so nothing in it is in the clear.
    """

    officer_id = ForeignKey(
        references=Officer,
        null=False,
        default=None,
        primary_key=True,
        help_text="Whose credential.",
    )
    password_hash = Text(default=None, secret=True, help_text="Argon2id, PHC string.")
    totp_seed = Bytea(
        default=None,
        secret=True,
        help_text="AES-256-GCM; the key lies outside the database, officer_id is bound to it.",
    )
    totp_step = BigInt(
        default=0,
        help_text="Last accepted time step (RFC 6238, 30 s): a code is never accepted twice.",
    )
    changed_at = ServerTime(help_text="Server's clock.")
    field_only_ask = UUID(
        null=True, default=None, help_text="The reset's ask that still waits: work on site alone."
    )
    alone = Boolean(
        default=False, help_text="Set through a link that one administrator made alone."
    )


class Enrolment(Table, tablename="enrolments"):
    """A one-time permission to set a password or a one-time-code seed, given by another person."""

    token_hash = Bytea(
        primary_key=True, default=None, help_text="SHA-256 of the token; the token is not kept."
    )
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="For whom.")
    purpose = Text(default=None, help_text="first, password or one_time_code.")
    issued_by = ForeignKey(
        references=Officer,
        null=True,
        default=None,
        help_text="Never the same person; null where the command line made the first account.",
    )
    issued_at = ServerTime(help_text="Server's clock.")
    expires_at = Timestamptz(default=None, help_text="Not accepted from then on.")
    used_at = Timestamptz(null=True, default=None, help_text="Set once, in the same statement.")
    code_hash = Bytea(
        null=True, default=None, help_text="Of the code that who confirmed a reset hands over."
    )
    ask_id = UUID(null=True, default=None, help_text="The ask that it rests on, if any.")
    field_only = Boolean(default=False, help_text="The ask was not confirmed: work on site alone.")
    alone = Boolean(default=False, help_text="Made at the desk without a second person.")


class RecoveryCode(Table, tablename="recovery_codes"):
    """What an officer types once instead of a one-time code. A new set takes the rows of the old one away."""

    code_hash = Bytea(
        primary_key=True, default=None, help_text="By a key outside the database, for this officer."
    )
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Whose.")
    made_at = Timestamptz(default=None, help_text="Server's clock; the same for all of a set.")
    used_at = Timestamptz(null=True, default=None, help_text="Worth nothing from then on.")
