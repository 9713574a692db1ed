"""Words of the maker's digital signature, and of the stored files of papers made on site."""

WORDS = {
    "maker.title": "The maker's digital signature",
    "maker.back": "Back to the inspection",
    "maker.open": "Sign this paper digitally",
    "maker.said": "You sign the paper, with its number and the signatures of those who were present, with your own "
    "certificate. After that this file is the only one that is handed out; it cannot be changed or signed again.",
    "maker.here": "Sign with a certificate on the server",
    "maker.certificate": "Certificate",
    "maker.until": "Valid until",
    "maker.no_certificate": "You have no valid certificate on the server. The paper is good all the same: the file "
    "that is handed out bears the server's seal.",
    "maker.sign_now": "Sign",
    "maker.outside_said": "Take the PDF, sign it in your own computer as PAdES, and send it back within seven days.",
    "maker.send": "Check the signature and enter the file",
    "maker.files": "Files of the papers",
    "maker.files_said": "Each paper is handed out as one file; the SHA-256 below is also on the public page.",
    "maker.signed": "Signed by its maker",
    "maker.sealed": "Sealed by the server",
    "maker.earlier": "Handed out before",
    "maker.replaced": "Replaced by {number}",
    "maker.replaced_unnumbered": "Replaced by other minutes",
    "maker.signed_by": "Digital signature of {name}, PAdES {level}",
    "maker.sealed_said": "Sealed by the server, which is not the maker's signature",
}
