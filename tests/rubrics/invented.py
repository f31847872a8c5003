"""Frameworks and rubrics that hypothesis invents: every field that a type has, every kind."""

from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from rubrics.case import CasePackage, Document
from rubrics.framework import AGE_BANDS, Association, Competency, Framework, NodeLink
from rubrics.languages import CHILD_TEXTS, COMPETENCY_TEXTS, LEVEL_TEXTS, TITLED_TEXTS
from rubrics.rubric import RUBRIC_KINDS, SCORE_UNITS, Criterion, Group, Level, Rubric

LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
TEXTS = st.text(st.one_of(LETTERS, st.sampled_from("\n\t\r")), max_size=12)
"""Any text that a file can keep; Markdown, formulas and white space included."""
LABELS = TEXTS.map(lambda text: " ".join(text.split()))
NAMES = LABELS.filter(bool).filter(lambda text: text != "…")
WORDS = TEXTS.filter(lambda text: bool(text.strip()))
ADDRESSES = st.one_of(st.just(""), st.just("https://example.org/a"), st.just("not an address"))
FAR_ADDRESSES = st.sampled_from(["", "https://example.org/far", "/far"])
"""Of nodes elsewhere: a link is also found by the address of an item."""
NUMBERS = st.one_of(st.none(), st.floats(-1000, 1000, allow_nan=False).map(lambda one: one + 0.0))

IDS = st.one_of(
    st.uuids(version=4).map(str),
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9._:~-]{0,12}", fullmatch=True),
    st.integers(0, 99).map(lambda number: str(UUID(int=number))),
)


def lists_of(member: Any, most: int = 3) -> Any:
    return st.lists(member, max_size=most).map(tuple)


def languages(names: tuple[str, ...]) -> Any:
    words = st.dictionaries(st.sampled_from(names), WORDS, min_size=1)
    return st.dictionaries(st.sampled_from(["nl", "pt-BR", "zh"]), words, max_size=2)


@st.composite
def rubrics(draw: Any, item_ids: tuple[str, ...] = (), framework_id: str | None = None) -> Rubric:
    kind = draw(st.sampled_from(RUBRIC_KINDS))
    most_levels = {"single_point": 3, "checklist": 2}.get(kind, 4)
    ids = st.lists(IDS, min_size=1, max_size=1 if kind == "holistic" else 3, unique=True)
    groups = tuple(
        Group(one, draw(NAMES), draw(TEXTS), draw(languages(TITLED_TEXTS)))
        for one in draw(st.lists(IDS, max_size=2, unique=True))
    )
    criteria = tuple(draw(criteria_of(one, most_levels, groups, item_ids)) for one in draw(ids))
    return Rubric(
        id=draw(IDS), title=draw(NAMES), kind=kind, criteria=criteria, description=draw(TEXTS),
        language=draw(st.sampled_from(["", "en", "ja"])), creator=draw(NAMES),
        licence=draw(LABELS), bands=draw(lists_of(st.sampled_from(AGE_BANDS))),
        framework_id=framework_id, uri=draw(ADDRESSES), groups=groups,
        shows_scores=draw(st.booleans()), shows_weights=draw(st.booleans()),
        score_unit=draw(st.sampled_from(SCORE_UNITS)), version=draw(LABELS),
        translations=draw(languages(TITLED_TEXTS)),
    )  # fmt: skip


@st.composite
def criteria_of(
    draw: Any,
    criterion_id: str,
    most_levels: int,
    groups: tuple[Group, ...],
    items: tuple[str, ...],
) -> Criterion:
    levels = tuple(
        Level(
            id=one, name=draw(NAMES), description=draw(TEXTS), score=draw(NUMBERS),
            feedback=draw(TEXTS), position=place, uri=draw(ADDRESSES), picture=draw(LABELS),
            picture_words=draw(LABELS), education_levels=draw(lists_of(NAMES)),
            translations=draw(languages(LEVEL_TEXTS)),
        )
        for place, one in enumerate(draw(st.lists(IDS, max_size=most_levels, unique=True)))
    )  # fmt: skip
    competency = draw(st.none() | IDS | st.sampled_from(items or ("elsewhere",)))
    return Criterion(
        id=criterion_id, title=draw(WORDS), description=draw(TEXTS), levels=levels,
        competency_id=competency, weight=draw(NUMBERS),
        category=draw(st.sampled_from(["", "Shared", "Other"])),
        competency_title=draw(LABELS) if competency else "",
        competency_uri=draw(FAR_ADDRESSES) if competency else "",
        uri=draw(ADDRESSES), is_negative=draw(st.booleans()),
        group_id=draw(st.sampled_from([None, *(one.id for one in groups)])),
        translations=draw(languages(TITLED_TEXTS)),
    )  # fmt: skip


@st.composite
def frameworks(draw: Any, framework_id: str) -> Framework:
    ids = [one for one in draw(st.lists(IDS, max_size=5, unique=True)) if one != framework_id]
    placed: list[Competency] = []
    children: dict[str | None, list[str]] = {None: []}
    for one in ids:
        parent = draw(st.sampled_from([None, *children][:4]))
        children.setdefault(parent, []).append(one)
        children[one] = []
    waiting: list[tuple[str | None, int]] = [(None, -1)]
    while waiting:
        parent, depth = waiting.pop(0)
        if parent is not None:
            siblings = next((p, m) for p, m in children.items() if parent in m)
            placed.append(
                draw(
                    competencies(
                        framework_id, parent, siblings[0], siblings[1].index(parent), depth
                    )
                )
            )
        waiting = [(one, depth + 1) for one in children[parent]] + waiting
    links = tuple(draw(associations(one)) for one in draw(st.lists(IDS, max_size=3, unique=True)))
    return Framework(
        id=framework_id, title=draw(NAMES), creator=draw(NAMES), competencies=tuple(placed),
        language=draw(st.sampled_from(["", "en"])), licence=draw(LABELS), version=draw(LABELS),
        associations=links, description=draw(TEXTS),
        translations=draw(languages(TITLED_TEXTS)),
    )  # fmt: skip


@st.composite
def competencies(
    draw: Any, framework_id: str, item_id: str, parent: str | None, position: int, depth: int
) -> Competency:
    by_band = st.dictionaries(st.sampled_from(AGE_BANDS), WORDS, max_size=2)
    return Competency(
        id=item_id, statement=draw(WORDS), code=draw(LABELS), child_wording=draw(by_band),
        parent_id=parent, position=position, kind=draw(LABELS), depth=depth,
        framework_id=framework_id, short_statement=draw(LABELS), enumeration=draw(LABELS),
        language=draw(LABELS), education_levels=draw(lists_of(NAMES)),
        keywords=draw(lists_of(NAMES)), notes=draw(TEXTS), uri=draw(ADDRESSES),
        child_pictures=draw(by_band),
        translations=draw(languages((*COMPETENCY_TEXTS, *CHILD_TEXTS))),
    )  # fmt: skip


@st.composite
def associations(draw: Any, association_id: str) -> Association:
    # A link of the tree to a node elsewhere; one inside would be the tree itself.
    kind = draw(st.sampled_from(["isPeerOf", "ext:ours", "is of its own kind", "isChildOf"]))
    ends = [
        NodeLink(f"far-{number}-{draw(IDS)}", draw(FAR_ADDRESSES), draw(NAMES))
        for number in range(2)
    ]
    sequence = draw(st.none() | st.integers(-(2**31) + 1, 2**31 - 1))
    return Association(association_id, kind, ends[0], ends[1], sequence, draw(ADDRESSES))


@st.composite
def packages(draw: Any) -> CasePackage:
    framework_id = draw(IDS)
    framework = draw(frameworks(framework_id))
    items = tuple(framework.by_id)
    made = draw(
        st.lists(
            rubrics(items, framework_id if items else None),
            max_size=2,
            unique_by=lambda one: one.id,
        )
    )
    if not items and made:
        framework = None
    head = framework or draw(frameworks(framework_id))
    document = Document(
        id=framework_id, title=head.title, creator=head.creator, publisher=draw(LABELS),
        description=head.description, language=head.language, version=head.version,
        licence=head.licence, licence_uri=draw(ADDRESSES) if head.licence else "",
        adoption_status=draw(LABELS), uri=draw(ADDRESSES),
        changed_at=draw(st.sampled_from(["", "2025-03-01T00:00:00Z", "2017-08-23 23:48:01"])),
    )  # fmt: skip
    return CasePackage(document, framework, tuple(made))
