"""Replays an inspection's acts and recomputes each hash that they name.

Part of kiem-tra.py (checker.py). It uses only the standard library of Python 3.9 or later.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from backend.exchange.evidence_export.curves import sha
from backend.exchange.evidence_export.reading import WRONG_SHAPE

# From here on it is a part of kiem-tra.py.
EVIDENCE = (
    *("place.fixed", "photo.taken", "photo.withdrawn", "photo.captioned", "minutes.written"),
    *("person.signed", "document.written", "document.signed", "document.numbered"),
    *("minutes.numbered", "document.filed", "document.struck"),
)
FILE = ("file.agreed", "file.supplement_asked", "file.verification_ordered", "file.taken_over")
OLDER = ("minutes.returned", "minutes.approved", "minutes.refused")
DRAFT_RULINGS = ("draft.approved", "draft.returned")
MOVES: dict[int, dict[str, tuple[tuple[str, ...], str]]] = {
    1: {
        "inspection.opened": (("decided", "discarded"), "opened"),
        "inspection.announced": (("decided", "opened"), "announced"),
        "inspection.discarded": (("opened", "announced", "returned", "revising"), "discarded"),
        "inspection.submitted": (
            ("opened", "announced", "submitted", "returned", "revising", "approved"),
            "submitted",
        ),
        "minutes.written": (("submitted", "approved"), "revising"),
        "minutes.returned": (("submitted",), "returned"),
        "minutes.approved": (("submitted",), "approved"),
        "minutes.refused": (("submitted",), "refused"),
    },
    2: {
        "inspection.opened": (("decided",), "opened"),
        "inspection.announced": (("decided", "opened", "discarded"), "announced"),
        "inspection.submitted": (("opened", "announced"), "submitted"),
        "decision.withdrawn": (("decided", "opened"), "discarded"),
        "decision.lapsed": (("decided", "opened"), "discarded"),
        "file.agreed": (("submitted",), "approved"),
        "file.taken_over": (("submitted",), "approved"),
    },
}
"""Acts that change an inspection's state, by the flow of its decision: from which states, and to
which. All others leave the state as it is. The server has the same as two full tables
(backend/fieldwork/derived/states.py); a test compares them."""
STATUS = {
    "file.agreed": "agreed",
    "file.taken_over": "taken_over",
    "file.verification_ordered": "verifying",
    "file.supplement_asked": "supplement_asked",
}
TOLD = {
    "decision.issued": ("ban hành quyết định kiểm tra", "inspection decision issued"),
    "decision.withdrawn": ("hủy bỏ quyết định kiểm tra", "inspection decision withdrawn"),
    "decision.amended": ("sửa đổi quyết định kiểm tra", "inspection decision amended"),
    "decision.extended": ("gia hạn kiểm tra", "inspection extended"),
    "team.handed_over": ("bàn giao việc trong Đoàn kiểm tra", "place in the team handed over"),
    "decision.hand_signed": (
        "bắt đầu từ quyết định ký trên bản giấy",
        "begun from a hand-signed decision",
    ),
    "decision.matched": (
        "đối chiếu quyết định ký trên bản giấy",
        "hand-signed decision matched",
    ),
    "decision.lapsed": ("quyết định kiểm tra hết hiệu lực", "inspection decision lapsed"),
    "inspection.announced": ("công bố quyết định", "decision announced"),
    "inspection.discarded": ("đề nghị không kiểm tra", "asked not to inspect"),
    "minutes.entrusted": ("giao người lập biên bản", "named who draws up the minutes"),
    "minutes.written": ("lập biên bản", "minutes written"),
    "minutes.proposed": ("xin ý kiến về dự thảo", "opinion asked on a draft"),
    "draft.approved": ("đồng ý dự thảo biên bản", "draft agreed to"),
    "draft.returned": ("trả lại dự thảo", "draft returned"),
    "person.signed": ("ký hoặc từ chối ký", "signed, or refused to"),
    "minutes.numbered": ("cấp số biên bản kiểm tra", "minutes numbered"),
    "site_paper.sealed": ("máy chủ niêm biên bản", "paper sealed by the server"),
    "site_paper.signed": ("người lập ký số biên bản", "paper signed by its maker"),
    "inspection.submitted": ("trình hồ sơ", "file submitted"),
    "minutes.set_aside": ("để riêng biên bản", "minutes set aside"),
    "file.agreed": ("đồng ý hướng xử lý", "handling agreed to"),
    "file.supplement_asked": ("yêu cầu bổ sung", "supplement asked for"),
    "file.supplemented": ("bổ sung hồ sơ", "file supplemented"),
    "file.verification_ordered": ("yêu cầu xác minh", "verification ordered"),
    "file.taken_over": ("nhận xử lý hồ sơ", "file taken over"),
    "minutes.returned": ("trả lại biên bản (quy trình cũ)", "minutes returned (older procedure)"),
    "minutes.approved": ("phê duyệt biên bản (quy trình cũ)", "minutes approved (older procedure)"),
    "minutes.refused": (
        "không phê duyệt biên bản (quy trình cũ)",
        "minutes refused (older procedure)",
    ),
    "evidence.admitted": ("đưa chứng cứ vào hồ sơ", "held evidence admitted"),
    "evidence.dismissed": ("không đưa chứng cứ vào hồ sơ", "held evidence dismissed"),
}


class Story:
    """4. The story: each hash that an act names is recomputed from the acts before it.

    The acts are replayed in the order of the ledger; a held act takes effect when it is admitted.
    The result (the state, the minutes in force, the file) is kept, to be compared with the summary.
    """

    def __init__(self, package: Any, acts: list[Any], held: dict[str, str]) -> None:
        """`held`: the acts that had no effect when they came, as reasons by id."""
        self.package, self.acts, self.held = package, acts, held
        self.by_id = {act["id"]: act for act in acts}
        self.effects: list[tuple[Any, Any]] = []
        """Each act in effect, with the act that put it into effect: itself, or its admission."""
        self.decided: dict[str, tuple[str, Any]] = {}
        self.aside: dict[str, Any] = {}
        self.decision: Any = None
        self.decided_now: Any = None
        """The content of the decision as changed so far."""
        self.state: str | None = None
        self.flow, self.own_file = 1, False
        self.opened: Any = None
        self.announced = self.withdrawn = self.discarded = self.submitted = None
        self.minutes: str | None = None
        self.owner: str | None = None
        self.draft: str | None = None
        self.proposal: str | None = None
        self.file_status: str | None = None
        self.addenda: list[str] = []
        self.supplements: list[str] = []
        self.asked: dict[str, int] = {}
        self._photos: set[str] = set()
        self._papers: set[str] = set()
        self._in_effect: dict[str, str] = {}

    def run(self) -> None:
        """Replay all acts in order."""
        for act in self.acts:
            try:
                if act["type"] == "document.written":
                    self._papers.add(act["content"].get("document_id"))
                if act["id"] not in self.held:
                    self._take(act)
            except WRONG_SHAPE as error:
                self.package.faults.append(
                    f"mục {act['number']}: nội dung không như máy chủ ghi / "
                    f"its content is not as a server writes it ({error!r})"
                )
        self.package.must(self.decision is not None, "không có quyết định", "there is no decision")

    def file_now(self) -> str | None:
        """Return the hash of the file after the acts replayed so far; None before a submission."""
        if self.submitted is None:
            return None
        revision = self.submitted["content"]["revision"]
        parts = {"revision": revision, "addenda": self.addenda, "supplements": self.supplements}
        return sha(parts)

    def _take(self, act: Any) -> None:
        kind, content, at = act["type"], act["content"], f"mục {act['number']}"
        must = self.package.must
        if kind == "minutes.proposed":
            self.draft = sha({"minutes": content["minutes"], "photos": content["photos"]})
            self.proposal = act["id"]
            must(content["draft"] == self.draft, f"{at}: mã băm dự thảo", "the draft's hash")
            self._minutes(content["minutes"], at)
        elif kind in DRAFT_RULINGS:
            same = content["draft"] == self.draft
            # Older phones name only the draft, for which an opinion may have been asked twice.
            same = same and content.get("proposal", self.proposal) == self.proposal
            must(same, f"{at}: ý kiến về dự thảo khác", "an opinion on another draft")
        elif kind == "inspection.submitted":
            self._submission(content, at)
        elif kind in FILE:
            same = content["file"] == self.file_now()
            must(same, f"{at}: ý kiến về hồ sơ khác", "of another file")
        elif kind == "file.supplemented":
            self._supplement(content, at)
        elif kind in OLDER:
            last = self.submitted
            same = last is not None and content["revision"] == last["content"]["revision"]
            must(same, f"{at}: ý kiến về bản trình khác", "a ruling on another revision")
        elif kind == "minutes.set_aside":
            self._minutes(content["minutes"], at)
        elif kind in ("evidence.admitted", "evidence.dismissed"):
            self._rule_on_held(act, at)
        self._effect(act, act)
        if kind == "evidence.admitted" and content["act"] in self.held:
            self._effect(self.by_id[content["act"]], act)

    def _submission(self, content: Any, at: str) -> None:
        must = self.package.must
        four = {key: content[key] for key in ("minutes", "photos", "signatures", "places")}
        must(content["revision"] == sha(four), f"{at}: mã băm bản trình", "the revision's hash")
        self._minutes(content["minutes"], at)
        for one in content["signatures"]:
            signed = self.by_id.get(one, {}).get("content", {}).get("minutes")
            under = self._in_effect.get(one) == "person.signed" and signed == content["minutes"]
            must(under, f"{at}: chữ ký dưới biên bản khác", "signed other minutes")
        known = self._photos.issuperset(content["photos"])
        must(known, f"{at}: ảnh không có trong sổ", "photographs unknown")
        fixed = all(self._in_effect.get(one) == "place.fixed" for one in content["places"])
        must(fixed, f"{at}: vị trí không có trong sổ", "places unknown")

    def _supplement(self, content: Any, at: str) -> None:
        points = sorted(one["point"] for one in content["answers"])
        whole = points == list(range(self.asked.get(content["asked"], -1)))
        self.package.must(whole, f"{at}: trả lời thiếu", "unanswered")
        here = self._photos.issuperset(content["photos"])
        here = here and self._papers.issuperset(content["documents"])
        words = "photographs or papers unknown"
        self.package.must(here, f"{at}: ảnh, giấy tờ không có trong sổ", words)

    def _rule_on_held(self, act: Any, at: str) -> None:
        """Check a ruling on a held act. Only held acts are ruled on, once, and never admitted
        without a valid signature."""
        kind, named = act["type"], act["content"]["act"]
        held = named in self.held and named not in self.decided
        held = held and self.by_id[named]["number"] < act["number"]
        self.package.must(held, f"{at}: việc nêu tên không bị giữ", "what it names was not held")
        if kind == "evidence.admitted":
            sound = self.held.get(named) != "signature_invalid"
            words = "admits what no phone signed"
            self.package.must(sound, f"{at}: đưa vào việc có chữ ký sai", words)
        self.decided.setdefault(named, (kind[len("evidence.") :], act))

    def _minutes(self, act_id: str, at: str) -> None:
        written = self.by_id.get(act_id, {}).get("type") == "minutes.written"
        words = "its minutes are not in the ledger"
        self.package.must(written, f"{at}: biên bản không có trong sổ", words)

    def _effect(self, act: Any, by: Any) -> None:
        """Apply what an act changes. The state is changed last: the rest depends on the one before."""
        kind = act["type"]
        self.effects.append((act, by))
        self._in_effect[act["id"]] = kind
        if by is act and kind in (*EVIDENCE, "evidence.admitted"):
            self.addenda.append(act["id"])
        if kind == "decision.issued":
            one = self.decision is None
            self.package.must(one, f"mục {act['number']}: quyết định thứ hai", "a second decision")
            self._issue(act)
        elif kind == "decision.hand_signed":
            self._signed_by_hand(act)
        elif kind.startswith(("inspection.", "decision.")):
            self._visit(act, by)
        elif kind.startswith("file."):
            self._file(act)
        else:
            self._capture(act)
        from_states, to = MOVES[self.flow].get(kind, ((), ""))
        if self.state in from_states:
            own = kind == "inspection.submitted" and self.flow == 2 and self.own_file
            self.state = "approved" if own else to

    def _issue(self, act: Any) -> None:
        self.decision, self.state = act, "decided"
        self.decided_now = dict(act["content"])
        self.flow = 2 if act["content"].get("minutes_flow") == 2 else 1
        leads = [one["officer_id"] for one in act["content"]["team"] if one["leader"]]
        self.own_file = act["officer_id"] in leads
        self.owner = leads[0] if leads else None

    def _signed_by_hand(self, act: Any) -> None:
        """Begin from a decision signed by hand, or mend what was typed. Its issuer is never on the team."""
        content = act["content"]["decision"]
        if self.decision is None:
            self._issue({**act, "officer_id": None, "content": content})
        else:
            self.decided_now = dict(content)

    def _change(self, content: Any) -> None:
        """Apply a change of the decision: what it does not name stays."""
        for name in ("contents", "place", "team", "duration_days"):
            if content.get(name) is not None:
                self.decided_now[name] = content[name]
        if content.get("place") is not None:  # the point was that of the place before
            self.decided_now.update(latitude_e7=None, longitude_e7=None)
        if content.get("duration_days") is not None:
            self.decided_now["complex"] = True

    def _visit(self, act: Any, by: Any) -> None:
        kind = act["type"]
        if kind == "inspection.opened":
            self.opened, self.discarded = self.opened or by, None
        elif kind == "inspection.announced":
            self.opened, self.announced = self.opened or by, self.announced or act
            self.withdrawn = None
            self.discarded = self.discarded if self.flow == 1 else None
        elif kind == "inspection.discarded":
            from_states = MOVES[1][kind][0] if self.flow == 1 else ("decided", "opened")
            self.discarded = act if self.state in from_states else self.discarded
        elif kind in ("decision.withdrawn", "decision.lapsed"):
            self.withdrawn = act
        elif kind in ("decision.amended", "decision.extended"):
            self._change(act["content"])
        elif kind == "inspection.submitted":
            self.submitted, self.addenda, self.supplements = act, [], []
            if self.flow == 2:
                self.minutes = act["content"]["minutes"]
                self.file_status = "not_needed" if self.own_file else "open"

    def _file(self, act: Any) -> None:
        kind = act["type"]
        if kind in FILE:
            self.file_status = STATUS[kind]
        if kind == "file.supplement_asked":
            self.asked[act["id"]] = len(act["content"]["points"])
        elif kind == "file.supplemented":
            self.supplements.append(act["id"])
            if self.file_status == "supplement_asked":
                self.file_status = "open"

    def _capture(self, act: Any) -> None:
        kind, content = act["type"], act["content"]
        if kind == "photo.taken":
            self._photos.add(content["sha256"])
        elif kind == "minutes.written":
            self.minutes = act["id"]
        elif kind == "minutes.entrusted" and self.state in ("decided", "opened", "announced"):
            self.owner = content["officer_id"]
        elif kind == "minutes.set_aside":
            if content["minutes"] in self.held:
                self.decided.setdefault(content["minutes"], ("dismissed", act))
            self.aside.setdefault(content["minutes"], act)


def tell(story: Story, names: dict[str, str]) -> Iterator[str]:
    """Yield what happened, act by act. Raises one of WRONG_SHAPE at an act that no server writes.

    `names`: the officers' names in the summary. The decision names its team, and has the server's
    receipt. Any other name is only in the summary, so it is marked and printed after the id in the
    act.
    """
    team = story.decision["content"]["team"] if story.decision else []
    known = {one["officer_id"]: one["full_name"] for one in team}
    for act in story.acts:
        if act["type"] not in TOLD:
            continue
        vi, en = TOLD[act["type"]]
        kept = " [chờ xem xét khi đến / held]" if act["id"] in story.held else ""
        unsigned = "" if act["device_id"] else " [bàn làm việc / desk]"
        content, officer = act["content"], act["officer_id"]
        who = known.get(officer) or f"{officer} (*{names.get(officer, '?')})"
        when = f"{act['number']:4}  {act['received_at']}"
        yield f"{when}  {who}: {vi} / {en}{kept}{unsigned}"
        if content.get("reason"):
            yield f"      {content['reason']}"
        for one in content.get("comments") or content.get("points") or []:
            yield f"      – {one['text']}"
        for one in content.get("answers") or []:
            yield f"      → {one['text'] or 'đã sửa / mended'}"
