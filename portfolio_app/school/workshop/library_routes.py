"""The addresses of the workshop: the library's page, and those of its neighbours."""

from litestar import Response, get

from portfolio_app.school.access_rules import TEACHER, AnyRequest, who
from portfolio_app.school.workshop.draft_routes import ROUTES as DRAFT_ROUTES
from portfolio_app.school.workshop.import_routes import ROUTES as IMPORT_ROUTES
from portfolio_app.school.workshop.rubric_routes import ROUTES as RUBRIC_ROUTES
from portfolio_app.school.workshop.rubric_routes import read_desk
from portfolio_app.school.workshop.shelves import shelf_page
from portfolio_app.school.workshop.wording_routes import ROUTES as WORDING_ROUTES


@get("/library", opt=who(TEACHER))
async def library(request: AnyRequest) -> Response[str]:
    """Every framework and rubric that this teacher's classes may use."""
    return await shelf_page(request, await read_desk(request))


ROUTES = (library, *RUBRIC_ROUTES, *DRAFT_ROUTES, *WORDING_ROUTES, *IMPORT_ROUTES)
