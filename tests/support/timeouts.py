"""What may be tried a second time, and what never.

A browser on a busy machine sometimes waits longer for a page than any sensible limit, and a landing must not hang on
such a draw. So a test of how pages look and are reached may run once more when a wait of the *browser* timed out; the
summary then counts a rerun and names the test. A test of loss or of authority is never marked: what it finds once in a
thousand runs is what it is for.
"""

import pytest


class BrowserTimedOut(TimeoutError):
    """What was waited for did not appear in the page; the message holds what stood there instead."""


MAY_RUN_ONCE_MORE = pytest.mark.flaky(
    reruns=1,
    only_rerun=[
        r"^BrowserTimedOut",
        r"^TimeoutError: \w+\.\w+: Timeout \d+ms exceeded",  # Playwright's actions and waits
        r"with timeout \d+ms",  # Playwright's expect()
    ],
)
"""Timeouts of a browser only: an assertion, an error of ours or any other time limit fails at once."""
