"""The tests that must see a sabotage, each as a call that raises where something is wrong.

They are the tests of this room and of the vault's, mostly with fewer seeds.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from portfolio_app.errors import TooManyTries, WrongSecret
from portfolio_app.student.vault.disk import RealDisk
from portfolio_app.student.vault.tries import FREE_TRIES
from tests.crash import test_damage, test_shuffled_keys, test_shuffles, vault_life
from tests.crash.log_life import LogLife
from tests.crash.power import cut_power, fail_calls
from tests.crash.small_vault import drawn_bits, is_refused, small_vault
from tests.crash.test_failing_calls import log_that_fails, vault_that_fails
from tests.crash.vault_life import VaultLife
from tests.student.vault import test_disk, test_media, test_tampering, test_tries
from tests.student.vault.faulty_disk import FaultyDisk
from tests.student.vault.learners import ADA, device


def forget_what_was_made() -> None:
    """Vaults that tests keep between them must not be of another build."""
    for made in (
        small_vault,
        test_shuffles.newest,
        test_shuffles.two_learners,
        test_shuffled_keys.history,
        vault_life.promise_of_golden,
    ):
        made.cache_clear()


def log_power_cuts() -> None:
    for seed in range(12):
        cut_power(LogLife, seed, 24)


def vault_power_cuts() -> None:
    for seed in (1, 2, 3, 5, 6, 7, 0, 4):
        cut_power(VaultLife, seed, 12)


def power_cuts_while_a_bound_vault_goes() -> None:
    bound = ("work", "badge", "bind", "lock", "end")
    cut_power(lambda seed: VaultLife(seed, bound), 1, 12)


def power_cuts_while_a_bound_secret_changes() -> None:
    bound = ("badge", "bind", "secret", "secret", "lock")
    cut_power(lambda seed: VaultLife(seed, bound), 1, 12)


def failing_calls_in_a_new_vault() -> None:
    fail_calls(lambda seed: VaultLife(seed, ("work", "lock")), 1, every=1, faults=4)


def power_cuts_while_sweeping() -> None:
    swept = ("work", "work", "work", "lock", "unlock", "drop", "sweep", "work", "lock")
    for seed in (1, 2, 3):
        cut_power(lambda seed: VaultLife(seed, swept), seed, 12)


def log_failing_calls() -> None:
    for seed in range(7, 13):
        fail_calls(log_that_fails, seed, every=1, faults=4)


def vault_failing_calls() -> None:
    for seed in range(1, 9):
        fail_calls(vault_that_fails, seed, every=3, faults=2)


def flipped_bits() -> None:
    test_damage.test_no_flipped_bit_gives_wrong_work(1, lambda *_: None)


def cuts_of_the_first_version() -> None:
    test_damage.test_cuts_of_the_first_version()


def flipped_bits_of_the_last_record() -> None:
    """After a clean close nothing of the last batch is mended, only the end mark behind it."""
    small = small_vault()
    last = small.commits.index(small.commits[-1])
    for bit in drawn_bits(0.2, 3):
        name, place = small.place(bit // 8)
        if name == "log" and small.record_ends[last - 1] <= place < small.record_ends[last]:
            assert is_refused(*small.flipped(bit), small)


def records() -> None:
    test_shuffles.test_records_of_a_log("an older generation")


def records_of_another_history() -> None:
    test_shuffles.test_records_of_another_history_of_the_same_log()


def segments() -> None:
    test_shuffles.test_segments_of_a_snapshot("another log under the same key")


def chunks() -> None:
    test_shuffles.test_chunks_of_sealed_media("b")
    test_shuffles.test_every_read_from_the_middle_of_shuffled_media_is_refused_or_right()


def nonces() -> None:
    test_shuffles.test_no_nonce_comes_twice()


def what_contents_prove() -> None:
    test_shuffles.test_contents_of_another_history_are_refused()


def another_key() -> None:
    test_tampering.test_another_key_is_told_from_damage()


def mixtures_of_keys() -> None:
    test_shuffled_keys.test_no_mixture_of_keys_opens()


def whole_files_of_keys() -> None:
    test_shuffled_keys.test_of_whole_files_only_the_newest_opens()


def counts_put_back() -> None:
    test_shuffled_keys.test_no_older_foreign_or_missing_count_shortens_the_wait()
    test_shuffled_keys.test_of_file_and_keeper_the_later_count_holds()


def counts_after_power_cuts() -> None:
    """Whatever is left after each wrong try, the fifth starts the wait."""
    disk = test_tries.made().as_found()
    for _ in range(FREE_TRIES):
        with pytest.raises(WrongSecret):
            test_tries.unlock(disk, "wrong")
        disk = next(iter(disk.states(random.Random(0), 2)))
    with pytest.raises(TooManyTries):
        test_tries.unlock(disk, "wrong")


def tries_before_they_are_tried() -> None:
    with pytest.MonkeyPatch.context() as patch:
        test_tries.test_a_try_counts_before_it_is_tried(test_tries.made(), patch)


def restarts_and_clocks() -> None:
    test_tries.test_neither_a_restart_nor_a_clock_turned_back_shortens_the_wait(test_tries.made())
    test_tries.test_a_clock_turned_on_ends_no_wait_where_the_device_knows_better(test_tries.made())


def sweeps() -> None:
    """What came in a moment ago may be about to be kept."""
    disk = FaultyDisk()
    vault = device(disk).create("Ada", "fox", "1000", new_id=lambda: ADA, now_ms=0)
    received = vault.media.receive([b"words"])
    vault.media.sweep()
    with vault.batch():
        vault.media.keep(received)
    assert b"".join(vault.media.open(received.sha256_hex)) == b"words"


def names_that_may_be_lost() -> None:
    disk = FaultyDisk()
    vault = device(disk).create("Ada", "fox", "1000", new_id=lambda: ADA, now_ms=0)
    test_media.test_names_that_may_not_be_durable_have_to_come_again(vault, disk)


def a_vault_in_use() -> None:
    _in_a_folder(test_disk.test_a_lock_is_held_once_even_in_one_program)


def short_writes() -> None:
    """The system may take a write in pieces; what it took is not all."""

    def written_short(folder: Path) -> None:
        write = os.pwrite
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(os, "pwrite", lambda number, rest, at: write(number, rest[:3], at))
            file = RealDisk().open(folder / "file", create=True)
            file.write_at(2, b"0123456789")
            assert file.read_at(0, 20) == b"\x00\x000123456789"
            file.close()

    _in_a_folder(written_short)


def _in_a_folder(test: Callable[[Path], None]) -> None:
    with TemporaryDirectory() as folder:
        test(Path(folder))
