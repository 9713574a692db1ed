"""The stored files of minutes and papers made on site, as their acts tell them.

Part of kiem-tra.py (checker.py). It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

from typing import Any

from backend.exchange.evidence_export.history import Story

# From here on it is a part of kiem-tra.py.
PAPER_FILES = ("site_paper.sealed", "site_paper.signed")


def check_papers(package: Any, acts: list[Any], expected: set[str]) -> None:
    """Check that each stored file that an act enters is in the package, byte for byte."""
    for act in acts:
        if act["type"] not in PAPER_FILES:
            continue
        content, at = act["content"], f"mục {act['number']}"
        name = f"papers/{content['file_id']}.pdf"
        if name not in package.names:
            expected.add(f"{name}.UNREADABLE.txt")
            package.unchecked.append(
                f"{at}: không có tệp của biên bản / its file is not here: {name}"
            )
            continue
        expected.add(name)
        same = package.digest(name) == content["sha256"]
        package.must(same, f"{at}: tệp của biên bản bị đổi: {name}", "another file of a paper")


def told_papers(story: Story) -> dict[str, Any]:
    """Return what the summary must say of each stored file, by its id."""
    effects = [act for act, _ in story.effects]
    entered = [act for act in effects if act["type"] in PAPER_FILES]
    numbers = {
        act["content"]["minutes"]: act["content"]["text"]
        for act in effects
        if act["type"] == "minutes.numbered"
    }
    current: dict[str, str] = {}
    for wanted in PAPER_FILES:  # a maker's file goes before any seal
        for act in entered:
            if act["type"] == wanted:
                current[act["content"]["written"]] = act["content"]["file_id"]
    told = {}
    for act in entered:
        content = act["content"]
        writing = story.by_id[content["written"]]
        replaced = writing["type"] == "minutes.written" and story.minutes != writing["id"]
        told[content["file_id"]] = {
            "id": content["file_id"],
            "written": content["written"],
            "kind": act["type"][len("site_paper.") :],
            "form": writing["content"]["form"],
            "number": content["number"],
            "sha256": content["sha256"],
            "size": content["size"],
            "pages": content["pages"],
            "certificate": content["certificate"],
            "signature_level": content.get("signature_level"),
            "signer_name": content.get("signer"),
            "made_at": act["received_at"],
            "current": current[content["written"]] == content["file_id"],
            "replaced_by": numbers.get(story.minutes, "") if replaced else None,
        }
    return told
