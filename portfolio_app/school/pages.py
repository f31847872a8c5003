"""Making a page: templates with autoescape, the product's words, and links to static files.

No query and no rule enters a template; what it shows it is handed.
"""

from collections.abc import Mapping
from datetime import UTC
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from litestar import MediaType, Response

from portfolio_app.locales.remarks import remark_words
from portfolio_app.school.front_door import GUEST_POLICY
from portfolio_app.school.static_files import STYLE, StaticFiles
from portfolio_app.school.tongues import Tongues

_FOLDERS = ("templates", "review/templates", "workshop/templates", "family/templates")


class Pages:
    """Renders templates of the school."""

    def __init__(self, tongues: Tongues, static_files: StaticFiles) -> None:
        self.static_files = static_files
        self._tongues = tongues
        loaders = [PackageLoader("portfolio_app.school", folder) for folder in _FOLDERS]
        self._templates = Environment(
            loader=ChoiceLoader(loaders),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._templates.globals.update(static=static_files.address, style=STYLE)

    def teacher(self, template: str, facts: Mapping[str, Any], status: int = 200) -> Response[str]:
        """A page with the teachers' scripts and policy."""
        return Response(self.render(template, facts), media_type=MediaType.HTML, status_code=status)

    def guest(self, template: str, facts: Mapping[str, Any], status: int = 200) -> Response[str]:
        """A page without any script, for the holder of a link."""
        return Response(
            self.render(template, facts),
            media_type=MediaType.HTML,
            status_code=status,
            headers={"Content-Security-Policy": GUEST_POLICY, "Referrer-Policy": "no-referrer"},
        )

    def render(self, template: str, facts: Mapping[str, Any]) -> str:
        """The text of a template with these facts filled in."""
        words = self._tongues.words
        spoken = {
            "words": words,
            "day": lambda at_ms: words.day(at_ms, UTC),
            "tongue": words.language_name,
            "remark": lambda one: remark_words(words, one),
            "language": words.language,
            "direction": "rtl" if words.right_to_left else "ltr",
            "tongues": self._tongues.links(),
        }
        return self._templates.get_template(template).render({**spoken, **facts})
