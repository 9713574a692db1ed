"""Acts by which informations are related to one another and to other records, and by which secrets are asked for."""

from admin_ui.intake.acts.describing import Described
from admin_ui.intake.acts.tips import REASON
from schemas.core.problems import Text
from schemas.intake.words import InformationAct

ALL = (
    Described(
        InformationAct.LINKED,
        name=Text(vi="Gắn với hồ sơ khác", en="Link to another record"),
        sentence=Text(vi="Gắn với {kind} số {number}.", en="Linked to {kind} {number}."),
        elsewhere="link",
        first=False,
    ),
    Described(
        InformationAct.UNLINKED,
        name=Text(vi="Bỏ gắn", en="Take a link back"),
        sentence=Text(vi="Bỏ gắn với một {kind}.", en="A link to a {kind} was taken back."),
        elsewhere="unlink",
        first=False,
    ),
    Described(
        InformationAct.FOLLOWED,
        name=Text(vi="Theo dõi hồ sơ đã gắn", en="Follow a linked record"),
        sentence=Text(
            vi="{kind} số {number} có việc mới[: {state}].",
            en="Something happened in {kind} {number}[: {state}].",
        ),
    ),
    Described(
        InformationAct.MERGED,
        name=Text(vi="Gộp", en="Merge"),
        meaning=Text(
            vi="Thông tin này kết thúc ở đây và được xử lý cùng thông tin kia. Tách lại được, nếu thấy không trùng.",
            en="This one ends here and is handled with the other. It can be taken apart again.",
        ),
        sentence=Text(vi="Gộp vào thông tin số {number}.", en="Merged into information {number}."),
        elsewhere="merge",
        first=False,
    ),
    Described(
        InformationAct.UNMERGED,
        name=Text(vi="Tách lại sau khi gộp", en="Undo the merge"),
        then=Text(
            vi="Thông tin trở lại tình trạng trước khi gộp và được xử lý riêng.",
            en="It has the state that it had before the merge, and is dealt with by itself.",
        ),
        sentence=Text(vi="Tách lại, xử lý riêng.", en="The merge was undone."),
        fields=(REASON,),
        sure=True,
        first=False,
    ),
    Described(
        InformationAct.SPLIT,
        name=Text(vi="Tách thành nhiều thông tin", en="Split into several"),
        meaning=Text(
            vi="Tin nêu nhiều việc: mỗi việc thành một thông tin riêng, kèm nội dung niêm. Thông tin này kết thúc ở "
            "đây.",
            en="It says several things: each becomes an information of its own, with the sealed content. This one ends "
            "here.",
        ),
        sentence=Text(vi="Tách thành {parts} thông tin.", en="Split into {parts}."),
        elsewhere="split",
        first=False,
    ),
    Described(
        InformationAct.IDENTITY_ASKED,
        name=Text(vi="Đề nghị biết người cung cấp thông tin", en="Ask who informed"),
        sentence=Text(
            vi="Đề nghị được biết người cung cấp thông tin.", en="Asked to see who informed."
        ),
        elsewhere="identity/ask",
        first=False,
    ),
    Described(
        InformationAct.IDENTITY_GRANTED,
        name=Text(vi="Đồng ý cho biết người cung cấp thông tin", en="Grant the request"),
        sentence=Text(
            vi="Đồng ý cho biết người cung cấp thông tin đến {until}.", en="Granted until {until}."
        ),
        elsewhere="identity",
        first=False,
    ),
    Described(
        InformationAct.IDENTITY_DECLINED,
        name=Text(vi="Không đồng ý cho biết", en="Decline the request"),
        sentence=Text(
            vi="Không đồng ý cho biết người cung cấp thông tin.", en="The request was declined."
        ),
        elsewhere="identity",
        first=False,
    ),
)
