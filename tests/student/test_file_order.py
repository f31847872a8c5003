"""The files of a work in the learner's own order, in every place that shows them."""

from pathlib import Path

import pytest

from portfolio_app.errors import BadInput
from portfolio_app.student import actions
from portfolio_app.student.actions import Source
from tests.photo_maker import make_photo
from tests.student.scenes import make_portfolio


def test_files_stand_as_they_were_arranged_and_the_first_stands_for_the_work(
    tmp_path: Path,
) -> None:
    portfolio = make_portfolio(tmp_path)
    photos = [Source(f"{number}.jpg", [make_photo(None, 0.1, seed=number)]) for number in range(3)]
    work_id = actions.add_work(portfolio, photos, "Boats")

    def files() -> list[str]:
        work = portfolio.work(work_id)
        assert work is not None
        (row,) = portfolio.gallery()
        assert row.thumbnail == work.thumbnail == work.files[0].thumbnail
        return [file.id for file in work.files]

    first, second, third = files()
    before = len(portfolio.store.pending())
    actions.arrange_files(portfolio, work_id, [third, first, second])
    assert files() == [third, first, second]
    assert len(portfolio.store.pending()) == before + 1  # one that moved, one key
    actions.arrange_files(portfolio, work_id, [third, first, second])
    assert len(portfolio.store.pending()) == before + 1
    with pytest.raises(BadInput):
        actions.arrange_files(portfolio, work_id, [third, first])
    assert files() == [third, first, second]
    portfolio.close()
