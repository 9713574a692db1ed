"""Prints docs/casework/effects-of-papers.md: what the signature of each form does, by way of signing.

`python -m tests.support.case_pages` writes it with the other pages; a test compares it with the declarations.
"""

from enum import StrEnum

from backend.casework.acts.index import ACTS
from backend.casework.acts.papers_first import NotSentBack, Scanned
from backend.casework.derived import effects
from backend.casework.derived.effects import Meant
from backend.documents import forms

_HEAD = """# What a signed paper does

Printed from the declarations in `backend/casework/acts` and from `backend/casework/derived/effects.py`
(`python -m tests.support.case_pages`; a test compares). Every form of the house stands in one of the two tables. No
paper is in force and waits for somebody to record it
([decision](../decisions/0047-nothing-is-recorded-after-a-signature.md)).

- **Signed digitally**: with the certificate at the desk, with a token or SIM (then with the file that is sent back), or
  in a list. A paper that asks something is not signed in the list, but on its own page.
- **By hand**: printed, signed, scanned. The act enters with the scan, or with the comparison where practice B3 waits
  for it. A decision on the violation enters with the scan if its signer or the head sends it, else with the comparison.
- **From a phone**: signed and numbered in the inspection; its effect enters in the command that takes it into the case.
- **Asked**: what no line of the paper says. It is asked where one signs, prints or takes in, never afterwards.
- **Entered again**: a paper that was made outside the system (in an outage, or lost by a restore) and comes back with
  its number and scan. Where something is asked, nobody answered it here, so the act's own form stays; the pages say so.
- What the case refuses when a paper comes that is in force by law already stays on its page under "in force, and not
  recorded", with the form of its act. So do papers from before signatures entered anything.
- Papers of another authority are filed, or entered by an act of their own (`chair.decided`, `file.received`).

| Form | Enters | Asked | Signed digitally | By hand | From a phone | Entered again |
|---|---|---|---|---|---|---|
"""
_WITHOUT = """
## No effect of its own

| Form | Why |
|---|---|
"""


class Way(StrEnum):
    """How a paper comes into force."""

    DIGITAL = "digital"
    """The certificate, a token elsewhere, or the list: one command each, drafting/signing.py and outside.py."""
    BY_HAND = "by_hand"
    PHONE = "phone"
    AGAIN = "again"


def asked(form: str) -> list[str]:
    """Fields that the signer is asked for, or offered, besides the paper."""
    found: list[str] = []
    for meant in effects.of(form):
        effect = meant.effect
        found += [*effect.asks, *effect.offers(form, {"exhibits": [1]}), *effect.each[1:]]
        found += effect.apart
    return list(dict.fromkeys(found))


def compared(meant: Meant) -> bool:
    """Tell whether the act waits for the comparison of the paper that enters it."""
    waits = (one for one in ACTS[meant.kind].compared_first if not _other(one))
    return any(meant.effect.key in one.papers and one.when is None for one in waits)


def _other(one: object) -> bool:
    return isinstance(one, NotSentBack | Scanned)


def by_hand(form: str) -> str:
    """When a paper of this form that is signed by hand takes effect."""
    meant = effects.of(form)
    if any(one.effect.read is None and one.effect.apart and form != "MBB01" for one in meant):
        return "scan or comparison"
    return "comparison" if any(compared(one) for one in meant) else "scan"


def ways(form: str) -> list[Way]:
    """The ways in which a paper of this form may come into force."""
    phone = [Way.PHONE] if forms.load(form, forms.newest(form)).get("x-phone") else []
    return [Way.DIGITAL, Way.BY_HAND, *phone, Way.AGAIN]


def _cell(form: str, way: Way) -> str:
    if way not in ways(form):
        return "–"
    match way:
        case Way.DIGITAL:
            alone = effects.asked(form)
            return "signature (in a list: on its own page)" if alone else "signature"
        case Way.BY_HAND:
            return by_hand(form)
        case Way.PHONE:
            return "taking in"
        case Way.AGAIN:
            needed = any(one.effect.asks or one.effect.apart for one in effects.of(form))
            return "the act's form" if needed else by_hand(form)


def page() -> str:
    """The whole page."""
    lines = []
    for form in sorted(effects.EFFECTS):
        acts = ", ".join(f"`{one.kind}`" for one in effects.of(form))
        more = ", ".join(f"`{one}`" for one in asked(form)) or "–"
        cells = " | ".join(_cell(form, way) for way in Way)
        lines.append(f"| {form} | {acts} | {more} | {cells} |\n")
    rest = [f"| {form} | {why} |\n" for form, why in sorted(effects.WITHOUT.items())]
    return _HEAD + "".join(lines) + _WITHOUT + "".join(rest)
