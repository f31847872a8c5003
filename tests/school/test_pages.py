"""Pages: nothing that anybody typed becomes markup, and guests see what was shared and no more."""

import hashlib
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.school.making import TINY_JPEG, Browser, Device, MadeSchool, made_school

NASTY = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "'-alert(1)-'", "{{ 7 * 7 }}",
    "javascript:alert(1)", "</title><svg onload=alert(1)>", "\u202etxt.exe", "<!--", "&lt;b&gt;",
    "<a href=javascript:alert(1)>x</a>", "]]>", "${7*7}", "<style>*{display:none}</style>",
)  # fmt: skip
NEVER = {"script", "style", "iframe", "object", "embed", "base", "svg"}


class Elements(HTMLParser):
    """The names and attributes of all elements of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]


def approve(made: MadeSchool, device: Device, work: str, **form: str) -> None:
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/{work}"
    answer = teacher.post(place, **teacher.hidden(place), **form)
    assert answer.status_code == 303


def pages_of(made: MadeSchool, device: Device, token: str) -> list[tuple[str, str]]:
    teacher = made.sign_in("t@example.org")
    place, room = f"/learners/{device.learner}/works/work1", f"/classes/{made.classes['4B'].id}"
    found = [(path, teacher.get(path).text) for path in ("/", place, room, f"{room}/cards")]
    return [*found, ("family", made.http.get(f"/s/{token}").text)]


def test_what_people_type_never_becomes_markup(made: MadeSchool) -> None:
    plain_device = made.join("4B", "Mia")
    plain_device.make_work("work1", "Plain")
    approve(
        made, plain_device, "work1", action="send_and_approve", words="Plain", next_step="Plain"
    )
    plain_token = plain_device.share(["work1"])
    expected = {
        path.replace(plain_device.learner, ""): sorted(Elements(page).names)
        for path, page in pages_of(made, plain_device, plain_token)
        if path != "/" and "/classes" not in path
    }
    for nasty in NASTY:
        device = made.join("4B", nasty[:60])
        device.make_work("work1", nasty, caption=nasty, words=nasty, why=nasty, name=nasty)
        approve(made, device, "work1", action="send_and_approve", words=nasty, next_step=nasty)
        token = device.share(["work1"], nasty, nasty)
        for path, page in pages_of(made, device, token):
            elements = Elements(page)
            handlers = [name for name, _ in elements.attributes if name.startswith("on")]
            assert not handlers, (path, nasty)
            assert "style" not in [name for name, _ in elements.attributes], (path, nasty)
            links = [value for name, value in elements.attributes if name in ("href", "src")]
            assert all(value.startswith(("/", "#", "?")) for value in links), (path, nasty)
            key = path.replace(device.learner, "")
            if key in expected:
                assert sorted(elements.names) == expected[key], (path, nasty)


def test_the_scan_sees_a_page_that_escapes_nothing(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", NASTY[1])
    environment = made.school.pages._templates
    assert environment.autoescape
    environment.autoescape = False
    environment.bytecode_cache = None  # compiled templates know whether they escape
    environment.cache.clear()  # type: ignore[union-attr]
    page = made.sign_in("t@example.org").get("/").text
    assert [name for name, _ in Elements(page).attributes if name.startswith("on")]


def test_no_template_holds_a_style_or_a_script_of_its_own() -> None:
    school = Path(__file__).parents[2] / "portfolio_app" / "school"
    templates = [path for path in school.rglob("*.html") if path.name != "cards_alone.html"]
    assert len(templates) > 10
    for path in templates:
        text = path.read_text(encoding="utf-8")
        elements = Elements(text)
        assert "style" not in elements.names, path.name
        named = {name.partition(".")[0] for name, _ in elements.attributes}
        named -= {"one"}  # a word of the templates
        assert not [name for name in named if name.startswith("on")], path.name
        assert "style" not in [name for name, _ in elements.attributes], path.name
        for part in text.split("<script")[1:]:
            assert "src=" in part.split(">")[0], path.name
        assert "safe }}" not in text, path.name


def test_a_form_that_is_sent_twice_answers_once(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    form = {**teacher.hidden(place), "action": "send_and_approve", "words": "Well done"}
    assert [teacher.post(place, **form).status_code for _ in range(3)] == [303, 303, 303]
    device.pull()
    assert len(device.views("feedback")) == len(device.views("approval")) == 1


def test_a_decision_alone_stays_with_its_work(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    answer = teacher.post(place, **teacher.hidden(place), action="not_yet")
    assert answer.headers["location"] == f"{place}?noted=1"
    assert "Noted" in teacher.get(answer.headers["location"]).text
    device.pull()
    assert device.views("approval")[0]["decision"] == "not_yet"


def test_an_empty_answer_is_not_sent_and_nothing_typed_is_lost(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    hidden = teacher.hidden(place)
    empty = teacher.post(place, **hidden, action="send", words="  ", next_step="")
    assert empty.status_code == 400
    assert "nothing to send" in empty.text
    assert f'value="{hidden["form_id"]}"' in empty.text
    device.pull()
    assert device.views("feedback") == []


def test_levels_that_the_rubric_lacks_are_not_taken(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    approve(made, device, "work1", action="send", words="ok", **{
        "level.made-up": "x", f"level.{_criterion(made)}": "no-such-level"})  # fmt: skip
    device.pull()
    assert device.views("feedback")[0]["ratings"] == {}


def _criterion(made: MadeSchool) -> str:
    return made.school.library.catalog([]).rubrics[0].criteria[0].id


def test_what_changed_meanwhile_is_not_approved(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    form = {**teacher.hidden(place), "action": "send_and_approve", "words": "Well done"}
    device.write("artifact", "work1", title="Something else")
    device.push()
    answer = teacher.post(place, **form)
    assert answer.headers["location"].endswith("?changed=1")
    token = device.share(["work1"])
    assert "Something else" not in made.http.get(f"/s/{token}").text
    waiting = teacher.get(f"/classes/{made.classes['4B'].id}").text
    assert "Something else" in waiting


def test_the_queue_puts_the_longest_waiting_first_and_leaves_the_bin_out(
    made: MadeSchool,
) -> None:
    device = made.join("4B")
    for number, title in enumerate(("Oldest", "Middle", "Newest", "Binned", "Unfinished")):
        made.clock.pass_ms(60_000)
        device.make_work(f"w{number}", title, is_judged=title != "Unfinished")
    device.write("artifact", "w3", binned_ms=made.clock())
    device.push()
    page = made.sign_in("t@example.org").get("/").text
    places = [page.index(title) for title in ("Oldest", "Middle", "Newest")]
    assert places == sorted(places)
    assert page.index("Newest") < page.index("Still being worked on") < page.index("Unfinished")
    assert "Binned" not in page


def test_a_childs_clock_that_runs_ahead_keeps_no_work_in_the_queue(made: MadeSchool) -> None:
    device = made.join("4B")
    made.clock.pass_ms(365 * 24 * 3600 * 1000)
    device.make_work("work1", "From next year")
    made.clock.ms -= 365 * 24 * 3600 * 1000
    approve(made, device, "work1", action="send", words="Well done")
    assert "Nothing waits for you" in made.sign_in("t@example.org").get("/").text


@pytest.mark.parametrize(
    "raw",
    [
        b"<svg onload=alert(1)>", b"<html>", b"\x89PNG\r\n\x1a\n", b"",
        b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(8) + TINY_JPEG[2:],
        b"\xff\xd8\xff\xe1\x00\x20http://ns.adobe.com/xap/1.0/\x00\x00" + TINY_JPEG[2:],
        b"\xff\xd8\xff\xe0\x00\x04ab\xff\xed\x00\x0dPhotoshop 3" + TINY_JPEG[2:],
        TINY_JPEG + b"\xff\xd8\xff\xe1\x00\x10Exif\x00\x00" + bytes(8) + TINY_JPEG[2:],
        TINY_JPEG[:-2] + b"\xff\xe1\x00\x10Exif\x00\x00" + bytes(8) + b"\xff\xd9",
    ],
)  # fmt: skip
def test_a_guest_is_shown_no_picture_that_is_odd_or_tells_a_place(
    made: MadeSchool, raw: bytes
) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    name = device.put_media(raw)
    device.write("file", "odd", artifact="work1", media=name, media_type="image/jpeg",
                 preview=name, thumbnail=name, position=1)  # fmt: skip
    device.push()
    approve(made, device, "work1", action="approve")
    token = device.share(["work1"])
    assert made.http.get(f"/s/{token}/p/0").status_code == 200
    odd = made.http.get(f"/s/{token}/p/1")
    assert odd.status_code == 404
    assert raw not in odd.content or not raw


def test_a_link_never_gives_an_original_or_another_learners_picture(tmp_path: Path) -> None:
    with made_school(tmp_path / "school", needs_approval=False) as made:
        _look_for_what_is_not_shared(made)


def _look_for_what_is_not_shared(made: MadeSchool) -> None:
    device, other = made.join("4B"), made.join("4B", "Omar")
    device.make_work("work1", "A red house")
    other.make_work("work2", "A blue house")
    foreign = other.views("file")[0]["preview"]
    device.write("file", "stolen", artifact="work1", media=foreign, media_type="image/jpeg",
                 preview=foreign, thumbnail=foreign, position=1)  # fmt: skip
    device.push()
    token = device.share(["work1", "work2"])
    page = made.http.get(f"/s/{token}").text
    assert "A blue house" not in page
    assert made.http.get(f"/s/{token}/p/1").status_code == 404
    original = hashlib.sha256(made.http.get(f"/s/{token}/p/0").content).hexdigest()
    assert original != device.views("file")[0]["media"]


def test_links_that_are_over_answer_as_those_that_never_were(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    approve(made, device, "work1", action="approve")
    token = device.share(["work1"])
    never = made.http.get("/s/never-made")
    assert made.http.get(f"/s/{token}").status_code == 200
    made.clock.pass_ms(10**9)
    for path in (f"/s/{token}", f"/s/{'x' * 128}", f"/s/{'x' * 129}", "/s/%00", "/s/é"):
        answer = made.http.get(path)
        assert (answer.status_code, answer.content) == (404, never.content), path
        assert answer.headers["content-type"] == never.headers["content-type"]


def test_each_opening_of_a_link_is_written_down(made: MadeSchool) -> None:
    from portfolio_app.school.database import ledger  # noqa: PLC0415

    device = made.join("4B")
    device.make_work("work1", "A red house")
    approve(made, device, "work1", action="approve")
    token = device.share(["work1"])
    for _ in range(3):
        made.http.get(f"/s/{token}")
    made.http.get("/s/never-made")
    scope = f"p/{device.learner}"
    opened = made.school.database.read(lambda t: ledger.disclosures(t, scope))
    assert [one.works for one in opened] == [1, 1, 1]


def test_a_family_page_is_small(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    approve(made, device, "work1", action="approve")
    page = made.http.get(f"/s/{device.share(['work1'])}")
    wanted = [value for name, value in Elements(page.text).attributes if name == "href"]
    style = next(value for value in wanted if "site.css" in value)
    compressed = {"accept-encoding": "gzip"}
    sizes = [
        len(page.content), _sent_bytes(made, style, compressed),
        _sent_bytes(made, "/static/lexend-latin.woff2", compressed),
        _sent_bytes(made, "/static/logo.svg", compressed),
    ]  # fmt: skip
    assert sum(sizes) < 50 * 1024, sizes


def _sent_bytes(made: MadeSchool, path: str, headers: dict[str, str]) -> int:
    return int(made.http.get(path, headers=headers).headers["content-length"])


def test_a_school_that_asks_for_no_approval_shows_works_at_once(tmp_path: Path) -> None:
    with made_school(tmp_path / "school", needs_approval=False) as made:
        device = made.join("4B")
        device.make_work("work1", "A red house")
        assert "A red house" in made.http.get(f"/s/{device.share(['work1'])}").text


def test_a_browser_that_is_nobody_sees_no_class(made: MadeSchool) -> None:
    assert Browser(made).get("/classes").headers["location"] == "/sign-in?next=/classes"
