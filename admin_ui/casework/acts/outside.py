"""Names, forms and story sentences of the acts in backend/casework/acts/outside.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text


def _first_open(view: CaseView) -> dict[str, list[str]]:
    """Return what is known of the first act whose band is not confirmed, as values of the form."""
    waiting = [one for one in view.outside if one.confirmed_at is None] or view.outside
    if not waiting:
        return {}
    one = waiting[0]
    found = {
        "code": [one.code],
        "wording": [one.name],
        "provision": [one.legal_basis],
        "decree": [one.decree],
        "field": [str(one.field)],
    }
    said = one.statement
    if said is None:
        return found
    again = {
        "wording": said.wording,
        "provision": said.provision,
        "decree": said.decree,
        "field": said.field,
        "fine_least": said.fine_least,
        "fine_most": said.fine_most,
        "stated_for": said.stated_for,
        "licence_least": said.licence_least,
        "licence_most": said.licence_most,
        "business_least": said.business_least,
        "business_most": said.business_most,
        "statute_years": said.statute_years,
        "source": said.source,
    }
    found |= {name: [str(value)] for name, value in again.items() if value is not None}
    found["warning"] = ["yes"] if said.warning else []
    found["confiscated"] = list(said.confiscated)
    found["remedies"] = [str(kind) for kind in said.remedies]
    return found


ALL = (
    Described(
        CaseAct.OUTSIDE_STATED,
        name=Text(
            vi="Nhập khung của hành vi ngoài danh mục",
            en="State the band of an act outside the catalogue",
        ),
        meaning=Text(
            vi="Danh mục không có hành vi này: ghi nội dung, điều khoản, khung phạt và các biện pháp đúng như nghị "
            "định quy định. Pháp chế hoặc người đứng đầu đơn vị, không phải người nhập, đối chiếu và xác nhận trước "
            "khi ký quyết định xử phạt. Nhập lại thì phải xác nhận lại.",
            en="The catalogue does not have this act: enter text, article, band and measures as the decree "
            "provides them. A legal officer or the head, not the same person, compares and confirms them "
            "before a sanction is signed. What is entered again must be confirmed again.",
        ),
        sentence=Text(
            vi="Nhập khung của hành vi ngoài danh mục, {code} («{wording}», {provision}): {fine_least} – {fine_most}, "
            "{stated_for}; lĩnh vực {field}; đọc tại {source}. Chờ xác nhận.",
            en="Band of the act outside the catalogue, {code}, stated (“{wording}”, {provision}): {fine_least} – "
            "{fine_most}, {stated_for}; field {field}; read in {source}. Waits to be confirmed.",
        ),
        form=ActForm(
            (
                Field("code", "listed", choices="outside", word="outside_code", needed=True),
                Field("wording"),
                Field("provision"),
                Field("decree"),
                Field("field", word="outside_field"),
                Field("fine_least"),
                Field("fine_most"),
                Field("stated_for"),
                Field("warning", word="outside_warning"),
                Field("licence_least"),
                Field("licence_most"),
                Field("business_least"),
                Field("business_most"),
                Field("confiscated", "several", choices="outside_taken", word="outside_taken"),
                Field("remedies", "several", choices="outside_remedies", word="outside_remedies"),
                Field("statute_years"),
                Field("source", word="outside_source"),
            )
        ),
        starts_with=_first_open,
    ),
    Described(
        CaseAct.OUTSIDE_CONFIRMED,
        name=Text(
            vi="Xác nhận khung của hành vi ngoài danh mục",
            en="Confirm the band of an act outside the catalogue",
        ),
        meaning=Text(
            vi="Pháp chế hoặc người đứng đầu đơn vị đã đối chiếu nghị định: nội dung, điều khoản, khung, hình thức "
            "phạt bổ sung và biện pháp khắc phục đúng như bản nhập. Chưa đúng thì nhập lại, người khác xác nhận. Hành "
            "vi vào danh sách chờ đưa vào danh mục.",
            en="A legal officer or the head compared the decree: text, article, band, additional penalties and "
            "remedies are as stated. If they are not, state them again, and another confirms. The act joins the queue "
            "for the catalogue.",
        ),
        sentence=Text(
            vi="Xác nhận khung của hành vi ngoài danh mục, {code}.",
            en="Band of the act outside the catalogue, {code}, confirmed.",
        ),
        form=ActForm(
            (
                Field("statement", "listed", choices="outside_stated", needed=True),
                Field("note", word="outside_note"),
            ),
            sure=True,
        ),
    ),
)
