"""What each act of backend/casework/acts/exhibits.py is called, what it means, and its sentence in the story."""

WORDS: dict[str, str] = {
    "case_acts.do_exhibits.sealed": "Record sealing",
    "case_acts.why_exhibits.sealed": "By signed sealing minutes (MBB26); one seal number each, or one for all.",
    "case_story.exhibits.sealed": "Sealed {exhibits} by {document_id}, seals {seals}, at {sealed_at}.",
    "case_acts.do_exhibits.unsealed": "Record unsealing",
    "case_acts.why_exhibits.unsealed": "By signed minutes (MBB27); says whether the seals were intact.",
    "case_story.exhibits.unsealed": "Unsealed {exhibits} by {document_id} at {unsealed_at}; {intact}.",
    "case_acts.do_exhibits.moved": "Record a change of custody",
    "case_acts.why_exhibits.moved": "Who keeps it now, where, since when: by MBB26, MBB27 or "
    "filed handover minutes; custody must not break.",
    "case_story.exhibits.moved": "{exhibits} handed to {keeper}[ at {place}] at {moved_at}[ ({document_id})][ "
    "(sheet {sheet})][. By one person: {alone}].",
    "case_acts.do_exhibits.divided": "Divide goods",
    "case_acts.why_exhibits.divided": "A part of a row goes another way than the rest (30 of 40 boxes are "
    "confiscated, say): make it two rows, so that papers name each.",
    "case_story.exhibits.divided": "Divided {quantity} from {exhibits} into a row of its own: {reason}.",
    "case_acts.do_exhibits.disposed": "Record what became of exhibits",
    "case_acts.why_exhibits.disposed": "Returned (MQĐ24) or confiscated by the decision; sold or handed on by "
    "a filed contract or minutes, with who received it; perishable goods "
    "sold at once with the deposit account (Law on Handling Administrative "
    "Violations Arts 81, 82, 126).",
    "case_story.exhibits.disposed": "{exhibits}: {disposition} on {on}[ by {document_id}][, proceeds "
    "{proceeds}][, deposited at {deposited}][; received by {receiver}][ (sheet {sheet})][. By one person: {alone}].",
    "case_acts.do_exhibits.destroyed": "Record the destruction",
    "case_acts.why_exhibits.destroyed": "By a decision (MQĐ16) and minutes (MBB21) made by somebody else, with "
    "people who took part "
    "(Law on Handling Administrative Violations Arts 33, 126).",
    "case_story.exhibits.destroyed": "{exhibits} destroyed on {destroyed_on}, by {decision_id} and {minutes_id}.",
}
