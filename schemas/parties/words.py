"""Names of what can happen to a party of the register, and the fixed words of its fields."""

from enum import StrEnum


class PartyAct(StrEnum):
    """Everything that can happen to a party."""

    REGISTERED = "party.registered"
    CORRECTED = "party.corrected"
    LICENCE_RECORDED = "party.licence_recorded"
    LICENCE_ENDED = "party.licence_ended"
    PLACED = "party.placed"
    AREA_OFFICER_SET = "party.area_officer_set"
    CLOSED = "party.closed"
    REOPENED = "party.reopened"
    TOLD_APART = "party.told_apart"
    APART_UNDONE = "party.told_apart_undone"
    MERGE_ASKED = "party.merge_asked"
    MERGED = "party.merged"
    MERGE_DECLINED = "party.merge_declined"
    MERGE_UNDONE = "party.merge_undone"


class PartyState(StrEnum):
    """Whether a party still trades."""

    ACTIVE = "active"
    CLOSED = "closed"
    """It ceased trading, moved away or, a person, died."""


class IdentifierKind(StrEnum):
    """What a number is by which a party is told from all others."""

    TAX_CODE = "tax_code"
    """Mã số thuế: 10 digits, 10-3 of a dependent unit, or the 12 of the owner's personal number."""
    ENTERPRISE_CODE = "enterprise_code"
    """Mã số doanh nghiệp: the tax code of an enterprise (Law 59/2020/QH14 Art 29)."""
    PERSONAL_NUMBER = "personal_number"
    """Số định danh cá nhân, that of the CCCD: 12 digits."""
    OLD_IDENTITY_CARD = "old_identity_card"
    """CMND: 9 digits, no longer issued."""
    PASSPORT = "passport"
    HOUSEHOLD_NUMBER = "household_number"
    """Số đăng ký hộ kinh doanh."""
    REGISTRATION_NUMBER = "registration_number"
    """Another certificate of registration, or one whose kind is not known."""


OF_PEOPLE = (
    IdentifierKind.PERSONAL_NUMBER,
    IdentifierKind.OLD_IDENTITY_CARD,
    IdentifierKind.PASSPORT,
)
"""Numbers by which a person is known, today's first; a household's tax code is its owner's personal number, too."""


class Sex(StrEnum):
    """As it is on the identity paper."""

    MALE = "male"
    FEMALE = "female"


class LicenceKind(StrEnum):
    """What a licence allows; OTHER is named by its title."""

    ALCOHOL = "alcohol"
    TOBACCO = "tobacco"
    PETROL = "petrol"
    GAS = "gas"
    FOOD_SAFETY = "food_safety"
    PHARMACY = "pharmacy"
    COSMETICS = "cosmetics"
    FERTILISER = "fertiliser"
    ELECTRONIC_COMMERCE = "electronic_commerce"
    OTHER = "other"


class LicenceEnd(StrEnum):
    """Why a licence is in force no longer, before its term is over."""

    REVOKED = "revoked"
    GIVEN_BACK = "given_back"
    REPLACED = "replaced"
    MISTAKEN = "mistaken"
    """It was never this party's: entered by mistake."""


class ClosedWhy(StrEnum):
    """Why a party trades no longer."""

    CEASED = "ceased"
    DISSOLVED = "dissolved"
    MOVED = "moved"
    """It left the department's area."""
    DIED = "died"
    MISTAKEN = "mistaken"
    """It was entered by mistake, and nothing names it."""


class PartySource(StrEnum):
    """By which way a party came into the register."""

    REGISTER = "register"
    """By the form of the register."""
    DECISION = "decision"
    """With an inspection decision that names a new party."""
    IMPORT = "import"
    """From a file."""


class PlacedBy(StrEnum):
    """How a point on the map was found."""

    MAP = "map"
    """Pointed at on the map."""
    DEVICE = "device"
    """Measured on site by a device."""
    GIVEN = "given"
    """Typed, or from a file."""
