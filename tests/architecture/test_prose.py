"""Prose in plain English: turns of phrase that a reader has to read twice are not used.

Docstrings and comments of Python, comments of the phone app, and the documentation. Words on screen are another matter:
tests/architecture/test_texts.py.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.tree import ROOT, files, listed, name, nodes, text

CALQUES = re.compile(
    r"\b(?:for|of|to|by|from|with) who (?:is|runs|has|may|was|reads|signs|takes|made|answers|does|can|works|sees|did"
    r"|had|sent|asks|wrote|comes)\b"
    r"|\bis told (?:by|of|to)\b|\bwho may was\b|\b[Ww]hat becomes of\b|\bnobody's word\b|\b[Hh]ence\b|\bwhoever\b",
    re.IGNORECASE,
)
"""Relative clauses without a noun, and words that only lawyers and poets use."""

READ = {".py", ".ts", ".tsx", ".js", ".md"}
MAY_SAY_SO = {
    "tests/architecture/test_prose.py",
    "docs/security.md",  # names tests of the phone by their sentences
}
_COMMENT = re.compile(r"/\*.*?\*/|(?:^|\s)//[^\n]*", re.DOTALL)
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def _python(path: Path) -> Iterator[str]:
    for node in nodes(path):
        if (
            isinstance(node, ast.Expr)
            and isinstance(node.value, ast.Constant)
            and isinstance(node.value.value, str)
        ):
            yield node.value.value
    for token in tokenize.generate_tokens(io.StringIO(text(path)).readline):
        if token.type == tokenize.COMMENT:
            yield token.string


def _prose(path: Path) -> Iterator[str]:
    if path.suffix == ".py" and path.relative_to(ROOT).parts[0] != "tests":
        yield from _python(path)
    elif path.suffix in {".ts", ".tsx", ".js"} and "wire" not in path.parts:
        yield from _COMMENT.findall(text(path))
    elif path.suffix == ".md":
        yield _CODE.sub(" ", text(path))


def test_nobody_has_to_read_a_sentence_twice_for_its_turn_of_phrase() -> None:
    found = [
        f"{name(path)}: …{part[max(0, hit.start() - 30) : hit.end() + 30]!r}…"
        for path in files()
        if name(path) not in MAY_SAY_SO and path.suffix in READ
        if CALQUES.search(
            text(path)
        )  # before its syntax is read, which takes a hundred times as long
        for part in _prose(path)
        for hit in CALQUES.finditer(part)
    ]
    assert not found, listed([*found, "name the subject: “for officers who see no case”"])


def test_the_rule_sees_what_it_forbids() -> None:
    assert CALQUES.search("Statement time-out for who answers people.")
    assert CALQUES.search("What becomes of a fine.")
    assert not CALQUES.search("Tell who is signed in.")
