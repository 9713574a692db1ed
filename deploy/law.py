"""`./hientruong law`: asks the law book without any case, and runs a lawyer's own cases.

Facts are `key=value`, as in docs/law/reckoner.md. No database and no data folder is needed.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from backend.casework.reckoner import service as reckoner
from backend.law import books
from backend.law.rules import reckoned_cases
from deploy.failures import Failure
from schemas.law.reckoning import Asked, Reckoning


def ask(kind: str, given: Sequence[str], *, as_json: bool, book: str | None) -> int:
    """Answer one question and print it; 0 if it was answered, 1 if facts are missing or wrong.

    Raises Failure for facts that are no `key=value` and for a book that does not exist.
    """
    try:
        facts = reckoned_cases.pairs(";".join(given))
        answer = reckoner.answer(Asked(kind), facts, book)
    except reckoner.CaseFault as fault:
        raise Failure(f"không đọc được dữ kiện: {fault}", str(fault)) from fault
    except books.UnknownBook as unknown:
        raise Failure(
            f"không có bộ quy định {unknown}", f"no edition is called {unknown}"
        ) from unknown
    print(_json(answer) if as_json else _words(answer))
    return 0 if answer.refused is None else 1


def _json(answer: Reckoning) -> str:
    return msgspec.json.format(msgspec.json.encode(answer), indent=1).decode()


def _words(answer: Reckoning) -> str:
    lines = [f"{key}: {value}" for key, value in answer.result.items()]
    if answer.refused is not None:
        lines.append(f"{answer.refused.vi}\n{answer.refused.en}")
    if not answer.applied:
        lines.append("(chưa áp dụng trong hồ sơ / not yet applied in a case)")
    for number, step in enumerate(answer.steps, 1):
        lines.append(f"{number}. {step.text.vi}\n   {step.text.en}")
        lines.append(f"   [{step.certainty}] {step.article}")
        if step.doubt is not None:
            lines.append(f"   ? {step.doubt.vi}\n     {step.doubt.en}")
    return "\n".join(lines)


def cases(path: Path, *, book: str | None) -> int:
    """Run a table of cases, print what differs; 0 if nothing does, 1 otherwise. Raises Failure."""
    try:
        compared = reckoner.run(path.read_bytes(), book)
    except OSError as error:
        raise Failure(f"không mở được {path}", f"{path}: {error.strerror}") from error
    except reckoner.CaseFault as fault:
        raise Failure(f"không đọc được {path}", f"{path}: {fault}") from fault
    wrong = [one for one in compared if one.differs]
    for one in wrong:
        print(f"{one.case.id} ({one.case.kind}): {_given(one.case.facts)}")
        for found in one.differs:
            print(f"   {found.key}: {found.expected} ≠ {found.got or '–'}")
        if one.answer.refused is not None:
            print(f"   {one.answer.refused.vi} / {one.answer.refused.en}")
        print(f"   {one.case.source} [{one.case.certainty}]")
    right = len(compared) - len(wrong)
    print(f"{right}/{len(compared)} đúng, {len(wrong)} khác / right, {len(wrong)} differ")
    sys.stdout.flush()
    return 1 if wrong else 0


def _given(facts: dict[str, str]) -> str:
    return "; ".join(f"{key}={value}" for key, value in facts.items())
