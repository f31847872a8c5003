"""What the pages do with drafts of rubrics: keep one, name those of a rubric, forget one.

A draft is kept under the moment it was last kept at. Whoever kept it elsewhere since, in another
window, finds a second draft beside it: nothing is overwritten.
"""

from collections.abc import Sequence

from portfolio_app.model.people import ClassId
from portfolio_app.school.access_rules import AnyRequest, signed_in
from portfolio_app.school.database import drafts
from portfolio_app.school.database.drafts import Draft
from portfolio_app.school.database.engine import Transaction
from portfolio_app.school.wiring import school_of
from portfolio_app.school.workshop.sheet import Sheet, form_of

CLASSES = "classes"
_STAMP_DIGITS_LIMIT = 15


async def keep_draft(request: AnyRequest, sheet: Sheet, chosen: Sequence[ClassId]) -> Draft | None:
    """Keep a sheet as a draft of whoever is signed in; None when they have too many."""
    school, teacher = school_of(request), signed_in(request).person.id
    form = {**form_of(sheet), CLASSES: " ".join(chosen)}
    form.pop("draft")
    draft_id, begun_ms = draft_named(sheet)
    # Two presses in one millisecond are two moments: the second must not be taken for the first.
    now_ms = max(school.now_ms(), (begun_ms or 0) + 1)

    def keep(transaction: Transaction) -> Draft | None:
        again = Draft(draft_id, form, now_ms)
        if draft_id and drafts.keep(transaction, teacher, again, begun_ms):
            return again
        if drafts.is_full(transaction, teacher):
            return None
        fresh = Draft(school.new_id(), form, now_ms)
        drafts.keep(transaction, teacher, fresh, None)
        return fresh

    return await school.turns.page(lambda: school.database.write(keep))


async def drafts_of(request: AnyRequest, rubric_id: str) -> tuple[Draft, ...]:
    """The drafts that whoever is signed in has of one rubric."""
    return tuple(one for one in await own_drafts(request) if one.form.get("id") == rubric_id)


async def own_drafts(request: AnyRequest) -> tuple[Draft, ...]:
    """All drafts of whoever is signed in, without those thrown away."""
    school, teacher = school_of(request), signed_in(request).person.id
    found = await school.turns.page(
        lambda: school.database.read(lambda t: drafts.of_teacher(t, teacher))
    )
    return tuple(one for one in found if one.thrown_ms is None)


async def drop_draft(request: AnyRequest, sheet: Sheet) -> None:
    """Forget the draft that became a version; one that was kept again since stays."""
    school, teacher = school_of(request), signed_in(request).person.id
    draft_id, begun_ms = draft_named(sheet)

    def drop(transaction: Transaction) -> None:
        found = drafts.find(transaction, teacher, draft_id)
        if found is not None and found.kept_ms == begun_ms:
            drafts.drop(transaction, teacher, draft_id)

    await school.turns.page(lambda: school.database.write(drop))


def draft_named(sheet: Sheet) -> tuple[str, int | None]:
    """Id of the draft a sheet was kept as, and when; ("", None) where it was not."""
    draft_id, _colon, stamp = sheet.draft.partition(":")
    is_number = stamp.isascii() and stamp.isdecimal() and len(stamp) <= _STAMP_DIGITS_LIMIT
    return (draft_id, int(stamp)) if draft_id and is_number else ("", None)


def draft_name(draft: Draft) -> str:
    """What a sheet says of the draft it was kept as."""
    return f"{draft.id}:{draft.kept_ms}"
