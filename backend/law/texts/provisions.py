"""What a decree provides for a behaviour, in sentences for both languages."""

from collections.abc import Mapping

from schemas.core.problems import Text
from schemas.law.provisions import Condition, Driver, ProvidedPenalty, ProvidedRemedy, Times

_CONDITIONS: dict[Condition, tuple[str, str]] = {
    Condition.PRODUCTION: ("trực tiếp sản xuất", "produced it himself"),
    Condition.IMPORT: ("trực tiếp nhập khẩu", "imported it himself"),
    Condition.TRANSIT: ("quá cảnh", "transit"),
    Condition.LISTED_GOODS: ("hàng thuộc nhóm điều luật nêu", "goods of the groups listed"),
    Condition.CONDITIONAL_GOODS: (
        "hàng kinh doanh có điều kiện khác",
        "other conditional goods",
    ),
    Condition.SMUGGLED_SELF: ("trực tiếp nhập lậu", "smuggled it in himself"),
    Condition.BANNED_LIST: (
        "hàng cấm hoặc tạm ngừng nhập khẩu",
        "goods banned or suspended from import",
    ),
    Condition.IMPORTER_OR_MAKER: ("cơ sở sản xuất, nhập khẩu", "producer or importer"),
    Condition.TWO_PROVINCES: ("từ hai tỉnh, thành phố trở lên", "two or more provinces"),
    Condition.CYBERSPACE: ("trên không gian mạng", "in cyberspace"),
    Condition.DISTANCE_SERVICE: (
        "dịch vụ liên tục theo giao dịch từ xa",
        "continuous service at a distance",
    ),
    Condition.SENSITIVE_DATA: ("dữ liệu cá nhân nhạy cảm", "sensitive personal data"),
    Condition.LARGE_PLATFORM: ("nền tảng số lớn", "large digital platform"),
    Condition.MEDIA_OWNER: ("chủ phương tiện truyền thông", "owner of a mass medium"),
    Condition.ALCOHOL_TOBACCO_TRADE: (
        "sản xuất, bán buôn rượu, thuốc lá",
        "maker or wholesaler of alcohol or tobacco",
    ),
    Condition.WHOLESALER: ("thương nhân đầu mối", "wholesaler"),
    Condition.PETROL_TRADER: (
        "thương nhân xuất nhập khẩu, phân phối, tổng đại lý xăng dầu",
        "importer, exporter, distributor or general agent of petrol",
    ),
    Condition.MAKING_OR_IMPORTING: (
        "sản xuất, nhập khẩu hoặc đặt hàng các việc đó",
        "making, importing, or ordering these",
    ),
    Condition.REPEATED: ("vi phạm nhiều lần hoặc tái phạm", "repeated or again after a sanction"),
    Condition.NOT_REMOVABLE: ("không loại bỏ được yếu tố vi phạm", "if it cannot be removed"),
    Condition.HARMFUL_GOODS: ("hàng gây hại", "harmful goods"),
    Condition.FALSE_INDICATION: ("chỉ dẫn sai", "false indication"),
    Condition.MISSING_INDICATION: ("thiếu chỉ dẫn", "missing indication"),
}
_OBJECTS = {
    "goods": ("tang vật", "the goods"),
    "tools": ("công cụ, máy móc sản xuất", "the tools of production"),
    "vehicle": ("phương tiện vận tải", "the transport vehicle"),
    "means": ("phương tiện vi phạm", "the means"),
}
_SCOPES = {
    "ecommerce": ("hoạt động thương mại điện tử", "e-commerce"),
    "site_rating": ("đánh giá tín nhiệm website", "site rating"),
    "certification": ("chứng nhận", "certification"),
    "declaration_registration": (
        "giấy tiếp nhận đăng ký bản công bố sản phẩm",
        "registration of the product declaration",
    ),
}
_DRIVERS = {
    "goods_value": ("trị giá hàng", "value of the goods"),
    "genuine_value": ("trị giá hàng thật", "value of the genuine goods"),
    "illicit_gain": ("số lợi bất hợp pháp", "illicit gain"),
    "transaction_value": ("giá trị giao dịch", "value of the transaction"),
    "packs": ("số bao", "packs"),
    "mass": ("khối lượng (gam)", "mass (grams)"),
    "volume": ("thể tích (ml)", "volume (ml)"),
    "units": ("số lượng", "units"),
    "excess_percent": ("tỷ lệ vượt (%)", "excess (%)"),
}
_VALUES = {
    "violating_goods": ("trị giá hàng hóa vi phạm", "the value of the violating goods"),
    "goods_sold": ("trị giá hàng đã bán", "the value of the goods sold"),
}


def condition(code: Condition) -> Text:
    """Return a condition in words."""
    vi, en = _CONDITIONS[code]
    return Text(vi=vi, en=en)


def _any(codes: list[Condition]) -> Text | None:
    if not codes:
        return None
    told = [condition(code) for code in codes]
    return Text(
        vi="khi " + " hoặc ".join(one.vi for one in told),
        en="when: " + " or ".join(one.en for one in told),
    )


def _with(head: Text, parts: list[Text | None]) -> Text:
    told = [one for one in parts if one is not None]
    if not told:
        return head
    return Text(
        vi=f"{head.vi} ({'; '.join(one.vi for one in told)})",
        en=f"{head.en} ({'; '.join(one.en for one in told)})",
    )


def penalty(one: ProvidedPenalty, names: Mapping[str, Text]) -> Text:
    """Return an additional penalty in words. `names` are those of measures, by code."""
    parts: list[Text | None] = []
    if one.object:
        vi, en = _OBJECTS[one.object]
        head = Text(vi=f"Tịch thu {vi}", en=f"Confiscation of {en}")
    else:
        head = names[one.kind.value]
        head = Text(
            vi=f"{head.vi}, {one.months_least}–{one.months_most} tháng",
            en=f"{head.en}, {one.months_least}–{one.months_most} months",
        )
    if one.scope:
        told = [_SCOPES[scope] for scope in one.scope]
        parts.append(Text(vi=", ".join(vi for vi, _ in told), en=", ".join(en for _, en in told)))
    parts.append(_any(one.when))
    gives_way = [names[kind.value] for kind in one.unless]
    if one.unless_returned:
        gives_way.append(Text(vi="Trả lại cho chủ sở hữu", en="Return to the owner"))
    if gives_way:
        parts.append(
            Text(
                vi="trừ trường hợp " + ", ".join(_low(each.vi) for each in gives_way),
                en="not if: " + ", ".join(_low(each.en) for each in gives_way),
            )
        )
    if one.value_from_vnd:
        amount = one.value_from_vnd
        parts.append(
            Text(
                vi=f"trị giá hàng từ {amount:,} đồng".replace(",", "."),
                en=f"goods worth {amount:,} VND or more",
            )
        )
    return _with(head, parts)


def remedy(one: ProvidedRemedy, names: Mapping[str, Text]) -> Text:
    """Return a remedy in words. `names` are those of measures, by code."""
    parts = [_any(one.when)]
    if one.acts:
        places = ", ".join(one.acts)
        parts.append(Text(vi=f"hành vi tại điểm {places}", en=f"acts of points {places}"))
    if one.in_place_of:
        told = [names[kind.value] for kind in one.in_place_of]
        parts.append(
            Text(
                vi="thay cho " + ", ".join(_low(each.vi) for each in told),
                en="in place of: " + ", ".join(_low(each.en) for each in told),
            )
        )
    return _with(names[one.kind.value], parts)


def driver(one: Driver) -> Text:
    """Return what leads to a band in words."""
    (vi, en), least, most = _DRIVERS[one.kind], one.least, one.most
    above = one.bound == "up_to"
    from_vi, from_en = ("trên", "over") if above else ("từ", "from")
    to_vi, to_en = ("đến", "up to") if above else ("đến dưới", "to below")
    told_vi, told_en = [vi], [en]
    if least or most is None:
        told_vi.append(f"{from_vi} {_amount(least, '.')}")
        told_en.append(f"{from_en} {_amount(least, ',')}")
    if most is not None:
        told_vi.append(f"{to_vi if least or above else 'dưới'} {_amount(most, '.')}")
        told_en.append(f"{to_en if least or above else 'below'} {_amount(most, ',')}")
    return Text(vi=" ".join(told_vi), en=" ".join(told_en))


def times(one: Times) -> Text:
    """Return a multiple of a value in words."""
    vi, en = _VALUES[one.value]
    least, most = f"{one.least_percent / 100:g}", f"{one.most_percent / 100:g}"
    return Text(
        vi=f"{least}–{most} lần {vi}".replace(".", ","),
        en=f"{least}–{most} times {en}",
    )


def _amount(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


def _low(text: str) -> str:
    return text[:1].lower() + text[1:]


def choices_of_penalties(names: Mapping[str, Text]) -> dict[str, Text]:
    """Return the additional penalties that a row can provide, by the names that its form gives them."""
    objects = {
        f"confiscation:{code}": Text(vi=f"Tịch thu {vi}", en=f"Confiscation of {en}")
        for code, (vi, en) in _OBJECTS.items()
    }
    return objects | {code: names[code] for code in ("licence_suspension", "business_suspension")}


def choices_of_drivers() -> dict[str, Text]:
    """Return the values that can lead to a band."""
    return {code: Text(vi=_high(vi), en=_high(en)) for code, (vi, en) in _DRIVERS.items()}


def choices_of_conditions() -> dict[str, Text]:
    """Return the conditions on which a penalty or remedy can depend."""
    return {code.value: Text(vi=_high(vi), en=_high(en)) for code, (vi, en) in _CONDITIONS.items()}


def choices_of_scopes() -> dict[str, Text]:
    """Return the activities and licences to which a suspension can be limited."""
    return {code: Text(vi=_high(vi), en=_high(en)) for code, (vi, en) in _SCOPES.items()}


def _high(text: str) -> str:
    return text[:1].upper() + text[1:]
