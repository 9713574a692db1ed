"""Words of the register of outgoing papers."""

WORDS = {
    "outgoing.title": "Register of outgoing papers",
    "outgoing.said": "The unit's decisions, those on inspections too, enter the register when they are signed; minutes "
    "and other papers, when they are dispatched. The clerk enters each dispatch on the page of the case or of the "
    "inspection decision. Print this page with the browser.",
    "outgoing.year": "Year",
    "outgoing.which": "Show",
    "outgoing.which_all": "All",
    "outgoing.which_waiting": "Not dispatched",
    "outgoing.which_sent": "Dispatched",
    "outgoing.q": "Search",
    "outgoing.q_hint": "Number, party or recipient.",
    "outgoing.head_number": "Number",
    "outgoing.head_day": "Signed",
    "outgoing.head_recipients": "Recipients",
    "outgoing.paper": "Type, summary",
    "outgoing.sent": "Dispatched",
    "outgoing.copies": "{count} copies",
    "outgoing.times": "{count} times",
    "outgoing.about": "On inspection decision No {number}",
    "outgoing.dispatch": "Dispatch",
    "outgoing.none": "No papers.",
    "outgoing.export": "Download the register",
    "outgoing.export_said": "Download the register of a period for a spreadsheet. The download is recorded; more than "
    "100 lines take a one-time code or a passkey.",
    "outgoing.since": "From",
    "outgoing.until": "To",
    "outgoing.days_wrong": "The period is wrong: it must not end before it begins.",
}
