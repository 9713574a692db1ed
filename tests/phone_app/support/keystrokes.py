"""How long a person would need for what a test does on a phone: a keystroke-level model.

Card, Moran and Newell, "The keystroke-level model for user performance time with interactive systems",
Communications of the ACM 23(7), 1980, pp. 396-410: a task takes the sum of its operators. Their times are of
keyboards and mice of 1980; their slower typist and their pointing stand here for a thumb on glass, which is
no faster. Theirs is the time of somebody who knows the way and makes no mistake. What the phone makes a person
wait for is measured, not modelled.
"""

import time
import unicodedata
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from playwright.async_api import Locator

KEY_SECONDS = 0.28
"""K: a key, of an average typist who is no secretary (1980, table I)."""
TAP_SECONDS = 1.1
"""P: pointing at something, here a tap."""
MIND_SECONDS = 1.35
"""M: making up one's mind. Counted before each tap and each field, although the model's rules would strike out
those that follow from the one before."""
READ_WORDS_A_SECOND = 238 / 60
"""Silent reading of prose: Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109
(2019). It is of English words; a Vietnamese syllable is shorter, and each is counted as a word."""


def keys_for(text: str) -> int:
    """Keys that these letters take in Telex: a letter, each of its marks, and shift for a capital."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "dd").replace("Đ", "DD"))
    return len(plain) + sum(letter.isupper() for letter in plain)


@dataclass
class Hand:
    """A hand that taps and types on a phone's screen, and counts."""

    whose: str
    taps: int = 0
    keys: int = 0
    minds: int = 0
    read_words: int = 0
    waits: list[tuple[str, float]] = field(default_factory=list)

    async def tap(self, what: Locator) -> None:
        """Find something and tap it."""
        self.minds += 1
        self.taps += 1
        await what.click()

    async def types(self, into: Locator, text: str) -> None:
        """Tap a field and type, letter by letter."""
        await self.tap(into)
        self.keys += keys_for(text)
        await into.press_sequentially(text)

    async def picks(self, of: Locator, label: str) -> None:
        """Open the phone's own list and tap one of it."""
        self.minds += 2
        self.taps += 2
        await of.select_option(label=label)

    async def reads(self, what: Locator) -> None:
        """Read all words of a part of the screen."""
        self.read_words += len((await what.inner_text()).split())

    @asynccontextmanager
    async def waits_for(self, what: str) -> AsyncIterator[None]:
        """The time of the block is what the phone or the server needs."""
        began = time.monotonic()
        yield
        self.waits.append((what, time.monotonic() - began))

    @property
    def modelled(self) -> float:
        """Seconds of the hand, the mind and the eyes."""
        return (
            self.keys * KEY_SECONDS
            + self.taps * TAP_SECONDS
            + self.minds * MIND_SECONDS
            + self.read_words / READ_WORDS_A_SECOND
        )

    @property
    def waited(self) -> float:
        """Seconds of all waits."""
        return sum(seconds for _, seconds in self.waits)

    @property
    def seconds(self) -> float:
        """What a person would need, waits included."""
        return self.modelled + self.waited

    def told(self) -> str:
        """The count, for the test's output."""
        waits = ", ".join(f"{what} {seconds:.1f} s" for what, seconds in self.waits)
        return (
            f"{self.whose}: {self.taps} taps, {self.keys} keys, {self.minds} decisions, {self.read_words} words read:"
            f" {self.modelled:.0f} s; waits {self.waited:.1f} s ({waits}); together {self.seconds:.0f} s"
        )
