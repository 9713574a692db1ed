"""The part of a CMS signature that nobody signs, byte for byte.

Around what is signed stand version numbers, lengths and a list of digests that verifiers do not read (RFC 5652 §5.1,
§5.3). A change there alters nothing that a signature says; but who compares two copies of a paper must not be told
that both are as they were signed. So the container must be exactly what its own parts encode to in DER.
"""

from typing import Any

from asn1crypto import cms, core, parser

_NULL = core.Null().dump()
_SEQUENCE, _SET = 16, 17


def is_exact(der: bytes) -> bool:
    """Say whether a ContentInfo with one signer, and each time-stamp token inside it, is encoded as RFC 5652 asks.

    False also for what is no such thing. A token in BER, which RFC 5652 would allow, is not exact: it can be written in
    more than one way.
    """
    try:
        info = cms.ContentInfo.load(der, strict=True)
        [signer] = info["content"]["signer_infos"]
        return der in _encodings(info, signer) and all(map(is_exact, _tokens(signer)))
    except (ValueError, TypeError, KeyError, AttributeError):
        return False


def _encodings(info: Any, signer: Any) -> list[bytes]:
    """How it may be written: the digest's parameters are left out or NULL (RFC 5754 §2), in each of its two places."""
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
    """A universal, constructed value in DER."""
    encoded: bytes = parser.emit(0, 1, tag, b"".join(inner))
    return encoded


def _tokens(signer: Any) -> list[bytes]:
    """Time-stamp tokens over the signature (RFC 3161, Appendix A)."""
    attributes = signer["unsigned_attrs"]
    if isinstance(attributes, core.Void):
        return []
    return [
        token.dump()
        for attribute in attributes
        if attribute["type"].native == "signature_time_stamp_token"
        for token in attribute["values"]
    ]
