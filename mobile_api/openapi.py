"""Completes the OpenAPI description with what the framework cannot know.

That is: bodies that are read raw, uploads, problems. Acts are parsed by hand, because duplicate
keys, floats and text that is not NFC must be detected. So their schema is added here, from the same
structs that check them. Uploads use tus 1.0.0; the description points to its specification instead
of repeating it.
"""

from typing import Any

import msgspec
from litestar import Request
from litestar.openapi.plugins import JsonRenderPlugin

from schemas.approvals.absences import ABSENCE_CONTENTS
from schemas.approvals.routes import ROUTE_CONTENTS
from schemas.approvals.submissions import SUBMISSION_CONTENTS
from schemas.casework.contents import CASE_CONTENTS
from schemas.casework.exceptions import EXCEPTION_CONTENTS
from schemas.documents.record_papers import RECORD_PAPER_CONTENTS
from schemas.fieldwork.decision_changes import CHANGE_CONTENTS
from schemas.fieldwork.decision_papers import PAPER_CONTENTS
from schemas.fieldwork.diary import DIARY_CONTENTS
from schemas.fieldwork.site_paper_files import SITE_FILE_CONTENTS
from schemas.fieldwork.words import ActType
from schemas.force.contents import PEOPLE_CONTENTS
from schemas.force.imports import PEOPLE_IMPORT_CONTENTS
from schemas.force.phone_facts import PhoneFacts
from schemas.insight.report_definitions import DEFINITION_CONTENTS
from schemas.insight.reports import REPORT_CONTENTS
from schemas.insight.samples import SAMPLE_CONTENTS
from schemas.insight.signing import FIGURE_SIGNING_CONTENTS
from schemas.intake.acts import INFORMATION_CONTENTS
from schemas.law.catalogue import CATALOGUE_CONTENTS
from schemas.ledger.acts import CONTENTS, Act
from schemas.ledger.installation import INSTALLATION_CONTENTS
from schemas.parties.acts import PARTY_CONTENTS
from schemas.parties.imports import IMPORT_CONTENTS
from schemas.parties.likeness import LIKENESS_CONTENTS
from schemas.parties.merging import MERGE_CONTENTS
from schemas.planning.acts import PLAN_CONTENTS

PREFIX = "/api/mobile/v1"
_REF = "#/components/schemas/{name}"
_REQUESTS = (
    "SignIn",
    "DeviceOrder",
    "Refresh",
    "OrderNumbers",
    "SignSitePaper",
    "SignDecision",
    "ReturnProposal",
    "RefuseDecision",
)
_PUBLIC = {"signIn", "refreshSession", "getPublicDocument"}
_MACHINE = {"getMachineHealth", "getMachineFigures", "getMachineCatalogue"}
_OF_MACHINES = {
    "403": "`machine_ended`, `machine_owner_gone`, `machine_address` or `machine_permission`.",
    "429": "`machine_too_many`: Retry-After says when.",
}
_DESK = {
    ActType.DECISION_ISSUED,
    ActType.MINUTES_RETURNED,
    ActType.MINUTES_APPROVED,
    ActType.MINUTES_REFUSED,
    ActType.EVIDENCE_ADMITTED,
    ActType.EVIDENCE_DISMISSED,
    ActType.FINDING_WEIGHED,
    ActType.FILE_AGREED,
    ActType.FILE_SUPPLEMENT_ASKED,
    ActType.FILE_VERIFICATION_ORDERED,
    ActType.FILE_TAKEN_OVER,
    ActType.DECISION_WITHDRAWN,
    ActType.DECISION_RETURNED,
    ActType.DECISION_MATCHED,
}
_ELSEWHERE = _DESK | set(PEOPLE_CONTENTS) | set(CASE_CONTENTS) | set(CATALOGUE_CONTENTS)
_ELSEWHERE |= (
    set(PAPER_CONTENTS)
    | set(CHANGE_CONTENTS)
    | set(SITE_FILE_CONTENTS)
    | set(EXCEPTION_CONTENTS)
    | set(SUBMISSION_CONTENTS)
    | set(ROUTE_CONTENTS)
    | set(ABSENCE_CONTENTS)
    | set(DIARY_CONTENTS)
    | set(DEFINITION_CONTENTS)
    | set(INFORMATION_CONTENTS)
    | set(PLAN_CONTENTS)
    | set(REPORT_CONTENTS)
    | set(SAMPLE_CONTENTS)
    | set(PARTY_CONTENTS)
    | set(IMPORT_CONTENTS)
    | set(PEOPLE_IMPORT_CONTENTS)
    | set(LIKENESS_CONTENTS)
    | set(MERGE_CONTENTS)
    | set(FIGURE_SIGNING_CONTENTS)
    | set(RECORD_PAPER_CONTENTS)
    | set(INSTALLATION_CONTENTS)
)
"""Acts that no phone makes. The description of an act lists what a phone makes: a new type of act
reaches the app by it."""
_STATUSES = {
    "getSync": {"410": "`cursor_expired`: begin again without a cursor."},
    "getReference": {"410": "`cursor_expired`: begin again without a cursor."},
    "getMachineFigures": {
        "422": "`period_wrong`: not from a day to a day of at most 366 days, up to today."
    },
    "search": {
        "422": "`search_too_long` or `search_without_words`: what is typed is no question.",
        "429": "`too_many_looks`: faster than people type; Retry-After says when.",
    },
    "lookUpParty": {
        "422": "`number_too_short`: a part of a number is not looked up.",
        "429": "`too_many_numbers`: Retry-After says when.",
    },
    "getPublicDocument": {
        "404": "`document_unknown`: no paper has this code, or it is none.",
        "429": "`too_many_lookups`: Retry-After says when.",
    },
    "postActs": {
        "400": "`batch_malformed`: not {acts: [...]}; nothing was taken.",
        "413": "`batch_too_large`: more than 100 acts or 256 kB.",
    },
    "signIn": {
        "400": "`request_invalid`.",
        "403": "`officer_disabled`, `device_revoked` or `device_pending`.",
        "409": "`device_key_mismatch`: this device id was enrolled with another key.",
        "422": "`device_key_invalid`: not a JWK of a point on P-256.",
        "429": "`too_many_tries`: Retry-After says when.",
    },
    "postNumberBlocks": {
        "403": "`not_allowed`: only inspectors and team leaders sign on the spot.",
        "409": "`officer_number_missing`: an administrator enters it.",
        "422": "`number_form_unknown`, or `number_year_wrong`: neither this year nor, shortly before it, the next.",
    },
    "postPaperSignature": {
        "403": "`confirmation_needed`: send a one-time code.",
        "404": "`no_certificate`: the officer has none on the server that signs now.",
        "409": "`site_paper_not_maker`, `site_paper_unnumbered`, `site_paper_number_void`, `site_paper_replaced` or "
        "`site_paper_changed`: nothing was signed.",
        "422": "`passphrase_wrong`, `code_wrong`, `code_used_up`, or what is wrong with the certificate: nothing was "
        "signed.",
        "429": "`passphrase_tries` or `too_many_tries`: Retry-After says when.",
    },
    "getDecisionPreview": {"409": "`paper_not_ready`: the content is another one now."},
    "signDecision": {
        "403": "`confirmation_needed`: send a one-time code; or `not_allowed`: not a head of its unit.",
        "404": "`no_certificate`, or a paper out of sight.",
        "409": "`paper_not_ready`: look again; or `paper_being_signed`.",
        "422": "`passphrase_wrong`, `code_wrong`, `code_used_up`, `certificate_refused`, `decision_not_issuable`.",
        "429": "`passphrase_tries` or `too_many_tries`: Retry-After says when.",
    },
    "returnProposal": {"409": "The code of the refused act, e.g. `proposal_not_there`."},
    "refuseDecision": {"409": "`paper_not_ready`, or the code of the refused act."},
    "putPhotoThumbnail": {
        "400": "`thumbnail_malformed`: X-Sha256 is missing or none.",
        "413": "`thumbnail_too_large`: more than 64 kB.",
        "415": "`thumbnail_not_jpeg`.",
        "422": "`hash_mismatch`: the body is not what X-Sha256 says.",
    },
    "headPhoto": {
        "304": "Not changed since the ETag given.",
        "409": "`bytes_pending` or `preview_pending`: try again.",
        "422": "`undecodable` or `not_an_image`: only the original can be had.",
    },
    "getPhoto": {
        "206": "A range of it (RFC 9110 §14).",
        "304": "Not changed since the ETag given.",
        "409": "`bytes_pending` or `preview_pending`: try again.",
        "416": "`range_beyond_end`: no byte of it is in the range.",
        "422": "`undecodable` or `not_an_image`: only the original can be had.",
    },
}


class CompleteJson(JsonRenderPlugin):
    """Serves the description, which is completed once."""

    _done: bytes | None = None

    def render(self, request: Request[Any, Any, Any], openapi_schema: dict[str, Any]) -> bytes:
        """Return the whole description as JSON."""
        del request
        if self._done is None:
            self._done = msgspec.json.encode(complete(openapi_schema))
        return self._done


def complete(described: dict[str, Any]) -> dict[str, Any]:
    """Add what the framework could not know."""
    schemas = described["components"]["schemas"]
    for name, schema in _act_schemas().items():
        schemas.setdefault(name, schema)
    for name in _REQUESTS:  # the structs refuse unknown keys; the framework does not say so
        schemas[name]["additionalProperties"] = False
    _, said = msgspec.json.schema_components([PhoneFacts], ref_template=_REF)
    schemas.update(said)
    described["security"] = [{"bearer": []}]
    for item in described["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict) and "operationId" in operation:
                _operation(operation)
    described["paths"][f"{PREFIX}/acts"]["post"]["requestBody"] = {
        "required": True,
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ActBatch"}}},
    }
    thumbnail = described["paths"][f"{PREFIX}/photos/{{photo_id}}/thumbnail"]["put"]
    thumbnail["parameters"].append(_header("X-Sha256", "Of the body, in hex.", required=True))
    thumbnail["requestBody"] = {
        "required": True,
        "content": {"image/jpeg": {"schema": {"type": "string", "format": "binary"}}},
    }
    described["paths"].update(_upload_paths())
    return described


def _act_schemas() -> dict[str, Any]:
    phone = {kind: struct for kind, struct in CONTENTS.items() if kind not in _ELSEWHERE}
    _, parts = msgspec.json.schema_components([Act, *phone.values()], ref_template=_REF)
    act = dict(parts.pop("Act"))
    act["properties"] = act["properties"] | {
        "type": {"enum": sorted(str(kind) for kind in phone)},
        "content": {"anyOf": [{"$ref": _REF.format(name=s.__name__)} for s in phone.values()]},
    }
    act["required"] = sorted(act["properties"].keys() - {"clock_off_s"})
    parts["Act"] = act
    parts["ActBatch"] = {
        "type": "object",
        "properties": {
            "acts": {"type": "array", "maxItems": 100, "items": {"$ref": _REF.format(name="Act")}}
        },
        "required": ["acts"],
        "additionalProperties": False,
    }
    return parts


def _problem(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "content": {
            "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}
        },
    }


def _operation(operation: dict[str, Any]) -> None:
    name = operation["operationId"]
    responses = operation["responses"]
    if "400" in responses:  # the framework's own shape of a 400 is not ours
        responses["400"] = _problem("`request_invalid`: a member or parameter is malformed.")
    if name in _PUBLIC:
        operation["security"] = []
    if name in _MACHINE:
        operation["security"] = [{"machine_key": []}]
        for status, text in _OF_MACHINES.items():
            responses[status] = _problem(text)
    responses["401"] = _problem("`not_signed_in`, or the credentials are wrong.")
    if operation.get("parameters"):
        responses["404"] = _problem("Not there, or outside the reader's scope.")
    for status, text in _STATUSES.get(name, {}).items():
        responses[status] = _problem(text) if int(status) >= 400 else {"description": text}
    responses["default"] = _problem("Any other problem; `code` is stable, `retryable` is meant.")


def _header(name: str, text: str, *, required: bool = False) -> dict[str, Any]:
    return {
        "name": name,
        "in": "header",
        "required": required,
        "description": text,
        "schema": {"type": "string"},
    }


def _upload(
    name: str, summary: str, good: dict[str, str], *headers: dict[str, Any]
) -> dict[str, Any]:
    version = _header("Tus-Resumable", "The protocol's version.", required=True)
    version["schema"] = {"type": "string", "enum": ["1.0.0"]}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [version, *headers],
        "responses": {status: {"description": text} for status, text in good.items()}
        | {
            "401": _problem("`not_signed_in`."),
            "412": _problem("Another version of tus than 1.0.0."),
            "default": _problem("Any other problem, as the tus rules have it."),
        },
    }


def _upload_paths() -> dict[str, Any]:
    ident = {
        "name": "upload_id",
        "in": "path",
        "required": True,
        "schema": {"type": "string", "format": "uuid"},
    }
    body = {
        "required": True,
        "content": {
            "application/offset+octet-stream": {"schema": {"type": "string", "format": "binary"}}
        },
    }
    length = _header("Upload-Length", "Bytes of the whole; or Upload-Defer-Length: 1.")
    metadata = _header("Upload-Metadata", "Optional: photo_id, sha256, filetype, inspection_id.")
    offset = _header("Upload-Offset", "Where this chunk begins.", required=True)
    checksum = _header("Upload-Checksum", "sha1 or sha256, then the base64 digest of the chunk.")
    create = _upload(
        "createUpload",
        "Begin an upload (tus 1.0.0 creation).",
        {"201": "Location."},
        length,
        metadata,
    )
    head = _upload(
        "headUpload", "Where the upload stands.", {"200": "Upload-Offset, Upload-Length."}
    )
    patch = _upload(
        "patchUpload",
        "Send bytes. The last answer says that they are in the spool, not yet in the store.",
        {"204": "Upload-Offset."},
        offset,
        checksum,
    ) | {"requestBody": body}
    patch["responses"]["409"] = _problem("`upload_offset_mismatch`: ask with HEAD.")
    patch["responses"]["422"] = _problem("`hash_mismatch`: the whole is not what was announced.")
    patch["responses"]["423"] = _problem("Another request writes to it: try again.")
    patch["responses"]["460"] = _problem(
        "The chunk is not what its checksum says; nothing was kept."
    )
    gone = _upload("deleteUpload", "Give an upload up (termination).", {"204": "Gone."})
    return {
        f"{PREFIX}/uploads": {"post": create},
        f"{PREFIX}/uploads/{{upload_id}}": {
            "parameters": [ident],
            "head": head,
            "patch": patch,
            "delete": gone,
        },
    }
