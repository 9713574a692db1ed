"""The bodies of older versions of forms, by code: versions that say nothing of their layout.

Nothing new is printed by these modules, nor by generic.py and generic_decisions.py: the newest
version of every form has `x-body` (prescribed). They stay because papers on older versions are
printed as they were.
"""

from collections.abc import Callable
from typing import Any

from backend.documents.layout import (
    decision_bodies,
    delegation_bodies,
    inspection_minutes,
    minutes_bodies,
    suspension_bodies,
)
from backend.documents.layout.sheet import Sheet

Body = Callable[[Sheet, dict[str, Any], dict[str, Any]], None]
BODIES: dict[str, Body] = {
    "BB-KT": inspection_minutes.body,
    "QĐ-KT": decision_bodies.inspection,
    "MBB01": minutes_bodies.violation_minutes,
    "MBB15": minutes_bodies.seizure_minutes,
    "MBB20": minutes_bodies.confiscation_minutes,
    "MBB26": minutes_bodies.seal_minutes,
    "MBB27": minutes_bodies.seal_minutes,
    "MBB28": suspension_bodies.referral_minutes,
    "MQĐ02": decision_bodies.sanction,
    "MQĐ17": suspension_bodies.partial,
    "MQĐ20": decision_bodies.seizure,
    "MQĐ31": suspension_bodies.suspended,
    "MQĐ32": suspension_bodies.resumed,
    "MQĐ34": delegation_bodies.given,
    "MQĐ35": delegation_bodies.given,
    "MQĐ36": delegation_bodies.given,
    "MQĐ37": delegation_bodies.ended,
}
