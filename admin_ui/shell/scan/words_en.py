"""Words of the area `scan`: uploading the scan of a paper signed by hand."""

WORDS: dict[str, str] = {
    "scan.file": "Scan (PDF or JPEG)",
    "scan.file_hint": "One file with all pages, {size} at most. Scan at 300 dpi; signature and seal must be legible.",
    "scan.sending": "Sending: {percent} %. Keep this page open.",
    "scan.storing": "All of it arrived. It is being stored and read back.",
    "scan.too_large": "The file is larger than {size}. Scan again at 300 dpi in grey.",
    "scan.broken": "The connection broke while sending. Nothing was recorded; send it again.",
    "scan.progress": "How much was sent",
}
