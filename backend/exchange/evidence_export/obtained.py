"""Checks the documents that a team obtained on site: announced, whole, receipted.

Part of kiem-tra.py (checker.py). It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from backend.exchange.evidence_export.reading import Package

# From here on it is a part of kiem-tra.py.
LARGE = ("photos/", "documents/", "papers/")
"""Folders whose files are too large for the manifest's list; SHA256SUMS has them."""


class OfDocuments:
    """The check of documents/, for the Checker."""

    package: Package
    manifest: dict[str, Any]
    acts: list[Any]
    held: dict[str, str]
    expected: set[str]

    receipt: Callable[[str], dict[str, Any]]
    """Checks a receipt of the server and returns it. The Checker has it."""

    def documents(self) -> None:
        """Check that each document obtained on site is as its act announced it, and receipted."""
        by_entry = {one["entry"]: one for one in self.manifest.get("documents", [])}
        for act in self.acts:
            if act["type"] == "document.filed":
                self.document(act, by_entry.pop(act["number"], None))
        for one in by_entry.values():
            words = f"tài liệu không ai khai báo / announced by no act: {one['path']}"
            self.package.faults.append(words)

    def document(self, act: Any, one: Any) -> None:
        """Check a document that an act announces, against its place in the manifest."""
        package, content, at = self.package, act["content"], f"mục {act['number']}"
        if one is None:
            # Only a document held because another has the same id has no place in the manifest.
            words = "its document is missing"
            package.must(act["id"] in self.held, f"{at}: thiếu tài liệu", words)
        if one is None or one["path"] is None:
            package.unchecked.append(f"tài liệu chưa có tệp / no file here: {at}")
            return
        name = one["path"]
        same = all(one[key] == content[key] for key in ("file_id", "sha256"))
        package.must(same, f"{at}: tài liệu khác", "not as announced")
        path = rf"documents/{act['number']:04}-{re.escape(content['file_id'])}\.[a-z0-9]+"
        package.must(re.fullmatch(path, name), f"{at}: tên tệp khác", "another file's name")
        if f"{name}.UNREADABLE.txt" in package.names and name not in package.names:
            self.expected.add(f"{name}.UNREADABLE.txt")
        else:
            self.expected.add(name)
            same = package.digest(name) == content["sha256"]
            package.must(same, f"{at}: tài liệu bị đổi", "another document")
        stored = self.receipt(f"receipts/documents/{act['number']:04}")
        same = all(stored.get(key) == one[key] for key in ("file_id", "sha256", "size"))
        package.must(same, f"{at}: biên nhận tài liệu", "its receipt")
