"""Words of the page of one party about what was done to it and what holds of its licences, in both languages."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "party.held_under_means": Text(
        vi="Giấy phép này ghi ở dòng «{name}», đã gộp vào đây. Nội dung ghi vẫn thuộc dòng đó, kể cả khi tách lại.",
        en="This licence was recorded under “{name}”, which was merged into this one. What you record stays with that "
        "entry, also if they are parted again.",
    ),
    "party.acts_newest": Text(
        vi="Đang hiện {shown} lần ghi mới nhất trong {count}.",
        en="These are the newest {shown} of {count} acts.",
    ),
    "party.acts_show_all": Text(vi="Xem tất cả", en="See all of them"),
    "party.acts_all": Text(
        vi="{count} lần ghi, mới nhất trước.", en="{count} {count:act|acts}, the newest first."
    ),
    "party.acts_of_all": Text(
        vi="{count} lần ghi, mới nhất trước, kể cả của những dòng đã gộp vào.",
        en="{count} {count:act|acts}, the newest first, with those of what was merged into it.",
    ),
    "party.acts_none": Text(
        vi="Chưa ghi gì ở dòng này: dòng có từ trước khi sổ ghi từng lần sửa.",
        en="Nothing yet: this entry is from before each change was recorded.",
    ),
    "party.acts_pages": Text(vi="Các trang", en="Pages"),
    "party.acts_further": Text(vi="Cũ hơn", en="Older ones"),
}
