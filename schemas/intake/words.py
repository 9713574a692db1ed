"""Enumerations of intake. Vietnamese terms are in docs/glossary.md.

Where information comes from is `InformationSource` in schemas/casework/words.py: cases know it too.
"""

from enum import StrEnum


class Nature(StrEnum):
    """What came in. Denunciations and complaints have registers, clocks and states of their own."""

    TIP = "tip"
    """Tin báo, phản ánh, kiến nghị: information for inspection work (Circular 27/2020 Art 8)."""
    DENUNCIATION = "denunciation"
    """Tố cáo: of a breach of law, under the Law on Denunciations (25/2018/QH14)."""
    COMPLAINT = "complaint"
    """Khiếu nại: against a decision or an act that concerns the complainant (Law 02/2011/QH13)."""


class Channel(StrEnum):
    """How it came in."""

    DESK = "desk"
    """At the office, in person."""
    PHONE = "phone"
    """By telephone; a clerk types it during the call."""
    LETTER = "letter"
    APP = "app"
    """By an officer's phone app."""
    OTHER_FORCE = "other_force"
    """A file or a letter of another body."""
    PUBLIC_FORM = "public_form"
    """The form for citizens."""
    MEDIA = "media"
    """Press, television, the Internet."""


class Field(StrEnum):
    """What the information is about, in the force's own fields."""

    SMUGGLED = "smuggled"
    FAKE = "fake"
    BANNED = "banned"
    INTELLECTUAL_PROPERTY = "intellectual_property"
    FOOD_SAFETY = "food_safety"
    ORIGIN = "origin"
    """Goods without invoices or of unclear origin."""
    LABELS = "labels"
    PRICE = "price"
    MEASUREMENT = "measurement"
    PETROL = "petrol"
    E_COMMERCE = "e_commerce"
    CONSUMERS = "consumers"
    """Protection of consumers."""
    TRADE = "trade"
    """Conditions of business and other acts in trade."""
    OTHER = "other"


class InformationState(StrEnum):
    """Where information stands. Tips, and denunciations and complaints, have different ones."""

    RECEIVED = "received"
    VERIFYING = "verifying"
    """Named officers verify a tip, or the content of an accepted denunciation or complaint."""
    VIOLATION = "violation"
    """Verified: there are signs of a violation."""
    NO_VIOLATION = "no_violation"
    """Verified: there is none."""
    UNVERIFIABLE = "unverifiable"
    """It could not be verified."""
    PROPOSED = "proposed"
    """An inspection was proposed, or a case was opened."""
    FORWARDED = "forwarded"
    """Sent on to another unit of the force, where it is a record of its own."""
    REDIRECTED = "redirected"
    """Sent to, or the informant referred to, the body that is competent."""
    NO_ACTION = "no_action"
    MERGED = "merged"
    """It went up in another one."""
    SPLIT = "split"
    """It was divided into others."""
    ACCEPTED = "accepted"
    """A denunciation or complaint was accepted for resolution (thụ lý)."""
    NOT_ACCEPTED = "not_accepted"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    """Its sender took the denunciation or complaint back, and who resolves it ended it. A tip stays what it is: the
    withdrawal is noted."""
    DISCONTINUED = "discontinued"
    """Who resolves the denunciation ended it for another reason (đình chỉ; Law on Denunciations Art 34.3.b, c)."""


class Result(StrEnum):
    """What verification found."""

    VIOLATION = "violation"
    NO_VIOLATION = "no_violation"
    UNVERIFIABLE = "unverifiable"


class AfterWithdrawal(StrEnum):
    """The decision on a denunciation or complaint that its sender took back (Law on Denunciations Arts 33, 34)."""

    ENDED = "ended"
    """All of it was taken back: it is ended (đình chỉ; Art 34.3.a, Law on Complaints Art 10)."""
    PART = "part"
    """A part was taken back: the rest is resolved (Art 33.2)."""
    OTHERS = "others"
    """Others sent it too: it is resolved (Art 33.2)."""
    SIGNS = "signs"
    """There are signs of a violation: it must be resolved (Art 33.3)."""
    PRESSED = "pressed"
    """Who sent it was threatened or bribed: it must be resolved (Art 33.3)."""
    ABUSED = "abused"
    """It was sent to slander, insult or harm: it must be resolved (Art 33.3)."""


class SuspendedFor(StrEnum):
    """Why the resolution of a denunciation is suspended (tạm đình chỉ; Law on Denunciations Art 34.1)."""

    RESULT = "result"
    """The result of another body, or of another matter that bears on it, is waited for (34.1.a)."""
    APPRAISAL = "appraisal"
    """A further appraisal, or a new one, is waited for (34.1.b)."""


class DiscontinuedFor(StrEnum):
    """Why the resolution of a denunciation is ended though nobody took it back (Art 34.3.b, c)."""

    DIED = "died"
    """The accused died, and it concerns that person's responsibility alone (34.3.b)."""
    DECIDED = "decided"
    """A judgment or decision that is in force has resolved the matter (34.3.c)."""


class Linked(StrEnum):
    """What an information can be linked to."""

    CASE = "case"
    INSPECTION = "inspection"
    INFORMATION = "information"


class SecretKind(StrEnum):
    """What is sealed beside an information, and never in an act."""

    INFORMANT = "informant"
    """Who told: name, ways to reach, papers."""
    ACCOUNT = "account"
    """The text as it was told, which may tell who told it."""
    ATTACHMENT = "attachment"
    """A photograph or a file that came with it."""


class Means(StrEnum):
    """How an informant was told."""

    LETTER = "letter"
    PHONE = "phone"
    EMAIL = "email"
    IN_PERSON = "in_person"
    PUBLIC_PAGE = "public_page"
    """The status page of the public form."""
    NOT_REACHABLE = "not_reachable"
    """There is no way to reach them."""


class InformationAct(StrEnum):
    """What can happen to information. `information.…` are acts of cases, from before intake had records of its own."""

    REGISTERED = "intake.registered"
    AMENDED = "intake.amended"
    ORDER_CORRECTED = "intake.order_corrected"
    SUPPLEMENTED = "intake.supplemented"
    CLASSIFIED = "intake.classified"
    REPORTED = "intake.reported"
    ASSIGNED = "intake.assigned"
    EXTENDED = "intake.extended"
    HANDED_OVER = "intake.handed_over"
    VERIFIED = "intake.verified"
    PROPOSED = "intake.proposed"
    FORWARDED = "intake.forwarded"
    REDIRECTED = "intake.redirected"
    CLOSED = "intake.closed"
    REOPENED = "intake.reopened"
    INFORMANT_TOLD = "intake.informant_told"
    WITHDRAWN = "intake.withdrawn"
    LINKED = "intake.linked"
    UNLINKED = "intake.unlinked"
    FOLLOWED = "intake.followed"
    MERGED = "intake.merged"
    UNMERGED = "intake.unmerged"
    SPLIT = "intake.split"
    ACCEPTED = "intake.accepted"
    ACCEPTANCE_TOLD = "intake.acceptance_told"
    NOT_ACCEPTED = "intake.not_accepted"
    TERM_EXTENDED = "intake.term_extended"
    RESOLVED = "intake.resolved"
    RESULT_SENT = "intake.result_sent"
    APPEALED = "intake.appealed"
    WITHDRAWAL_DECIDED = "intake.withdrawal_decided"
    SUSPENDED = "intake.suspended"
    SUSPENSION_TOLD = "intake.suspension_told"
    RESUMED = "intake.resumed"
    DISCONTINUED = "intake.discontinued"
    IDENTITY_ASKED = "intake.identity_asked"
    IDENTITY_GRANTED = "intake.identity_granted"
    IDENTITY_DECLINED = "intake.identity_declined"
