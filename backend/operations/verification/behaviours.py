"""Compares the catalogue's table with its acts. The table is only a cache of the fold."""

from typing import Any

import msgspec

from backend.core.canonical_json import sha256_hex
from backend.operations.queries import verification as queries
from backend.operations.rules.verification import CatalogueRow, EntryRow
from backend.operations.verification.findings import Report, Verdict
from schemas.core.vocabulary import RecordKind

_EVENTS = {"violation.published": "published", "violation.withdrawn": "withdrawn"}

Said = tuple[str, int, str, Any]
"""Code, version, event, and the content of the act."""


class Behaviours:
    """Collects the entries about behaviours as they are read, and compares them at the end."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._said: dict[str, Said] = {}
        self._proposed: dict[str, Any] = {}
        self._decrees: dict[str, tuple[str, str]] = {}
        """By act that published a whole decree: the decree and the hash of its versions."""

    async def see(self, row: EntryRow) -> None:
        """Take the next entry."""
        if row.record_kind != RecordKind.CATALOGUE or row.quarantine:
            return
        event = _EVENTS.get(row.act_type)
        try:
            content = msgspec.json.decode(row.act)["content"]
            if row.act_type == "violation.proposed":
                self._proposed[content["proposal_id"]] = content
            if row.act_type == "decree.confirmed":
                self._decrees[str(row.act_id)] = (content["decree"], content["sha256"])
            if row.act_type == "violation.confirmed":
                # The second person's act puts it into force; its content is in the first person's act.
                proposal = self._proposed[content["proposal_id"]]
                event = "published" if proposal["publish"] else "withdrawn"
                content = proposal["publish"] or proposal["withdraw"]
            if event is None:
                return
            self._said[str(row.act_id)] = (content["code"], content["version"], event, content)
        except (msgspec.DecodeError, KeyError, TypeError):
            return  # already reported: the act's text is no act

    async def end(self) -> None:
        """Compare both ways: find versions without an act, and acts whose version was removed."""
        every = await queries.catalogue_rows()
        self._see_decrees([row for row in every if str(row.act_id) in self._decrees])
        kept = {str(row.act_id): row for row in every if str(row.act_id) not in self._decrees}
        for act_id in sorted(kept.keys() | self._said.keys()):
            row, said = kept.get(act_id), self._said.get(act_id)
            if row is None or said is None or not _agrees(row, said):
                code, version = (
                    (row.code, row.version) if row is not None else (said or ("", 0))[:2]
                )
                self._report.add(
                    Verdict.TAMPERED,
                    f"behaviour {code}, version {version}",
                    "the table says another thing than its acts",
                )

    def _see_decrees(self, rows: list[CatalogueRow]) -> None:
        """Compare the versions of each act on a decree, all together, with the hash that it names."""
        for act_id, (decree, sha256) in self._decrees.items():
            own = sorted(
                (row for row in rows if str(row.act_id) == act_id), key=lambda row: row.code
            )
            told = [msgspec.json.decode(row.content or "null") for row in own]
            named = all(
                isinstance(one, dict)
                and (one.get("code"), one.get("version")) == (row.code, row.version)
                for one, row in zip(told, own, strict=True)
            )
            if not named or sha256_hex(told) != sha256:
                self._report.add(
                    Verdict.TAMPERED,
                    f"behaviours of {decree}",
                    "the table says another thing than its acts",
                )


def _agrees(row: CatalogueRow, said: Said) -> bool:
    code, version, event, content = said
    if (row.code, row.version, row.event) != (code, version, event):
        return False
    if event == "published":
        return row.content is not None and bool(msgspec.json.decode(row.content) == content)
    return bool(str(row.valid_to) == content["valid_to"])
