"""The command line: portfolio demo | student | learner | school."""

import sys

from portfolio_app.commands import run


def main() -> int:
    """Run the command that the arguments name; the exit status."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
