"""Words of the custody of photographs: what is missing, what is wrong, and each step of a
photograph's history.
"""

WORDS: dict[str, str] = {
    "custody.missing_title": "What is still on the phones",
    "custody.missing_said": "These photographs are announced, but their originals are not whole in the store yet, "
    "or what the store holds is no longer right. Remind the officer to open the application where there is a network.",
    "custody.came": "Received",
    "custody.came_none": "nothing yet (of {size})",
    "custody.came_some": "{received} of {size}",
    "custody.faults": "Something is wrong with originals in the store",
    "custody.fault_differs": "the store gives other bytes than were announced. Tell the store's administrator at once.",
    "custody.fault_missing": "the store no longer has the original. Tell the store's administrator at once.",
    "custody.fault_overwritten": "other bytes were put over it in the store; the verified version is there and in use.",
    "custody.fault_unprotected": "the original is right, but could not be locked in the store.",
    "custody.title": "Custody",
    "custody.kind_taken": "Taken",
    "custody.kind_received": "Announced",
    "custody.kind_bytes_received": "Received whole",
    "custody.kind_stored": "Stored",
    "custody.kind_verified": "Verified again",
    "custody.kind_protected": "Locked",
    "custody.kind_viewed": "Viewed",
    "custody.kind_exported": "Copy taken",
    "custody.kind_withdrawn": "Withdrawn",
    "custody.kind_captioned": "Caption given",
    "custody.kind_quarantined": "Kept aside",
    "custody.kind_admitted": "Admitted",
    "custody.kind_dismissed": "Dismissed",
    "custody.kind_differs": "Differs",
    "custody.kind_missing": "Missing",
    "custody.kind_overwritten": "Overwritten",
    "custody.kind_unprotected": "Unlocked",
}
