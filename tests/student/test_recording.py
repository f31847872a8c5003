"""Recordings of a voice, on a real sealed vault in a folder: nothing that was said is lost."""

import io
import shutil
import wave
from collections.abc import Iterator
from pathlib import Path

import pytest

from portfolio_app.errors import NotFound
from portfolio_app.model.artifact import Work, content_fingerprint
from portfolio_app.model.voice import (
    HEADER_BYTES,
    PIECE_BYTES,
    RATE_HZ,
    SECOND_BYTES,
    is_plain_voice,
)
from portfolio_app.student import actions, recording
from portfolio_app.student.actions import Source
from portfolio_app.student.learner import open_portfolio, open_vaults
from portfolio_app.student.portfolio import Portfolio
from portfolio_app.student.recording import Place, Recorded
from tests.photo_maker import make_photo
from tests.student.scenes import SECRET, Script, make_portfolio

PHOTO, OTHER_PHOTO = make_photo(None, 0.01), make_photo(None, 0.01, seed=2)


@pytest.fixture
def portfolio(tmp_path: Path) -> Iterator[Portfolio]:
    opened = make_portfolio(tmp_path)
    yield opened
    opened.close()


def sound(seconds: float, level: int = 5) -> bytes:
    return bytes([level, 1]) * int(seconds * RATE_HZ)


def record(portfolio: Portfolio, place: Place, *pieces: bytes) -> Recorded:
    one = recording.begin(portfolio, place)
    for piece in pieces:
        recording.keep_piece(portfolio, one, piece)
    made = recording.finish(portfolio, one)
    assert made is not None
    return made


def only(work: Work) -> str:
    (file,) = work.files
    return file.media


def heard(portfolio: Portfolio, media: str) -> bytes:
    with wave.open(io.BytesIO(b"".join(portfolio.read_media(media)))) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE_HZ, 1, 2)
        frames: bytes = file.readframes(file.getnframes())
        return frames


def sealed_files(portfolio: Portfolio) -> int:
    portfolio.vault.media.clear_leftovers()
    return len(portfolio.vault.db.table("media"))


def test_pieces_become_one_sound_that_any_program_plays(portfolio: Portfolio) -> None:
    made = record(portfolio, Place(), sound(2, 1), sound(2, 2), sound(0.5, 3))
    work = portfolio.existing_work(made.work)
    assert heard(portfolio, only(work)) == sound(2, 1) + sound(2, 2) + sound(0.5, 3)
    assert (work.files[0].media_type, work.files[0].name) == ("audio/wav", "voice.wav")
    assert recording.begun(portfolio) == ()
    assert sealed_files(portfolio) == 1  # the pieces are gone


def test_what_was_said_before_a_crash_is_there_afterwards(tmp_path: Path) -> None:
    left = make_portfolio(tmp_path / "device")
    one = recording.begin(left, Place())
    recording.keep_piece(left, one, sound(2, 1))
    recording.keep_piece(left, one, sound(2, 2))
    # What a killed program leaves on the disk, without any goodbye.
    shutil.copytree(tmp_path / "device", tmp_path / "after")
    vault_id = left.vault.id
    left.close()
    again = open_portfolio(open_vaults(tmp_path / "after"), vault_id, SECRET, Script().world())
    (begun,) = recording.begun(again)
    assert (begun.seconds, begun.place) == (4, Place())
    made = recording.finish(again, begun.id)
    assert made is not None
    assert heard(again, only(again.existing_work(made.work))) == sound(2, 1) + sound(2, 2)
    again.close()


def test_nothing_that_was_said_lies_open_on_the_disk(tmp_path: Path) -> None:
    portfolio = make_portfolio(tmp_path)
    spoken = sound(2, 77)
    one = recording.begin(portfolio, Place())
    recording.keep_piece(portfolio, one, spoken)
    before = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    recording.finish(portfolio, one)
    portfolio.close()
    after = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not [raw for raw in before + after if spoken[:64] in raw or b"RIFF" in raw]


def test_hardly_anything_is_nothing(portfolio: Portfolio) -> None:
    one = recording.begin(portfolio, Place())
    recording.keep_piece(portfolio, one, sound(0.1))
    assert recording.finish(portfolio, one) is None
    assert portfolio.works() == ()
    assert (recording.begun(portfolio), sealed_files(portfolio)) == ((), 0)


def test_stillness_that_two_recordings_share_stays_for_the_other(portfolio: Portfolio) -> None:
    first, second = (recording.begin(portfolio, Place()) for _ in range(2))
    for one in (first, second, second):
        recording.keep_piece(portfolio, one, sound(2, 0))
    recording.forget(portfolio, first)
    portfolio.vault.media.sweep()
    made = recording.finish(portfolio, second)
    assert made is not None
    assert heard(portfolio, only(portfolio.existing_work(made.work))) == sound(4, 0)


def test_a_recording_of_one_whole_piece_is_not_taken_away_with_it(portfolio: Portfolio) -> None:
    # A picked file may be, bit for bit, what a piece holds.
    piece = sound(2, 9)
    work = actions.add_work(portfolio, [Source("same.wav", [piece])])
    record(portfolio, Place(), piece)
    assert b"".join(portfolio.read_media(only(portfolio.existing_work(work)))) == piece


def test_said_again_the_earlier_take_stays(portfolio: Portfolio) -> None:
    first = record(portfolio, Place(), sound(1, 1))
    again = record(portfolio, Place(first.work, replaces=first.file), sound(1, 2))
    third = record(portfolio, Place(first.work, replaces=first.file), sound(1, 3))
    work = portfolio.existing_work(first.work)
    assert [file.id for file in work.files] == [third.file]
    assert [file.id for file in work.versions_of(work.files[0])] == [again.file, first.file]
    assert heard(portfolio, work.versions_of(work.files[0])[1].media) == sound(1, 1)


def test_a_note_belongs_to_its_picture_through_every_version(portfolio: Portfolio) -> None:
    work_id = actions.add_work(portfolio, [Source("kite.jpg", [PHOTO])])
    picture = portfolio.existing_work(work_id).files[0]
    plain = content_fingerprint(portfolio.existing_work(work_id))
    note = record(portfolio, Place(work_id, about=picture.id), sound(1, 1))
    work = portfolio.existing_work(work_id)
    assert [file.id for file in work.files] == [picture.id]
    assert [file.id for file in work.said_about(picture.id)] == [note.file]
    assert content_fingerprint(work) != plain  # a guest would hear it, so it is approved anew
    source = [Source("kite2.jpg", [OTHER_PHOTO])]
    actions.replace_file(portfolio, source, work_id=work_id, file_id=picture.id)
    work = portfolio.existing_work(work_id)
    assert [file.id for file in work.said_about(work.files[0].id)] == [note.file]
    again = record(portfolio, Place(work_id, work.files[0].id, replaces=note.file), sound(1, 2))
    work = portfolio.existing_work(work_id)
    assert [file.id for file in work.said_about(work.files[0].id)] == [again.file]


def test_a_thought_is_words_or_voice_or_both(portfolio: Portfolio) -> None:
    work_id = actions.add_work(portfolio, [Source("kite.jpg", [PHOTO])])
    made = record(portfolio, Place(work_id, prompt="proud"), sound(1, 1))
    (thought,) = portfolio.existing_work(work_id).reflections
    assert (thought.id, thought.prompt, thought.words) == (made.thought, "proud", "")
    actions.reflect(portfolio, work_id, "proud", "The tail.", made.thought)
    work = portfolio.existing_work(work_id)
    assert [one.words for one in work.reflections] == ["The tail."]
    assert [file.id for file in work.said_about(made.thought)] == [made.file]
    assert len(work.files) == 1


def test_where_the_place_is_gone_it_becomes_a_work_of_its_own(portfolio: Portfolio) -> None:
    with pytest.raises(NotFound):
        recording.begin(portfolio, Place("f" * 32))
    work_id = actions.add_work(portfolio, [Source("kite.jpg", [PHOTO])])
    one = recording.begin(portfolio, Place(work_id))
    recording.keep_piece(portfolio, one, sound(1))
    actions.put_in_bin(portfolio, work_id)
    made = recording.finish(portfolio, one)
    assert made is not None
    assert made.work
    assert heard(portfolio, only(portfolio.existing_work(made.work)))


def test_only_what_was_recorded_here_is_a_plain_voice(portfolio: Portfolio) -> None:
    made = record(portfolio, Place(), sound(1))
    raw = b"".join(portfolio.read_media(only(portfolio.existing_work(made.work))))
    assert is_plain_voice(raw[:HEADER_BYTES], len(raw))
    assert not is_plain_voice(raw[:HEADER_BYTES], len(raw) + 100)  # words hidden behind the sound
    assert not is_plain_voice(b"ID3", 3)


def test_a_piece_is_two_seconds() -> None:
    assert PIECE_BYTES == 2 * SECOND_BYTES == 2 * 32_000
