"""What a browser would send from a page's form: every field as it stands there."""

from html.parser import HTMLParser


class FormReader(HTMLParser):
    """The fields of the form with this id: name -> value; and its buttons, in their order."""

    def __init__(self, page: str, form_id: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.buttons: list[str] = []
        self.focus = ""
        self.wrong: list[str] = []
        self._form_id, self._is_inside = form_id, False
        self._text, self._select = "", ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._is_inside = found.get("id") == self._form_id
        if not self._is_inside:
            return
        if "autofocus" in found:
            self.focus = found.get("id") or found.get("value", "")
        if "aria-invalid" in found:
            self.wrong.append(found.get("id", ""))
        self._take(tag, found.get("name", ""), found)

    def _take(self, tag: str, name: str, found: dict[str, str]) -> None:
        if tag == "input" and found.get("type") in ("checkbox", "radio"):
            if "checked" in found:
                self.fields[name] = found.get("value", "on")
        elif tag == "input":
            self.fields[name] = found.get("value", "")
        elif tag == "textarea":
            self.fields[name], self._text = "", name
        elif tag == "select":
            self._select = name
        elif tag == "option" and "selected" in found:
            self.fields[self._select] = found["value"]
        elif tag == "button" and found.get("name") == "action":
            self.buttons.append(found.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser leaves out the line end that stands first in a text field.
            self.fields[self._text] = self.fields[self._text].removeprefix("\n")
            self._text = ""
        if tag == "form":
            self._is_inside = False

    def handle_data(self, data: str) -> None:
        if self._text:
            self.fields[self._text] += data
