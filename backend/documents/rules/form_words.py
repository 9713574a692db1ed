"""Sentences about faults of a form's fields, by JSON Schema keyword."""

from typing import Any

from schemas.core.problems import Text

END_BEFORE_START = Text(
    vi="Thời điểm kết thúc phải sau thời điểm bắt đầu.",
    en="The end must be after the start.",
)
_KINDS = {
    "string": ("chữ", "text"),
    "integer": ("số nguyên", "a whole number"),
    "boolean": ("có hoặc không", "yes or no"),
    "array": ("danh sách", "a list"),
    "object": ("nhóm trường", "a group of fields"),
}
_SENTENCES = {
    "required": ("Cần điền mục này.", "This field must be filled in."),
    "additionalProperties": (
        "Mẫu biên bản không có mục này.",
        "The form has no such field.",
    ),
    "maxLength": ("Dài nhất {value} ký tự.", "At most {value} characters."),
    "minItems": ("Cần ít nhất {value} mục.", "At least {value} needed."),
    "maxItems": ("Nhiều nhất {value} mục.", "At most {value} allowed."),
    "enum": ("Chọn một mục trong danh sách.", "Choose one of the list."),
    "minimum": ("Không nhỏ hơn {value}.", "Not less than {value}."),
    "maximum": ("Không lớn hơn {value}.", "Not more than {value}."),
}
_FORMATS = {
    "date": (
        "Cần một ngày có thật, ví dụ 05/01/2026.",
        "A real date is needed, for example 05/01/2026.",
    ),
    "date-time": (
        "Cần một ngày giờ có thật, ví dụ 05/01/2026 08:30.",
        "A real date and time is needed, for example 05/01/2026 08:30.",
    ),
}
_OTHER = ("Giá trị không hợp lệ.", "The value is not allowed.")


def sentence(keyword: str, value: Any, schema: dict[str, Any]) -> Text:
    """Say in both languages what the failing keyword requires; `schema` is the field's own part."""
    if keyword == "minLength":
        if value <= 1:
            return _text(_SENTENCES["required"])
        return _text(("Cần ít nhất {value} ký tự.", "At least {value} characters."), value)
    if keyword == "type":
        vi, en = _KINDS.get(str(value), _OTHER)
        return Text(vi=f"Giá trị phải là {vi}.", en=f"The value must be {en}.")
    if keyword == "pattern":
        wanted = schema.get("x-pattern-text", {})
        return Text(
            vi=f"Sai dạng: {wanted.get('vi', 'xem hướng dẫn của mục')}.",
            en=f"Wrong form: {wanted.get('en', 'see the hint of the field')}.",
        )
    if keyword == "format":
        return _text(_FORMATS.get(str(value), _OTHER))
    return _text(_SENTENCES.get(keyword, _OTHER), value)


def _text(pair: tuple[str, str], value: Any = None) -> Text:
    return Text(vi=pair[0].format(value=value), en=pair[1].format(value=value))
