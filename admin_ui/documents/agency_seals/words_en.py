"""Words of the area `seals`: certificates of units."""

WORDS: dict[str, str] = {
    "seals.title": "The agency's certificates",
    "seals.why_not": "An administrator of the unit registers the agency's certificate. The clerk can seal once "
    "there is a valid one.",
    "seals.what": "The unit's clerk puts the digital seal on signed papers with them. An administrator "
    "registers them; the "
    "passphrase or PIN is asked for each time and is stored nowhere.",
    "seals.more": "Picture of the seal; another name in the certificate",
    "seals.picture": "Picture of the seal (PNG with a transparent ground, red)",
    "seals.picture_hint": "With a picture the seal is shown in its true size over about a third of the "
    "signature, on its "
    "left. Without one the signature shows the agency's name and the time in the upper right corner of the "
    "first page.",
    "seals.picture_mm": "Width of the real seal (mm)",
    "seals.named_otherwise": "Reason, if the certificate does not name the unit",
    "seals.named_otherwise_hint": "For example: its name before a merger, an abbreviation.",
    "seals.none": "The unit has no certificate yet. Once an administrator registers one, the clerk can seal papers.",
    "seals.picture_shown": "Picture of the seal",
    "seals.with_picture": "With a picture of {mm} mm",
    "seals.kind_pkcs12": "Usable, PKCS#12 file",
    "seals.kind_pkcs11": "Usable, signing token",
    "seals.kind_outside": "Usable, sealed at the clerk's computer",
    "seals.add_outside": "Register the agency's token",
    "seals.outside_said": "The key is on the clerk's token. Register only the public certificate; the clerk "
    "downloads a paper, "
    "seals it at their computer and sends it back.",
    "seals.revoke_follows": "Nobody can seal with this certificate any more. Sealed papers keep their seals. "
    "Inform the issuer "
    "of the certificate as well.",
}
