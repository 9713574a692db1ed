"""Words of rescue files."""

WORDS: dict[str, str] = {
    "rescue.title": "Rescue files",
    "rescue.one": "Rescue file",
    "rescue.one_of": "Rescue file of {name}",
    "rescue.lead": "Import the file that a phone exports when it cannot send its work.",
    "rescue.what": "A rescue file is an encrypted file that a phone exports when it cannot send its work: no network "
    "for days, a broken phone, or access that has ended. When it is imported here, everything keeps the signatures "
    "of the officer who recorded it.",
    "rescue.step_phone": "On the phone: Outbox → Export rescue file, then copy the file to a computer (USB, "
    "memory card).",
    "rescue.step_upload": "Choose the file on this page. The system only reads it and shows its content; nothing is "
    "recorded yet.",
    "rescue.step_confirm": "Check it, then confirm the import. The import is recorded with your name.",
    "rescue.safe": "Importing it twice, or the phone sending the same later, does not create duplicates. A file that "
    "is not imported is deleted after 24 hours.",
    "rescue.file": "Choose a rescue file",
    "rescue.file_hint": "Its name ends in .htrescue.age; at most {size}.",
    "rescue.look": "Upload and view",
    "rescue.progress": "Upload progress",
    "rescue.sending": "Uploading: {percent} %",
    "rescue.reading": "Uploaded; the file is being read and checked…",
    "rescue.too_large": "The file is larger than is allowed ({size}).",
    "rescue.broken": "The connection broke. Try again; nothing was recorded.",
    "rescue.none": "You have uploaded no file yet. Choose one above.",
    "rescue.sealed": "Sealed photographs",
    "rescue.mine": "Files that you uploaded",
    "rescue.officer": "Officer",
    "rescue.device": "Device",
    "rescue.made_at": "Exported at (phone's clock)",
    "rescue.received_at": "Uploaded at",
    "rescue.imported_at": "Imported at",
    "rescue.state": "State",
    "rescue.state_waiting": "Waiting for your confirmation",
    "rescue.state_unfinished": "Import not finished",
    "rescue.state_imported": "Imported",
    "rescue.state_gone": "Deleted",
    "rescue.imported_said": "The import is finished. The result for each act and photograph is below.",
    "rescue.unfinished_said": "Some parts could not be imported for a temporary reason. Continue the import; nothing "
    "is imported twice.",
    "rescue.gone_said": "The file was deleted because it was not imported within 24 hours. Upload it again if "
    "necessary.",
    "rescue.access_ended": "This officer's account is closed: the evidence is held for you to decide on, and "
    "submissions and approvals are not accepted.",
    "rescue.device_revoked": "This device was revoked: its evidence is held for you to decide on, and submissions "
    "and approvals are not accepted.",
    "rescue.unsigned": "{count} acts have no valid signature of the device. The file may be forged: ask the officer "
    "before you import it.",
    "rescue.damaged": "{count} photographs differ from the hash in the file; these will not be accepted.",
    "rescue.acts": "Acts",
    "rescue.acts_count": "{count} acts, {known} of them known to the server",
    "rescue.photos": "Photographs",
    "rescue.photos_count": "{count} photographs ({size}), {known} of them stored already",
    "rescue.unnamed": "{count} photographs are not named by any act: they are kept but do not belong to a record yet.",
    "rescue.informations": "Information taken in",
    "rescue.informations_count": "Reports: {count}, {known} of them known to the server",
    "rescue.informations_said": "Nobody opens the sealed part when it is imported. What is refused is still on the "
    "phone, which tells the reason when it sends it.",
    "rescue.information_number": "Information {number}",
    "rescue.information_photos": "{taken} of {count} sealed photographs accepted",
    "rescue.information_unsigned": "Reports without a valid signature of the device: {count}. These will not be "
    "accepted.",
    "rescue.drafts": "Drafts of information",
    "rescue.drafts_count": "Drafts that the officer has not registered: {count}",
    "rescue.phone_gone": "This phone is lost, broken or cannot be opened any more",
    "rescue.phone_gone_hint": "Drafts of information in the file, if any, are then registered: what was typed is "
    "sealed, and the head is told. A draft that does not say whether it is about an officer "
    "goes to the auditors of the national office. If the phone still works, leave this empty:"
    " the officer finishes them there.",
    "rescue.draft_number": "Draft {number}",
    "rescue.status_left": "Left on the phone",
    "rescue.confirm_said": "Importing the file puts everything above into the records, as if the phone had sent it. "
    "The import is recorded in the device's record.",
    "rescue.confirm": "Import the file",
    "rescue.again": "Continue the import",
    "rescue.what_act": "Act",
    "rescue.record": "Record",
    "rescue.outcome": "Result",
    "rescue.in_store": "In the store",
    "rescue.record_elsewhere": "outside your scope, or unknown to the server",
    "rescue.record_none": "not known",
    "rescue.act_unreadable": "Unreadable",
    "rescue.status_accepted": "Accepted",
    "rescue.status_held": "Held",
    "rescue.status_repeated": "Already known",
    "rescue.status_refused": "Not accepted",
    "rescue.status_failed": "Not imported yet",
    "rescue.status_received": "Accepted",
    "rescue.no_acts": "The file contains no acts.",
    "rescue.no_photos": "The file contains no photographs.",
    "rescue.photo": "Photograph",
    "rescue.photo_number": "Photograph {number} of the file",
    "rescue.photo_unnamed": "Not named by any act",
    "rescue.stored": "Stored",
    "rescue.storing_said": "Photographs are put into the store right after they are received; reload the page to see "
    "their current state.",
    "rescue.storing": "Being stored",
    "rescue.not_stored": "Not stored",
    "rescue.back": "Back to the list",
}
