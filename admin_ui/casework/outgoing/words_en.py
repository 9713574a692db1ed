"""Words of the register of outgoing papers."""

WORDS = {
    "outgoing.title": "Register of outgoing papers",
    "outgoing.said": "Decisions of the unit are in the register from their signing; minutes and other papers once "
    "they are dispatched. The clerk "
    "enters the dispatch on the page of the case. Print this page with the browser.",
    "outgoing.year": "Year",
    "outgoing.which": "Show",
    "outgoing.which_all": "All",
    "outgoing.which_waiting": "Not dispatched",
    "outgoing.which_sent": "Dispatched",
    "outgoing.q": "Search",
    "outgoing.q_hint": "Number, party or recipient.",
    "outgoing.number": "Number, symbol; day",
    "outgoing.paper": "Kind, abstract",
    "outgoing.recipients": "Recipients, copies, note",
    "outgoing.sent": "Dispatched",
    "outgoing.copies": "{count} copies",
    "outgoing.times": "{count} times",
    "outgoing.waits": "not dispatched",
    "outgoing.dispatch": "Dispatch",
    "outgoing.first": "First page",
    "outgoing.more": "Next page",
    "outgoing.none": "No papers.",
    "outgoing.export": "Download the register",
    "outgoing.export_said": "Download the register of some days for a spreadsheet. The download is recorded.",
    "outgoing.since": "From",
    "outgoing.until": "Until",
    "outgoing.kind": "Kind of file",
    "outgoing.export_now": "Download",
    "outgoing.days_wrong": "The days are wrong: the first must not be after the last.",
}
