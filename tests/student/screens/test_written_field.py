"""Letters typed while the program still draws what it heard before are never taken back."""

from portfolio_app.student.written_field import WrittenField


def drawn_after(before: WrittenField, value: str) -> WrittenField:
    """The field as a later drawing puts it in the place of `before`."""
    after = WrittenField(value=value)
    after._migrate_state(before)
    after.before_update()
    return after


def typed(heard: str, stands: str) -> WrittenField:
    """A field of which the program took in `heard`, while `stands` is in it by now."""
    field = WrittenField(value=stands)
    field.hear(heard)
    return field


def test_what_was_typed_in_the_meantime_stays() -> None:
    field = drawn_after(typed("Buil", "Build a"), "Buil")
    assert field.value == "Build a"
    assert drawn_after(field, "Buil").value == "Build a", "and through the next drawing too"


def test_what_the_program_puts_there_itself_is_put_there() -> None:
    assert drawn_after(typed("Build", "Build"), "").value == ""
    assert drawn_after(typed("", "I"), "I like ").value == "I like "


def test_a_field_nobody_wrote_in_shows_what_it_is_given() -> None:
    assert drawn_after(WrittenField(value="before"), "after").value == "after"
    assert drawn_after(WrittenField(value=""), "").value == ""
