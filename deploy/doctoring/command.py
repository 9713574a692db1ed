"""`./hientruong doctor`: a line for each check of this machine, and for each finding of the installation.

The findings are those of the desk's page (backend/operations/rules/checkup). Exit codes: 0 nothing must be done now,
1 something must, 2 the installation could not be looked at.
"""

import asyncio
import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import asyncpg
import msgspec
import structlog

from backend.core import clock, database, keys, replica, stores
from backend.core.settings import Settings
from backend.documents.signing import trust
from backend.operations.checkup import gathering
from backend.operations.rules.checkup import judging
from backend.operations.rules.checkup.facts import Facts, Node
from backend.operations.rules.checkup.finding import Finding, Level, moment
from deploy import surroundings
from deploy.data_folder import DataFolder
from deploy.doctoring import fixes, machine
from deploy.doctoring.fixes import Fix
from deploy.failures import Failure
from deploy.reach import installation
from media.store import StoreError

NOT_LOOKED = 2
_MARKS = {Level.GOOD: "ok", Level.LOOK: "!", Level.ACT: "!!"}
_FAULTS = (Failure, OSError, StoreError, asyncpg.PostgresError, asyncpg.InterfaceError, ValueError)


@dataclass(frozen=True)
class Wanted:
    """What the operator asked for."""

    as_json: bool = False
    fix: bool = False
    dry_run: bool = False
    yes: bool = False


@dataclass
class _Report:
    """What was seen and done; said line by line, or as one JSON object at the end."""

    as_json: bool
    checks: list[dict[str, Any]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    fixes: list[dict[str, Any]] = field(default_factory=list)
    could_look: bool = True

    def say(self, line: str) -> None:
        if not self.as_json:
            print(line, flush=True)

    def check(self, name: str, look: machine.Look) -> None:
        good, told = machine.look(look)
        self.checks.append({"name": name, "ok": good, "said": told})
        self.say(f"{'ok' if good else '!!'}  {name:<13} {told}")

    def found(self, findings: Sequence[Finding]) -> None:
        self.findings = list(findings)
        for one in findings:
            self.say(f"{_MARKS[one.level]:<2}  {one.key:<13} {one.said.vi} / {one.said.en}")
            if one.since is not None:
                since = moment(one.since)
                self.say(f"    từ {since.vi} / since {since.en}")
            if one.do is not None:
                self.say(f"    -> {one.do.vi} / {one.do.en}")
            if one.runbook:
                self.say(f"    docs/runbooks/{one.runbook}.md")

    @property
    def exit_code(self) -> int:
        if not self.could_look:
            return NOT_LOOKED
        wrong = judging.worst(self.findings) is Level.ACT
        return 1 if wrong or not all(one["ok"] for one in self.checks) else 0


def doctor(folder: DataFolder, wanted: Wanted) -> int:
    """Look, mend what is wished and safe, look again; return the exit code of what stands in the end."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    report = _look(folder, wanted, mends=wanted.fix)
    if wanted.fix and not wanted.dry_run and any(one["done"] for one in report.fixes):
        report.say("\nxem lại / looked at again")
        again = _look(folder, wanted, mends=False)
        again.fixes = report.fixes
        report = again
    if wanted.as_json:
        print(json.dumps(_as_json(report), ensure_ascii=False, indent=1))
    return report.exit_code


def _look(folder: DataFolder, wanted: Wanted, *, mends: bool) -> _Report:
    report = _Report(wanted.as_json)
    for name, check in machine.checks(folder):
        report.check(name, check)
    possible = fixes.of_machine(folder) if mends else []
    _mend(report, possible, wanted)
    if not (surroundings.names_a_deployment() or (folder.path / "VERSION").is_file()):
        return report
    runs = surroundings.names_a_deployment() or folder.running() is not None
    try:
        with installation(folder, owner=mends) as settings:
            for name, check in machine.checks_with(settings):
                report.check(name, check)
            facts = asyncio.run(_facts(settings, runs=runs))
            report.could_look = facts.parts.get("database", "ok") == "ok"
            report.found(judging.findings(facts))
            if mends:
                _mend(report, fixes.of_installation(folder, settings), wanted)
    except Failure as failure:
        report.could_look = False
        report.checks.append({"name": "installation", "ok": False, "said": str(failure)})
        report.say(f"!!  {'installation':<13} {failure}")
    return report


async def _facts(settings: Settings, *, runs: bool) -> Facts:
    """Ask everything from this process. With a database that does not answer nothing else is known."""
    try:
        keys.load(settings.keys_dir)
        trust.load(settings)
        await database.start(settings.session_database_url, size=3)
    except _FAULTS:
        return Facts(at=clock.now(), runs=runs, parts={"database": "does_not_answer"})
    try:
        await replica.start(settings.read_database_url, size=1, statement_seconds=10.0)
        await stores.start(settings)
        try:
            facts = await gathering.gather()
            nodes, began = await _noted()
        finally:
            await stores.stop()
            await replica.stop()
    finally:
        await database.stop()
    return msgspec.structs.replace(facts, runs=runs, nodes=nodes if runs else (), began=began)


async def _noted() -> tuple[tuple[Node, ...], dict[str, datetime]]:
    """Return what nodes noted, and since when what a worker found has stood."""
    try:
        return await gathering.noted()
    except asyncpg.PostgresError:
        return (), {}  # an older schema has no notes: the finding about migrations says what to do


def _mend(report: _Report, possible: Sequence[Fix], wanted: Wanted) -> None:
    """Name what each fix would do, and do it unless it was only asked for."""
    for one in possible:
        try:
            would = one.look()
        except _FAULTS as fault:
            report.say(f"!!  {one.name:<13} {fault}")
            report.fixes.append(_entry(one, [], done=False, why=str(fault)))
            continue
        if not would:
            continue
        report.say(f"    {one.name}: {one.vi} / {one.en}")
        for line in would:
            report.say(f"      {line}")
        if wanted.dry_run:
            report.say("      chỉ nêu, chưa làm / named only, nothing done (--dry-run)")
            report.fixes.append(_entry(one, would, done=False))
        elif one.asks and not wanted.yes:
            report.say("      cần --yes / needs --yes")
            report.fixes.append(_entry(one, would, done=False, why="needs --yes"))
        else:
            report.fixes.append(_done(report, one, would))


def _done(report: _Report, one: Fix, would: list[str]) -> dict[str, Any]:
    try:
        one.mend()
    except _FAULTS as fault:
        report.say(f"!!    {fault}")
        return _entry(one, would, done=False, why=str(fault))
    report.say("      đã làm / done")
    return _entry(one, would, done=True)


def _entry(one: Fix, would: list[str], *, done: bool, why: str = "") -> dict[str, Any]:
    return {"name": one.name, "would": would, "done": done, "why": why}


def _as_json(report: _Report) -> dict[str, Any]:
    return {
        "level": judging.worst(report.findings).value,
        "exit_code": report.exit_code,
        "could_look": report.could_look,
        "checks": report.checks,
        "findings": msgspec.to_builtins(report.findings),
        "fixes": report.fixes,
    }
