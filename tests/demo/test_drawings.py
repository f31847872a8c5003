"""The drawings: real pictures, the same at every run, some held sideways as phones do."""

import io

import pytest
from PIL import Image, ImageOps

from portfolio_app.demo.drawings import SUBJECTS, draw_photo
from portfolio_app.demo.drawings.letters import strokes_of
from portfolio_app.demo.drawings.photograph import PHOTO_SIZE_PX
from portfolio_app.demo.story import read_story

ORIENTATION = 0x0112
MADE_AT = "2026:10:01 10:00:00"


def drawn(subject: str, seed: str = "seed") -> bytes:
    return draw_photo(subject, "TITLE", seed=seed, made_at=MADE_AT)


@pytest.mark.parametrize("subject", sorted(SUBJECTS))
def test_a_subject_is_a_picture_that_stands_upright(subject: str) -> None:
    picture = ImageOps.exif_transpose(Image.open(io.BytesIO(drawn(subject))))
    assert picture.size == PHOTO_SIZE_PX
    colours = picture.resize((64, 48)).getcolors(64 * 48)
    assert colours is not None
    assert len(colours) > 200, "an empty sheet has fewer colours"


def test_equal_seeds_draw_equal_pictures_and_others_differ() -> None:
    assert drawn("robot") == drawn("robot")
    assert drawn("robot") != drawn("robot", seed="another")


def test_some_photos_are_held_sideways() -> None:
    works = [work for learner in read_story().learners for work in learner.works]
    found = set()
    for work in works[:10]:
        photo = draw_photo(work.subject, work.lettering, seed=work.title, made_at=MADE_AT)
        found.add(Image.open(io.BytesIO(photo)).getexif()[ORIENTATION])
    assert 1 in found
    assert len(found) > 1


def test_every_letter_of_the_story_can_be_written() -> None:
    letters = {
        letter
        for learner in read_story().learners
        for work in learner.works
        for letter in work.lettering
    }
    assert not [letter for letter in letters - {" "} if not strokes_of(letter)[0]]
