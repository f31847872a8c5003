"""Texts, links and newer versions on the pages of teachers and families."""

from html import escape

from tests.school.making import TINY_JPEG, Device, MadeSchool
from tests.school.test_pages import Elements, approve

ADDRESS = "https://example.org/foxes?a=1&b=2"
SEEN = 'A fox "with" <a> den'
NASTY = "The <b>fox</b> & I.\n\nIt slept."


def made_here(device: Device) -> None:
    """A work with a picture, and in it a text, a link, and a newer picture over an older one."""
    device.make_work("work1", "Foxes")
    device.write("file", "text", artifact="work1", media_type="text/plain", words=NASTY,
                 position=1)  # fmt: skip
    device.write("file", "link", artifact="work1", media_type="text/uri-list", address=ADDRESS,
                 name="example.org", position=2)  # fmt: skip
    newer = device.put_media(TINY_JPEG + b"drawn on")
    device.write("file", "newer", artifact="work1", media=newer, media_type="image/jpeg",
                 size_bytes=9, name="drawing.jpg", preview=newer, thumbnail=newer, width=8,
                 height=8, position=0, replaces="work1-file", seen=SEEN)  # fmt: skip
    marks = device.put_media(b"{}")
    device.write("file", "marks", artifact="work1", media=marks, size_bytes=2,
                 media_type="application/vnd.portfolio.drawing+json", name="drawing.json",
                 position=0, part_of="newer")  # fmt: skip
    device.push()


def test_a_text_and_a_link_are_read_by_teacher_and_family(made: MadeSchool) -> None:
    device = made.join("4B")
    made_here(device)
    place = f"/learners/{device.learner}/works/work1"
    teacher = made.sign_in("t@example.org")
    approve(made, device, "work1", action="send_and_approve", words="Nice", next_step="")
    family = f"/s/{device.share(['work1'])}"
    for page in (teacher.get(place).text, made.http.get(family).text):
        assert escape(NASTY, quote=False) in page
        elements = Elements(page)
        assert ("href", ADDRESS) in elements.attributes
        assert ("rel", "external noopener noreferrer") in elements.attributes
        assert ("alt", SEEN) in elements.attributes
        assert "b" not in elements.names
        assert "drawing.json" not in page  # how it was drawn is no file to be looked at
    # The newer picture stands for the older one, which the teacher can still ask for.
    assert f"{place}/newer/preview" in teacher.get(place).text
    assert f"{place}/work1-file/preview" not in teacher.get(place).text
    assert teacher.get(f"{place}/work1-file/preview").status_code == 200
    assert made.http.get(f"{family}/p/0").content.endswith(b"drawn on")
    assert made.http.get(f"{family}/p/1").status_code == 404


def test_what_was_approved_is_asked_for_again_when_the_text_goes_on(made: MadeSchool) -> None:
    device = made.join("4B")
    made_here(device)
    approve(made, device, "work1", action="send_and_approve", words="Nice", next_step="")
    family = f"/s/{device.share(['work1'])}"
    assert "It slept." in made.http.get(family).text
    device.write("file", "text", words="Something else entirely.")
    device.push()
    page = made.http.get(family).text
    assert "It slept." not in page
    assert "Something else" not in page


def test_an_address_that_could_run_something_is_refused(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "Foxes")
    device.write("file", "link", artifact="work1", media_type="text/uri-list",
                 address="javascript:alert(1)", position=1)  # fmt: skip
    device.push()
    assert list(device.refused.values()) == ["malformed"]
