"""Questions to the law book without any case: facts in, an answer with its steps and articles out.

The facts are in the address, so that an answer can be linked: from a time limit of a case, from a
refusal, in a letter. How certain a rule is, is shown to legal officers and auditors alone.
"""

import re
from collections.abc import Mapping
from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.law.reckoner import limits
from admin_ui.law.reckoner.asking import FACTS, Fact
from admin_ui.law.reckoner.certainty import sees_certainty
from admin_ui.shell import typed
from admin_ui.shell.choosing import matching
from admin_ui.shell.formats import moment, money, number, short_date
from admin_ui.shell.forms import clean
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.words import CATALOGUES, Language, say
from backend.casework.reckoner import service as reckoner
from backend.core.errors import NotFound
from backend.law.catalogue import service as catalogue
from schemas.casework.words import CaseAct
from schemas.law.reckoning import Asked, Reckoning

_MOST = 500
"""Characters of one fact: more is no fact."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
"""A minute of Vietnam, as answers write it."""
_LENGTH = re.compile(r"(\d+)(h|d|wd|m|y)")
_BAND = re.compile(r"(\d+)-(\d+)")
_NAMED = frozenset({"extra", "remedies"})
_BY_BAND = frozenset({Asked.EXPLAIN, Asked.COMPETENCE})
"""Questions that ask a behaviour, or else the band of its fine."""
_MONEY = frozenset({"least", "most", "proposed", "amount", "total", "limit", "chosen", "first"})


@get("/desk/law", include_in_schema=False)
async def show_law(request: AnyRequest) -> Response[Any]:
    """Show what can be asked."""
    return page(request, "law/reckoner/law.html", asks=list(Asked), sees=sees_certainty(request))


@get("/desk/law/{asked:str}", include_in_schema=False)
async def ask_law(request: AnyRequest, asked: FromPath[str]) -> Response[Any]:
    """Show the form of one kind of question, and the answer if the address has facts.

    Raises NotFound for a kind that does not exist.
    """
    if asked not in set(Asked):
        raise NotFound(what="page")
    kind, language = Asked(asked), language_of(request)
    facts = _facts(request, kind)
    behaviours = await catalogue.names() if "code" in facts else {}
    if "code" in facts and facts["code"] not in behaviours:
        facts["code"] = _code(facts["code"], behaviours)
    fields = [(one, _choices(one, facts, language)) for one in FACTS[kind]]
    answer = reckoner.answer(kind, facts) if facts else None
    return page(
        request,
        "law/reckoner/ask.html",
        status=422 if answer is not None and answer.refused is not None else 200,
        asked=kind,
        fields=[one for one in fields if not one[0].rare],
        rare=[one for one in fields if one[0].rare],
        rare_said=any(fact.rare and fact.name in facts for fact, _ in fields),
        behaviour=behaviours.get(facts.get("code", ""), ""),
        others={key: value for key, value in facts.items() if key not in _named(kind)},
        facts=_fields(kind, facts),
        lacking=_lacking(kind, facts, language) if answer and answer.refused else {},
        answer=answer,
        results=_results(answer, language) if answer else [],
        command=_command(kind, facts),
        sees=sees_certainty(request),
    )


def _lacking(kind: Asked, facts: Mapping[str, str], language: Language) -> dict[str, str]:
    """Return what the form asks for and the question has not, in words at its field.

    A question that only its address can ask says itself what it needs.
    """
    if not facts.keys() <= _named(kind):
        return {}
    what = facts.get("what", "")
    needed = [one for one in FACTS[kind] if one.needed and (not one.of or what in one.of)]
    found = {
        one.name: say(
            language, "form.missing", field=say(language, f"reckoner.fact_{one.word or one.name}")
        )
        for one in needed
        if one.name not in facts
    }
    if kind in _BY_BAND and not found and not facts.keys() & {"code", "band_max"}:
        return {"code": say(language, "reckoner.code_or_band")}
    return found


def _code(text: str, behaviours: Mapping[str, str]) -> str:
    """Return the code of the one behaviour that a text means, as typed without the script; else the text itself."""
    several = matching.meant(behaviours.items(), text)
    return several[0][0] if len(several) == 1 else text


def _fields(kind: Asked, facts: Mapping[str, str]) -> dict[str, str]:
    """Return the facts as fields show them: sums with dots, as people type them. The address has digits alone."""
    sums = {one.name for one in FACTS[kind] if one.kind == "money"}
    return {
        key: number(int(value), "vi") if key in sums and value.isdecimal() else value
        for key, value in facts.items()
    }


def _named(kind: Asked) -> set[str]:
    return {one.name for one in FACTS[kind]}


def _facts(request: AnyRequest, kind: Asked) -> dict[str, str]:
    """Return the facts of the address. Several values of one name are a list; numbers are read as everywhere."""
    numbers = {one.name for one in FACTS[kind] if one.kind in ("money", "number")}
    found: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        said = clean(value)[:_MOST].strip()
        if said and re.fullmatch(r"[a-z_]{1,40}", key):
            found.setdefault(key, []).append(_digits(said) if key in numbers else said)
    return {key: "+".join(values) for key, values in found.items()}


def _digits(said: str) -> str:
    """Return a number without dots and unit; what can be read in two ways, or in none, as it was typed."""
    try:
        return str(typed.whole(said))
    except ValueError:
        return said


def _choices(fact: Fact, facts: Mapping[str, str], language: Language) -> list[tuple[str, str]]:
    """Return what a fact may be. The conditions are those of the time limit, once one is chosen.

    A question about a decision that only its address can ask stays chosen. Acts have the names of
    their buttons in a case, in the order of the alphabet.
    """
    if fact.name == "act":
        acts = [(str(act), say(language, f"case_acts.do_{act}")) for act in CaseAct]
        return sorted(acts, key=lambda one: one[1].casefold())
    own = reckoner.conditions(facts.get("rule", "")) if fact.name == "given" else {}
    if fact.choices and not own:
        chosen = f"reckoner.what_{facts.get('what', '')}" if fact.name == "what" else ""
        words = [*fact.choices]
        if chosen in CATALOGUES[language] and chosen not in dict(words).values():
            words.append((facts["what"], chosen))
        return [(value, say(language, word)) for value, word in words]
    found = own or reckoner.choices(fact.name)
    return [(value, getattr(named, language)) for value, named in found.items()]


def _command(kind: Asked, facts: Mapping[str, str]) -> str:
    """Return the same question as a command line."""
    said = " ".join(f"{key}={value}" for key, value in facts.items())
    return f"./hientruong law {kind} {said}"


def _results(answer: Reckoning, language: Language) -> list[tuple[str, str]]:
    """Return the results that have words, in the order in which they were found.

    Others are for programs: reasons by their codes, which the steps say in words.
    """
    words = CATALOGUES[language]
    return [
        (words[f"reckoner.result_{named}"], _value(named, value, language))
        for key, value in answer.result.items()
        if f"reckoner.result_{(named := _result(answer, key))}" in words
    ]


def _result(answer: Reckoning, key: str) -> str:
    """Return by which word a result is shown: `to` is a state, but of an execution that is handed on its receiver."""
    return "receiver" if key == "to" and answer.asked is Asked.EXECUTION else key


def _value(key: str, value: str, language: Language) -> str:
    words = CATALOGUES[language]
    if key in _NAMED:
        return _measures(value, language)
    if key == "to":
        return words.get(f"cases.state_{value.lower()}", value)
    if known := words.get(f"reckoner.value_{value}"):
        return known
    if _DAY.fullmatch(value):
        return short_date(value, language)
    if _MOMENT.fullmatch(value):
        return moment(f"{value}+07:00", language)
    if length := _LENGTH.fullmatch(value):
        unit = words[f"reckoner.unit_{length[2]}"]
        return f"{length[1]} {unit}"
    if band := _BAND.fullmatch(value):
        return f"{number(int(band[1]), language)} – {money(int(band[2]), language)}"
    if value.isdigit() and (key in _MONEY or len(value) > 6):
        return money(int(value), language)
    return ", ".join(words.get(f"reckoner.value_{part}", part) for part in value.split("+"))


def _measures(value: str, language: Language) -> str:
    """Name measures: all of those joined with +, one of those joined with /."""
    names = reckoner.choices("measure")
    either = say(language, "reckoner.or")

    def name(code: str) -> str:
        return getattr(names[code], language) if code in names else code

    parts = (f" {either} ".join(name(one) for one in part.split("/")) for part in value.split("+"))
    return "; ".join(parts)


HANDLERS = [show_law, *limits.HANDLERS, ask_law]
