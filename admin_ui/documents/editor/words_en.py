"""Words of the editor of papers."""

WORDS: dict[str, str] = {
    "editor.outline": "Parts of the paper",
    "editor.outline_count": "nothing missing in {done} of {all} parts",
    "editor.done": "complete",
    "editor.faulty": "{count} wrong or missing",
    "editor.empty": "nothing written, may stay empty",
    "editor.unplaced": "Wrong, where there is nothing to fill in:",
    "editor.more": "and {count} more",
    "editor.tabs": "Write or preview",
    "editor.tab_edit": "Write",
    "editor.refresh": "Refresh",
    "editor.preview_said": "Marked as a draft; with what is not saved yet.",
    "editor.preview_made": "Refreshing…",
    "editor.preview_waits": "It refreshes by itself in a few seconds.",
    "editor.preview_failed": "Not refreshed. Press «Refresh» to try again.",
}
