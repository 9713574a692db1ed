"""Numbers that phones and the desk were told are theirs: none may ever be told to somebody else."""

import asyncio
import re
from dataclasses import dataclass, field
from typing import Any

import asyncpg
import httpx

from backend.core import clock
from deploy.demo import desk
from deploy.demo.browser import Browser, UnexpectedPage
from deploy.demo.demo_data import OFFICERS, VISIT
from deploy.demo.phone import API
from tests.faults.fleet import FieldPhone

FORMS = ("MBB01", "MBB15", "MBB26")
_NUMBER = re.compile(r"\d+/QĐ-KT")


@dataclass
class Lent:
    """Every block that an answer lent, from whichever address, and every number on a paper of the desk."""

    blocks: dict[str, tuple[str, str, int, int]] = field(default_factory=dict)
    """By id: whose (phone), form, first, last."""
    officers: dict[str, str] = field(default_factory=dict)
    """By phone."""
    papers: dict[str, str] = field(default_factory=dict)
    """Inspection id by the number of its decision."""
    twice: list[str] = field(default_factory=list)

    async def ask(self, phone: FieldPhone, form: str) -> None:
        """One order for a block, and one sync from the beginning. Whatever else they answer is the witness's."""
        device, client = phone.phone.device_id, phone.phone.client
        self.officers[device] = str(phone.phone.officer["id"])
        order = {"form": form, "year": clock.today().year}
        try:
            answer = await client.post(f"{API}/number-blocks", json=order)
            if answer.status_code == 200:
                self._told(device, answer.json())
            answer = await client.get(f"{API}/sync")
            if answer.status_code == 200:
                for change in answer.json()["changes"]:
                    if change["kind"] == "number_block" and change["op"] == "put":
                        self._told(device, change["value"])
        except httpx.TransportError:
            phone.witness.cut += 1

    def _told(self, device: str, block: dict[str, Any]) -> None:
        self.blocks[block["id"]] = (device, block["form"], block["first"], block["last"])

    async def issue(self, browser: Browser) -> None:
        """One decision at the desk, by the pages; its number counts once a page shows it as issued."""
        names = {officer.username: officer.name for officer in OFFICERS}
        paper = desk.Paper(
            business=VISIT.business,
            leader=names[VISIT.leader],
            members=tuple(names[member] for member in VISIT.members),
            legal_bases=VISIT.legal_bases,
            contents=VISIT.contents,
        )
        try:
            inspection = await desk.issue_decision(browser, paper)
        except (UnexpectedPage, httpx.TransportError):
            await asyncio.sleep(0.5)
            return
        # The page says its own number first; the frame around it names records that were opened before.
        if found := _NUMBER.search(browser.page.text):
            before = self.papers.setdefault(found[0], inspection)
            if before != inspection:
                self.twice.append(found[0])

    async def stand(self, connection: asyncpg.Connection) -> str:
        """Compare with the register; returns what was counted."""
        rows = await connection.fetch(
            "SELECT id::text, device_id::text, form, first_number, last_number FROM number_blocks"
        )
        there = {row["id"]: tuple(row)[1:] for row in rows}
        gone = [block for ident, block in self.blocks.items() if there.get(ident) != block]
        given: dict[tuple[str, str, int], str] = {}
        for ident, (device, form, first, last) in self.blocks.items():
            for number in range(first, last + 1):
                owner = given.setdefault((self.officers[device], form, number), ident)
                if owner != ident:
                    self.twice.append(f"{form} {number}")
        inspections = {
            str(row["id"]) for row in await connection.fetch("SELECT id FROM inspections")
        }
        lost = [number for number, ident in self.papers.items() if ident not in inspections]
        told = (
            f"{len(self.blocks)} blocks and {len(self.papers)} numbers of the desk told,"
            f" {len(gone)} blocks and {len(lost)} papers lost, {len(set(self.twice))} numbers twice"
        )
        assert self.blocks, told
        assert self.papers, told
        assert not gone, told
        assert not lost, told
        assert not self.twice, told
        return told
