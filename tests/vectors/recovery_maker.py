"""Makes recovery-1.json: `python -m tests.vectors.recovery_maker`. The same bytes each time.

Every key, nonce and salt is fixed, so that another program may make the file too. What must be
refused is made from what is good by one change each, and says by which words it is refused.
"""

import hashlib
import json
from pathlib import Path
from typing import Any
from unittest import mock

from portfolio_app.sealing import recovery_texts, school_recovery
from portfolio_app.sealing.hpke import public_key_of, seal_with
from portfolio_app.sealing.recovery_key_file import SchoolRecoveryKey, write_key_file
from portfolio_app.sealing.school_recovery import RecoveryRequest
from portfolio_app.sealing.secret import SecretParameters

FILE = Path(__file__).parent / "recovery-1.json"
PASSPHRASE = "four quiet herons standing"
SCHOOL, OTHER_SCHOOL = bytes(range(32)), bytes(range(1, 33))
REPLY, OTHER_REPLY = bytes(range(2, 34)), bytes(range(3, 35))
VAULT, OTHER_VAULT = "00" * 15 + "01", "00" * 15 + "02"
VAULT_KEY = hashlib.sha256(b"the vault's key").digest()
PARAMETERS = SecretParameters("scrypt", 1024, 1, 1, bytes(range(16)))
SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

Vector = dict[str, Any]


def fixed(name: str) -> bytes:
    """32 bytes that stand for chance."""
    return hashlib.sha256(name.encode()).digest()


def request(vault: str = VAULT, school: bytes = SCHOOL, reply: bytes = REPLY) -> RecoveryRequest:
    public = public_key_of(school)
    info = school_recovery._bound("school slot", vault, public)
    sealed = seal_with(fixed(f"slot {vault}"), public, VAULT_KEY, info)
    return RecoveryRequest(vault, public, sealed, public_key_of(reply))


def answer(asked: RecoveryRequest, reply_key: bytes = b"") -> bytes:
    reply_key = reply_key or asked.reply_key
    info = school_recovery._bound("school answer", asked.vault_id, reply_key)
    return seal_with(fixed("answer " + asked.id), reply_key, VAULT_KEY, info)


def requests() -> list[Vector]:
    made = []
    for name, asked in (("plain", request()), ("another vault", request(OTHER_VAULT))):
        answered = answer(asked)
        made.append(
            {
                "name": name,
                "json": asked.to_json(),
                "id": asked.id,
                "comparison": school_recovery.comparison_of(asked),
                "text": recovery_texts.question_text(asked),
                "answer": answered.hex(),
                "answer_text": recovery_texts.answer_text(asked.id, answered),
            }
        )
    return made


def bad_requests() -> list[Vector]:
    good = request().to_json()
    changes: list[tuple[str, Vector]] = [
        (f"{field} {how}", {**good, field: value})
        for field in good
        for how, value in (
            ("cut short", good[field][:-2]), ("too long", good[field] + "00"),
            ("in capitals", good[field][:-2] + "AB"), ("no hex", good[field][:-2] + "zz"),
            ("no text", 7), ("with a space", good[field][:-2] + " 0"),
        )
    ]  # fmt: skip
    changes += [
        (f"without {field}", {k: v for k, v in good.items() if k != field}) for field in good
    ]
    return [
        {"name": name, "json": document, "error": "not a request for recovery"}
        for name, document in changes
    ]


def bad_answers() -> list[Vector]:
    asked, other = request(), request(reply=OTHER_REPLY)
    good = answer(asked)
    changes = {
        "for another question": answer(other),
        "for another vault": answer(request(OTHER_VAULT)),
        "sealed to the right key for another": answer(asked, other.reply_key),
        "the school's own box": asked.sealed,
        "one bit of the ciphertext": good[:40] + bytes([good[40] ^ 1]) + good[41:],
        "one bit of the encapsulated key": bytes([good[0] ^ 1]) + good[1:],
        "one bit of the tag": good[:-1] + bytes([good[-1] ^ 0x80]),
        "cut short": good[:-1],
        "nothing": b"",
        "zeros": bytes(80),
    }
    return [
        {"name": name, "answer": changed.hex(), "error": "does not open|cut short"}
        for name, changed in changes.items()
    ]


def bad_boxes() -> list[Vector]:
    """What a school must not answer; with whose private key, and the words it refuses with."""
    good, other = request(), request(OTHER_VAULT)
    boxes = [
        ("another school's key", good, OTHER_SCHOOL, "another recovery key"),
        ("another vault's box", RecoveryRequest(VAULT, good.school_key, other.sealed,
                                                good.reply_key), SCHOOL, "does not open"),
        ("another vault's name", RecoveryRequest(OTHER_VAULT, good.school_key, good.sealed,
                                                 good.reply_key), SCHOOL, "does not open"),
        ("another school named", RecoveryRequest(VAULT, public_key_of(OTHER_SCHOOL), good.sealed,
                                                 good.reply_key), OTHER_SCHOOL, "does not open"),
        ("a reply key that is none", RecoveryRequest(VAULT, good.school_key, good.sealed,
                                                     bytes(32)), SCHOOL, "not a public key"),
    ]  # fmt: skip
    return [
        {"name": name, "json": asked.to_json(), "private_key": key.hex(), "error": error}
        for name, asked, key, error in boxes
    ]


def with_filling(plain: bytes) -> str:
    """A text whose filling bits are not zero; everything else fits."""
    text = recovery_texts.private_key_text(plain)
    return text[:-1] + SYMBOLS[SYMBOLS.index(text[-1]) | 1]


def bad_texts() -> list[Vector]:
    ask, reply = recovery_texts.question_text(request()), requests()[0]["answer_text"]
    paper = recovery_texts.private_key_text(SCHOOL)
    return [
        {"name": name, "kind": kind, "text": text, "error": error}
        for name, kind, text, error in (
            ("nothing", "question", "", "begins with PORTFOLIO-ASK-1"),
            ("without a name", "question", ask.partition(":")[2], "begins with PORTFOLIO-ASK-1"),
            ("an answer", "question", reply, "That is a school's answer"),
            ("a private key", "question", paper, "That is a school's recovery key"),
            ("a question", "answer", ask, "That is a question to a school"),
            ("a question", "key", ask, "That is a question to a school"),
            ("version 2", "question", ask.replace("ASK-1", "ASK-2"), "another version"),
            ("version 12", "answer", reply.replace("-1:", "-12:"), "another version"),
            ("a symbol missing", "question", ask[:-1], "262 were read"),
            ("a symbol too many", "question", ask + "0", "264 were read"),
            ("a symbol missing", "answer", reply[:-1], "159 were read"),
            ("a symbol missing", "key", paper[:-1], "57 were read"),
            ("a U", "question", ask[:20] + "U" + ask[21:], "Place 5"),
            ("a mark", "answer", reply[:-1] + "!", "Place 160"),
            ("one symbol other", "question", changed_at(ask, 30), "mistake in it"),
            ("one symbol other", "answer", changed_at(reply, 40), "mistake in it"),
            ("one symbol other", "key", changed_at(paper, 20), "mistake in it"),
            ("two neighbours exchanged", "answer", exchanged(reply), "mistake in it"),
            ("filling not zero", "key", with_filling(SCHOOL), "mistake in it"),
            ("too long", "question", ask + " " * 2_000, "too long"),
            ("an address", "question", "https://school.example/join#ABCD-1234", "begins with"),
        )
    ]  # fmt: skip


def changed_at(text: str, place: int) -> str:
    other = SYMBOLS[(SYMBOLS.index(text[place]) + 1) % 32]
    return text[:place] + other + text[place + 1 :]


def exchanged(text: str) -> str:
    place = next(at for at in range(60, 120) if text[at] != text[at + 1])
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def good_texts() -> list[Vector]:
    ask, paper = recovery_texts.question_text(request()), recovery_texts.private_key_text(SCHOOL)
    return [
        {"name": name, "kind": kind, "text": text, "plain": plain.hex()}
        for name, kind, text, plain in (
            ("as in a QR code", "question", ask, request().to_bytes()),
            ("in small letters", "question", ask.lower(), request().to_bytes()),
            ("in groups", "question", recovery_texts.in_groups(ask), request().to_bytes()),
            ("wide letters", "key", "".join(chr(ord(c) + 0xFEE0) for c in paper), SCHOOL),
            ("look-alikes", "key", paper[:16] + paper[16:].replace("0", "O").replace("1", "l"),
             SCHOOL),
            ("long dashes", "key", paper.replace("-", "\u2014"), SCHOOL),
        )
    ]  # fmt: skip


def comparisons() -> dict[str, list[Vector]]:
    digits = requests()[0]["comparison"]
    plain = digits.replace(" ", "")
    last = str((int(plain[-1]) + 1) % 10)
    good = [digits, plain, digits.replace(" ", "-"), f"  {digits}.",
            "".join(chr(0x0660 + int(d)) for d in plain)]  # fmt: skip
    bad = [
        (plain[:-1] + last, "not the digits"), (plain[::-1], "not the digits"),
        ("0" * 12, "not the digits"), (requests()[1]["comparison"], "not the digits"),
        (plain[:-1], "Type the 12 digits"), (plain + "0", "Type the 12 digits"),
        (plain[:-1] + "O", "Type the 12 digits"), ("", "Type the 12 digits"),
        (plain + " " * 60, "Type the 12 digits"),
    ]  # fmt: skip
    return {
        "good": [{"typed": typed} for typed in good],
        "bad": [{"typed": typed, "error": error} for typed, error in bad],
    }


def key_files() -> dict[str, Any]:
    key = SchoolRecoveryKey(SCHOOL, "Riverside School", 1_790_000_000_000)
    with mock.patch("secrets.token_bytes", lambda size: fixed("nonce")[:size]):
        good = write_key_file(key, PASSPHRASE, PARAMETERS).decode("ascii")
    document = json.loads(good)

    def changed(**fields: Any) -> str:
        return json.dumps({**document, **fields})

    stretch = document["stretch"]
    bad = [
        ("another passphrase", good, PASSPHRASE + ".", "does not open"),
        ("another school's name", changed(school="Hill School"), PASSPHRASE, "does not open"),
        ("another time", changed(made_ms=1), PASSPHRASE, "does not open"),
        ("another public half", changed(key=public_key_of(OTHER_SCHOOL).hex()), PASSPHRASE,
         "does not open"),
        ("weaker stretching", changed(stretch={**stretch, "memory_kib": 512}), PASSPHRASE,
         "does not open"),
        ("too much work", changed(stretch={**stretch, "memory_kib": 1 << 19}), PASSPHRASE,
         "more work"),
        ("too many rounds", changed(stretch={**stretch, "passes": 9}), PASSPHRASE, "more work"),
        ("stretching of no kind", changed(stretch={**stretch, "algorithm": "md5"}), PASSPHRASE,
         "does not know"),
        ("box cut short", changed(sealed=document["sealed"][:-2]), PASSPHRASE, "does not open"),
        ("box not hex", changed(sealed="zz"), PASSPHRASE, "damaged"),
        ("version 2", changed(version=2), PASSPHRASE, "another version"),
        ("another format", changed(format="portfolio-keys"), PASSPHRASE, "not the file"),
        ("one field more", changed(note=""), PASSPHRASE, "not the file"),
        ("one field less", json.dumps({k: v for k, v in document.items() if k != "made_ms"}),
         PASSPHRASE, "not the file"),
        ("time no number", changed(made_ms="1"), PASSPHRASE, "not the file"),
        ("a list", "[]", PASSPHRASE, "not the file"),
        ("no JSON", good[:-5], PASSPHRASE, "not the file"),
        ("deep JSON", "[" * 4_000, PASSPHRASE, "not the file"),
        ("too long", good + " " * 4_096, PASSPHRASE, "not the file"),
        ("nothing", "", PASSPHRASE, "not the file"),
    ]  # fmt: skip
    return {
        "good": {"file": good, "passphrase": PASSPHRASE, "private_key": SCHOOL.hex()},
        "bad": [
            {"name": name, "file": file, "passphrase": phrase, "error": error}
            for name, file, phrase, error in bad
        ],
    }


def document() -> Vector:
    """Everything."""
    return {
        "school_private_key": SCHOOL.hex(),
        "reply_private_key": REPLY.hex(),
        "vault_key": VAULT_KEY.hex(),
        "requests": requests(),
        "bad_requests": bad_requests(),
        "bad_answers": bad_answers(),
        "bad_boxes": bad_boxes(),
        "texts": {"good": good_texts(), "bad": bad_texts()},
        "comparisons": comparisons(),
        "key_files": key_files(),
    }


def written() -> str:
    return json.dumps(document(), indent=1) + "\n"


if __name__ == "__main__":
    FILE.write_text(written(), encoding="ascii")
