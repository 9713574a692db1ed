"""Words of the editor of papers."""

WORDS: dict[str, str] = {
    "editor.outline": "Các phần của văn bản",
    "editor.outline_count": "{done}/{all} phần không thiếu gì",
    "editor.done": "đủ",
    "editor.faulty": "{count} chỗ chưa đúng hoặc chưa điền",
    "editor.empty": "chưa ghi gì, để trống được",
    "editor.unplaced": "Chưa đúng, ở chỗ không có ô để điền:",
    "editor.more": "và {count} chỗ nữa",
    "editor.tabs": "Soạn hoặc xem trước",
    "editor.tab_edit": "Soạn",
    "editor.refresh": "Cập nhật",
    "editor.preview_said": "Có dấu dự thảo; gồm cả nội dung chưa lưu.",
    "editor.preview_made": "Đang cập nhật…",
    "editor.preview_waits": "Sẽ tự cập nhật sau ít giây.",
    "editor.preview_failed": "Chưa cập nhật được. Bấm «Cập nhật» để thử lại.",
}
