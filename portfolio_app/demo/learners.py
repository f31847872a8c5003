"""The children's side of the story: real portfolios, filled through the real actions and sent."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from portfolio_app.demo import growing
from portfolio_app.demo.drawings import draw_photo
from portfolio_app.demo.script import ScriptedTime, scripted_world
from portfolio_app.demo.story import Judgement, Story, StoryLearner, StoryWork
from portfolio_app.errors import NotFound
from portfolio_app.model.assessment import Rating
from portfolio_app.model.profile import for_families
from portfolio_app.student import about_me, actions
from portfolio_app.student.actions import Source
from portfolio_app.student.connection import Connection
from portfolio_app.student.learner import new_portfolio
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.vault.vaults import Vaults
from rubrics.rubric import Rubric

MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Pupil:
    """A child of the story with their open portfolio and its clock."""

    story: StoryLearner
    portfolio: Portfolio
    time: ScriptedTime
    vaults: Vaults


def fill_portfolio(
    story: Story,
    learner: StoryLearner,
    vaults: Vaults,
    real_ms: Callable[[], int],
    language: str,
) -> Pupil:
    """Make a learner's vault and live through their term, without a school. Returns it open.

    `language`: of the child's screens; the story itself is told in its own.
    """
    time = ScriptedTime(real_ms)
    time.show(learner.works[0].made_ms - 30 * MINUTE_MS)
    world = scripted_world(f"learner {learner.name}", time)
    portfolio = new_portfolio(
        vaults, learner.name, learner.picture, learner.pin, band=learner.band, language=language,
        world=world,
    )  # fmt: skip
    for work in learner.works:
        _make(story, portfolio, work, time)
    growing.grow(portfolio, learner.growing, time)
    time.be_real()
    return Pupil(learner, portfolio, time, vaults)


def join_school(pupil: Pupil, address: str, code: str) -> None:
    """Join with the code on the learner's card, and send everything."""
    connection = Connection(pupil.portfolio, pupil.vaults)
    connection.join(address, code)
    connection.exchange()


def go_on(story: Story, pupil: Pupil) -> None:
    """Fetch what the teacher said and answer it: check again, take on steps, share a showcase."""
    connection = Connection(pupil.portfolio, pupil.vaults)
    connection.exchange()
    told = pupil.story.growing
    growing.check_again(pupil.portfolio, told, _rubric(story, pupil.portfolio), pupil.time)
    growing.answer_ideas(pupil.portfolio, told, pupil.time)
    showcase = pupil.story.showcase
    if showcase is not None:
        works = {work.title: work.id for work in pupil.portfolio.works()}
        open_to_families = for_families(about_me.profile(pupil.portfolio))
        showcase_id = actions.make_showcase(
            pupil.portfolio,
            showcase.title,
            showcase.story,
            [works[title] for title in showcase.works],
            [one.id for one in open_to_families if one.topic in showcase.about],
        )
        actions.share(pupil.portfolio, showcase_id)
    connection.exchange()


def finish_term(pupil: Pupil) -> None:
    """Fetch the last answers."""
    if pupil.story.growing.again:
        Connection(pupil.portfolio, pupil.vaults).exchange()


def level_ids(rubric: Rubric, judgement: Judgement) -> dict[str, str]:
    """criterion id -> level id for every criterion that was rated."""
    return {
        criterion.id: criterion.levels[number - 1].id
        for criterion, number in zip(rubric.criteria, judgement.levels, strict=True)
        if number
    }


def _make(story: Story, portfolio: Portfolio, work: StoryWork, time: ScriptedTime) -> None:
    time.show(work.made_ms)
    photo = draw_photo(
        work.subject, work.lettering, seed=work.title, made_at=_exif_moment(work.made_ms)
    )
    name = f"{work.subject.replace(' ', '-')}.jpg"
    work_id = actions.add_work(portfolio, [Source(name, [photo])], work.title)
    time.show(work.made_ms + 2 * MINUTE_MS)
    actions.set_caption(portfolio, work_id, work.caption)
    for competency in work.competencies:
        actions.tag(portfolio, work_id, competency)
    if work.judgement is not None:
        time.show(work.made_ms + 20 * MINUTE_MS)
        _judge(story, portfolio, work_id, work.judgement)
    for minutes, (prompt, words) in enumerate(work.thoughts.items(), 25):
        time.show(work.made_ms + minutes * MINUTE_MS)
        actions.reflect(portfolio, work_id, prompt, words)


def _judge(story: Story, portfolio: Portfolio, work_id: str, judgement: Judgement) -> None:
    rubric = _rubric(story, portfolio)
    reasons = {rubric.criteria[place].id: words for place, words in judgement.reasons.items()}
    ratings = {
        criterion: Rating(level, reasons.get(criterion, ""))
        for criterion, level in level_ids(rubric, judgement).items()
    }
    actions.assess(portfolio, work_id, rubric.id, ratings)


def _rubric(story: Story, portfolio: Portfolio) -> Rubric:
    rubric = portfolio.catalog.rubric(story.rubric)
    if rubric is None:
        raise NotFound("The made-up class's rubric is not bundled; check its id in the story.")
    return rubric


def _exif_moment(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, tz=UTC).strftime("%Y:%m:%d %H:%M:%S")
