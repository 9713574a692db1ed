"""What the summary must say about drafts, the file and minutes beside.

Part of kiem-tra.py (checker.py). It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

from typing import Any

from backend.exchange.evidence_export.comparing import Either, Keyed, Name
from backend.exchange.evidence_export.history import DRAFT_RULINGS, FILE, Story


# From here on it is a part of kiem-tra.py.
class OfDrafts:
    """Derives from the acts what the summary says about the newer flow of minutes."""

    def __init__(self, story: Story, view: dict[str, Any]) -> None:
        """`view`, the summary, only tells which held acts it lists. All else comes from the acts."""
        self.story, self.view = story, view
        self.taken: dict[str, list[tuple[Any, Any]]] = {}
        for act, by in story.effects:
            self.taken.setdefault(act["type"], []).append((act, by))

    def _of(self, *kinds: str) -> list[Any]:
        """Return acts of these types that are in effect, in the order in which they took effect."""
        if len(kinds) == 1:
            return [act for act, _ in self.taken.get(kinds[0], [])]
        return [act for act, _ in self.story.effects if act["type"] in kinds]

    def _made(self, act: Any, **more: Any) -> dict[str, Any]:
        """Return what most lists of the summary say about an act."""
        made = {"id": act["id"], "officer_name": Name(act["officer_id"]), "made_at": act["made_at"]}
        return {**made, **more}

    def _relations(self) -> Keyed:
        """Return what each officer declared last of relations to the party."""
        said = {}
        for act in self._of("relation.none_declared", "relation.declared"):
            content = act["content"]
            relation, reason = content.get("relation"), content.get("reason")
            said[act["officer_id"]] = {
                "officer_id": act["officer_id"],
                "officer_name": Name(act["officer_id"]),
                "relation": relation,
                "reason": reason or content.get("same_name"),
                "same_name": relation is None and content.get("same_name") is not None,
                "made_at": act["made_at"],
                "received_at": act["received_at"],
            }
        return Keyed("officer_id", said)

    def _came(self, kind: str) -> dict[str, Any]:
        """Return when acts of this type took effect, by id.

        That is when they were received. For admitted ones, the time of admission is accepted too.
        """
        return {
            act["id"]: Either(act["received_at"], by["received_at"])
            for act, by in self.taken.get(kind, [])
        }

    def _answer(self, draft: Any) -> Any:
        """Return the first opinion on a draft that came after it; None if there is none."""
        for act in self._of(*DRAFT_RULINGS):
            later = act["number"] > draft["number"]
            if later and act["content"]["draft"] == draft["content"]["draft"]:
                return act
        return None

    def _drafts(self) -> list[Any]:
        found = []
        for act in self._of("minutes.proposed"):
            content, answer = act["content"], self._answer(act)
            said = answer and {
                "id": answer["id"],
                "kind": answer["type"].replace(".", "_"),
                "officer_name": Name(answer["officer_id"]),
                "comments": answer["content"].get("comments") or [],
                "at": answer["received_at"],
            }
            one = {key: content[key] for key in ("minutes", "photos", "draft")}
            one.update(received_at=act["received_at"], answers=content.get("answers") or [])
            found.append(self._made(act, answer=said, **one))
        return found

    def _open_ask(self) -> str | None:
        """Return the last unanswered request for a supplement, while the file is not approved."""
        answered = {act["content"]["asked"] for act in self._of("file.supplemented")}
        asks = [act["id"] for act in self._of("file.supplement_asked")]
        waiting = [one for one in asks if one not in answered]
        return waiting[-1] if waiting and self.story.state != "approved" else None

    def _file(self) -> dict[str, Any]:
        story = self.story
        return {
            "status": story.file_status,
            "file": story.file_now(),
            "addenda": story.addenda,
            "open_ask": self._open_ask(),
            "supplements": [
                self._made(act, received_at=act["received_at"], **act["content"])
                for act in self._of("file.supplemented")
            ],
            "rulings": [
                {
                    "id": act["id"],
                    "kind": act["type"][len("file.") :],
                    "file": act["content"]["file"],
                    "officer_id": act["officer_id"],
                    "officer_name": Name(act["officer_id"]),
                    "points": act["content"].get("points") or [],
                    "reason": act["content"].get("reason"),
                    "at": act["received_at"],
                }
                for act in self._of(*FILE)
            ],
        }

    def _beside(self) -> Keyed:
        """Return held minutes, and those left out of a submission although signed or written later."""
        story, found = self.story, {}
        signed = self._of("person.signed")
        came = self._came("minutes.written")
        named = story.by_id.get(story.minutes or "")
        listed = self.view.get("all_minutes")
        shown = {one.get("id") for one in listed} if isinstance(listed, list) else set()
        for act in story.acts:
            if act["type"] != "minutes.written" or act is named or act["id"] not in shown:
                continue
            signers = [one for one in signed if one["content"]["minutes"] == act["id"]]
            held = act["id"] not in came
            if not held:
                if named is None or story.submitted is None:
                    continue
                own = act["officer_id"] == named["officer_id"]
                if not (act["number"] > named["number"] if own else signers):
                    continue
            said = story.aside.get(act["id"])
            names = [one["content"]["name"] for one in sorted(signers, key=_by_clock)]
            found[act["id"]] = {
                "minutes": act["id"],
                "officer_id": act["officer_id"],
                "officer_name": Name(act["officer_id"]),
                "made_at": act["made_at"],
                "received_at": came.get(act["id"], act["received_at"]),
                "code": story.held[act["id"]] if held else None,
                "signers": names,
                "set_aside": said and said["content"]["reason"],
                "set_aside_by": said and Name(said["officer_id"]),
            }
        return Keyed("minutes", found)


def _by_clock(act: Any) -> Any:
    return act["made_at"], act["id"]
