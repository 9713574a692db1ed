"""Which sanctions are made public (Law Art 72.1; Decree 118/2021 Art 18). Pure.

Only in the listed fields, and only if the violation did great damage or had a bad effect on the public. A field
whose decree also has acts about measurement and quality is open: a signer must say which it is.
"""

from collections.abc import Collection
from datetime import date
from typing import Literal, NamedTuple

from backend.law.rules.laws import Laws, Publication, at
from schemas.core.problems import Text

Why = Literal["no_great_damage", "field_not_listed"]

OPEN = Text(
    vi="chỉ công bố vi phạm về đo lường, chất lượng trong lĩnh vực xăng dầu (khoản 1 Điều 72 Luật Xử lý vi phạm hành "
    "chính)",
    en="in the field of petrol only violations of measurement or quality are published (Law on Handling Administrative "
    "Violations Art 72.1)",
)


class Judged(NamedTuple):
    """Why a sanction is not made public; and what only warns."""

    why: tuple[Why, ...]
    warns: Text | None


def rule(laws: Laws, on: date) -> Publication | None:
    """Return the rule of a day; None if the law book has none."""
    return at(laws.publications, on)


def judge(rule: Publication, fields: Collection[str], *, grave: bool) -> Judged:
    """Judge a sanction of acts in these fields, of which one listed field is enough.

    `grave`: great damage, or a bad effect on the public. No field at all says nothing about the field.
    """
    listed = not fields or not set(fields).isdisjoint(rule.fields)
    is_open = not listed and not set(fields).isdisjoint(rule.open_fields)
    why: list[Why] = [] if grave else ["no_great_damage"]
    if not listed and not is_open:
        why.append("field_not_listed")
    return Judged(tuple(why), OPEN if is_open else None)
