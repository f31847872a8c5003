"""The collector of memory rests while much is made, and works again whatever happened."""

import contextlib
import gc

from portfolio_app.student.undisturbed import undisturbed


def test_it_rests_and_works_again_after_a_failure() -> None:
    assert gc.isenabled()
    with contextlib.suppress(ValueError), undisturbed():
        with undisturbed():
            assert not gc.isenabled()
        assert not gc.isenabled()
        raise ValueError
    assert gc.isenabled()


def test_who_found_it_off_leaves_it_off() -> None:
    gc.disable()
    try:
        with undisturbed():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
