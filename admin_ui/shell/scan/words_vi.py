"""Words of the area `scan`: uploading the scan of a paper signed by hand."""

WORDS: dict[str, str] = {
    "scan.file": "Bản quét (PDF hoặc ảnh JPEG)",
    "scan.file_hint": "Một tệp chứa đủ các trang, tối đa {size}. Quét 300 dpi, thấy rõ chữ ký và dấu.",
    "scan.sending": "Đang gửi: {percent}%. Đừng đóng trang này.",
    "scan.storing": "Đã nhận đủ. Đang lưu và đọc lại để kiểm tra.",
    "scan.too_large": "Tệp lớn hơn {size}. Hãy quét lại ở 300 dpi, thang xám.",
    "scan.broken": "Mất kết nối khi đang gửi. Chưa có gì được ghi; hãy gửi lại.",
    "scan.progress": "Tiến độ gửi tệp",
}
