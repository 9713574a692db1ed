"""How far a clock is surely off another: what a slow answer alone explains is no difference."""

from datetime import datetime


def surely_ahead(asked: datetime, theirs: datetime, answered: datetime) -> float:
    """Return how many seconds our clock is before theirs at least; negative: behind.

    They read their clock at some moment between our question and its answer. If theirs lies between the two by our
    clock, nothing is wrong that anybody can tell, however long the answer took.
    """
    if theirs < asked:
        return (asked - theirs).total_seconds()
    if theirs > answered:
        return -(theirs - answered).total_seconds()
    return 0.0
