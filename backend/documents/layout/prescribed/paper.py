"""A whole prescribed paper: bases, body, and what stands around them."""

from typing import Any

from backend.documents.layout import wording
from backend.documents.layout.prescribed import frame
from backend.documents.layout.prescribed.annex import annex
from backend.documents.layout.prescribed.bases import bases
from backend.documents.layout.prescribed.blocks import Printer
from backend.documents.layout.prescribed.lists import end_lists
from backend.documents.layout.prescribed.scope import Scope
from backend.documents.layout.sheet import Sheet
from backend.documents.layout.values import Schema
from backend.documents.rules import record_papers
from schemas.documents.papers import PaperContent


def laid_out(
    paper: PaperContent, schema: Schema, fields: dict[str, Any], sheet: Sheet
) -> dict[str, Any]:
    """Print the bases and the body onto the sheet; return the rest of the typesetter's input."""
    scope = Scope(schema, fields)
    printer = Printer(sheet, paper.signatures)
    if found := bases(scope):
        sheet.bases(found)
    printer.print(schema["x-body"], scope)
    end_lists(sheet.blocks)
    first, about = frame.heading(scope)
    letter = bool(schema.get("x-official-letter"))
    to = _to(schema, fields) if schema["x-layout"] == "letter" else None
    under = schema.get("x-under")  # a body of the agency that makes the paper: Hội đồng định giá
    head = {"superior": wording.clean(paper.letterhead.issuer), "issuer": under} if under else {}
    return head | {
        "dated": _dated(paper, schema),
        "heading": None if letter else wording.clean(first),
        "about": wording.clean(about) if about and not letter else None,
        "subject": wording.clean(f"V/v {about[:1].lower()}{about[1:]}")
        if about and letter
        else None,
        "to": wording.clean(to) if to else None,
        "signatures": [],
        "cells": frame.cells(scope, paper.signatures),
        "recipients": frame.recipients(scope, printer.articles),
        "received": [],
        "back": frame.back(scope),
        "annex": annex(paper, scope),
    }


def _to(schema: Schema, fields: dict[str, Any]) -> str | None:
    """Return whom a letter addresses; who gave information stands there by its number alone."""
    said = record_papers.secret_recipient(schema, fields) or fields.get("to")
    return str(said) if said else None


def _dated(paper: PaperContent, schema: Schema) -> str | None:
    """Return place and day of the head; None for minutes, which say both in their opening."""
    if schema.get("x-undated"):
        return None
    return wording.clean(wording.dated(paper.letterhead.place, paper.issued_on))
