"""What a learner can do, on a real sealed vault in a folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import BadInput, NotAllowed, NotFound, UnsupportedPicture
from portfolio_app.model.assessment import Rating
from portfolio_app.model.sending import Sending
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import ME, SCHOOL, Portfolio, Write
from tests.photo_maker import CAMERA, make_photo
from tests.student.scenes import SECRET, Script, make_in, make_portfolio

LETTER = Source("letter.txt", [b"Dear ", b"grandma"])


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def _letter(portfolio: Portfolio, title: str = "A letter") -> str:
    return actions.add_work(portfolio, [Source("letter.txt", [b"Dear ", b"grandma"])], title)


def test_a_work_is_there_after_the_program_was_closed(tmp_path: Path) -> None:
    vaults = open_vaults(tmp_path)
    portfolio = make_in(vaults, "Ada", Script())
    work_id = _letter(portfolio)
    reference = portfolio.catalog.frameworks[0].competencies[0].ref
    actions.tag(portfolio, work_id, reference)
    actions.set_caption(portfolio, work_id, "for her birthday")
    actions.reflect(portfolio, work_id, "proud", "I am proud of the ending")
    vault_id = portfolio.vault.id
    portfolio.close()

    again = open_portfolio(
        open_vaults(tmp_path), vault_id, SECRET, Script(now=2_000_000_000_000).world()
    )
    (work,) = again.works()
    assert (work.title, work.captions, work.competencies) == (
        "A letter",
        ("for her birthday",),
        (reference,),
    )
    assert work.reflections[0].words == "I am proud of the ending"
    assert b"".join(again.read_media(work.files[0].media)) == b"Dear grandma"
    assert again.learner.name == "Ada"
    again.close()


def test_an_action_writes_all_its_changes_or_none(portfolio: Portfolio) -> None:
    before = portfolio.store.pending()
    works = portfolio.works()

    def fails() -> None:
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        portfolio.write([Write("artifact", "a" * 32, "made_ms", 5)], also=fails)
    assert portfolio.store.pending() == before
    assert portfolio.works() == works
    assert _letter(portfolio)  # the portfolio stays usable


def test_a_tag_counts_once_and_comes_off(portfolio: Portfolio) -> None:
    work_id = _letter(portfolio)
    reference = portfolio.catalog.frameworks[0].competencies[0].ref
    actions.tag(portfolio, work_id, reference)
    pending = len(portfolio.store.pending())
    actions.tag(portfolio, work_id, reference)
    assert len(portfolio.store.pending()) == pending
    actions.untag(portfolio, work_id, reference)
    work = portfolio.work(work_id)
    assert work is not None
    assert work.competencies == ()


def test_a_reflection_written_again_replaces_what_was_seen(portfolio: Portfolio) -> None:
    work_id = _letter(portfolio)
    reflection = actions.reflect(portfolio, work_id, "proud", "first")
    actions.reflect(portfolio, work_id, "proud", "second", reflection)
    work = portfolio.work(work_id)
    assert work is not None
    assert [r.versions for r in work.reflections] == [("second",)]


def test_judging_again_keeps_the_first_judgement(portfolio: Portfolio) -> None:
    work_id = _letter(portfolio)
    rubric = portfolio.catalog.rubrics[0]
    criterion = rubric.criteria[0]
    for level in criterion.levels[:2]:
        actions.assess(portfolio, work_id, rubric.id, {criterion.id: Rating(level.id, "because")})
    work = portfolio.work(work_id)
    assert work is not None
    chosen = [assessment.ratings[criterion.id].level for assessment in work.self_assessments]
    assert chosen == [level.id for level in criterion.levels[:2]]
    assert {assessment.rubric_source for assessment in work.self_assessments} == {
        rubric.source_hash
    }


def test_the_bin_gives_back(portfolio: Portfolio) -> None:
    work_id = _letter(portfolio)
    actions.put_in_bin(portfolio, work_id)
    assert portfolio.store.pending()[-1].extra == {"asked": True}
    assert portfolio.works() == ()
    assert [work.id for work in portfolio.works(binned=True)] == [work_id]
    actions.take_from_bin(portfolio, work_id)
    assert [work.id for work in portfolio.works()] == [work_id]


def test_a_showcase_keeps_the_order_that_was_chosen(portfolio: Portfolio) -> None:
    works = [_letter(portfolio, f"Letter {number}") for number in range(3)]
    showcase_id = actions.make_showcase(portfolio, "Best of", "My story", [works[2], works[0]])
    actions.change_showcase(portfolio, showcase_id, "Best of", "My story", [works[1], works[2]])
    (showcase,) = portfolio.showcases()
    assert showcase.items == (works[1], works[2])
    for wanted in ([works[0], works[1], works[2]], [works[2], works[0], works[1]]):
        actions.change_showcase(portfolio, showcase_id, "Best of", "My story", wanted)
        (showcase,) = portfolio.showcases()
        assert showcase.items == tuple(wanted)
    before = len(portfolio.store.pending())
    actions.change_showcase(
        portfolio, showcase_id, "Best of", "My story", [works[0], works[2], works[1]]
    )
    assert len(portfolio.store.pending()) == before + 2, "one move: the list and one key"


def test_sharing_waits_for_a_school(portfolio: Portfolio) -> None:
    showcase_id = actions.make_showcase(portfolio, "Best of", "", [_letter(portfolio)])
    with pytest.raises(NotAllowed):
        actions.share(portfolio, showcase_id)


def test_everything_new_is_saved_here_and_waits_once_there_is_a_school(
    portfolio: Portfolio,
) -> None:
    work_id = _letter(portfolio)
    assert portfolio.sending(work_id) is Sending.SAVED_HERE
    assert portfolio.sending_overall().state is Sending.SAVED_HERE
    fields = ("address", "name", "learner_id", "token", "public_address")
    portfolio.vault.put_setting(SCHOOL, dict.fromkeys(fields, "x"))
    assert portfolio.sending(work_id) is Sending.WAITING
    outlook = portfolio.sending_overall()
    assert (outlook.state, outlook.waiting_works, outlook.waiting_media) == (Sending.WAITING, 1, 1)


def test_the_same_file_is_known_again(portfolio: Portfolio) -> None:
    _letter(portfolio)
    work = portfolio.works()[0]
    original = portfolio.original_of(work.files[0].id)
    assert original is not None
    assert portfolio.has_original(original)
    assert not portfolio.has_original("0" * 64)


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("letter.exe", BadInput),
        ("letter", BadInput),
        ("", BadInput),
        ("photo.jpg", UnsupportedPicture),
    ],
)
def test_a_file_that_cannot_be_kept_adds_nothing(
    portfolio: Portfolio, name: str, error: type[Exception]
) -> None:
    with pytest.raises(error):
        actions.add_work(portfolio, [LETTER, Source(name, [b"not a picture"])])
    assert portfolio.works() == ()
    assert len(portfolio.media_queue) == 0


def test_what_does_not_fit_is_refused_in_words(portfolio: Portfolio) -> None:
    work_id = _letter(portfolio)
    rubric = portfolio.catalog.rubrics[0]
    with pytest.raises(BadInput, match="longer than"):
        actions.set_title(portfolio, work_id, "x" * 121)
    with pytest.raises(NotFound):
        actions.tag(portfolio, work_id, "nothing/here")
    with pytest.raises(BadInput):
        actions.assess(
            portfolio, work_id, rubric.id, {rubric.criteria[0].id: Rating("no-such-level")}
        )
    with pytest.raises(BadInput):
        actions.reflect(portfolio, work_id, "proud", "   ")
    with pytest.raises(NotFound):
        actions.set_title(portfolio, ME, "not a work")


@pytest.mark.parametrize("name", ["scan.pdf", "notes.txt", "photo.jpg"])
def test_a_photo_with_another_ending_leaves_its_place_at_home(
    portfolio: Portfolio, name: str
) -> None:
    raw = make_photo(None, 0.1)
    assert CAMERA.encode() in raw
    work = portfolio.work(actions.add_work(portfolio, [Source(name, [raw])]))
    assert work is not None
    (file,) = work.files
    assert file.media_type == "image/jpeg"
    assert file.thumbnail
    for leaving in (file.media, file.preview, file.thumbnail):
        assert CAMERA.encode() not in b"".join(portfolio.read_media(leaving))


def test_names_of_files_lose_their_folders(portfolio: Portfolio) -> None:
    actions.add_work(portfolio, [Source("C:\\Users\\ada\\letter.txt", [b"hello"])])
    assert portfolio.works()[0].files[0].name == "letter.txt"
