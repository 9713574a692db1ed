"""Which tests may be tried a second time, and which never.

On a busy machine a browser sometimes waits longer for a page than any sensible limit, and a landing
must not fail by chance. A test of how pages look and are reached may therefore run once more if a
wait of the *browser* timed out. The summary then counts a rerun and names the test. A test of loss
or of authority is never marked: it exists for what it finds once in a thousand runs.
"""

import pytest


class BrowserTimedOut(TimeoutError):
    """What was waited for did not appear in the page. The message contains what the page showed
    instead."""


MAY_RUN_ONCE_MORE = pytest.mark.flaky(
    reruns=1,
    only_rerun=[
        r"^BrowserTimedOut",
        r"^TimeoutError: \w+\.\w+: Timeout \d+ms exceeded",  # Playwright's actions and waits
        r"with timeout \d+ms",  # Playwright's expect()
    ],
)
"""Timeouts of a browser only: an assertion, an error of ours or any other time limit fails
immediately."""
