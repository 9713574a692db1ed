"""Words of live pages, in English."""

WORDS: dict[str, str] = {
    "live.looking": "Looking at this now: {who}",
    "live.looks": "{name} ({minutes} min)",
    "live.just_came": "{name} (just opened it)",
    "live.on": "This page updates itself.",
    "live.tells": "This page says when something changes.",
    "live.off": "This page does not update itself.",
    "live.reload": "Reload",
    "live.updated": "Updated at {hour}.",
    "live.waits": "Something changed. The page stays as it is because you are typing; a reload keeps what you typed.",
    "live.waits_ruling": "Something changed in this record. Reload before you decide; what you typed is kept.",
    "live.kept": "What you typed was filled in again.",
    "live.left": "The page has no field for the following any more; copy it if you need it:",
    "live.ended": "Your session ended, or the page can no longer be seen.",
}
