"""Words of the area `certificates`: officers' signing certificates."""

WORDS: dict[str, str] = {
    "certificates.title": "My signing certificates",
    "certificates.what": "Used to sign documents digitally. The passphrase or PIN is asked for at each signing and "
    "is not stored anywhere.",
    "certificates.none": "You have no certificate yet. Register one below to sign digitally.",
    "certificates.total": "{count} certificates",
    "certificates.revoke_reason": "Why it was revoked",
    "certificates.subject": "In the name of",
    "certificates.issuer": "Issued by",
    "certificates.valid_to": "Expires",
    "certificates.state": "State",
    "certificates.held": "Cannot sign for now",
    "certificates.held_how": "Your password or one-time codes were reset: register this certificate again.",
    "certificates.revoked": "Revoked",
    "certificates.expired": "Expired",
    "certificates.kind_pkcs12": "Usable, PKCS#12 file",
    "certificates.kind_pkcs11": "Usable, signing token",
    "certificates.kind_outside": "Usable, signed at your own computer",
    "certificates.add_outside": "Register your own token or signing SIM",
    "certificates.outside_said": "The key is on your token or SIM, where this system cannot reach it. Register only "
    "the "
    "public certificate; to sign, download the paper, sign it at your computer and send it back.",
    "certificates.outside_file": "Public certificate (.cer, .crt, .pem)",
    "certificates.outside_hint": "Export it from the software of the token or SIM, without its key.",
    "certificates.outside_open": "Register a public certificate",
    "certificates.add_file": "Register a PKCS#12 file",
    "certificates.file": "Certificate file (.p12, .pfx)",
    "certificates.file_hint": "The file is kept encrypted as it is, and additionally sealed with the server's key.",
    "certificates.passphrase": "Passphrase of the file",
    "certificates.passphrase_hint": "Used only to read the file this time.",
    "certificates.register": "Register",
    "certificates.add_token": "Register a signing token (PKCS#11)",
    "certificates.key_label": "Label of the key on the token",
    "certificates.pin": "PIN",
    "certificates.revoke": "Revoke",
    "certificates.revoke_follows": "Nobody can sign with this certificate any more. Signed documents keep their "
    "signatures. Inform the issuer of the certificate as well.",
    "certificates.reason": "Reason",
    "certificates.reason_short": "Give a reason of at least 3 characters.",
    "certificates.done_registered": "The certificate was registered.",
    "certificates.done_revoked": "The certificate was revoked.",
}
