"""Builds of the vault with one line wrong: each must be seen by the test that stands beside it.

The first ten are those that the study of stores planted. A run of the tests takes all of them.
"""

from __future__ import annotations

import os

import pytest

from portfolio_app.errors import PortfolioError
from portfolio_app.sealing.envelope import SealBroken
from tests.crash import watchers as by
from tests.crash.sabotage import Sabotage, built_with

LEAST = 30
# What a test that fails raises; a build that cannot run at all would raise something else.
SEEN = (AssertionError, KeyError, PortfolioError, SealBroken, ValueError, pytest.fail.Exception)

TABLE = (
    # The log on a disk that loses power or fails.
    Sabotage(
        "no fsync on commit",
        by.log_power_cuts,
        (("SealedLog._write", "            self._file.sync()", "            pass"),),
    ),
    Sabotage(
        "no fsync before the rename",
        by.log_power_cuts,
        (("SealedLog._write_opening", "        self._file.sync()", "        pass"),),
    ),
    Sabotage(
        "no fsync of the folder",
        by.log_power_cuts,
        (("SealedLog._exchange", "self._disk.sync_folder(self._path.parent)", "pass"),),
    ),
    Sabotage(
        "snapshot in place",
        by.log_power_cuts,
        (("SealedLog._fresh_path", "return ", "return self._path or "),),
    ),
    Sabotage(
        "append after a torn tail",
        by.log_power_cuts,
        (
            (
                "SealedLog._mend",
                "self._file.truncate(self._size_bytes)",
                "self._size_bytes = self._file.size_bytes()",
            ),
        ),
    ),
    Sabotage(
        "short write kept",
        by.log_failing_calls,
        (
            (
                "SealedLog._take_back",
                "self._file.truncate(self._size_bytes)",
                "self._size_bytes = self._file.size_bytes()",
            ),
        ),
    ),
    Sabotage(
        "a write the system took half of",
        by.short_writes,
        (("_write_all", "        rest = rest[written:]", "        break"),),
    ),
    Sabotage(
        "failing fsync ignored",
        by.log_failing_calls,
        (
            (
                "SealedLog._write",
                "            self._file.sync()",
                (
                    "            with contextlib.suppress(OSError):\n"
                    "                self._file.sync()"
                ),
            ),
        ),
    ),
    Sabotage(
        "failing fsync of the folder ignored",
        by.log_failing_calls,
        (
            (
                "SealedLog._exchange",
                "        self._disk.sync_folder(self._path.parent)",
                (
                    "        with contextlib.suppress(OSError):\n"
                    "            self._disk.sync_folder(self._path.parent)"
                ),
            ),
        ),
    ),
    Sabotage(
        "no end mark",
        by.flipped_bits_of_the_last_record,
        (("SealedLog.mark_end", "if self._ended:", "if True:"),),
    ),
    Sabotage(
        "writes go on in doubt",
        by.log_failing_calls,
        (("SealedLog._refuse_in_doubt", "if self._in_doubt:", "if False:"),),
    ),
    Sabotage(
        "what is shown is believed",
        by.log_failing_calls,
        (
            (
                "SealedLog._settle",
                (
                    "self._file.write_at(self._size_bytes - len(self._last_record), "
                    "self._last_record)"
                ),
                "pass",
            ),
        ),
    ),
    Sabotage(
        "what is read is not settled",
        by.log_failing_calls,
        (("SealedLog._settle", "if not self._last_record:", "if True:"),),
    ),
    Sabotage(
        "the folder above is not settled",
        by.failing_calls_in_a_new_vault,
        (("SealedLog._settle", "self._disk.sync_folder(self._path.parent.parent)", "pass"),),
    ),
    Sabotage(
        "damage in the middle excused",
        by.flipped_bits,
        (("Chain.has_later_record", "return any(", "return False and any("),),
    ),
    Sabotage(
        "a cut first part excused",
        by.cuts_of_the_first_version,
        (
            (
                "SealedLog._open_records",
                "if header.records_offset + reading.end < header.whole_size_bytes:",
                "if False:",
            ),
        ),
    ),
    # Batches.
    Sabotage(
        "seen before it is safe",
        by.log_failing_calls,
        (
            (
                "Store._commit",
                "        self._attached().append(batch)",
                (
                    "        for operation in pending.operations:\n"
                    "            self._apply(self._all(), operation)\n"
                    "        self._attached().append(batch)"
                ),
            ),
        ),
    ),
    Sabotage(
        "a batch in two records",
        by.log_power_cuts,
        (
            (
                "Store._commit",
                "        self._attached().append(batch)",
                (
                    "        for one in pending.operations:\n"
                    "            self._attached().append(encode_batch([one]))"
                ),
            ),
        ),
    ),
    Sabotage(
        "a failed batch is kept",
        by.log_power_cuts,
        (
            (
                "Store._finish_batch",
                "            elif is_outermost:",
                "            if is_outermost:",
            ),
        ),
    ),
    # Records and segments.
    Sabotage(
        "no chain",
        by.records_of_another_history,
        (("Chain._context", " + self._previous", ""),),
    ),
    Sabotage(
        "contents prove nothing",
        by.what_contents_prove,
        (
            ("Chain.seal", "context = before + ", "context = "),
            (
                "Chain.read",
                "memoryview(content)[: offset + _FIXED]",
                "memoryview(content)[offset : offset + _FIXED]",
            ),
        ),
    ),
    Sabotage(
        "no tag",
        by.flipped_bits,
        (
            (
                "Boxes.open",
                "return self._cipher.decrypt(nonce, rest, context)",
                "return bytes(rest[:-16])",
            ),
        ),
    ),
    Sabotage(
        "segments may change places",
        by.segments,
        (
            ("_context", 'return number.to_bytes(8, "big")', 'return b""'),
            ("SealedStream._opened", 'first.to_bytes(8, "big")', 'b""'),
            ("SealedStream._opened", '(first + place).to_bytes(8, "big")', 'b""'),
        ),
    ),
    Sabotage(
        "one segment key for all files",
        by.segments,
        (("_boxes", ", salt=file_id", ""),),
    ),
    Sabotage(
        "nonces come again",
        by.nonces,
        (("Boxes.seal", "secrets.token_bytes(NONCE_SIZE_BYTES)", "bytes(NONCE_SIZE_BYTES)"),),
    ),
    Sabotage(
        "no commitment",
        by.another_key,
        (("Header.read", "if not same(", "if False and not same("),),
    ),
    # Keys.
    Sabotage(
        "no MAC",
        by.mixtures_of_keys,
        (("KeysFile.is_whole", "return same(", "return True or same("),),
    ),
    Sabotage(
        "slots not under the MAC",
        by.mixtures_of_keys,
        (
            (
                "KeysFile._authenticator",
                "canonical(self._plain())",
                'canonical({**self._plain(), "slots": []})',
            ),
        ),
    ),
    Sabotage(
        "an older file of keys is taken",
        by.whole_files_of_keys,
        (("Vaults._catch_up", "file.revision < seen", "False"),),
    ),
    Sabotage(
        "changes are not counted",
        by.whole_files_of_keys,
        (("VaultKeys._store", "revision=keys.revision + 1", "revision=keys.revision"),),
    ),
    Sabotage(
        "the key before is not kept",
        by.vault_power_cuts,
        (
            (
                "VaultKeys.begin_new_key",
                "sealed_previous(self._vault_id, vault_key, old_key)",
                'b""',
            ),
        ),
    ),
    Sabotage(
        "the key before is forgotten too soon",
        by.vault_power_cuts,
        (
            (
                "Vaults.renew_key",
                "                    if vault is not None:",
                (
                    "                    keys.finish_new_key(change.vault_key)\n"
                    "                    if vault is not None:"
                ),
            ),
        ),
    ),
    Sabotage(
        "keys and cards in place",
        by.vault_power_cuts,
        (("replace_whole", 'path.with_name(path.name + ".new")', "path"),),
    ),
    Sabotage(
        "keys and cards without fsync",
        by.vault_power_cuts,
        (("replace_whole", "        file.sync()", "        pass"),),
    ),
    Sabotage(
        "keys and cards without fsync of the folder",
        by.vault_power_cuts,
        (("replace_whole", "    disk.sync_folder(path.parent)", "    pass"),),
    ),
    Sabotage(
        "the device forgets before the file is there",
        by.power_cuts_while_a_bound_secret_changes,
        (
            (
                "VaultKeys._exchange_typed",
                "        self._store(vault_key, keys, (slot, *others))",
                (
                    "        self._forget_device_secrets(keys.slots, (slot,))\n"
                    "        self._store(vault_key, keys, (slot, *others))"
                ),
            ),
        ),
    ),
    Sabotage(
        "the device forgets before the vault goes",
        by.power_cuts_while_a_bound_vault_goes,
        (
            (
                "Vaults._take_away",
                "            with held:",
                ("            with held:\n                self._keys_of(vault_id).forget_device()"),
            ),
        ),
    ),
    Sabotage(
        "a new vault's name is not synced",
        by.vault_power_cuts,
        (
            (
                "Vaults.create",
                "                self._disk.sync_folder(self._folder)",
                "                pass",
            ),
        ),
    ),
    # Counts of tries.
    Sabotage(
        "tries are not synced",
        by.counts_after_power_cuts,
        (("Tries._write", "            file.sync()", "            pass"),),
    ),
    Sabotage(
        "tries are counted afterwards",
        by.tries_before_they_are_tried,
        (
            (
                "VaultKeys.unlock",
                "                if isinstance(way, TypedSecret):",
                "                if False:",
            ),
        ),
    ),
    Sabotage(
        "a damaged count is none",
        by.flipped_bits,
        (
            (
                "Tries._read",
                "            if own is None:",
                (
                    "            if own is None:\n"
                    "                own = Count()\n"
                    "            if False:"
                ),
            ),
        ),
    ),
    Sabotage(
        "the keeper's count does not matter",
        by.counts_put_back,
        (("Tries._read", "return max(own, kept, key=lambda count: count.sequence)", "return own"),),
    ),
    Sabotage(
        "a clock turned back ends the wait",
        by.restarts_and_clocks,
        (
            (
                "_passed_ms",
                "return by_clock_ms if by_clock_ms >= 0 else None",
                "return abs(by_clock_ms)",
            ),
        ),
    ),
    # Media.
    Sabotage(
        "media without fsync",
        by.vault_power_cuts,
        (("write_sealed", "    file.sync()", "    pass"),),
    ),
    Sabotage(
        "media names without fsync",
        by.vault_power_cuts,
        (
            (
                "MediaStore._sync_names",
                "                self._disk.sync_folder(self._folder)",
                "                pass",
            ),
        ),
    ),
    Sabotage(
        "lost media names are believed",
        by.names_that_may_be_lost,
        (
            (
                "MediaStore._sync_names",
                "                self._received.pop(sha256_hex, None)",
                "                pass",
            ),
        ),
    ),
    Sabotage(
        "a sweep that looks nowhere",
        by.power_cuts_while_sweeping,
        (
            (
                "MediaStore.sweep",
                "            wanted |= named_media(self._database, TABLE)",
                "            pass",
            ),
        ),
    ),
    Sabotage(
        "a sweep that takes what just came",
        by.sweeps,
        (
            (
                "MediaStore._clear",
                "for document in self._table} | self._received.keys()",
                "for document in self._table}",
            ),
        ),
    ),
    Sabotage(
        "media of any size are read",
        by.chunks,
        (
            (
                "MediaReader.__init__",
                "if file.size_bytes() != sealed_size(size_bytes):",
                "if False:",
            ),
        ),
    ),
    # Programs.
    Sabotage(
        "two programs in one vault",
        by.a_vault_in_use,
        (("_take_lock", "fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)", "pass"),),
    ),
)


@pytest.mark.parametrize("sabotage", TABLE, ids=lambda one: str(one.name))
def test_sabotage_is_caught(sabotage: Sabotage) -> None:
    by.forget_what_was_made()
    try:
        with (
            built_with(sabotage),
            pytest.raises(SEEN),
        ):
            sabotage.caught_by()
    finally:
        by.forget_what_was_made()


def test_there_are_enough_and_each_has_a_name() -> None:
    assert len({sabotage.name for sabotage in TABLE}) == len(TABLE) >= LEAST


@pytest.mark.skipif("PORTFOLIO_CRASH" not in os.environ, reason="takes a minute: make crash")
@pytest.mark.parametrize("name", sorted({one.caught_by.__name__ for one in TABLE}))
def test_without_sabotage_nothing_is_caught(name: str) -> None:
    getattr(by, name)()
