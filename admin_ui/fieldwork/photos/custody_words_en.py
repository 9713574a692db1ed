"""Words of the custody of photographs: what is missing or wrong, and each step of the history."""

WORDS: dict[str, str] = {
    "custody.missing_title": "Photographs still on the phones",
    "custody.missing_said": "These photographs were announced, but their originals are not complete in the store "
    "yet, or the stored copy is no longer correct. Ask the officer to open the app where there is a connection.",
    "custody.came": "Received",
    "custody.came_none": "nothing yet (of {size})",
    "custody.came_some": "{received} of {size}",
    "custody.faults": "Problems with originals in the store",
    "custody.fault_differs": "the store returns other content than was announced. Tell the store's administrator at "
    "once.",
    "custody.fault_missing": "the store no longer has the original. Tell the store's administrator at once.",
    "custody.fault_overwritten": "other content was written over it in the store; the verified version is still "
    "there and in use.",
    "custody.fault_unprotected": "the original is correct, but could not be locked in the store.",
    "custody.title": "Custody",
    "custody.kind_taken": "Taken",
    "custody.kind_received": "Announced",
    "custody.kind_bytes_received": "Original received",
    "custody.kind_stored": "Stored",
    "custody.kind_verified": "Verified again",
    "custody.kind_protected": "Locked",
    "custody.kind_viewed": "Viewed",
    "custody.kind_exported": "Copy taken",
    "custody.kind_withdrawn": "Withdrawn",
    "custody.kind_captioned": "Caption given",
    "custody.kind_quarantined": "Held",
    "custody.kind_admitted": "Admitted",
    "custody.kind_dismissed": "Dismissed",
    "custody.kind_differs": "Differs",
    "custody.kind_missing": "Missing",
    "custody.kind_overwritten": "Overwritten",
    "custody.kind_unprotected": "Unlocked",
}
