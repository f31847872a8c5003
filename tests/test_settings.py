"""Settings: read once, refused in words that say what to do; assets stay inside their folder."""

from pathlib import Path

import pytest

from portfolio_app import settings
from portfolio_app.errors import BadInput, NotFound
from portfolio_app.settings import Settings, asset


def test_defaults_need_only_a_home() -> None:
    chosen = Settings.from_environment({"HOME": "/home/mia"})
    assert chosen.data == Path("/home/mia/.local/share/portfolio")
    assert chosen == Settings(data=chosen.data)


def test_a_packaged_app_keeps_its_work_where_it_may_write() -> None:
    chosen = Settings.from_environment({"HOME": "/", "FLET_APP_STORAGE_DATA": "/apps/portfolio"})
    assert chosen.data == Path("/apps/portfolio/portfolio")


def test_everything_can_be_chosen() -> None:
    chosen = Settings.from_environment(
        {
            "PORTFOLIO_DATA": "/srv/portfolio",
            "PORTFOLIO_LANGUAGE": "ar",
            "PORTFOLIO_STUDENT_PORT": "0",
            "PORTFOLIO_SCHOOL_PORT": "65535",
            "PORTFOLIO_APPROVE_BEFORE_SHARING": "No",
            "PORTFOLIO_SECRET": "made-up",
        }
    )
    assert chosen.data == Path("/srv/portfolio")
    assert (chosen.language, chosen.student_port, chosen.school_port) == ("ar", 0, 65535)
    assert not chosen.approve_before_sharing
    assert chosen.secret == "made-up"


def test_an_empty_variable_counts_as_not_set() -> None:
    assert Settings.from_environment({"PORTFOLIO_STUDENT_PORT": ""}).student_port == 8560


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("STUDENT_PORT", settings.PORT_LIMIT),
        ("LOCK_AFTER_SECONDS", settings.LOCK_AFTER_SECONDS_LIMIT),
        ("UPLOAD_BYTES", settings.UPLOAD_BYTES_LIMIT),
        ("GUEST_DAYS", settings.GUEST_DAYS_LIMIT),
    ],
)
def test_one_over_a_limit_is_refused_with_the_way_out(name: str, limit: settings.Limit) -> None:
    variable = f"PORTFOLIO_{name}"
    Settings.from_environment({variable: str(limit.largest)})
    for wrong in (limit.largest + 1, limit.smallest - 1):
        with pytest.raises(BadInput, match=f"{variable} must be a whole number from"):
            Settings.from_environment({variable: str(wrong)})


@pytest.mark.parametrize("value", ["eight", "1e3", "٨٥٦٠", "0x10", " 80"])
def test_a_number_is_plain_digits(value: str) -> None:
    with pytest.raises(BadInput, match="PORTFOLIO_STUDENT_PORT"):
        Settings.from_environment({"PORTFOLIO_STUDENT_PORT": value})


def test_a_text_one_over_its_limit_is_refused_without_repeating_it() -> None:
    text = "x" * (settings.MAX_TEXT_SETTING_CHARACTERS + 1)
    with pytest.raises(BadInput) as refusal:
        Settings.from_environment({"PORTFOLIO_SECRET": text})
    assert "xxx" not in str(refusal.value)


def test_a_secret_is_never_shown() -> None:
    assert "made-up" not in repr(Settings.from_environment({"PORTFOLIO_SECRET": "made-up"}))


def test_assets_are_found() -> None:
    assert asset("vendor/htmx/LICENSE").is_file()
    assert asset("vendor").is_dir()


@pytest.mark.parametrize("path", ["../pyproject.toml", "vendor/../../x", "/etc/passwd", "a\\..\\b"])
def test_a_path_out_of_the_assets_is_refused(path: str) -> None:
    with pytest.raises(BadInput):
        asset(path)


def test_a_missing_asset_is_named() -> None:
    with pytest.raises(NotFound, match=r"nothing\.png"):
        asset("nothing.png")
