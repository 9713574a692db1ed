"""Why a document made elsewhere was not filed, a sentence each."""

OF_FILING: dict[str, tuple[str, str]] = {
    "case_file_filed": (
        "Tệp này đã có trong hồ sơ, bút lục {sheet}.",
        "This file is in the case file already, at sheet {sheet}.",
    ),
    "case_file_kind": (
        "Hãy chọn loại tài liệu của tệp này.",
        "Choose which kind of document this file is.",
    ),
    "case_file_unknown": (
        "Tệp không thuộc vụ việc này, hoặc khác tệp đã lưu. Hãy mở lại trang «Đưa tài liệu vào hồ sơ» và chọn lại.",
        "The file does not belong to this case, or is not the one that was stored. Open the page “File documents” "
        "again and choose it there.",
    ),
}
