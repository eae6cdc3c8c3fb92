"""`lean-desktop new`: an empty workspace, the sample company, or any size for measuring."""

import argparse
from collections import Counter

from lean_desktop.commands.arguments import Arguments, WrongUse
from lean_desktop.commands.console import Console
from lean_desktop.i18n import Language
from lean_desktop.samples import making
from lean_desktop.samples.generated import Size

MOST_PEOPLE, MOST_YEARS, MOST_SEED = 100_000, 30, 2**32


def add_arguments(parser: Arguments, t: Language) -> None:
    """What `new` takes."""
    parser.file("FILE", t("the workspace to make; an existing file is never overwritten"))
    add = parser.own.add_argument
    add("--sample", action="store_true", help=t("fill it with the company Verkstedindustri AS"))
    people, years = parser.a_number(1, MOST_PEOPLE), parser.a_number(1, MOST_YEARS)
    add("--people", type=people, metavar="N", help=t("fill it with this many made-up people"))
    add("--years", type=years, metavar="Y", help=t("and their meetings of so many years (5)"))
    seed = parser.a_number(0, MOST_SEED)
    add("--seed", type=seed, metavar="S", help=t("another seed gives other people (1)"))


def run(options: argparse.Namespace, console: Console) -> int:
    """Make it, and say what is in it."""
    if options.sample and options.people:
        raise WrongUse(console.t("--sample and --people exclude each other"))
    if not options.people and (options.years or options.seed):
        raise WrongUse(console.t("--years and --seed go with --people"))
    made = _make(options, console)
    console.say(_told(made, options.file.name, console.t))
    return 0


def _make(options: argparse.Namespace, console: Console) -> Counter[str]:
    if options.sample:
        return making.make_sample(options.file, console.now, console.t.code)
    if options.people:
        seed = 1 if options.seed is None else options.seed
        size = Size(options.people, options.years or 5, seed)
        return making.make_generated(options.file, size, console.now, console.t.code)
    return making.make_empty(options.file, options.file.stem)


def _told(made: Counter[str], name: str, t: Language) -> str:
    if not made:
        return t("Made “{name}”, an empty workspace.", name=name)
    return t(
        "Made “{name}” with {people}, {groups} and {meetings}.",
        name=name,
        people=t.plural("{n} person", "{n} people", made["person"]),
        groups=t.plural("{n} group", "{n} groups", made["group"]),
        meetings=t.plural("{n} meeting", "{n} meetings", made["meeting"]),
    )
