"""What an inspection's acts ask, say and sign, each hash reckoned anew: a part of kiem-tra.py (checker.py).

It uses the standard library of Python 3.9 or later and nothing of ours.
"""

from __future__ import annotations

from typing import Any

from backend.packages.curves import sha

# From here on it is a part of kiem-tra.py.
EVIDENCE = (
    *("place.fixed", "photo.taken", "photo.withdrawn", "photo.captioned", "minutes.written"),
    *("person.signed", "document.written", "document.signed", "document.numbered"),
)
FILE = ("file.agreed", "file.supplement_asked", "file.verification_ordered", "file.taken_over")
OLDER = ("minutes.returned", "minutes.approved", "minutes.refused")
STATUS = {
    "file.agreed": "agreed",
    "file.taken_over": "taken_over",
    "file.verification_ordered": "verifying",
    "file.supplement_asked": "supplement_asked",
}
TOLD = {
    "decision.issued": ("ban hành quyết định kiểm tra", "inspection decision issued"),
    "decision.withdrawn": ("rút quyết định kiểm tra", "inspection decision withdrawn"),
    "inspection.announced": ("công bố quyết định", "decision announced"),
    "inspection.discarded": ("đề nghị không kiểm tra", "asked not to inspect"),
    "minutes.entrusted": ("giao người lập biên bản", "named who draws up the minutes"),
    "minutes.written": ("lập biên bản", "minutes written"),
    "minutes.proposed": ("xin ý kiến về dự thảo", "opinion asked on a draft"),
    "draft.approved": ("phê duyệt dự thảo biên bản", "draft approved"),
    "draft.returned": ("trả lại dự thảo", "draft returned"),
    "person.signed": ("ký hoặc từ chối ký", "signed, or refused to"),
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
    """4. What was asked, said and signed: each hash that an act names is reckoned anew from the acts before it."""

    def __init__(self, package: Any, acts: list[Any], held: set[str]) -> None:
        """`held`: ids of the acts that took no effect when they came."""
        self.package, self.acts, self.held = package, acts, held
        self.by_id = {act["id"]: act for act in acts}
        self.submitted: Any = None
        self.draft: str | None = None
        self.file_status: str | None = None
        self.asked: dict[str, int] = {}
        decision = acts[0]["content"] if acts and acts[0]["type"] == "decision.issued" else {}
        self.flow = decision.get("minutes_flow", 1)
        leader = next(
            (one["officer_id"] for one in decision.get("team", []) if one["leader"]), None
        )
        self.own_file = bool(acts) and leader is not None and leader == acts[0]["officer_id"]

    def file_at(self, number: int) -> str | None:
        """The hash of the file as it stood before an entry; None before a submission."""
        if self.submitted is None:
            return None
        since = [
            act
            for act in self.acts
            if self.submitted["number"] < act["number"] < number and act["id"] not in self.held
        ]
        return sha(
            {
                "revision": self.submitted["content"]["revision"],
                "addenda": [
                    a["id"] for a in since if a["type"] in (*EVIDENCE, "evidence.admitted")
                ],
                "supplements": [a["id"] for a in since if a["type"] == "file.supplemented"],
            }
        )

    def take(self, act: Any) -> None:
        """One act, in order."""
        kind, content, at = act["type"], act["content"], f"mục {act['number']}"
        must = self.package.must
        if kind == "minutes.proposed":
            self.draft = sha({"minutes": content["minutes"], "photos": content["photos"]})
            must(content["draft"] == self.draft, f"{at}: mã băm dự thảo", "the draft's hash")
            self._minutes(content["minutes"], at)
        elif kind in ("draft.approved", "draft.returned"):
            must(
                content["draft"] == self.draft,
                f"{at}: ý kiến về dự thảo khác",
                "an opinion on another draft",
            )
        elif kind == "inspection.submitted":
            four = {key: content[key] for key in ("minutes", "photos", "signatures", "places")}
            must(content["revision"] == sha(four), f"{at}: mã băm bản trình", "the revision's hash")
            self._minutes(content["minutes"], at)
            for one in content["signatures"]:
                signed = self.by_id.get(one, {}).get("content", {}).get("minutes")
                must(
                    signed == content["minutes"],
                    f"{at}: chữ ký dưới biên bản khác",
                    "signed other minutes",
                )
            taken = {a["content"]["sha256"] for a in self.acts if a["type"] == "photo.taken"}
            must(
                taken.issuperset(content["photos"]),
                f"{at}: ảnh không có trong sổ",
                "photographs unknown",
            )
            self.submitted = act
            self.file_status = (
                ("not_needed" if self.own_file else "open") if self.flow == 2 else None
            )
        elif kind in FILE:
            must(
                content["file"] == self.file_at(act["number"]),
                f"{at}: ý kiến về hồ sơ khác",
                "of another file",
            )
            self.file_status = STATUS[kind]
            if kind == "file.supplement_asked":
                self.asked[act["id"]] = len(content["points"])
        elif kind == "file.supplemented":
            self._joined(content, at)
            points = sorted(one["point"] for one in content["answers"])
            must(
                points == list(range(self.asked.get(content["asked"], -1))),
                f"{at}: trả lời thiếu",
                "unanswered",
            )
            self.file_status = (
                "open" if self.file_status == "supplement_asked" else self.file_status
            )
        elif kind in OLDER:
            same = (
                self.submitted is not None
                and content["revision"] == self.submitted["content"]["revision"]
            )
            must(same, f"{at}: ý kiến về bản trình khác", "a ruling on another revision")
        elif kind == "minutes.set_aside":
            self._minutes(content["minutes"], at)

    def _joined(self, content: Any, at: str) -> None:
        taken = {a["content"]["sha256"] for a in self.acts if a["type"] == "photo.taken"}
        papers = {a["content"]["document_id"] for a in self.acts if a["type"] == "document.written"}
        here = taken.issuperset(content["photos"]) and papers.issuperset(content["documents"])
        self.package.must(
            here, f"{at}: ảnh, giấy tờ không có trong sổ", "photographs or papers unknown"
        )

    def _minutes(self, act_id: str, at: str) -> None:
        written = self.by_id.get(act_id, {}).get("type") == "minutes.written"
        self.package.must(
            written, f"{at}: biên bản không có trong sổ", "its minutes are not in the ledger"
        )

    def against(self, view: Any) -> None:
        """5. The summary says what the acts say: state of the file, minutes, drafts, minutes set aside."""
        must, last = self.package.must, self.submitted
        revision = last["content"]["revision"] if last else None
        must(view["revision"] == revision, "inspection.json: bản trình", "another revision")
        ids = [one["id"] for one in view["acts"]]
        must(ids == [act["id"] for act in self.acts], "inspection.json: diễn biến", "other acts")
        if self.flow != 2:
            return
        file = view.get("file") or {}
        must(
            file.get("status") == self.file_status,
            "inspection.json: ý kiến về hồ sơ",
            "the file's status",
        )
        if last is not None:
            must(
                file.get("file") == self.file_at(len(self.acts) + 1),
                "inspection.json: hồ sơ",
                "another file",
            )
            written = self.by_id.get(last["content"]["minutes"], {}).get("content", {})
            shown = (view.get("minutes") or {}).get("fields")
            must(
                shown == written.get("fields"),
                "inspection.json: biên bản",
                "other minutes than were submitted",
            )
        drafts = [act["content"]["draft"] for act in self.acts if act["type"] == "minutes.proposed"]
        must(
            [one["draft"] for one in view["drafts"]] == drafts,
            "inspection.json: dự thảo",
            "other drafts",
        )
        aside = {a["content"]["minutes"] for a in self.acts if a["type"] == "minutes.set_aside"}
        told = {one["minutes"] for one in view["beside"] if one["set_aside"] is not None}
        must(told <= aside, "inspection.json: biên bản để riêng", "minutes set aside by no act")
        withdrawn = any(act["type"] == "decision.withdrawn" for act in self.acts)
        must(
            view["discarded"] is None or withdrawn,
            "inspection.json: rút quyết định",
            "withdrawn by no act",
        )


def tell(acts: list[Any], held: set[str], names: dict[str, str]) -> list[str]:
    """What happened, a line each, as the acts tell it."""
    lines = []
    for act in acts:
        if act["type"] not in TOLD:
            continue
        vi, en = TOLD[act["type"]]
        kept = " [giữ bên cạnh / held]" if act["id"] in held else ""
        unsigned = "" if act["device_id"] else " [bàn làm việc / desk]"
        said = act["content"].get("reason") or ""
        who = names.get(act["officer_id"], act["officer_id"])
        lines.append(f"{act['number']:4}  {act['received_at']}  {who}: {vi} / {en}{kept}{unsigned}")
        lines += [f"      {said}"] if said else []
        for one in act["content"].get("comments") or act["content"].get("points") or []:
            lines.append(f"      – {one['text']}")
        lines += [
            f"      → {one['text'] or 'đã sửa / mended'}"
            for one in act["content"].get("answers") or []
        ]
    return lines
