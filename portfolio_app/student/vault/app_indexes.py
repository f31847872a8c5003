"""Which fields the app's own tables are found by; changing this makes the next tidying index anew.

Paths follow the documents that `records`, `media`, `media_queue` and the settings write.
"""

from __future__ import annotations

from portfolio_app.student.vault.indexes import Indexes, TableIndex


def app_indexes() -> Indexes:
    """The indexes of a learner's vault."""
    return Indexes(
        {
            "records": TableIndex(equal=(("id",),)),
            "shown": TableIndex(
                equal=(("kind",), ("id",), ("view", "artifact"), ("view", "showcase")),
                lists=(("view", "competencies"),),
                ordered=(("view", "made_ms"), ("view", "at_ms")),
                words=(
                    ("view", "title"),
                    ("view", "caption"),
                    ("view", "words"),
                    ("view", "competencies"),
                ),
                columns=(
                    ("id",),
                    ("kind",),
                    ("waiting",),
                    ("view", "title"),
                    ("view", "made_ms"),
                    ("view", "binned_ms"),
                    ("view", "artifact"),
                    ("view", "thumbnail"),
                    ("view", "position"),
                    ("view", "place"),
                    ("view", "replaces"),
                ),
            ),
            "outbox": TableIndex(
                equal=(("change", "id"), ("change", "record"), ("is_refused",)),
                ordered=(("order",),),
            ),
            "positions": TableIndex(),
            "media": TableIndex(equal=(("sha256",),), columns=(("sha256",),)),
            "media_queue": TableIndex(columns=(("sha256",), ("turn",))),
            "originals": TableIndex(
                equal=(("file",), ("sha256",)), columns=(("file",), ("sha256",))
            ),
            "settings": TableIndex(equal=(("key",),)),
        },
        others=portfolio_documents(),
    )


def portfolio_documents() -> TableIndex:
    """Any other table: plain documents with a kind, tags, a time, a parent, and words."""
    return TableIndex(
        equal=(("kind",), ("artifact",), ("showcase",)),
        lists=(("tags",),),
        ordered=(("created",),),
        words=(("title",), ("text",)),
        columns=(("title",), ("created",), ("kind",), ("thumbnail",)),
    )
