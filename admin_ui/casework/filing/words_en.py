"""Words of the area `filing`: documents made elsewhere that are filed in a case."""

WORDS: dict[str, str] = {
    "filing.title": "File documents",
    "filing.what": "Letters, receipts, licences, expert reports, e-mails, sound, video … are kept as they "
    "came. Upload the files first, then enter kind, day and sender to give each its sheet number.",
    "filing.choose": "Choose files, or drag them here",
    "filing.choose_hint": "Several at once, each of at most {size}. After a cut of the line sending goes on by "
    "itself; after a reload, choose the same file again and it goes on.",
    "filing.choose_hint_plain": "One file at a time, of at most {size}.",
    "filing.send": "Send the file",
    "filing.sent_list": "Files being sent",
    "filing.waits": "waits for its turn",
    "filing.sending": "sending: {percent}%",
    "filing.again": "the line was cut; trying again in {seconds} s",
    "filing.came": "all of it came",
    "filing.storing": "All came. Storing, and reading back to check.",
    "filing.broken": "The server cannot be reached. Nothing is lost: send again to go on.",
    "filing.too_large": "the file is larger than {size} and cannot be sent",
    "filing.empty_file": "the file is empty: nothing to send",
    "filing.signed_out": "the session has ended: sign in again, open this page and choose the file again to go on",
    "filing.stop": "Stop",
    "filing.stopped": "stopped",
    "filing.retry": "Send again",
    "filing.progress": "Progress of {name}",
    "filing.may_not": "You cannot add documents to this file now: it is closed, or you are not assigned to it. "
    "Ask the case's officer, or have the head assign you.",
    "filing.on_the_way": "Not complete yet",
    "filing.on_the_way_said": "Files that you sent for this case and that are not taken yet. Choose the same "
    "file again to go on.",
    "filing.part_of": "{part} of {whole}",
    "filing.take_now": "Take it into the case",
    "filing.waiting": "Waiting for a sheet number",
    "filing.waiting_said": "Stored safely, but not in the file yet: enter kind, day, sender and what it proves.",
    "filing.waiting_none": "No file waits. Files that you send appear here.",
    "filing.obtained_said": "The inspection team obtained them on site and sent them from the phone"
    "; the files are here. Number them now in the order in which they were obtained, or correct one "
    "first and then file it.",
    "filing.obtained_number": "Number {count} documents",
    "filing.kind_of": "type: {type}",
    "filing.number_it": "Enter it in the file",
    "filing.filed": "In the file",
    "filing.filed_none": "No document with a file is in the case file yet.",
    "filing.file": "File",
    "filing.paper_only": "Only the paper is kept, and there is no file?",
    "filing.paper_only_do": "Enter a paper document",
    "filing.no_sheet": "This file has no sheet number, so it is not in the case file yet.",
    "filing.dangers": "Take care with this file",
    "filing.view_of": "View of {name}",
    "filing.preview_none": "No view can be made: the file is damaged or too large. The original is kept; "
    "download it.",
    "filing.preview_pending": "The view is being made. Reload the page in some seconds.",
    "filing.not_shown": "For safety a file of this type is not shown in the browser. Download it.",
    "filing.download": "Download the original",
    "filing.receipt": "Byte receipt",
    "filing.filed_by": "Filed by",
    "filing.type": "Real type",
    "filing.stored": "Stored and read back",
}
