"""How a case of the history ends once its decision stands: paid, noted as carried out, archived."""

from backend.core import clock, local_time
from deploy.demo.living.course import TREASURY, Course, after
from deploy.demo.stories.ends import RELIEVED, End
from schemas.casework.acts import execution
from schemas.casework.words import CaseAct, PaymentKind
from schemas.core.ids import new_id


async def pay(case: Course, amount: int, kind: PaymentKind = PaymentKind.FINE) -> None:
    """Enter a receipt of the Treasury of this day."""
    today = clock.today()
    paid = execution.PaymentReceived(
        payment_id=new_id(),
        kind=kind,
        amount=amount,
        paid_on=today,
        receipt_number=f"KBNN-{today:%Y%m%d}-{case.story.index + 1:04d}-{kind.value[0]}",
        place=TREASURY,
    )
    await case.act(CaseAct.PAYMENT_RECEIVED, paid, case.team.writer)


async def complete(case: Course) -> None:
    """Note on the next working day that everything is done, and archive the file days later.

    The team's leader notes it if the head has reduced the fine.
    """
    if not case.comes(after(clock.now(), 1, 9)):
        return
    completed = execution.ExecutionCompleted(completed_on=clock.today())
    by = case.team.leader if case.story.end in RELIEVED else case.team.head
    await case.act(CaseAct.EXECUTION_COMPLETED, completed, by)
    if case.story.end is not End.EXECUTED:
        await archive(case)


async def archive(case: Course) -> None:
    """Archive a file that is over."""
    shelved = after(clock.now(), 3, 16)
    if case.comes(shelved):
        archived = execution.CaseArchived(
            archived_on=local_time.day_of(shelved),
            shelf=f"Kệ {case.story.index % 6 + 1}, hộp {case.story.index % 30 + 1}",
        )
        await case.act(CaseAct.CASE_ARCHIVED, archived, case.team.head)
