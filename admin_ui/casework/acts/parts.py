"""Fields that several acts ask for."""

from admin_ui.casework.acts.fields import Field
from backend.casework.cases.service import needed_papers
from schemas.casework.words import CaseAct

_OF_PEOPLE = ("kind", "individual", "household")
"""What minutes and decisions say of a person, and never of an organisation (MBB01, MQĐ02: two lines, one for each)."""
REASON = Field("reason")
PAPER = Field("document_id", "paper")
PARTY = Field(
    "party",
    sub=(
        Field("subject_id", "fixed"),
        Field("kind"),
        Field("name", word="party_name"),
        Field("trade_name"),
        Field("identity_number"),
        Field("birth_date", only_when=_OF_PEOPLE, nowhere_else=True),
        Field("sex", only_when=_OF_PEOPLE, nowhere_else=True),
        Field("nationality"),
        Field("occupation", only_when=_OF_PEOPLE, nowhere_else=True),
        Field("tax_code"),
        Field("registration_number"),
        Field("address"),
        Field("representative"),
        Field("representative_title"),
        Field("phone"),
        Field("email"),
    ),
)
OF_SEIZED = Field("exhibits", choices="exhibits")
SHEET = Field("sheet", choices="sheets", word="filed_sheet")
ALONE = Field("alone", word="own_word", rare=True)
DESPITE = Field("despite", hint="despite_hint", rare=True)


def paper(kind: CaseAct, name: str = "document_id", word: str = "") -> Field:
    """Return a field for a signed paper of the case, in one of the forms that the act accepts."""
    return Field(name, "paper", forms=needed_papers.forms(kind, name), word=word)
