"""POST /acts: gives the acts in a phone's outbox to `ledger.record` (the one door).

A refused act never affects the others.
"""

from typing import Any

import msgspec
import structlog
from litestar import Request, post
from litestar.status_codes import HTTP_200_OK

from backend.core import durable
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid, Unavailable
from backend.core.outages import as_domain_error, waited_in_vain
from backend.ledger import service as ledger
from schemas.core.problems import Problem
from schemas.exchange.sync import ActResult, ActResults

MAX_ACTS = 100
MAX_BYTES = 256 * 1024

_log = structlog.get_logger()


class BatchTooLarge(Invalid):
    """More acts than a phone may send in one request."""

    code = "batch_too_large"
    status = 413
    text_vi = "Lô gửi quá lớn: tối đa 100 việc và 256 kB. Hãy chia nhỏ."
    text_en = "The batch is too large: at most 100 acts and 256 kB. Split it."


class BatchMalformed(Invalid):
    """The body is not JSON, or not {acts: [...]}. Nothing was recorded."""

    code = "batch_malformed"
    status = 400
    text_vi = "Không đọc được lô gửi. Chưa việc nào được nhận; hãy gửi lại."
    text_en = "The batch cannot be read. Nothing was taken; send it again."


@post(
    "/acts",
    status_code=HTTP_200_OK,
    raises=[],
    operation_id="postActs",
    request_max_body_size=MAX_BYTES * 2,
)
async def post_acts(request: Request[Actor, Any, Any]) -> ActResults:
    """Take up to 100 acts in order, each in its own transaction, and return one result for each.

    Status `refused` comes with a problem. Evidence held in quarantine is `accepted`, with the
    reason beside it.
    """
    body = await request.body()
    if len(body) > MAX_BYTES:
        raise BatchTooLarge
    try:
        elements = ledger.parse_batch(body)
    except ValueError as error:
        raise BatchMalformed from error
    if len(elements) > MAX_ACTS:
        raise BatchTooLarge
    return ActResults(results=await _take_each(elements, request.user))


async def _take_each(elements: list[Any], actor: Actor) -> list[ActResult]:
    """Take the acts in order.

    After one that waited in vain for the database, the others are not tried. A hundred such waits
    would outlast the phone's patience. Acts that were not tried get a retryable answer too, and are
    sent again.
    """
    results: list[ActResult] = []
    silent = False
    for element in elements:
        parsed = ledger.parse(element)
        if silent:
            results.append(_failed(parsed.id_text))
            continue
        before = durable.seen()
        try:
            async with transaction():
                outcome = await ledger.take(parsed, actor)
        except Exception as error:
            # Answered as a retryable problem of this act alone. The others are still taken, and the
            # phone sends this one again.
            if as_domain_error(error) is None:
                _log.exception("act_failed")
            else:
                _log.warning("act_not_taken", error=type(error).__name__)
            silent = waited_in_vain(error)
            if silent and not any(one.receipt for one in results):
                raise  # no receipt is lost by answering only "try again"
            durable.forget(before)
            results.append(_failed(parsed.id_text))
        else:
            results.append(_result(parsed.id_text, outcome))
    return results


def _failed(ident: str | None) -> ActResult:
    error = Unavailable()
    return ActResult(
        id=ident,
        status="refused",
        receipt=None,
        quarantine=None,
        problem=Problem(
            type="about:blank",
            title="Unavailable",
            status=error.status,
            code=error.problem_code,
            text=error.text,
            retryable=True,
        ),
    )


def _result(ident: str | None, outcome: ledger.Outcome) -> ActResult:
    if isinstance(outcome, ledger.Refused):
        problem = Problem(
            type="about:blank",
            title=outcome.text.en,
            status=409,
            code=outcome.code,
            text=outcome.text,
            retryable=False,
            detail=msgspec.to_builtins(outcome.detail) or None,
        )
        return ActResult(id=ident, status="refused", receipt=None, quarantine=None, problem=problem)
    return ActResult(
        id=ident,
        status="repeated" if outcome.repeated else "accepted",
        receipt=outcome.receipt,
        quarantine=outcome.quarantine,
        problem=None,
    )
