"""Names, forms and story sentences of the acts in backend/casework/acts/evading.py, for the desk."""

from admin_ui.casework.acts.describing import ActForm, Described
from admin_ui.casework.acts.fields import Field
from admin_ui.casework.acts.parts import ALONE, REASON, SHEET
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

ALL = (
    Described(
        CaseAct.EVASION_FOUND,
        name=Text(vi="Ghi nhận trốn tránh, cản trở", en="Record evasion or obstruction"),
        meaning=Text(
            vi="Người vi phạm cố tình trốn tránh, cản trở việc xử phạt, hoặc trốn tránh, trì hoãn thi hành quyết định: "
            "phải có biên bản (Điều 5 Nghị định 296/2025/NĐ-CP). Thời hiệu tính lại từ khi chấm dứt (Điều 6, Điều 74 "
            "Luật Xử lý vi phạm hành chính; điểm d khoản 3 Điều 16 Nghị định 118/2021/NĐ-CP).",
            en="The violator evades or obstructs the sanction, or evades or delays its execution: minutes must prove "
            "it (Decree 296/2025 Art 5). The limitation period runs anew from its end (Law on Handling Administrative "
            "Violations Arts 6, 74; Decree 118/2021 Art 16.3.d).",
        ),
        sentence=Text(
            vi="Ghi nhận {evading} từ ngày {evaded_since}: {what} (bút lục {sheet})[. Một người làm: {alone}].",
            en="{evading} since {evaded_since}: {what} (sheet {sheet})[. By one person: {alone}].",
        ),
        form=ActForm(
            (
                Field("evading"),
                Field("evaded_since"),
                Field("what", word="evasion"),
                Field("sheet", choices="sheets", word="evasion_minutes"),
                ALONE,
            ),
            group="file",
        ),
    ),
    Described(
        CaseAct.EVASION_ENDED,
        name=Text(vi="Ghi chấm dứt trốn tránh, cản trở", en="Record the end of evasion"),
        meaning=Text(
            vi="Hành vi trốn tránh, cản trở, trì hoãn đã chấm dứt: thời hiệu xử phạt, thời hiệu thi hành quyết định "
            "tính lại từ ngày này (Điều 6, Điều 74 Luật Xử lý vi phạm hành chính; điểm d khoản 3 Điều 16 Nghị định "
            "118/2021/NĐ-CP).",
            en="Evasion, obstruction or delay ended: the statute of limitation and the limitation period for "
            "execution run anew from that day (Law on Handling Administrative Violations Arts 6, 74; Decree 118/2021 "
            "Art 16.3.d).",
        ),
        sentence=Text(
            vi="Trốn tránh, cản trở chấm dứt ngày {evaded_until}: {reason}[ (bút lục {sheet})][. Một người làm: "
            "{alone}].",
            en="Evasion or obstruction ended on {evaded_until}: {reason}[ (sheet {sheet})][. By one person: {alone}].",
        ),
        form=ActForm(
            (Field("evaded_until", initial="today"), REASON, SHEET, ALONE), sure=True, group="file"
        ),
    ),
)
