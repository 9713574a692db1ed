"""What holds in each test that reads records."""

from tests.support.kept_facts import facts_stay_as_their_acts_say

__all__ = ["facts_stay_as_their_acts_say"]
