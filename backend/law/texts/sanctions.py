"""Sentences with amounts, in both languages. Pure."""

import msgspec

from backend.core import formats
from schemas.core.problems import Text
from schemas.law.reckoning import Certainty
from schemas.law.sanctions import Refusal, Remark, Step, Title


def sentence(vi: str, en: str, **numbers: int) -> Text:
    """Fill both texts with amounts of đồng, their digits grouped as each language writes them."""
    dots = {name: formats.grouped(value) for name, value in numbers.items()}
    commas = {name: formats.grouped(value, "en") for name, value in numbers.items()}
    return Text(vi=vi.format(**dots), en=en.format(**commas))


def step(article: str, vi: str, en: str, **numbers: int) -> Step:
    """Make a step of a computation."""
    return Step(text=sentence(vi, en, **numbers), article=article)


def sure(said: Step, certainty: Certainty, doubt: Text | None = None) -> Step:
    """Return a step with how sure its law is, and what is open about it."""
    return msgspec.structs.replace(said, certainty=certainty, doubt=doubt)


def days(term: int) -> Text:
    """Put a term in days, of which a month has 30, into words: 4 tháng 15 ngày, 4 months 15 days."""
    months, rest = divmod(term, 30)
    vi = [*([f"{months} tháng"] if months else []), *([f"{rest} ngày"] if rest else [])]
    en = [
        *([f"{months} month{'s' * (months != 1)}"] if months else []),
        *([f"{rest} day{'s' * (rest != 1)}"] if rest else []),
    ]
    return Text(vi=" ".join(vi) or "0 ngày", en=" ".join(en) or "0 days")


def remark(code: str, vi: str, en: str, article: str | None = None, **numbers: int) -> Remark:
    """Make a remark: a doubt or note beside the numbers."""
    return Remark(code=code, text=sentence(vi, en, **numbers), article=article)


def refusal(
    code: str, article: str, vi: str, en: str, check: Text | None = None, **numbers: int
) -> Refusal:
    """Make a refusal: why something is not allowed."""
    return Refusal(code=code, text=sentence(vi, en, **numbers), article=article, check=check)


def said(fault: Refusal, who: list[Title]) -> Text:
    """Return a refusal as a sentence, with its article and the titles that may decide."""
    vi, en = f"{fault.text.vi} ({fault.article})", f"{fault.text.en} ({fault.article})"
    if not who:
        return Text(vi=vi, en=en)
    return Text(
        vi=f"{vi}. Có thẩm quyền: {'; '.join(one.name.vi for one in who)}",
        en=f"{en}. Who may: {'; '.join(one.name.en for one in who)}",
    )
