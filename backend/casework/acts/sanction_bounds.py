"""Bounds of the days and amounts of a sanction. Pure data."""

from backend.ledger.bounds.edges import At, Fixed, Today
from backend.ledger.bounds.table import (
    COMPLY,
    HAPPENED,
    IN_WORDS,
    LAW,
    MONEY,
    ORDER,
    SLIP,
    ZERO,
    bound,
)

SANCTION_BOUNDS = (
    bound("/decided_on", LAW, Today(), HAPPENED),
    bound("/order/decided_on", LAW, Today(), HAPPENED),
    bound("/order/acts/*/acted_on", LAW, At("/order/decided_on"), ORDER),
    bound("/order/acts/*/behaviour/fine_min_vnd", ZERO, MONEY, IN_WORDS),
    bound("/order/acts/*/behaviour/fine_max_vnd", ZERO, MONEY, IN_WORDS),
    bound("/order/acts/*/values/goods_value_vnd", ZERO, MONEY, IN_WORDS),
    bound("/order/acts/*/values/illicit_gain_vnd", ZERO, MONEY, IN_WORDS),
    bound("/order/acts/*/chosen_vnd", ZERO, MONEY, IN_WORDS),
    bound("/order/extra_penalties/*/value_vnd", ZERO, MONEY, IN_WORDS),
    bound(
        "/order/extra_penalties/*/expires_on",
        At("/order/decided_on"),
        At("/order/decided_on", 36_525),
        SLIP,
    ),
    bound("/order/acts/*/values/quantity", ZERO, Fixed(10**9), SLIP),
    bound("/order/acts/*/behaviour/version", ZERO, Fixed(10_000), SLIP),
    bound("/comply_days", Fixed(10), Fixed(365), COMPLY),
)
