"""Words of the area `scan`: uploading the scan of a paper signed by hand."""

WORDS: dict[str, str] = {
    "scan.file": "Scan (PDF or JPEG)",
    "scan.file_hint": "One file with all pages, at most {size}. Scan at 300 dpi; signature and seal must be legible.",
    "scan.sending": "Sending: {percent} %. Do not close this page.",
    "scan.storing": "Everything was received. It is being stored and read back for checking.",
    "scan.too_large": "The file is larger than {size}. Scan again at 300 dpi in grey.",
    "scan.broken": "The connection was lost while sending. Nothing was recorded; send it again.",
    "scan.progress": "Upload progress",
}
