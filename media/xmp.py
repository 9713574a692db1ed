"""What programs wrote into a picture's XMP packet: which tool, when, and which document it was.

XMP (ISO 16684-1) is XML inside the picture. Like EXIF it is a statement of the file, and anybody
can write anything into it. A packet is read only up to a size. One that declares a DTD or an entity
is refused: no honest camera writes either, and both serve attacks that make XML grow (defusedxml).
"""

import re
from typing import Any

MAX_BYTES = 256 * 1024
"""A JPEG segment holds 64 kB of XMP. Other containers have no limit."""
_MAX_TEXT = 100
_MAX_TOOLS = 5

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_MM = "{http://ns.adobe.com/xap/1.0/mm/}"
_EVENT = "{http://ns.adobe.com/xap/1.0/sType/ResourceEvent#}"
_IPTC = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"

_TEXTS = {
    f"{_XMP}CreatorTool": "creator_tool",
    f"{_MM}DocumentID": "document_id",
    f"{_MM}InstanceID": "instance_id",
    f"{_MM}OriginalDocumentID": "original_document_id",
    f"{_IPTC}DigitalSourceType": "digital_source",
}
_MOMENTS = {
    f"{_XMP}CreateDate": "created_at",
    f"{_XMP}ModifyDate": "changed_at",
    f"{_XMP}MetadataDate": "metadata_changed_at",
}
_MOMENT = re.compile(
    r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?)?)?", re.ASCII
)


def read(packet: Any) -> dict[str, Any]:
    """Read a packet as Pillow found it. Never raises. Keys without a value are left out.

    Moments are as written (ISO 8601, often without an offset). `history_steps` counts the entries
    of an editing history, and `history_tools` names their programs. `digital_source` is the last
    part of IPTC's address of that name: `trainedAlgorithmicMedia` means made by a machine. If
    `unreadable` is set (`too_large`, `damaged`), it is the only key: there is a packet, and this is
    why it was not read.
    """
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    if not isinstance(packet, bytes) or not packet.strip(b"\0 \t\r\n"):
        return {}
    if len(packet) > MAX_BYTES:
        return {"unreadable": "too_large"}
    from defusedxml import ElementTree

    try:
        tree = ElementTree.fromstring(_without_padding(packet), forbid_dtd=True)
        return _found(tree)
    except Exception:  # a hostile packet can make a parser raise anything
        return {"unreadable": "damaged"}


def _without_padding(packet: bytes) -> bytes:
    """Strip trailing zeros.

    UTF-16 contains zeros, so a packet that begins with its byte order mark keeps them all.
    """
    return packet if packet[:2] in (b"\xff\xfe", b"\xfe\xff") else packet.rstrip(b"\0")


def _found(tree: Any) -> dict[str, Any]:
    """Find values as attributes of rdf:Description or as elements in it: both are the same RDF."""
    found: dict[str, Any] = {}
    for description in tree.iter(f"{_RDF}Description"):
        said = list(description.attrib.items())
        said += [(child.tag, child.text) for child in description]
        for name, value in said:
            if name in _TEXTS:
                found.setdefault(_TEXTS[name], _text(value))
            elif name in _MOMENTS:
                found.setdefault(_MOMENTS[name], _moment(value))
    source = found.get("digital_source")
    if source:
        found["digital_source"] = source.rstrip("/").rpartition("/")[2]
    found |= _history(tree)
    return {name: value for name, value in found.items() if value}


def _history(tree: Any) -> dict[str, Any]:
    steps = [step for history in tree.iter(f"{_MM}History") for step in history.iter(f"{_RDF}li")]
    tools: dict[str, None] = {}
    for step in steps:
        for part in step.iter():
            child = part.text if part.tag == f"{_EVENT}softwareAgent" else None
            tool = _text(part.get(f"{_EVENT}softwareAgent") or child)
            if tool and len(tools) < _MAX_TOOLS:
                tools[tool] = None
    return {"history_steps": len(steps), "history_tools": list(tools)}


def _text(value: str | None) -> str | None:
    clean = "".join(c for c in value or "" if c.isprintable()).strip()
    return clean[:_MAX_TEXT] or None


def _moment(value: str | None) -> str | None:
    text = (value or "").strip()
    return text if _MOMENT.fullmatch(text) else None
