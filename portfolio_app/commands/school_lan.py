"""portfolio school lan-certificate and serve --lan: a school on its own network."""

import argparse
import os
import sys
from collections.abc import Callable
from dataclasses import replace

from portfolio_app.commands.output import EXIT_DONE, show
from portfolio_app.settings import Settings


def add_arguments(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """One verb; again, it renews the certificate and keeps the key that devices know."""
    made = verb("lan-certificate", "an address and certificate for the school's own network")
    made.add_argument(
        "place", nargs="?", default="", metavar="HOST:PORT", help="such as 192.168.1.20:8443"
    )


def lan_certificate(arguments: argparse.Namespace, settings: Settings) -> int:
    """Make or renew it, and say what stands on the cards from now on."""
    from portfolio_app.commands.school_opening import opened_school  # noqa: PLC0415
    from portfolio_app.school import own_network  # noqa: PLC0415
    from portfolio_app.school.cards import shown_address  # noqa: PLC0415

    with opened_school(arguments, settings) as school:
        data, now_ms = school.settings.data, school.now_ms()
        if arguments.place:
            found = own_network.set_up(school.database, data, arguments.place, now_ms)
        else:
            found = own_network.renewed(school.database, data, now_ms)
    address = shown_address(found.address)
    lines = [
        f"On the school's own network: {address}",
        "Print new cards: portfolio school cards. Start it: portfolio school serve --lan",
    ]
    show({"address": address, "certificate": str(found.certificate)}, lines,
         as_json=arguments.json)  # fmt: skip
    return EXIT_DONE


def serve(arguments: argparse.Namespace, settings: Settings) -> int:
    """Answer on the school's own network by TLS with its own key, until it is stopped."""
    from portfolio_app.school import app, own_network  # noqa: PLC0415

    data = arguments.data or settings.data
    chosen = app.settings_for(data, settings, os.environ, default_address="http://localhost")
    school = app.open_school(chosen, os.environ)
    network = own_network.renewed(school.database, data, school.now_ms())
    place = network.address.partition("#")[0]
    address = chosen.address if chosen.is_secure else place
    hosts = chosen.more_hosts | {network.host}
    school = replace(school, settings=replace(chosen, address=address, more_hosts=hosts))

    def ready() -> None:
        facts = {"address": place, "port": network.port}
        show(facts, [f"The school answers at {place}"], as_json=arguments.json)
        sys.stdout.flush()

    app.serve(
        school,
        host=arguments.host or network.host,
        port=network.port,
        certificate=network.certificate,
        key=network.key,
        ready=ready,
    )
    return EXIT_DONE
