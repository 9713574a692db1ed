"""Documents filed in a case: letters, receipts, licences, reports, sound, video; as they came."""
