"""Words of the summary of a file or a draft in the workspace."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "reviewed.violations": Text(vi="Vi phạm", en="Violations"),
    "reviewed.goods": Text(vi="Hàng hóa", en="Goods"),
    "reviewed.goods_lines": Text(vi="{count} mặt hàng", en="{count} {count:item|items}"),
    "reviewed.signatures": Text(vi="Chữ ký trên màn hình", en="Signatures"),
    "reviewed.signed_refused": Text(
        vi="{count}, trong đó {refused} từ chối ký", en="{count}, {refused} of them refused"
    ),
    "reviewed.photos": Text(vi="Ảnh", en="Photographs"),
    "reviewed.photos_missing": Text(
        vi="{count}, còn {missing} chưa về kho", en="{count}, {missing} not stored yet"
    ),
    "reviewed.findings": Text(vi="Nội dung cần làm rõ", en="Findings"),
    "reviewed.findings_open": Text(vi="{count} chưa đánh giá", en="{count} not assessed"),
    "reviewed.findings_done": Text(vi="Đã đánh giá hết", en="All assessed"),
    "reviewed.papers": Text(vi="Văn bản, tài liệu tại chỗ", en="Papers and documents of the visit"),
    "reviewed.new": Text(vi="mới", en="new"),
    "reviewed.new_photos": Text(vi="Ảnh mới: {numbers}", en="New photographs: {numbers}"),
    "reviewed.signer": Text(vi="Người ký", en="To be signed by"),
    "reviewed.team": Text(
        vi="{count} người, Trưởng Đoàn {leader}", en="{count} officers, led by {leader}"
    ),
    "reviewed.faults": Text(vi="Vướng mắc khi ký", en="Hinders the signature"),
    "reviewed.changes_it": Text(vi="Lý do thay đổi", en="Why it is changed"),
    "reviewed.news": Text(vi="{what} ({count})", en="{what} ({count})"),
}
