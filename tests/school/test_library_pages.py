"""Files come into the library after somebody saw what they hold and change, and leave it whole."""

import json
from typing import Any

import pytest

from portfolio_app.model.people import ClassId, PersonId
from portfolio_app.school.tray import FILES_LIMIT, WAIT_MS, Tray, Waiting
from rubrics.case import read_packages, write_case
from rubrics.catalog import Catalog
from tests.school.making import OWN_ORIGIN, Browser, MadeSchool

EMAIL = "t@example.org"
TABLE = b"id,code,statement\n11,A,Reads maps\n12,A.1,Reads scales\n13,B,=1+1\n"


def upload(browser: Browser, raw: bytes, *, name: str = "maps.csv", **fields: str) -> Any:
    sent = {"document": "framework", "form_token": browser.form_token(), **fields}
    jar = "; ".join(f"{key}={value}" for key, value in browser.cookies.items())
    http = browser._http
    http.cookies.clear()
    return http.post(
        "/library/files", data=sent, files={"file": (name, raw)},
        headers={**OWN_ORIGIN, "cookie": jar}, follow_redirects=False,
    )  # fmt: skip


def place_of(page: str) -> str:
    return "/library/files/" + page.partition('action="/library/files/')[2].partition('"')[0]


def hidden(page: str) -> dict[str, str]:
    seen = page.partition('name="seen" value="')[2].partition('"')[0]
    return {"seen": seen}


def catalog_of(made: MadeSchool, classroom: str = "4B") -> Catalog:
    return made.school.library.catalog([ClassId(made.classes[classroom].id)])


def take(made: MadeSchool, browser: Browser, page: str, **more: str) -> Any:
    chosen = {f"class.{made.classes['4B'].id}": "1", **hidden(page), **more}
    made.clock.pass_ms(2_000)
    return browser.send(place_of(page), **chosen)


def test_a_file_is_looked_at_before_it_is_taken(made: MadeSchool) -> None:
    device, browser = made.join("4B"), made.sign_in(EMAIL)
    looked = upload(browser, TABLE)
    assert looked.status_code == 200, looked.text
    assert "3 competencies" in looked.text
    assert "Nothing was taken yet" in looked.text
    assert "What it changes" not in looked.text
    assert len(catalog_of(made).frameworks) == len(Catalog.bundled().frameworks)
    assert take(made, browser, looked.text).headers["location"] == "/library?given=1"
    found = catalog_of(made).frameworks[-1]
    assert [one.statement for one in found.competencies] == [
        "Reads maps", "Reads scales", "=1+1",
    ]  # fmt: skip
    device.pull()
    assert [one["media"] for one in device.views("library")] == [found.source_hash]
    assert found.title in browser.get("/library?given=1").text
    assert browser.send(place_of(looked.text)).status_code == 409, "it is off the tray"


def test_what_a_newer_file_changes_is_said_before_it_is_taken(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    take(made, browser, upload(browser, TABLE).text)
    newer = TABLE.replace(b"Reads scales", b"Reads the scale") + b"14,C,Draws maps\n"
    looked = upload(browser, newer).text
    assert "What it changes" in looked
    assert "Items are new: 1" in looked
    assert "Items say something else: 1" in looked
    assert "Draws maps" not in str(catalog_of(made).frameworks[-1])
    assert take(made, browser, looked).status_code == 303
    assert len(catalog_of(made).frameworks[-1].competencies) == 4
    again = upload(browser, newer).text
    assert "have the same already" in again


def test_a_library_that_changed_meanwhile_is_looked_at_again(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    first = upload(browser, TABLE).text
    second = upload(browser, TABLE.replace(b"maps", b"charts")).text
    assert take(made, browser, second).status_code == 303
    told = take(made, browser, first)
    assert told.status_code == 409
    assert "changed meanwhile" in told.text
    assert "Reads maps" not in str(catalog_of(made).frameworks[-1])
    assert take(made, browser, told.text).status_code == 303


@pytest.mark.parametrize(
    ("raw", "words"),
    [(b"", "Choose a file"), (b"%PDF-1.4", "not"), (b"{", ""), (b"a,b\n1,2\n", "statement"),
     (b"PK\x03\x04" + bytes(50), "")],
)  # fmt: skip
def test_a_file_that_is_none_gets_a_sentence(made: MadeSchool, raw: bytes, words: str) -> None:
    browser = made.sign_in(EMAIL)
    answer = upload(browser, raw, columns="")
    assert answer.status_code == 400
    assert words in answer.text
    assert 'aria-describedby="problem"' in answer.text


def test_columns_can_be_named(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    raw = b"Nummer;Was Kinder koennen\n1;Karten lesen\n"
    assert upload(browser, raw).status_code == 400
    kept = upload(browser, raw, columns="statement Was")
    assert kept.status_code == 400
    assert "statement Was</textarea>" in kept.text
    looked = upload(browser, raw, columns="statement = Was Kinder koennen\ncode = Nummer")
    assert looked.status_code == 200
    assert "1 competency" in looked.text


def test_a_file_goes_to_no_class_of_somebody_else(made: MadeSchool) -> None:
    made.add_teacher("o@example.org", "5A")
    browser, other = made.sign_in(EMAIL), made.sign_in("o@example.org")
    looked = upload(browser, TABLE).text
    foreign = {f"class.{made.classes['5A'].id}": "1", **hidden(looked)}
    assert browser.send(place_of(looked), **foreign).status_code == 400
    assert other.send(place_of(looked), **foreign).status_code == 409, "it is not on their tray"
    assert len(catalog_of(made, "5A").frameworks) == len(Catalog.bundled().frameworks)


def test_an_upload_without_the_word_of_this_session_is_refused(made: MadeSchool) -> None:
    browser = made.sign_in(EMAIL)
    assert upload(browser, TABLE, form_token="0" * 64).status_code == 403
    answer = browser.post("/library/files", document="framework")
    assert answer.status_code == 415


def test_documents_leave_as_case_and_as_a_table(made: MadeSchool) -> None:
    browser, catalog = made.sign_in(EMAIL), Catalog.bundled()
    framework, rubric = catalog.frameworks[0], catalog.rubrics[0]
    place = f"/library/framework/{framework.id}/{framework.source_hash}"
    out = browser.get(f"{place}/case")
    assert out.headers["content-disposition"].startswith("attachment")
    assert json.loads(out.content)["CFDocument"]["caseVersion"] == "1.1"
    package = catalog.package(framework.source_hash, framework.id)
    assert package is not None
    assert out.content == write_case(package)
    assert read_packages(out.content)[0].framework is not None
    assert browser.get(f"{place}/csv").content.startswith(b"\xef\xbb\xbfFramework,")
    table = browser.get(f"/library/rubric/{rubric.id}/{rubric.source_hash}/csv")
    assert rubric.title.encode() in table.content
    for wrong in (f"{place}/pdf", f"/library/rubric/{rubric.id}/{'0' * 64}/csv"):
        assert browser.get(wrong).status_code == 404


def test_another_schools_class_exports_nothing_of_this_one(made: MadeSchool) -> None:
    made.add_teacher("o@example.org", "5A")
    browser, other = made.sign_in(EMAIL), made.sign_in("o@example.org")
    take(made, browser, upload(browser, TABLE).text)
    found = catalog_of(made).frameworks[-1]
    place = f"/library/framework/{found.id}/{found.source_hash}/case"
    assert browser.get(place).status_code == 200
    assert other.get(place).status_code == 404


def test_the_tray_holds_a_few_files_for_a_while() -> None:
    tray, teacher = Tray(), PersonId("t")
    for number in range(FILES_LIMIT + 1):
        tray.put(teacher, str(number), Waiting("f", b"x", "rubric", {}), number)
    assert tray.find(teacher, "0", 10) is None
    assert tray.find(teacher, "1", 10) is not None
    assert tray.find(PersonId("other"), "1", 10) is None
    assert tray.find(teacher, "1", 2 + WAIT_MS) is None
    assert tray.find(teacher, str(FILES_LIMIT), 2 + WAIT_MS) is not None
