"""What stands on the demo's page: HTML made from words and sign-ins, and the files beside it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from string import Template

from portfolio_app.demo.story import Story
from portfolio_app.locales import Words
from portfolio_app.school.design import custom_properties, faces, tokens
from portfolio_app.settings import asset

STEPS = ("off", "photo", "check", "join", "teacher", "answer", "family")

_TYPES = {
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "woff2": "font/woff2",
}
_FILES = {
    "/stage.js": "web/stage.js",
}


@dataclass(frozen=True, slots=True)
class SignIns:
    """What a visitor needs to know. Addresses are whole; `student` carries its launch key;
    `recovery_paper` is the school's recovery key, "" where there is none.
    """

    student: str
    school: str
    password: str
    join_code: str
    recovery_paper: str = ""


def stage_files() -> Mapping[str, tuple[str, bytes]]:
    """path -> (content type, bytes) of everything the page loads."""
    css = custom_properties(tokens()) + asset("web/stage.css").read_text(encoding="utf-8")
    found = {"/stage.css": (_TYPES["css"], css.encode())}
    fonts = {f"/{face.name}": face.path for face in faces()}
    for path, name in {**_FILES, **fonts}.items():
        found[path] = (_TYPES[name.rpartition(".")[2]], asset(name).read_bytes())
    for learner_picture in asset("pictures/avatars").iterdir():
        if learner_picture.name.endswith(".svg"):
            found[f"/{learner_picture.name}"] = ("image/svg+xml", learner_picture.read_bytes())
    return found


def page_maker(story: Story, sign_ins: SignIns, words: Words) -> Callable[[bool], bytes]:
    """A function that makes the page for a school that is on or off."""
    template = Template(asset("web/stage.html").read_text(encoding="utf-8"))
    fixed = {
        "language": escape(words.language),
        "direction": "rtl" if words.right_to_left else "ltr",
        "product": escape(words("all-product-name")),
        "heading": escape(words("demo-heading")),
        "intro": escape(words("demo-intro", classroom=story.classroom)),
        "story": escape(words("demo-story")),
        "steps": _steps(words, story, sign_ins),
        "switch": escape(words("demo-switch")),
        "switch_why": escape(words("demo-switch-why")),
        "turn_on": escape(words("demo-turn-on")),
        "turn_off": escape(words("demo-turn-off")),
        "state_on": escape(words("demo-state-on")),
        "state_off": escape(words("demo-state-off")),
        "state_busy": escape(words("demo-state-busy")),
        "join_code": escape(words("demo-join-code")),
        "join_why": escape(words("demo-join-why")),
        "code": escape(sign_ins.join_code),
        "teacher": escape(words("demo-teacher", name=story.teacher)),
        "rows": _row(words, words("demo-email"), story.teacher_email)
        + _row(words, words("demo-password"), sign_ins.password),
        "address_row": _row(words, words("demo-address"), sign_ins.school),
        "open_student": escape(words("demo-open-student")),
        "open_school": escape(words("demo-open-school")),
        "student": escape(sign_ins.student),
        "school": escape(sign_ins.school),
        "safe": _safe(words, sign_ins.recovery_paper),
        "class_heading": escape(words("demo-class", classroom=story.classroom)),
        "class_why": escape(words("demo-class-why")),
        "learners": _learners(words, story),
        "copied": escape(words("demo-copied")),
        "copy_code": _copy(words, sign_ins.join_code, words("demo-join-code")),
        "stop": escape(words("demo-stop")),
    }  # fmt: skip

    def page(is_on: bool) -> bytes:
        now = {
            "state": "on" if is_on else "off",
            "state_words": fixed["state_on" if is_on else "state_off"],
            "turn_words": fixed["turn_off" if is_on else "turn_on"],
            "turn_to": "false" if is_on else "true",
        }
        return template.substitute(fixed, **now).encode()

    return page


def _steps(words: Words, story: Story, sign_ins: SignIns) -> str:
    first = story.learners[0]
    student = _link(sign_ins.student, words("demo-open-student"))
    school = _link(sign_ins.school, words("demo-open-school"))
    links = {"photo": student, "teacher": school, "answer": student}
    items = []
    for name in STEPS:
        told = words(
            f"demo-step-{name}", code=sign_ins.join_code, name=first.name, teacher=story.teacher
        )
        title = escape(words(f"demo-step-{name}-title"))
        items.append(f"<li><h3>{title}</h3><p>{escape(told)}</p>{links.get(name, '')}</li>")
    return "\n".join(items)


def _safe(words: Words, paper: str) -> str:
    """What lies in the school's safe, for who wants to try what happens when a secret is lost."""
    if not paper:
        return ""
    return (
        f'<h3>{escape(words("demo-safe"))}</h3><p class="why">{escape(words("demo-safe-why"))}</p>'
        f"<dl>{_row(words, words('demo-safe-key'), paper)}</dl>"
    )


def _link(address: str, label: str) -> str:
    return f' <a href="{escape(address)}" target="_blank" rel="noopener">{escape(label)}</a>'


def _row(words: Words, what: str, value: str) -> str:
    return (
        f"<div><dt>{escape(what)}</dt><dd><code>{escape(value)}</code>"
        f"{_copy(words, value, what)}</dd></div>"
    )


def _copy(words: Words, value: str, what: str) -> str:
    label = escape(words("demo-copy-what", what=what))
    return (
        f'<button type="button" class="copy" data-copy="{escape(value)}" aria-label="{label}"'
        f" hidden>"
        f"{escape(words('demo-copy'))}</button>"
    )


def _learners(words: Words, story: Story) -> str:
    return "".join(
        f'<li><img src="/{learner.picture}.svg" alt="" width="48" height="48">'
        f"<span>{escape(learner.name)}</span>"
        f"<code>{escape(words('demo-pin', pin=learner.pin))}</code></li>"
        for learner in story.learners
    )
