"""The few files that pages need, read once and served from memory; their names carry their hash."""

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from litestar import Response, get
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from portfolio_app.school import design
from portfolio_app.school.access_rules import ANYONE, AnyRequest, who
from portfolio_app.settings import asset

STYLE = "site.css"
_WORTH_PACKING = 0.9
_FILES = {
    "htmx.js": ("vendor/htmx/htmx.min.js", "text/javascript"),
    "answer.js": ("web/answer.js", "text/javascript"),
    "editor.js": ("web/editor.js", "text/javascript"),
    "key.js": ("web/key.js", "text/javascript"),
    "star.svg": ("web/icons/star.svg", "image/svg+xml"),
    "thought.svg": ("web/icons/thought.svg", "image/svg+xml"),
    "clock.svg": ("web/icons/clock.svg", "image/svg+xml"),
    "film.svg": ("web/icons/film.svg", "image/svg+xml"),
    "paper.svg": ("web/icons/paper.svg", "image/svg+xml"),
    "picture.svg": ("pictures/empty-showcases.svg", "image/svg+xml"),
    "logo.svg": ("icons/portfolio.svg", "image/svg+xml"),
}


@dataclass(frozen=True, slots=True)
class StaticFile:
    """One file: its bytes, media type and a short hash; `packed` is its gzip, where smaller."""

    content: bytes
    media_type: str
    version: str
    packed: bytes | None


@dataclass(frozen=True, slots=True)
class StaticFiles:
    """All files that pages may name."""

    files: Mapping[str, StaticFile]

    def address(self, name: str) -> str:
        """The path of a file, new whenever its bytes are."""
        return f"/static/{name}?v={self.files[name].version}"


@cache  # they come with the program
def read_static_files() -> StaticFiles:
    """Read every file once and put the style sheet together."""
    fonts = {face.name: (face.path, "font/woff2") for face in design.faces()}
    wanted = {**_FILES, **fonts}
    files = {name: _file(asset(path).read_bytes(), kind) for name, (path, kind) in wanted.items()}
    style = design.custom_properties(design.tokens()) + asset("web/site.css").read_text("utf-8")
    files[STYLE] = _file(style.encode(), "text/css")
    return StaticFiles(files)


@get("/static/{name:str}", opt=who(ANYONE), include_in_schema=False)
async def static_file(request: AnyRequest, name: FromPath[str]) -> Response[bytes]:
    """One of the files that pages name, and nothing else."""
    files: StaticFiles = request.app.state.static_files
    found = files.files.get(name)
    if found is None:
        raise NotFoundException
    headers = {
        "Cache-Control": "public, max-age=31536000, immutable",
        "ETag": f'"{found.version}"',
        "Vary": "Accept-Encoding",
    }
    content = found.content
    if found.packed is not None and "gzip" in request.headers.get("accept-encoding", ""):
        content, headers["Content-Encoding"] = found.packed, "gzip"
    return Response(content, media_type=found.media_type, headers=headers)


def _file(content: bytes, media_type: str) -> StaticFile:
    packed = gzip.compress(content, 9, mtime=0)
    return StaticFile(
        content, media_type, hashlib.sha256(content).hexdigest()[:16],
        packed if len(packed) < len(content) * _WORTH_PACKING else None,
    )  # fmt: skip
