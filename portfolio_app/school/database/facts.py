"""A few facts about the school itself: its name, its address, and where its clock stands."""

from sqlalchemy import bindparam, delete, insert, select, update

from portfolio_app.school.database import tables
from portfolio_app.school.database.engine import Transaction
from sync.clock import HybridClock

NAME = "name"
ADDRESS = "address"
LAN = "lan_address"
"""On its own network: `https://host:port#fingerprint`, as devices keep it."""

NODE = "node"
STAMP = "stamp"

_CLOCK = select(tables.facts.c.name, tables.facts.c.value).where(
    (tables.facts.c.name == bindparam("one")) | (tables.facts.c.name == bindparam("other"))
)
_MOVE_CLOCK = (
    update(tables.facts)
    .where(tables.facts.c.name == bindparam("its_name"))
    .values(value=bindparam("stamp"))
)


def fact(transaction: Transaction, name: str) -> str:
    """A fact, or "" where it was never told."""
    table = tables.facts.c
    return transaction.connection.scalar(select(table.value).where(table.name == name)) or ""


def tell(transaction: Transaction, name: str, value: str) -> None:
    """Keep a fact anew."""
    transaction.connection.execute(delete(tables.facts).where(tables.facts.c.name == name))
    transaction.connection.execute(insert(tables.facts).values(name=name, value=value))


def forget(transaction: Transaction, name: str) -> None:
    """Keep a fact no longer."""
    transaction.connection.execute(delete(tables.facts).where(tables.facts.c.name == name))


def beginning_with(transaction: Transaction, beginning: str, limit: int) -> dict[str, str]:
    """All facts whose names begin so."""
    table = tables.facts.c
    query = select(table.name, table.value).where(table.name.startswith(beginning, autoescape=True))
    rows = transaction.connection.execute(query.order_by(table.name).limit(limit))
    return {row.name: row.value for row in rows}


def clock(transaction: Transaction) -> HybridClock:
    """The school's clock where it stood last: it never goes back, whatever the machine's does."""
    told = dict(transaction.rows(_CLOCK, {"one": NODE, "other": STAMP}))
    return HybridClock(told.get(NODE, ""), told.get(STAMP, ""))


def keep_clock(transaction: Transaction, now: HybridClock, before: HybridClock) -> None:
    """Keep where the school's clock stands; `before`: what `clock` said in this transaction."""
    if not now.last or now.last == before.last:
        return
    if before.last:
        transaction.do(_MOVE_CLOCK, [{"its_name": STAMP, "stamp": now.last}])
    else:
        tell(transaction, STAMP, now.last)
