"""What the class page tells of open links, and a work's page of both judgements afterwards."""

import re

from tests.school.making import Device, MadeSchool


def class_page(made: MadeSchool) -> str:
    return made.sign_in("t@example.org").get(f"/classes/{made.classes['4B'].id}").text


def words_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def shared(made: MadeSchool, title: str = "My show") -> tuple[Device, str]:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    return device, device.share(["work1"], title)


def test_a_class_without_links_says_nothing_of_them(made: MadeSchool) -> None:
    assert "Shared with family" not in class_page(made)


def test_an_open_link_is_listed_with_its_openings_counted(made: MadeSchool) -> None:
    _, token = shared(made)
    assert "My show Mia Chen" in words_of(class_page(made))
    assert "Not yet" in words_of(class_page(made))
    made.http.get(f"/s/{token}")
    assert "Once, on" in class_page(made)
    made.http.get(f"/s/{token}")
    made.http.get("/s/never-made")
    assert "2 times, last on" in class_page(made)
    assert token not in class_page(made)


def test_a_link_that_is_over_or_taken_back_is_not_listed(made: MadeSchool) -> None:
    device, _ = shared(made)
    link = next(record for (_, record), (kind, _) in device.confirmed.items() if kind == "link")
    device.write("link", link, taken_back_ms=made.clock())
    device.push()
    assert "Shared with family" not in class_page(made)
    device.share(["work1"], "Another")
    assert "Shared with family" in class_page(made)
    made.clock.pass_ms(10**9)
    assert "Shared with family" not in class_page(made)


def test_links_of_another_class_are_not_listed(made: MadeSchool) -> None:
    made.add_teacher("other@example.org", "5A")
    shared(made, "Not theirs")
    room = made.classes["5A"].id
    assert "Not theirs" not in made.sign_in("other@example.org").get(f"/classes/{room}").text


def test_after_sending_both_judgements_stand_side_by_side_with_the_difference_in_words(
    made: MadeSchool,
) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    rubric = made.school.library.catalog([]).rubrics[0]
    first, second, *others = rubric.criteria
    levels = {
        f"level.{first.id}": first.levels[-1].id,
        f"level.{second.id}": second.levels[0].id,
    }
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    assert teacher.post(place, **teacher.hidden(place), action="send", **levels).status_code == 303
    page = words_of(teacher.get(place).text)
    earlier = page[page.index("Earlier") :]
    assert f"Mia {first.levels[0].name} Ada Berg {first.levels[-1].name}" in earlier
    assert "Ada Berg saw" in earlier
    assert "more in it." in earlier
    assert "Both see it the same way." in earlier
    assert earlier.count("Ada Berg did not rate this line.") == len(others)


def test_an_answer_in_words_alone_compares_nothing(made: MadeSchool) -> None:
    device = made.join("4B")
    device.make_work("work1", "A red house")
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    teacher.post(place, **teacher.hidden(place), action="send", words="Well done")
    page = teacher.get(place).text
    assert "did not rate" not in page
    assert "Well done" in page


def test_a_film_and_a_paper_are_named_where_they_cannot_be_shown(made: MadeSchool) -> None:
    device, token = shared(made)
    film, paper = device.put_media(b"a film"), device.put_media(b"%PDF-1.7")
    for number, (media, kind) in enumerate(((film, "video/mp4"), (paper, "application/pdf")), 1):
        device.write("file", f"more{number}", artifact="work1", media=media, media_type=kind,
                     size_bytes=2_400_000, name=f"name{number}", position=number)  # fmt: skip
    device.push()
    teacher = made.sign_in("t@example.org")
    place = f"/learners/{device.learner}/works/work1"
    looked = words_of(teacher.get(place).text)
    assert "name1 Film · 2 MB" in looked
    assert "name2 File · 2 MB" in looked
    assert teacher.post(place, **teacher.hidden(place), action="approve").status_code == 303
    page = words_of(made.http.get(f"/s/{token}").text)
    assert "Ask Mia to play it for you." in page
    assert "Ask Mia to open it for you." in page
    assert "name1" not in page, "a family sees what was shared, and no names of files"
