"""Up to which value a title may confiscate (Decree 189/2025 Arts 4.3, 12). Pure."""

from collections.abc import Iterator
from datetime import date

import msgspec

from backend.law.rules.bands import factor
from backend.law.rules.laws import Competence, Laws, route
from backend.law.rules.powers import Sought, limit_vnd, of_field
from backend.law.texts.sanctions import refusal
from schemas.law.reckoning import Certainty
from schemas.law.sanctions import Refusal


def limits(rule: Competence, wanted: Sought, on: date, laws: Laws) -> tuple[int, int] | None:
    """Return the least and the greatest limit of value that the text can mean; None without limit.

    An amount means one thing. A multiple of the title's fine can be read for each violation or for
    the whole file, and doubled for organisations or not.
    """
    if rule.confiscation_vnd is not None:
        return rule.confiscation_vnd, rule.confiscation_vnd
    found = []
    for deed in wanted.deeds:
        own = of_field(laws, rule.title, deed.field, on)
        if own.confiscation_multiple is None:
            return None
        found.append(limit_vnd(own, deed.field, on, laws) * own.confiscation_multiple)
    return min(found), max(found) * factor(wanted.subject)


def limit(rule: Competence, wanted: Sought, on: date, laws: Laws) -> tuple[int, int] | None:
    """Return the limit of value by the reading that is taken, and by the most generous one.

    None if the title has no limit. The first edition took that of the field with the greatest fine,
    as for individuals.
    """
    both = limits(rule, wanted, on, laws)
    if both is None or rule.confiscation_vnd is not None:
        return both
    taken = route(laws, "confiscation", on)
    if taken is None:
        one = both[1] // factor(wanted.subject)
        return one, one
    least, greatest = both
    return (least if taken.reading == "individual_least" else greatest), greatest


def faults(
    rule: Competence, value: int | None, wanted: Sought, on: date, laws: Laws
) -> Iterator[Refusal]:
    """Say why a title may not confiscate goods of this value in đồng; None if it is not known.

    Banned goods often have no value that can be shown. A signer whose powers depend on it then
    sends the file to one without that limit in the same field (Decree 189/2025 Art 4.3; before,
    Decree 118/2021 Art 24).
    """
    both = limit(rule, wanted, on, laws)
    if both is None:
        return
    taken, greatest = both
    reading = route(laws, "confiscation", on)
    banned = route(laws, "banned", on) if wanted.banned else None
    if value is None and banned is not None:
        said = refusal(
            "confiscation_value_missing",
            f"{banned.article}; {rule.article}",
            "Hàng cấm phải tịch thu mà chưa xác định được trị giá: thẩm quyền tịch thu của chức danh này có giới hạn "
            "{limit} đồng, nên chuyển người có thẩm quyền không bị giới hạn trị giá.",
            "Banned goods are to be confiscated and their value is not shown. This title may confiscate up to {limit} "
            "VND, so the file goes to one without a limit of value.",
            check=rule.check,
            limit=taken,
        )
        yield msgspec.structs.replace(said, certainty=banned.certainty)
    elif value is None:
        yield refusal(
            "confiscation_value_missing",
            rule.article,
            "Thẩm quyền tịch thu của chức danh này có giới hạn {limit} đồng: hãy nhập trị giá tang vật.",
            "This title may confiscate up to {limit} VND: enter the value of the goods.",
            check=rule.check,
            limit=taken,
        )
    elif value > taken:
        sure: Certainty = rule.certainty
        doubt = rule.check
        if reading is not None and value <= greatest:
            sure, doubt = reading.certainty, reading.check
        said = refusal(
            "confiscation_beyond",
            rule.article,
            "Tang vật trị giá {value} đồng vượt thẩm quyền tịch thu {limit} đồng.",
            "Goods of {value} VND are beyond the title's limit of confiscation, {limit}.",
            check=doubt,
            value=value,
            limit=taken,
        )
        yield msgspec.structs.replace(said, certainty=sure)
