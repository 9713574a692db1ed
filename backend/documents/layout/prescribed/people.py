"""How a prescribed form names people: [IND] and [ORG] of Decree 118/2021, officers, witnesses.

The forms print "<ông (bà)/tổ chức>"; a finished paper has the one word that fits. A household
business has no block of its own there: its owner stands as an individual, the business after that.
"""

from typing import Any

from backend.documents.layout import wording
from backend.documents.layout.blanks import BLANK
from backend.documents.layout.sheet import Pair, Sheet
from backend.documents.layout.values import Schema, label, ordered, said

Fields = dict[str, Any]
UNKNOWN = "Không xác định được cá nhân/tổ chức vi phạm hành chính"
_TITLES = {"male": "ông", "female": "bà"}
_SEX = {"male": "Nam", "female": "Nữ"}
_NAMELESS = "ông (bà)"
_MID = frozenset({"Ông", "Bà", "Hộ", "Số", "Lô", "Thôn"})
_PLACES = ("Trụ sở", "Kho tang vật", "Kho hàng", "Bãi ", "Cửa hàng", "Khu xử lý")


def is_organisation(party: Fields) -> bool:
    """Tell whether it is an organisation; a household business is its owner."""
    return party.get("kind") == "organisation"


def is_unknown(party: Fields) -> bool:
    """Tell whether nobody was determined."""
    return party.get("kind") == "unknown"


def is_nameless(party: Fields) -> bool:
    """Tell whether it is a household business of which nobody said who its owner is."""
    return party.get("kind") == "household" and not party.get("representative_name")


def kind(party: Fields) -> str:
    """Return cá nhân or tổ chức; both, as the form prints them, if nobody was determined."""
    if is_unknown(party):
        return "cá nhân/tổ chức"
    return "tổ chức" if is_organisation(party) else "cá nhân"


def title(party: Fields) -> str:
    """Return ông, bà, ông (bà), tổ chức or hộ kinh doanh, before "có tên sau đây"."""
    if is_unknown(party):
        return f"{_NAMELESS}/tổ chức"
    if is_nameless(party):
        return "hộ kinh doanh"
    return "tổ chức" if is_organisation(party) else _title(_sex(party))


def named(party: Fields) -> str:
    """Name a party in a sentence: ông Trần Văn A, or the organisation by its own name."""
    if is_organisation(party):
        return str(party.get("name") or BLANK)
    if is_nameless(party):
        return mid(str(party.get("name") or BLANK))
    return f"{_title(_sex(party))} {_own_name(party)}"


def mid(text: str) -> str:
    """Begin a name or place in the middle of a sentence: Ông, Bà, Hộ, Số and Trụ sở lose their capital.

    "Kho bạc" and other proper names keep it.
    """
    if text.partition(" ")[0] in _MID or text.startswith(_PLACES):
        return text[:1].lower() + text[1:]
    return text


def acting(party: Fields) -> str:
    """Name the person who acts: the individual, or who represents the organisation."""
    if by := party.get("authorised_name"):
        return f"{_NAMELESS} {by}"
    if not is_organisation(party):
        return named(party)
    who = party.get("representative_name")
    return f"{_title(party.get('representative_sex'))} {who or BLANK}"


def capacity(party: Fields) -> str:
    """Return cá nhân or người đại diện của tổ chức, before "bị xử phạt", "vi phạm".

    Both if nobody was determined: the paper must not say that it was a person.
    """
    if is_unknown(party):
        return "cá nhân/người đại diện của tổ chức"
    return "người đại diện của tổ chức" if is_organisation(party) else "cá nhân"


def _title(sex: Any) -> str:
    return _TITLES.get(str(sex), _NAMELESS)


def _sex(party: Fields) -> Any:
    if party.get("kind") == "household" and party.get("representative_name"):
        return party.get("representative_sex")
    return party.get("sex")


def _own_name(party: Fields) -> str:
    owner = party.get("representative_name") if party.get("kind") == "household" else None
    return str(owner or party.get("name") or BLANK)


def _said_day(value: Any) -> str | None:
    return wording.day_of(value).removeprefix("ngày ") if value else None


class _Known:
    """A sheet on which nothing but what is known is printed: no label without its value."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet

    def text(self, text: str) -> None:
        self._sheet.text(text)

    def field(self, called: str, value: str | None) -> None:
        self.fields((called, value))

    def fields(self, *pairs: Pair) -> None:
        told = [(called, value) for called, value in pairs if value and value != BLANK]
        if told:
            self._sheet.fields(*told)


_Lines = Sheet | _Known


def block(whole: Sheet, party: Fields, node: Schema, mark: str, *, known: bool = False) -> None:
    """Print a party as the forms do: [IND] or [ORG]; the mark ("1. ") stands before its name.

    `known` leaves out what nobody has told: the force's own papers need name and address of a party
    (Ordinance 11/2016 Art 19.2), and a blank on a signed file can no longer be crossed out.
    """
    sheet: _Lines = _Known(whole) if known else whole
    if party.get("kind") == "unknown":
        sheet.text(f"{mark}{UNKNOWN}.")
        _known_of_unknown(sheet, party)
    elif is_organisation(party):
        _organisation(sheet, party, mark)
    elif is_nameless(party):
        _nameless(sheet, party, mark)
    else:
        _individual(sheet, party, mark, known=known)
    _others(sheet, party, node)


def _individual(sheet: _Lines, party: Fields, mark: str, *, known: bool) -> None:
    """Print [IND]. The force's own papers name where a household does business as what it is; the
    decree's forms have one line for an address, under which the drafter writes where the owner lives.
    """
    household = party.get("kind") == "household"
    sheet.fields((f"{mark}Họ và tên", _own_name(party)), ("Giới tính", _SEX.get(str(_sex(party)))))
    sheet.fields(
        ("Ngày, tháng, năm sinh", _said_day(party.get("birth_date"))),
        ("Quốc tịch", party.get("nationality")),
    )
    sheet.field("Nghề nghiệp", party.get("occupation"))
    if not (household and known):
        sheet.field("Nơi ở hiện tại", party.get("address"))
    sheet.fields(
        ("Số định danh cá nhân/CMND/Hộ chiếu", party.get("id_number")),
        ("ngày cấp", _said_day(party.get("id_date"))),
        ("nơi cấp", party.get("id_place")),
    )
    if household:
        business: list[Pair] = [("Là chủ hộ kinh doanh", party.get("name"))]
        if party.get("enterprise_code"):
            business.append(("mã số", party["enterprise_code"]))
        sheet.fields(*business)
        _registered(sheet, party)
    if household and known:
        sheet.field("Địa chỉ kinh doanh", party.get("address"))


def _nameless(sheet: _Lines, party: Fields, mark: str) -> None:
    """Print a household business under its own name, and what is known of its owner as the owner's.

    The forms know individual and organisation alone. The owner is the
    person whom they mean, so a name that nobody told stays a blank; the business's must not stand there.
    """
    sheet.field(f"{mark}Tên hộ kinh doanh", party.get("name"))
    sheet.field("Địa chỉ kinh doanh", party.get("address"))
    if party.get("enterprise_code"):
        sheet.field("Mã số", party["enterprise_code"])
    _registered(sheet, party)
    sex = party.get("sex") or party.get("representative_sex")
    sheet.field("Họ và tên chủ hộ kinh doanh", None)
    sheet.fields(
        ("Giới tính của chủ hộ", _SEX.get(str(sex))),
        ("ngày, tháng, năm sinh", _said_day(party.get("birth_date"))),
    )
    sheet.fields(
        ("Quốc tịch của chủ hộ", party.get("nationality")),
        ("nghề nghiệp", party.get("occupation")),
    )
    sheet.fields(
        ("Số định danh cá nhân/CMND/Hộ chiếu của chủ hộ", party.get("id_number")),
        ("ngày cấp", _said_day(party.get("id_date"))),
        ("nơi cấp", party.get("id_place")),
    )


def _registered(sheet: _Lines, party: Fields) -> None:
    """Print how a household business is registered, which the forms have no lines for."""
    if party.get("registration_number") or party.get("registration_date"):
        sheet.fields(
            ("Giấy chứng nhận đăng ký hộ kinh doanh số", party.get("registration_number")),
            ("ngày cấp", _said_day(party.get("registration_date"))),
            ("nơi cấp", party.get("registration_place")),
        )
    if party.get("representative_title"):
        sheet.field("Chức danh", party["representative_title"])


def _organisation(sheet: _Lines, party: Fields, mark: str) -> None:
    sheet.field(f"{mark}Tên của tổ chức", party.get("name"))
    sheet.field("Địa chỉ trụ sở chính", party.get("address"))
    sheet.field("Mã số doanh nghiệp", party.get("enterprise_code"))
    sheet.fields(
        (
            "Số GCN đăng ký đầu tư/doanh nghiệp hoặc GP thành lập/đăng ký hoạt động",
            party.get("registration_number"),
        ),
        ("ngày cấp", _said_day(party.get("registration_date"))),
        ("nơi cấp", party.get("registration_place")),
    )
    sheet.fields(
        ("Người đại diện theo pháp luật", party.get("representative_name")),
        ("Giới tính", _SEX.get(str(party.get("representative_sex")))),
    )
    sheet.field("Chức danh", party.get("representative_title"))


def _known_of_unknown(sheet: _Lines, party: Fields) -> None:
    """Print what little was noted of a party that nobody determined."""
    name = str(party.get("name") or "").strip()
    if name and name != BLANK and "xác định" not in name.lower():
        sheet.field("Thông tin ban đầu", name)
    for called, field in (("Địa chỉ", "address"), ("Nghề nghiệp", "occupation")):
        if party.get(field) and party[field] != BLANK:
            sheet.field(called, party[field])
    if party.get("enterprise_code"):
        sheet.field("Mã số doanh nghiệp", party["enterprise_code"])


_TOLD = frozenset(
    {
        *("kind", "name", "sex", "birth_date", "nationality", "occupation", "address", "id_number"),
        *("id_date", "id_place", "enterprise_code", "registration_number", "registration_date"),
        *("registration_place", "representative_name", "representative_sex"),
        "representative_title",
    }
)
"""Fields of a party that its lines above say. Others follow under their labels in the form: a
minor's parent or guardian, who acts for the party and by which paper."""


def _others(sheet: _Lines, party: Fields, node: Schema) -> None:
    for name, inner in ordered(node):
        if name not in _TOLD and party.get(name):
            sheet.field(label(inner), said(inner, party[name]))


OFFICER = (("Chức vụ", ("title", "position")), ("Cơ quan", ("agency", "unit")))
WITNESS = (("Nghề nghiệp", ("occupation",)), ("Địa chỉ", ("address",)))
SHAPES = {"officer": OFFICER, "witness": WITNESS}
"""Which lines a person has after the name: who holds an office, and who does not."""
_MORE = (
    ("Số hiệu công chức", "officer_number"),
    ("Số thẻ kiểm tra thị trường", "card_number"),
    ("Số định danh cá nhân", "id_number"),
    ("Tư cách tham gia", "capacity"),
    ("Văn bản giao quyền", "delegation"),
)


def person(sheet: Sheet, value: Fields | None, shape: str, mark: str = "") -> None:
    """Print one person: name, then the lines of the shape. Missing values are blanks."""
    who = value or {}
    lines = SHAPES[shape]
    pairs: list[Pair] = [(f"{mark}Họ và tên", who.get("name"))]
    pairs += [
        (called, next((who[name] for name in names if who.get(name)), None))
        for called, names in lines
    ]
    sheet.fields(*pairs[:2])
    sheet.fields(*pairs[2:])
    if more := [(called, who[name]) for called, name in _MORE if who.get(name)]:
        sheet.fields(*more)
