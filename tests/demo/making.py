"""A made-up class of two learners: what the whole one has of everything, in a sixth of the time."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from portfolio_app.demo.build import Note, Places, keep_note, make_class, words_sha256
from portfolio_app.demo.processes import Child, Warden, free_port
from portfolio_app.demo.story import Story, read_story
from portfolio_app.school.setup import new_password


def small_story() -> Story:
    """The story with its first learner, who has most, and one with much to do."""
    story = read_story()
    return replace(story, learners=(story.learners[0], story.learners[3]))


def real_ms() -> int:
    return time.time_ns() // 1_000_000


@contextmanager
def built(folder: Path, story: Story) -> Iterator[Places]:
    """A class in `folder`, its school still running; `portfolio demo` can go on with it later."""
    places = Places(folder)
    places.logs.mkdir(parents=True)
    warden = Warden()
    port = free_port(0, "--school-port")
    arguments = ["school", "serve", "--data", str(places.school), "--port", str(port)]
    school = Child(
        arguments,
        port=port,
        path="/v1/health",
        environment=os.environ,
        log=places.logs / "school.log",
        warden=warden,
    )
    try:
        password = new_password()
        paper = make_class(
            places,
            f"http://localhost:{port}",
            story,
            password,
            language="en",
            real_ms=real_ms,
            start_school=school.start,
            wait_for_school=school.wait_until_up,
            tell=lambda _step: None,
        )
        keep_note(folder, Note(words_sha256(), port, password, paper))
        yield places
    finally:
        school.stop()
        warden.close()
