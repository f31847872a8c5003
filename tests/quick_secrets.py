"""PINs stretched for a moment only: much of a test's time would go there, and no test of an app
needs it. `tests/sealing` keeps the real strength, and so does what a test starts from nothing.
"""

from types import MappingProxyType

from portfolio_app.sealing import secret

QUICK = MappingProxyType(
    {
        "ARGON2ID_MEMORY_KIB": 64, "ARGON2ID_PASSES": 1,
        "SCRYPT_MEMORY_KIB": 64, "SCRYPT_PASSES": 1,
    }
)  # fmt: skip
REAL = MappingProxyType({name: getattr(secret, name) for name in QUICK})


def make_quick() -> None:
    """From now on, for the rest of this process."""
    for name, number in QUICK.items():
        setattr(secret, name, number)
