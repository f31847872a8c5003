"""A portfolio of thousands of works, made quickly: records as a device has them after ten years.

What the gallery shows is real and sealed; originals and previews have keys and no file behind
them, because nothing here looks at them.

usage: python -m tests.benchmarks.many_works FOLDER [WORKS]
"""

import hashlib
import io
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from portfolio_app.model.people import OWN_SCOPE
from portfolio_app.student.learner import new_portfolio, open_vaults, real_world
from portfolio_app.student.portfolio import Portfolio, Write, fields_of
from portfolio_app.student.vault.media import TABLE as MEDIA
from sync import client
from tests.benchmarks.words import sentence

WORKS = 10_000
TOGETHER = 200
THUMBNAILS = 60
DAY_MS = 86_400_000
YEARS = 9
PIN = "2580"
OTHER_TITLES = ("قارب من ورق", "纸船和小河", "Ёлка в лесу", "ฉันวาดเรือ")
ENDINGS = (("jpg", "image/jpeg"), ("pdf", "application/pdf"), ("mp4", "video/mp4"))


def make(folder: Path, count: int = WORKS, name: str = "Mia", *, is_safe: bool = True) -> str:
    """A learner with so many works; their id. `is_safe`: all but the newest is at school."""
    portfolio = new_portfolio(open_vaults(folder), name, "owl", PIN, world=real_world())
    thumbnails = [_thumbnail(portfolio, number) for number in range(THUMBNAILS)]
    competencies = _competencies(portfolio)
    now_ms = portfolio.now_ms()
    for start in range(0, count, TOGETHER):
        writes: list[Write] = []
        hashes: list[str] = []
        for number in range(start, min(start + TOGETHER, count)):
            made_ms = now_ms - (count - number) * YEARS * 365 * DAY_MS // count
            work = _work(portfolio, number, made_ms, competencies)
            media = [hashlib.sha256(f"{part}{number}".encode()).hexdigest() for part in "op"]
            writes += work + _file(portfolio, work[0].record, number, media, thumbnails)
            hashes += media
        _write(portfolio, writes, hashes)
        if is_safe and start + TOGETHER < count:
            _deliver(portfolio)
    vault_id = portfolio.vault.id
    portfolio.close()
    return vault_id


def _write(portfolio: Portfolio, writes: list[Write], hashes: list[str]) -> None:
    rows = [{"sha256": one, "size_bytes": 400_000, "key": "00" * 32} for one in hashes]

    def keep() -> None:
        portfolio.vault.db.table(MEDIA).insert_multiple(rows)

    portfolio.write(writes, also=keep)


def _deliver(portfolio: Portfolio) -> None:
    """As when the school has answered that it has everything."""
    pending = portfolio.store.pending()
    confirmed = {
        (OWN_SCOPE, change.record): (change.kind, portfolio.store.state(OWN_SCOPE, change.record))
        for change in pending
    }
    seen = frozenset(change.id for change in pending)
    done = client.Progress(confirmed, {}, seen, {}, (), (), more=False, newest_stamp="")
    with portfolio.durable():
        portfolio.store.put_progress(done, portfolio.world.new_id)


def _work(portfolio: Portfolio, number: int, made_ms: int, tags: list[str]) -> list[Write]:
    work_id = portfolio.world.new_id()
    others = OTHER_TITLES[number // 25 % len(OTHER_TITLES)]
    title = f"{others} {number}" if number % 25 == 0 else f"{sentence(number, 3)} {number}"
    chosen = [tags[(number * 7 + place * 3) % len(tags)] for place in range(2)]
    return [
        *fields_of("artifact", work_id, {"made_ms": made_ms, "title": title}),
        Write("artifact", work_id, "caption", sentence(number + 1, 12)),
        *(Write("artifact", work_id, "competencies", one) for one in dict.fromkeys(chosen)),
    ]


def _file(
    portfolio: Portfolio, work_id: str, number: int, media: list[str], thumbnails: list[str]
) -> list[Write]:
    ending, media_type = ENDINGS[0] if number % 10 else ENDINGS[1 + number // 10 % 2]
    values: dict[str, object] = {
        "artifact": work_id, "media": media[0], "media_type": media_type, "size_bytes": 400_000,
        "name": f"IMG_{number:05d}.{ending}", "width": 1600, "height": 1200, "position": 0,
    }  # fmt: skip
    if ending == "jpg":
        values |= {"preview": media[1], "thumbnail": thumbnails[number % THUMBNAILS]}
    return fields_of("file", portfolio.world.new_id(), values)


def _competencies(portfolio: Portfolio) -> list[str]:
    framework = portfolio.catalog.frameworks[0]
    return [f"{framework.id}/{one.id}" for one in framework.competencies[:40]]


def _thumbnail(portfolio: Portfolio, number: int) -> str:
    """A small picture as the intake makes them, sealed."""
    picture = Image.effect_noise((320, 240), 24).convert("RGB")
    draw = ImageDraw.Draw(picture)
    hue = f"hsl({number * 360 // THUMBNAILS}, 60%, 55%)"
    draw.ellipse((60, 30, 260, 210), fill=hue)
    draw.text((150, 110), str(number), fill="white")
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=70)
    received = portfolio.vault.media.receive([out.getvalue()])
    with portfolio.durable():
        portfolio.vault.media.keep(received)
    return received.sha256_hex


if __name__ == "__main__":
    sys.stdout.write(
        make(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else WORKS) + "\n"
    )
