"""What Hypothesis draws changes, stamps and JSON from."""

from collections.abc import Sequence

from hypothesis import strategies as st

from sync.change import JSON, Change, Rule
from sync.clock import format_stamp

IDS = st.integers(0, (1 << 128) - 1).map(lambda number: f"{number:032x}")
NODES = st.sampled_from(("1" * 16, "2" * 16, "f" * 16))
STAMPS = st.builds(format_stamp, st.integers(0, (1 << 48) - 1), st.integers(0, 0xFFFF), NODES)
NEAR_STAMPS = st.builds(format_stamp, st.integers(1, 4), st.integers(0, 2), NODES)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.integers(-(1 << 53), 1 << 53) | st.floats(-1e15, 1e15)
VALUES: st.SearchStrategy[JSON] = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)
ANY_JSON: st.SearchStrategy[JSON] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=40),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4)
    ),
    max_leaves=12,
)
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,39}", fullmatch=True)
RECORDS = st.from_regex(r"[0-9a-z][0-9a-z_-]{0,63}", fullmatch=True)
SCOPES = st.sampled_from(("self", "p/amy", "c/bees", "s/show"))
EXTRA_NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40).filter(
    lambda name: name not in Change.__dataclass_fields__
)


@st.composite
def changes(draw: st.DrawFn) -> Change:
    """Any change that the wire allows."""
    own = draw(IDS)
    return Change(
        id=own,
        scope=draw(SCOPES),
        record=draw(RECORDS),
        kind=draw(NAMES),
        field=draw(NAMES),
        rule=draw(st.sampled_from(Rule)),
        value=draw(VALUES),
        stamp=draw(STAMPS),
        seen=tuple(draw(st.lists(IDS.filter(lambda other: other != own), max_size=3, unique=True))),
        group=draw(st.just("") | IDS),
        author=draw(st.just("") | RECORDS),
        schema=draw(st.integers(1, 1_000_000)),
        extra=draw(st.dictionaries(EXTRA_NAMES, VALUES, max_size=3)),
    )


@st.composite
def field_history(draw: st.DrawFn, rule: Rule, length: int = 12) -> Sequence[Change]:
    """Writes to one field in an order in which causes come first; stamps collide on purpose."""
    made: list[Change] = []
    for number in range(draw(st.integers(1, length))):
        earlier = [change.id for change in made]
        seen: list[str] = []
        if rule in (Rule.SET, Rule.TEXT) and earlier:
            seen = draw(st.lists(st.sampled_from(earlier), max_size=3, unique=True))
        is_removal = rule is Rule.SET and seen and draw(st.booleans())
        value = None if is_removal else draw(st.sampled_from(("a", "b", 1, "1", True)))
        made.append(
            Change(
                f"{draw(st.integers(0, 7)):x}{number:031x}", "self", "r", "k", "f", rule, value,
                draw(NEAR_STAMPS), tuple(seen),
            )
        )  # fmt: skip
    return made
