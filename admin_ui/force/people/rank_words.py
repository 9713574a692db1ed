"""Words of officers' ranks."""

from schemas.core.problems import Text

WORDS: dict[str, Text] = {
    "people.act_give-rank": Text(vi="Ghi ngạch", en="Enter a rank"),
    "people.act_withdraw-rank": Text(vi="Bỏ ngạch ghi nhầm", en="Take a rank back"),
    "people.follows_give-rank": Text(
        vi="{name} giữ ngạch này từ ngày đã ghi đến khi có ngạch sau. Ngạch không thay đổi vai trò hay chức vụ.",
        en="{name} holds this rank from that day until a later one. It changes neither roles nor positions.",
    ),
    "people.follows_withdraw-rank": Text(
        vi="Ngạch này được bỏ vì ghi nhầm: không tính cho ngày nào. Lịch sử vẫn ghi lại.",
        en="This rank was a mistake: it counts for no day. The history keeps it.",
    ),
    "people.rank": Text(vi="Ngạch", en="Rank"),
    "people.rank_code": Text(vi="Mã ngạch", en="Code of the rank"),
    "people.ranks": Text(vi="Ngạch công chức", en="Ranks"),
    "people.no_ranks": Text(vi="Chưa ghi ngạch.", en="No rank was entered."),
    "people.rank_now": Text(vi="Hiện nay", en="Today"),
    "people.rank_21.187": Text(
        vi="Kiểm soát viên cao cấp thị trường", en="Senior market controller"
    ),
    "people.rank_21.188": Text(
        vi="Kiểm soát viên chính thị trường", en="Principal market controller"
    ),
    "people.rank_21.189": Text(vi="Kiểm soát viên thị trường", en="Market controller"),
    "people.rank_21.190": Text(
        vi="Kiểm soát viên trung cấp thị trường", en="Market controller, intermediate level"
    ),
    "people.event_rank.given": Text(vi="Ghi ngạch công chức", en="A rank was entered"),
    "people.event_rank.withdrawn": Text(vi="Bỏ ngạch ghi nhầm", en="A rank was taken back"),
}
