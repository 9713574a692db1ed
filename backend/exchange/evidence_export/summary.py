"""What the summary inspection.json must say, derived from the acts.

Part of kiem-tra.py (checker.py). The summary is the only large file that is not signed, and the one
that people read. So each of its values is either compared with the acts, or listed in UNPROVEN, of
which the program's remarks speak. There is no third kind. It uses only the standard library of
Python 3.9 or later.
"""

from __future__ import annotations

from typing import Any

from backend.exchange.evidence_export.comparing import (
    ANYTHING,
    Comparison,
    Either,
    Exactly,
    Keyed,
    Name,
)
from backend.exchange.evidence_export.curves import sha
from backend.exchange.evidence_export.decisions import (
    told_decision_changes,
    told_decision_papers,
    told_hand_signed,
)
from backend.exchange.evidence_export.drafts import OfDrafts
from backend.exchange.evidence_export.history import OLDER, Story
from backend.exchange.evidence_export.papers import told_papers
from backend.exchange.evidence_export.reading import WRONG_SHAPE

# From here on it is a part of kiem-tra.py.
BESIDE = ("minutes_final", "minutes_not_owned")
"""Reasons for which minutes are held beside those in force. Such minutes must be in the summary."""
FILED = (
    *("file_id", "sha256", "way", "sheets", "title", "document_kind", "issued_on", "sender"),
    *("number", "proves", "proves_fact"),
)
"""What the summary says of a document obtained on site as its act does."""
UNPROVEN: dict[str, str] = {
    "": "unit_name_vi unit_name_en updated_at missing_count custody findings permitted waits_for",
    "team": "officer_number",
    "photos": "stored stored_at verified_at custody_fault decodable preview phone_thumbnail preview_reason"
    " detected_type width height addendum verdicts findings",
    "photos.captions": "after_submission",
    "documents": "missing written_at numbered_at code content_mark",
    "filed": "size media_type file_name stored_at dangers shown_as preview addendum",
    "decision_papers": "title content_mark",
    "hand_signed": "begun_at due_at",
    "minutes": "numbered_at code content_mark",
    "all_minutes": "numbered_at code content_mark",
    "discarded": "at",
    "discard_asked": "at",
    "acts": "quarantine verdicts clock",
    "quarantined": "decisions",
    "drafts": "noted waits",
    "drafts.answer": "noted",
}
"""Keys whose values no act holds, by their place: names of units, what the store found, doubts,
times corrected for a phone's clock, what the reader may do. The reason why an act was held is
checked separately (checker.py)."""


class Summary(OfDrafts):
    """5. The summary agrees with the acts, and has no key that this program does not know."""

    def __init__(
        self, package: Any, story: Story, view: dict[str, Any], receipts: list[Any]
    ) -> None:
        """`receipts`: each act with its receipt, which holds the hashes."""
        super().__init__(story, view)
        self.package, self.receipts = package, receipts

    def check(self) -> None:
        """Compare the whole summary with the acts."""
        try:
            wanted = self._wanted()
        except WRONG_SHAPE as error:
            words = f"the acts tell no whole inspection ({error!r})"
            self.package.faults.append(f"các việc không kể trọn một cuộc kiểm tra / {words}")
            return
        Comparison(self.package.faults, UNPROVEN).whole(self.view, wanted)

    def _wanted(self) -> dict[str, Any]:
        story, last = self.story, self.story.submitted
        decision = story.decided_now
        issued = story.decision["received_at"]
        newer = story.flow == 2
        minutes = self._minutes()
        ended = (story.withdrawn if newer else story.discarded) if story.state else None
        asked = story.discarded if newer else None
        return {
            "id": story.decision["record"]["id"],
            "state": story.state,
            "unit_id": decision["unit_id"],
            "decision": Exactly(decision),
            # A decision entered again after a restore counts from the day on its paper.
            "issued_at": ANYTHING if decision.get("again") else issued,
            "opened_at": story.opened and story.opened["received_at"],
            "announced_at": ANYTHING if story.announced else None,
            "submitted_at": last and last["received_at"],
            "submitted_by_name": last and Name(last["officer_id"]),
            "discarded": ended and self._ending(ended, at=newer),
            "discard_asked": asked and self._ending(asked, at=False),
            "team": Keyed(
                "officer_id",
                {
                    one["officer_id"]: {
                        "officer_id": one["officer_id"],
                        "full_name": Name(one["officer_id"]),
                        "leader": one["leader"],
                    }
                    for one in decision["team"]
                },
            ),
            "minutes": minutes.must.get(story.minutes or "", minutes.may.get(story.minutes or "")),
            "all_minutes": minutes,
            "photos": self._photos(),
            "relations": self._relations(),
            "signatures": Keyed(
                "id", {a["id"]: self._signature(a) for a in self._of("person.signed")}
            ),
            "places": Keyed(
                "id",
                {
                    a["id"]: self._made(a, place=Exactly(a["content"]))
                    for a in self._of("place.fixed")
                },
            ),
            "documents": self._documents(),
            "filed": self._filed(),
            "comments": self._comments(),
            "revision": last and last["content"]["revision"],
            "submissions": self._submissions(),
            "approvals": self._rulings(),
            "quarantined": self._held(),
            "acts": self._acts(),
            "minutes_flow": story.flow,
            "minutes_owner": story.owner,
            "drafts": self._drafts() if newer else [],
            "file": self._file() if newer and last else None,
            "beside": self._beside() if newer else [],
            "paper_files": Keyed("id", told_papers(story)),
            "decision_papers": told_decision_papers(story),
            "decision_changes": told_decision_changes(story),
            "hand_signed": told_hand_signed(story),
        }

    def _ending(self, act: Any, *, at: bool) -> dict[str, Any]:
        officer, reason = act["officer_id"], act["content"]["reason"]
        said = {"officer_id": officer, "officer_name": Name(officer), "reason": reason}
        return {**said, "at": act["received_at"] if at else ANYTHING}

    def _minutes(self) -> Keyed:
        """Return the minutes. Ones held for a reason in BESIDE must be listed, other held ones may."""
        came = self._came("minutes.written")
        numbered = self._of("minutes.numbered")
        numbers = {one["content"]["minutes"]: one["content"]["text"] for one in numbered}
        must: dict[str, Any] = {}
        may: dict[str, Any] = {}
        for act in self.story.acts:
            if act["type"] != "minutes.written":
                continue
            content = act["content"]
            one = self._made(
                act,
                number=act["number"],
                form=content["form"],
                form_version=content["form_version"],
                fields=Exactly(content["fields"]),
                officer_id=act["officer_id"],
                received_at=came.get(act["id"], act["received_at"]),
                paper_number=numbers.get(act["id"]),
                content_sha256=sha(
                    {key: content[key] for key in ("form", "form_version", "fields")}
                ),
            )
            beside = self.story.flow == 2 and self.story.held.get(act["id"]) in BESIDE
            (must if act["id"] in came or beside else may)[act["id"]] = one
        return Keyed("id", must, may)

    def _photos(self) -> list[Any]:
        """Return the photographs, numbered from 1 in the order in which they were announced.

        A held one is listed unless another already has its id.
        """
        in_effect = {act["id"] for act in self._of("photo.taken")}
        listed = self.view.get("photos")
        shown = {one.get("act_id") for one in listed} if isinstance(listed, list) else set()
        stated = self._captions()
        found: list[Any] = []
        withdrawn: dict[str, str] = {}
        for act in self._of("photo.withdrawn"):
            withdrawn.setdefault(act["content"]["photo_id"], act["content"]["reason"])
        for act in self.story.acts:
            if act["type"] != "photo.taken" or act["id"] not in in_effect | shown:
                continue
            content = act["content"]
            captions = stated.get(content["photo_id"], [])
            one = {key: content[key] for key in ("photo_id", "sha256", "size", "media_type", "way")}
            first = captions[0]["before"] if captions else content["caption"]
            found.append(
                {
                    **one,
                    "act_id": act["id"],
                    "number": len(found) + 1,
                    "entry": act["number"],
                    "place": Exactly(content["place"]),
                    "caption": captions[-1]["caption"] if captions else first,
                    "captions": captions,
                    "officer_name": Name(act["officer_id"]),
                    "made_at": act["made_at"],
                    "received_at": act["received_at"],
                    "withdrawn": withdrawn.get(content["photo_id"]),
                    "quarantine": None if act["id"] in in_effect else self.story.held[act["id"]],
                }
            )
        return found

    def _captions(self) -> dict[str, list[Any]]:
        """Return captions given after the shot, by photograph, each with the one that it replaced."""
        came = self._came("photo.captioned")
        found: dict[str, list[Any]] = {}
        counts = {
            act["content"].get("photo_id"): act["content"].get("caption")
            for act in reversed(self.story.acts)
            if act["type"] == "photo.taken"
        }
        for act in self._of("photo.captioned"):
            photo, caption = act["content"]["photo_id"], act["content"]["caption"] or None
            one = self._made(act, caption=caption, before=counts.get(photo))
            one["act_id"], one["received_at"] = one.pop("id"), came[act["id"]]
            counts[photo] = caption
            found.setdefault(photo, []).append(one)
        return found

    def _signature(self, act: Any) -> dict[str, Any]:
        content = act["content"]
        return self._made(
            act,
            minutes=content["minutes"],
            in_force=content["minutes"] == self.story.minutes,
            **self._hand(content),
        )

    def _hand(self, content: Any) -> dict[str, Any]:
        drawing, refusal = Exactly(content["drawing"]), Exactly(content["refusal"])
        named = {"role": content["role"], "name": content["name"]}
        return {**named, "drawing": drawing, "refusal": refusal}

    def _documents(self) -> Keyed:
        """Return papers made on site, each in its last version in effect and with its signatures."""
        found: dict[str, Any] = {}
        for act in self._of("document.written"):
            content = act["content"]
            parts = {key: content[key] for key in ("form", "form_version", "fields")}
            before = found.get(content["document_id"], {"writings": 0, "number": None})
            found[content["document_id"]] = {
                "id": content["document_id"],
                "form": content["form"],
                "form_version": content["form_version"],
                "fields": Exactly(content["fields"]),
                "written": act["id"],
                "writings": before["writings"] + 1,
                "officer_id": act["officer_id"],
                "officer_name": Name(act["officer_id"]),
                "number": before["number"],
                "content_sha256": sha(parts),
            }
        for act in self._of("document.numbered"):
            found[act["content"]["document_id"]]["number"] = act["content"]["text"]
        signed = self._of("document.signed")
        for paper in found.values():
            under = [act for act in signed if act["content"]["document"] == paper["written"]]
            hands = {act["id"]: self._made(act, **self._hand(act["content"])) for act in under}
            paper["signatures"] = Keyed("id", hands)
        return Keyed("id", found)

    def _filed(self) -> Keyed:
        """Return documents obtained on site. A held one is listed unless another has its id."""
        struck: dict[str, str] = {}
        for act in self._of("document.struck"):
            struck.setdefault(act["content"]["file_id"], act["content"]["reason"])
        in_effect = {act["id"] for act in self._of("document.filed")}
        must: dict[str, Any] = {}
        may: dict[str, Any] = {}
        for act in self.story.acts:
            if act["type"] != "document.filed":
                continue
            content = act["content"]
            said = {key: content[key] for key in FILED}
            one = self._made(act, **said, place=Exactly(content["place"]))
            one["act_id"], one["entry"] = one.pop("id"), act["number"]
            one["officer_id"], one["received_at"] = act["officer_id"], act["received_at"]
            one["struck"] = struck.get(content["file_id"])
            one["quarantine"] = None if act["id"] in in_effect else self.story.held[act["id"]]
            (must if act["id"] in in_effect else may)[content["file_id"]] = one
        return Keyed("file_id", must, may)

    def _comments(self) -> Any:
        """Return the comments on which the team has to act."""
        story = self.story
        if story.flow == 1:
            returned = self._of("minutes.returned")
            open_return = story.state in ("returned", "revising") and returned
            return returned[-1]["content"]["comments"] if open_return else []
        if story.submitted:
            ask = self._open_ask()
            return story.by_id[ask]["content"]["points"] if ask else []
        drafts = self._of("minutes.proposed")
        ruled = [(at, one) for at, draft in enumerate(drafts) if (one := self._answer(draft))]
        if not ruled:
            return []
        at, answer = ruled[-1]
        # A comment is settled once a later draft answers it.
        said = {
            one["comment"]
            for draft in drafts[at + 1 :]
            for one in draft["content"].get("answers") or []
            if one["returned"] == answer["id"]
        }
        asked = answer["content"].get("comments") or []
        # Comments that came after the first signature need no action: the list may then be empty.
        return Either([one for place, one in enumerate(asked) if place not in said], [])

    def _submissions(self) -> list[Any]:
        return [
            self._made(
                act,
                revision_number=number,
                received_at=act["received_at"],
                answers=act["content"].get("answers") or [],
                **{key: act["content"][key] for key in ("revision", "minutes", "photos")},
                **{key: act["content"][key] for key in ("signatures", "places")},
            )
            for number, act in enumerate(self._of("inspection.submitted"), start=1)
        ]

    def _rulings(self) -> list[Any]:
        """Return rulings of the older flow. Minutes or a submission after an approval void it."""
        found: list[dict[str, Any]] = []
        for act, by in self.story.effects:
            kind, content = act["type"], act["content"]
            if kind in ("minutes.written", "inspection.submitted"):
                for one in found:
                    if one["kind"] == "approved" and one["void_since"] is None:
                        one["void_since"] = by["received_at"]
            elif kind in OLDER:
                found.append(
                    {
                        "id": act["id"],
                        "kind": kind[len("minutes.") :],
                        "revision": content["revision"],
                        "officer_id": act["officer_id"],
                        "officer_name": Name(act["officer_id"]),
                        "comments": content.get("comments") or [],
                        "reason": content.get("reason"),
                        "at": act["received_at"],
                        "void_since": None,
                    }
                )
        return found

    def _held(self) -> Keyed:
        """Return held acts, with the ruling on each or the act that set its minutes aside."""
        found = {}
        for act in self.story.acts:
            if act["id"] not in self.story.held:
                continue
            decided, ruling = self.story.decided.get(act["id"], (None, None))
            found[act["id"]] = {
                "act_id": act["id"],
                "act_type": act["type"],
                "code": self.story.held[act["id"]],
                "officer_name": Name(act["officer_id"]),
                "content": Exactly(act["content"]),
                "received_at": act["received_at"],
                "decided": decided,
                "decided_by_name": ruling and Name(ruling["officer_id"]),
                "decided_at": ruling and ruling["received_at"],
                "reason": ruling and ruling["content"]["reason"],
            }
        return Keyed("act_id", found)

    def _acts(self) -> list[Any]:
        return [
            {
                "number": act["number"],
                "id": act["id"],
                "type": act["type"],
                "made_at": act["made_at"],
                "received_at": act["received_at"],
                "officer": Name(act["officer_id"]),
                "officer_id": act["officer_id"],
                "act_hash": receipt.get("act_hash"),
                "entry_hash": receipt.get("entry_hash"),
            }
            for act, receipt in self.receipts
        ]
