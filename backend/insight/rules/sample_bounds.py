"""The bounds of the acts of samples, for the table that `ledger.record` (the door) checks. Pure."""

from dataclasses import replace

from backend.ledger.bounds.edges import At, Today
from backend.ledger.bounds.table import LAW, ORDER, bound
from schemas.insight.samples import SampleAct

_HERE = (
    "hồ sơ từ ngày Luật XLVPHC có hiệu lực đến hôm nay",
    "records since Law 15/2012, until today",
)
BOUNDS = (
    replace(bound("/of/first", LAW, Today(), _HERE), acts=str(SampleAct.PLANNED)),
    replace(bound("/of/last", At("/of/first"), Today(), ORDER), acts=str(SampleAct.PLANNED)),
)
