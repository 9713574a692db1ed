"""The unsigned part of a CMS signature container, checked byte for byte.

Around the signed data are version numbers, lengths and a list of digests that verifiers do not read
(RFC 5652 §5.1, §5.3). A change there does not alter what a signature says. But if two copies of a
paper differ there, we must not report both as unchanged since signing. The container must therefore
be exactly the DER encoding of its own parts:

- Every length is in its shortest form (X.690 §10.1), and so are numbers and identifiers that
  nothing else covers.
- The signer is named as in the signer's certificate.
- There is nothing that verifiers do not read: no revocation lists, and no unsigned attribute except
  one time-stamp.

Two differences remain possible, because legitimate files have them. One is which certificates are
added to the signer's own, and their order. The other is ECDSA itself, for which (r, s) and (r, n -
s) are both signatures of the same data. The SHA-256 of the file detects these.
"""

from typing import Any

from asn1crypto import cms, core, parser

_NULL = core.Null().dump()
_SEQUENCE, _SET = 16, 17


def is_exact(der: bytes) -> bool:
    """Tell whether a ContentInfo with one signer, and each time-stamp token in it, is in exact DER.

    False for anything that is not such a ContentInfo. RFC 5652 allows a token in BER, but that is
    not exact, because BER has more than one encoding of the same value.
    """
    try:
        info = cms.ContentInfo.load(der, strict=True)
        if not _shortest(der):
            return False
        [signer] = info["content"]["signer_infos"]
        return (
            _nothing_unread(info["content"], signer)
            and _names_itself(info, signer)
            and der in _encodings(info, signer)
            and all(map(is_exact, _tokens(signer)))
        )
    except (ValueError, TypeError, KeyError, AttributeError, IndexError):
        return False


_CONSTRUCTED = 0x20
_DEEPEST = 40


def _shortest(data: bytes, depth: int = 0) -> bool:
    """Tell whether every length is definite and in its shortest form, at every depth (X.690 §10.1)."""
    at = 0
    while at < len(data):
        tag, first = data[at], data[at + 1]
        if tag & 0x1F == 0x1F or depth > _DEEPEST:
            return False  # tags above 30 do not occur in these structures
        at, size = at + 2, first
        if first & 0x80:
            octets = data[at : at + (first & 0x7F)]
            size = int.from_bytes(octets, "big")
            if not octets or len(octets) != first & 0x7F or octets[0] == 0 or size < 0x80:
                return False
            at += len(octets)
        inner = data[at : at + size]
        if len(inner) != size or (tag & _CONSTRUCTED and not _shortest(inner, depth + 1)):
            return False
        at += size
    return True


def _nothing_unread(data: Any, signer: Any) -> bool:
    if not isinstance(data["crls"], core.Void):
        return False
    attributes = signer["unsigned_attrs"]
    if isinstance(attributes, core.Void):
        return True
    kinds = [(each["type"].native, len(each["values"])) for each in attributes]
    return kinds == [("signature_time_stamp_token", 1)]


def _names_itself(info: Any, signer: Any) -> bool:
    """Tell whether identifiers that only this container holds are in their one encoding.

    If the container holds certificates, the signer must also be named with the same bytes as in one
    of them.
    """
    data = info["content"]
    named = (info["content_type"], data["encap_content_info"]["content_type"])
    if any(core.ObjectIdentifier(each.dotted).contents != each.contents for each in named):
        return False
    if signer["sid"].name != "issuer_and_serial_number" or isinstance(
        data["certificates"], core.Void
    ):
        return True
    written = [
        _wrapped(
            _SEQUENCE,
            one.chosen["tbs_certificate"]["issuer"].dump(),
            one.chosen["tbs_certificate"]["serial_number"].dump(),
        )
        for one in data["certificates"]
    ]
    return signer["sid"].dump() in written


def _encodings(info: Any, signer: Any) -> list[bytes]:
    """Return every allowed encoding of the container.

    The digest's parameters may be absent or NULL (RFC 5754 §2), in each place where they occur.
    """
    data, by_issuer = info["content"], signer["sid"].name == "issuer_and_serial_number"
    of_data = data["encap_content_info"]["content_type"].native == "data"
    signer_version = 1 if by_issuer else 3
    head = core.Integer(1 if by_issuer and of_data else 3).dump()
    digests = _plain(signer["digest_algorithm"])
    method = signer["signature_algorithm"]
    methods = [method.dump()] if method["algorithm"].native == "rsassa_pss" else _plain(method)
    made = []
    for digest in digests:
        for how in methods:
            inner = _wrapped(
                _SEQUENCE,
                core.Integer(signer_version).dump(),
                signer["sid"].dump(),
                digest,
                signer["signed_attrs"].dump(),
                how,
                signer["signature"].dump(),
                signer["unsigned_attrs"].dump(),
            )
            for listed in digests:
                content = _wrapped(
                    _SEQUENCE,
                    head,
                    _wrapped(_SET, listed),
                    data["encap_content_info"].dump(),
                    data["certificates"].dump(),
                    data["crls"].dump(),
                    _wrapped(_SET, inner),
                )
                explicit = parser.emit(2, 1, 0, content)
                made.append(_wrapped(_SEQUENCE, info["content_type"].dump(), explicit))
    return made


def _plain(algorithm: Any) -> list[bytes]:
    oid = algorithm["algorithm"].dump()
    return [_wrapped(_SEQUENCE, oid), _wrapped(_SEQUENCE, oid, _NULL)]


def _wrapped(tag: int, *inner: bytes) -> bytes:
    """Encode a universal, constructed value in DER."""
    encoded: bytes = parser.emit(0, 1, tag, b"".join(inner))
    return encoded


def _tokens(signer: Any) -> list[bytes]:
    """Return the time-stamp tokens over the signature (RFC 3161, Appendix A)."""
    attributes = signer["unsigned_attrs"]
    if isinstance(attributes, core.Void):
        return []
    return [
        token.dump()
        for attribute in attributes
        if attribute["type"].native == "signature_time_stamp_token"
        for token in attribute["values"]
    ]
