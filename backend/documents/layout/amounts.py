"""Amounts of money on a paper: 7.500.000 đồng, and the same in words ("Bằng chữ").

Whole đồng only. The words are those taught at school and used by banks. Where regions differ, a
setting chooses the words for the whole paper.
"""

from contextvars import ContextVar

import msgspec

LARGEST = 999_999_999_999
_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")


class Variants(msgspec.Struct, frozen=True, kw_only=True):
    """The choice among number words of which several are correct."""

    zero_ten: str = "linh"
    """linh (north) or lẻ (south): một trăm linh năm."""
    thousand: str = "nghìn"
    """nghìn (north) or ngàn (south)."""
    four_after_ten: str = "tư"
    """tư or bốn after hai mươi and above: hai mươi tư."""


USUAL = Variants()
BY_REGION = {
    "north": USUAL,
    "south": Variants(zero_ten="lẻ", thousand="ngàn", four_after_ten="bốn"),
}
chosen: ContextVar[Variants] = ContextVar("chosen", default=USUAL)
"""The words for the paper that is being laid out. `page.document` sets them for all that it calls."""


def in_words(amount: int, variants: Variants = USUAL) -> str:
    """Write an amount in words: 1005000 is "Một triệu không trăm linh năm nghìn đồng".

    Groups of three digits are written from the left, each with its unit. A group of zero is left
    out. After the first group, the hundreds are written even if they are zero. Raises ValueError
    outside 0 … LARGEST.
    """
    if not 0 <= amount <= LARGEST:
        raise ValueError(amount)
    if amount == 0:
        return "Không đồng"
    units = ("", variants.thousand, "triệu", "tỷ")
    groups = [amount // 1000**power % 1000 for power in (3, 2, 1, 0)]
    words: list[str] = []
    for unit, group in zip(reversed(units), groups, strict=True):
        if group:
            words += [*_group(group, after=bool(words), variants=variants), unit]
    said = " ".join(word for word in words if word)
    return f"{said[0].upper()}{said[1:]} đồng"


def _group(number: int, *, after: bool, variants: Variants) -> list[str]:
    """Write a group of three digits. `after`: a higher group was written before it."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = [_DIGITS[hundreds], "trăm"] if hundreds or after else []
    if tens == 0:
        if ones:
            words += [variants.zero_ten] if words else []
            words.append(_DIGITS[ones])
        return words
    words += ["mười"] if tens == 1 else [_DIGITS[tens], "mươi"]
    return words + _ones(tens, ones, variants)


def _ones(tens: int, ones: int, variants: Variants) -> list[str]:
    """Write the last digit after a ten: mười lăm, hai mươi mốt, hai mươi tư; mười một, mười bốn."""
    if ones == 0:
        return []
    if ones == 5:
        return ["lăm"]
    if tens > 1 and ones == 1:
        return ["mốt"]
    if tens > 1 and ones == 4:
        return [variants.four_after_ten]
    return [_DIGITS[ones]]
