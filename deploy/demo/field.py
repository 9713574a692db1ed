"""The officer's part of a visit: everything that happens on the phone."""

from typing import Any

from deploy.demo import contents, minutes
from deploy.demo.phone import Phone
from deploy.demo.photographs import Photograph, drawn
from deploy.demo.report import Report, VisitFailed
from deploy.demo.seals import Json

_CUT_EVERY = 3
"""The connection of every third photograph is cut once in the middle."""
_LEAST_TO_CUT = 100_000
_METRE_E7 = 90
"""About one metre of latitude, in 1e-7 degree."""


class Field:
    """One inspection on one phone, from opening it to the last byte receipt."""

    def __init__(self, phone: Phone, report: Report, inspection_id: str) -> None:
        self.phone = phone
        self.report = report
        self.id = inspection_id
        self.decision: Json = {}
        self.photographs: list[Photograph] = []
        self.withdrawn: Photograph | None = None
        self.places: list[str] = []
        self.minutes_id = ""
        self.fields: Json = {}
        self.signatures: list[str] = []
        self.revision = ""

    async def act(self, vi: str, en: str, act_type: str, content: Json) -> Json:
        """Write one act, send it, and expect it to be accepted with effect; returns the act."""
        act = self.phone.write(self.id, act_type, content)
        [result] = await self.phone.send()
        self.report.step(vi, en, self._receipt(act_type, result))
        return act

    def _receipt(self, act_type: str, result: Json) -> Json:
        if result["status"] == "refused":
            problem = result["problem"]
            raise VisitFailed(f"{act_type} was refused: {problem['code']}, {problem['text']['en']}")
        if result["quarantine"] is not None:
            raise VisitFailed(f"{act_type} was quarantined: {result['quarantine']['code']}")
        receipt: Json = result["receipt"]
        return receipt

    async def take_up(self) -> None:
        """Sync, find the decision, open and announce it, fix two places."""
        await self.phone.sync()
        decisions = [
            item for item in self.phone.all_held("decision") if item["inspection_id"] == self.id
        ]
        if not decisions:
            raise VisitFailed("the new decision did not come to the phone by sync")
        self.decision = decisions[0]
        number = self.decision["number"]
        self.report.step(
            f"đồng bộ: quyết định {number}, {len(self.phone.held)} mục trên máy",
            f"synced: decision {number}, {len(self.phone.held)} items on the phone",
        )
        opened = {"decision_id": self.decision["decision_id"]}
        await self.act("nhận việc", "taken up", "inspection.opened", opened)
        where = self._here(0)
        announced = {"place": where}
        await self.act(
            "công bố quyết định", "decision announced", "inspection.announced", announced
        )
        for metres in (0, 12):
            fixed = await self.act("ghi vị trí", "place fixed", "place.fixed", self._here(metres))
            self.places.append(fixed["id"])

    def _here(self, metres: int) -> Json:
        latitude = self.decision["latitude_e7"] or 210285110
        longitude = self.decision["longitude_e7"] or 1058542300
        return contents.place(
            latitude + metres * _METRE_E7, longitude, accuracy_mm=6_000 + 500 * metres
        )

    async def photograph(self, taken: Photograph, caption: str, *, cut: bool) -> None:
        """Announce one photograph and upload it, or the other way round; `cut` cuts it once."""
        position = len(self.photographs)
        content = contents.photo(
            taken.photo_id, taken.data, taken.media_type, self._here(position), caption
        )
        cut_after = len(taken.data) * 2 // 5 if cut else None
        bytes_first = position % 2 == 1
        if bytes_first:
            await self._upload(taken, cut_after)
        await self.act(f"chụp ảnh {taken.name}", f"photograph {taken.name}", "photo.taken", content)
        if not bytes_first:
            await self._upload(taken, cut_after)
        self.photographs.append(taken)

    async def _upload(self, taken: Photograph, cut_after: int | None) -> None:
        kept = await self.phone.upload(
            taken.photo_id, taken.data, taken.media_type, self.id, cut_after=cut_after
        )
        size = f"{len(taken.data) / 1e6:.1f} MB"
        if cut_after is None:
            self.report.step(f"tải lên {taken.name}, {size}", f"uploaded {taken.name}, {size}")
        else:
            told = f"{cut_after / 1e6:.2f} MB"
            resumed = f"{kept / 1e6:.2f} MB"
            self.report.step(
                f"tải lên {taken.name}, {size}: đứt sau {told}, nối tiếp từ {resumed}",
                f"uploaded {taken.name}, {size}: cut after {told}, resumed at {resumed}",
            )

    async def photograph_all(self, found: list[Photograph]) -> None:
        """Take every photograph of the folder, some with a cut; then withdraw one as an error."""
        large = [item for item in found if len(item.data) >= _LEAST_TO_CUT]
        cut = {item.photo_id for item in large[::_CUT_EVERY]} or {found[0].photo_id}
        for number, taken in enumerate(found, start=1):
            caption = f"Ảnh {number}: hiện trường, {taken.name}"
            await self.photograph(taken, caption, cut=taken.photo_id in cut)
        mistake = drawn("chụp-nhầm.jpg", "CHUP NHAM")
        await self.photograph(mistake, "Chụp nhầm trong túi", cut=False)
        self.photographs.remove(mistake)
        self.withdrawn = mistake
        content = {"photo_id": mistake.photo_id, "reason": "Bấm nhầm khi cất máy vào túi"}
        await self.act(
            "loại ảnh chụp nhầm khỏi hồ sơ", "withdrawn, taken in error", "photo.withdrawn", content
        )

    async def write_minutes(self, agency: str, **changed: Any) -> Json:
        """Write the complete minutes, unsigned; returns their fields."""
        fields = minutes.fill(self.decision, agency, **changed)
        written = await self.act(
            "lập biên bản BB-KT",
            "minutes BB-KT written",
            "minutes.written",
            minutes.content(fields),
        )
        self.minutes_id, self.signatures, self.fields = written["id"], [], fields
        return fields

    async def sign(self, role: str, name: str) -> None:
        """Sign by hand as a person under the minutes in force."""
        act = await self.act(
            f"{name} ký ({role})",
            f"{name} signed ({role})",
            "person.signed",
            contents.signed(self.minutes_id, role, name),
        )
        self.signatures.append(act["id"])

    async def refuse_to_sign(self, name: str, reason: str, witness: str) -> None:
        """Record that the inspected party refuses to sign, and why; who saw it signs to certify it
        (Circular 27/2020 Art 18.3.b)."""
        content = contents.refused_to_sign(self.minutes_id, "subject", name, reason, witness)
        act = await self.act(
            f"{name} từ chối ký: {reason}",
            f"{name} refused to sign, witnessed by {witness}",
            "person.signed",
            content,
        )
        self.signatures.append(act["id"])
        await self.sign("witness", witness)

    def _hashes(self) -> list[str]:
        """Return the SHA-256 of the photographs in force, in the order in which they were taken."""
        return [
            content["sha256"]
            for content in (act["content"] for act in self.phone.outbox.log)
            if content.get("photo_id") in {item.photo_id for item in self.photographs}
            and "sha256" in content
        ]

    async def propose(self) -> str:
        """Ask for an opinion on the draft before anybody signs; returns its hash."""
        content = contents.proposal(self.minutes_id, self._hashes())
        draft = str(content["draft"])
        await self.act(
            f"xin ý kiến dự thảo {draft[:16]}",
            f"asked for an opinion on the draft {draft[:16]}",
            "minutes.proposed",
            content,
        )
        return draft

    async def supplement(self, answers: list[str], photographs: list[Photograph]) -> None:
        """Answer every point of the supplement that the supervisor asked for."""
        await self.phone.sync()
        view = self.phone.held[("inspection", self.id)]
        points = view["comments"]
        if len(points) != len(answers):
            raise VisitFailed(f"{len(points)} points came by sync, not {len(answers)}")
        hashes = self._hashes()[-len(photographs) :] if photographs else []
        content = {
            "asked": view["file"]["open_ask"],
            "answers": [{"point": at, "text": text} for at, text in enumerate(answers)],
            "photos": hashes,
            "documents": [],
        }
        await self.act(
            f"bổ sung hồ sơ: {len(answers)} nội dung, {len(hashes)} ảnh",
            f"supplemented: {len(answers)} points, {len(hashes)} photographs",
            "file.supplemented",
            content,
        )

    async def submit(self) -> None:
        """Freeze and submit the revision, then send the act again as after a lost answer."""
        hashes = self._hashes()
        content = contents.submission(self.minutes_id, hashes, self.signatures, self.places)
        self.revision = content["revision"]
        act = await self.act(
            f"nộp, phiên bản {self.revision[:16]}",
            f"submitted, revision {self.revision[:16]}",
            "inspection.submitted",
            content,
        )
        first = self.phone.receipts[act["id"]]
        [again] = await self.phone.deliver([act])
        if again["status"] != "repeated" or again["receipt"] != first:
            raise VisitFailed("the same act sent again did not get the same receipt")
        self.report.note("gửi lại: cùng biên nhận", "sent again: the same receipt")

    async def wait_for_bytes(self) -> None:
        """Wait until every photograph, the withdrawn one too, has its byte receipt."""
        everything = [*self.photographs, *([self.withdrawn] if self.withdrawn else [])]
        for number, taken in enumerate(everything, start=1):
            if taken.photo_id in self.phone.byte_receipts:
                continue
            try:
                receipt = await self.phone.wait_for_bytes(taken.photo_id, taken.data)
            except TimeoutError:
                raise VisitFailed(f"{taken.name} has no byte receipt after 60 s") from None
            sha = receipt["sha256"][:16]
            self.report.step(
                f"biên nhận byte {number}/{len(everything)}: {taken.name} {sha}",
                f"byte receipt {number}/{len(everything)}: {taken.name} {sha}",
            )
