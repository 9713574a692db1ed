"""The janitor: removes what expired or was left behind, and queues repeated checks.

It never touches evidence. Each node sweeps its own spool: see spool_keeper.py.
"""

from datetime import timedelta

import structlog

from backend.casework.filing import previews as file_previews
from backend.casework.issued_documents import kept_numbers, public_lookups, storing
from backend.core import clock
from backend.core.job_queue import PROTECTION
from backend.core.stores import Parts
from backend.documents import scans
from backend.documents import signed_outside as prepared_copies
from backend.documents.record_papers import kept_numbers as record_numbers
from backend.documents.record_papers import storing as record_storing
from backend.documents.signing import service as signing
from backend.exchange.file_orders import service as file_orders
from backend.exchange.list_exports.kind import EXPORTS
from backend.exchange.record_bundles.kind import BUNDLES
from backend.exchange.rescue import service as rescue
from backend.exchange.sync import service as sync
from backend.fieldwork.decision_papers import kept_numbers as decision_numbers
from backend.fieldwork.decision_papers import storing as decision_storing
from backend.fieldwork.evidence import housekeeping, protecting
from backend.fieldwork.filing import keeping as filed_keeping
from backend.fieldwork.findings import searching
from backend.fieldwork.papers import signed_outside, stored_files
from backend.fieldwork.queries import nodes as node_queries
from backend.force.accounts import service as accounts
from backend.force.importing import sweeping as people_sweeping
from backend.force.machines import service as machines
from backend.force.units import asking as unit_asks
from backend.force.units import service as units
from backend.intake.public_form import taking as public_reports
from backend.operations.health import metrics
from backend.operations.queries import jobs as queries
from backend.parties.importing import sweeping as party_sweeping
from backend.parties.weighing import telling as weighing

_log = structlog.get_logger("jobs")

KEEP_JOB_LOG = timedelta(days=7)
TRY_HELD_AFTER = timedelta(days=1)
"""A protection job that was held because of a fault of ours is tried again daily. The fault may
have been fixed since, and an object that is not locked is not safe."""
EVERY = timedelta(minutes=5)
"""How often each worker sweeps."""


async def sweep(parts: Parts) -> None:
    """Do one round, every few minutes. Each part runs separately, so that one failure does not stop
    the others."""
    now = clock.now()
    tasks = {
        "uploads": housekeeping.expire_uploads(parts),
        "nodes that are gone": _give_up_gone_nodes(),
        "previews": housekeeping.ask_again_for_previews(),
        "originals": protecting.ask_for_reverification(parts.settings, EVERY),
        "papers": storing.ask_for_protection(),
        "papers of decisions": decision_storing.ask_for_protection(),
        "papers of records": record_storing.ask_for_protection(),
        "papers made on site": stored_files.ask_for_protection(),
        "scans": scans.ask_for_protection(),
        "file previews": file_previews.ask_again(),
        "documents obtained on site": filed_keeping.ask_again(),
        "held protection": queries.release_held_before(PROTECTION, now - TRY_HELD_AFTER),
        "gaps": searching.look_at_filled_gaps(),
        "turns of the public form": public_reports.forget_turns(),
        "tokens": accounts.forget_expired(),
        "changes": sync.forget_old(now),
        "numbers of past years": accounts.close_past_years(now),
        "reserved numbers of past years": kept_numbers.close_past_years(),
        "copies to be signed outside": prepared_copies.forget_old(),
        "copies of makers": signed_outside.forget_old(),
        "reserved numbers of decisions": decision_numbers.close_past_years(),
        "reserved numbers of records": record_numbers.close_past_years(),
        "wrong passphrases": signing.forget_old_failures(),
        "accounts of machines": machines.warn_owners(),
        "rows at former places": units.settle(),
        "restructurings that lapsed": unit_asks.tell_lapsed(),
        "sums of likeness that lapsed": weighing.tell_lapsed(),
        "public look-ups": public_lookups.forget_lookups(),
        "packages of samples": file_orders.sweep(BUNDLES),
        "lists as files": file_orders.sweep(EXPORTS),
        "imports of parties": party_sweeping.sweep(parts),
        "imports of officers": people_sweeping.sweep(parts),
        "jobs": queries.forget_finished(now - KEEP_JOB_LOG),
    }
    for name, task in tasks.items():
        try:
            count = await task
        except Exception as error:
            metrics.round_failed(f"sweep: {name}")
            _log.warning("sweep_failed", part=name, error=f"{type(error).__name__}: {error}")
        else:
            if count:
                _log.info("swept", part=name, count=count)


async def _give_up_gone_nodes() -> int:
    """Give up uploads and rescue files on the disks of nodes that are gone for good.

    Phones then start these uploads again.
    """
    lying = await node_queries.nodes_with_uploads()
    for node, last in (await rescue.nodes_with_files()).items():
        lying[node] = max(last, lying.get(node, last))
    nodes = await node_queries.gone_of(lying)
    if not nodes:
        return 0
    uploads = await node_queries.give_up_uploads(nodes)
    files = await rescue.give_up_on(nodes)
    _log.warning("nodes_gone", nodes=nodes, uploads=len(uploads), rescue_files=files)
    return len(uploads) + files
