"""Off this device, on screen: what a child reads before it, and what the door says afterwards."""

import asyncio
from pathlib import Path
from typing import Any

from portfolio_app.sealing import hpke
from portfolio_app.student.bundles import BUNDLE_KEYS
from portfolio_app.student.portfolio import SCHOOL
from tests.student.screens.headless import Device, Window, join_in, on_device

NOWHERE = {
    "address": "http://localhost:9", "name": "Hill School", "learner_id": "a" * 32,
    "token": "a made-up token", "public_address": "http://localhost:9",
}  # fmt: skip


def settings_of(device: Device) -> Any:
    (holding,) = device.app._holdings._open.values()
    return holding.portfolio.vault


async def to_leaving(window: Window) -> None:
    window.page.navigate("/about")
    await window.tap("open-leave")


def test_who_has_no_school_is_told_what_would_be_lost_and_can_stay(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window()
        await join_in(window)
        await to_leaving(window)
        await window.see("leave-no-school")
        assert not window.has("leave-do")
        await window.says(device.words("student-leave-no-school"))
        await window.tap("leave-stay")
        await window.see("open-leave")

    on_device(tmp_path, story)


def test_what_waits_is_sealed_and_the_door_says_so_without_a_name(tmp_path: Path) -> None:
    async def story(device: Device) -> None:
        window = await device.window(390, 844)
        other = await device.window()
        await join_in(window)
        vault = settings_of(device)
        await asyncio.to_thread(vault.put_setting, SCHOOL, NOWHERE)
        await to_leaving(window)
        await window.see("leave-no-keys")
        assert not window.has("leave-do")
        await window.tap("leave-stay")
        recipient = hpke.public_key_of(hpke.new_private_key()).hex()
        keys = {"recipient": recipient, "signer": recipient, "left": True}
        await asyncio.to_thread(vault.put_setting, BUNDLE_KEYS, keys)
        await window.tap("open-leave")
        await window.see("leave-sealed")
        await window.says(device.words("student-leave-something"))
        await window.tap("leave-do")
        await window.see("who-new")
        await window.says(device.words("student-on-the-way"))
        assert "Mia" not in "".join(window.texts())
        assert other.has("who-new")

    on_device(tmp_path, story)
