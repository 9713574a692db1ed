"""Words of the area `filed`: documents that a team obtained on site."""

WORDS: dict[str, str] = {
    "filed.title": "Documents obtained",
    "filed.what": "Documents of others that the team obtained: kept as they came. What looks dangerous is kept "
    "too, and said, and never run. In a case of this inspection they wait for their sheet numbers; "
    "nothing is sent again.",
    "filed.on_phone": "File still on the phone",
    "filed.struck": "Struck out",
    "filed.struck_why": "Why it was struck out",
    "filed.held": "Held for review",
    "filed.late": "Came after the submission",
    "filed.sheets": "{count} sheets",
    "filed.camera": "taken page by page",
    "filed.by": "Obtained by",
    "filed.dangerous": "Careful",
    "filed.of_inspection": "Inspection {number}",
    "filed.in_case": "Sheet numbers in cases",
    "filed.sheet_of": "sheet {sheet}",
    "filed.sheet_none": "no sheet number yet",
}
