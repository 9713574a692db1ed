"""Words of the one table of the desk."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "listing.filter": Text(vi="Lọc", en="Filter"),
    "listing.filters": Text(vi="Điều kiện đang lọc", en="Conditions that are set"),
    "listing.take_off": Text(vi="Bỏ điều kiện", en="Remove the condition"),
    "listing.clear": Text(vi="Xóa tất cả", en="Clear all"),
    "listing.apply": Text(vi="Lọc danh sách", en="Apply"),
    "listing.none_found": Text(
        vi="Không có dòng nào khớp các điều kiện đang lọc. Bỏ bớt điều kiện để xem nhiều hơn.",
        en="Nothing matches the conditions that are set. Remove some of them to see more.",
    ),
    "listing.total": Text(vi="{count} dòng", en="{count} {count:row|rows}"),
    "listing.pages": Text(vi="Các trang của danh sách", en="Pages of the list"),
    "listing.choose": Text(vi="Chọn", en="Choose"),
    "listing.details": Text(vi="Chi tiết", en="Details"),
    "listing.acts": Text(vi="Thao tác", en="Actions"),
    "listing.order": Text(vi="Xếp theo", en="Order by"),
    "listing.sample_acts": Text(
        vi="Chọn dòng, chi tiết, thao tác", en="Rows to choose, details, actions"
    ),
    "listing.sample_stacked": Text(
        vi="Danh sách hai dòng: chữ nhạt đứng dưới tên",
        en="Two lines to a row: softer words below the name",
    ),
    "listing.sample_numbers": Text(vi="Bảng ít số", en="A table of few numbers"),
    "listing.sample_empty": Text(vi="Danh sách trống", en="Empty lists"),
    "listing.sample_late": Text(vi="quá hạn 170 ngày", en="170 days overdue"),
    "listing.sample_soon": Text(vi="còn 5 giờ", en="5 hours left"),
    "listing.sample_rest": Text(vi="còn 11 ngày", en="11 days left"),
}
