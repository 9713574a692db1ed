"""Words of live pages, in English."""

WORDS: dict[str, str] = {
    "live.looking": "Looking at this now: {who}",
    "live.looks": "{name} ({minutes} min)",
    "live.just_came": "{name} (just opened it)",
    "live.on": "This page updates itself.",
    "live.off": "This page does not update itself.",
    "live.reload": "Reload",
    "live.updated": "Updated at {hour}.",
    "live.waits": "Something changed. The page was not updated, so that what you are typing stays.",
    "live.waits_ruling": "Something changed in this record. Reload before you decide.",
    "live.ended": "Your session ended, or the page can no longer be seen.",
}
