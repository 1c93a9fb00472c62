"""`placebench profile`: files that tell how to read a system that no plugin is for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from placebench.cli.output import complain, examples, print_rows

if TYPE_CHECKING:
    from placebench.codebook import SystemProfile

profile_option = click.option(
    "--profile",
    "profiles",
    multiple=True,
    metavar="FILE",
    help="Read the system of this profile too, in place of a plugin that reads it; may be given several "
    "times. See `placebench profile`.",
)


@click.group(
    "profile",
    epilog=examples(
        "placebench profile new devon --out devon.toml",
        "placebench profile check devon.toml",
        "placebench run papers --profile devon.toml --out out",
    ),
)
def profile() -> None:
    """Write and check profiles of systems that no plugin is for.

    A profile is a file in TOML: the names of a system, of its places and of their partnerships. It is all
    that is needed to read the system's documents.
    """


@profile.command("new", epilog=examples("placebench profile new devon --out devon.toml"))
@click.argument("system_id")
@click.option(
    "--out",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; it must not be there yet. Without it the profile is printed.",
)
def new(*, system_id: str, out: Path | None) -> None:
    """Write a profile to fill in, in which each key is explained.

    SYSTEM_ID is what identifiers of the system's places begin with: small letters, digits and hyphens.
    """
    from placebench.cli.writing import write_new
    from placebench.codebook import new_profile

    text = new_profile(system_id)
    if out is None:
        click.echo(text, nl=False)
        return
    write_new(out, text.encode())
    complain(f"Profile written to {out}; fill it in, then `placebench profile check {out}`.")


@profile.command("check", epilog=examples("placebench profile check devon.toml"))
@click.argument("file")
def check(*, file: str) -> None:
    """Check a profile, and print what it holds.

    The first entry that cannot be used is told with its line; the exit code is then 1.
    """
    from placebench.profiles import ProfilePlugin

    (importer,) = ProfilePlugin(file).importers
    system = importer.system
    click.echo(f"{system.name} ({system.system_id}), importer {importer.name}@{importer.version}\n")
    print_rows(("what", "id", "names in documents", "from", "to"), list(_contents(importer.profile)))
    for name in _untouched(importer.profile):
        complain(f"{file}: the place “{name}” stands in every new profile; put your own places there.")
    for first, second in _one_name_in_two_places(importer.profile):
        complain(
            f"{file}: “{first}” and “{second}” are read as one name, and stand in two places; if they are "
            "one place, make one name an alias of the other."
        )


def _untouched(profile: SystemProfile) -> list[str]:
    """Return the names of places that a profile still has from the one to begin with."""
    from placebench.codebook import new_profile, parse_profile

    given = parse_profile("new", new_profile(profile.system.system_id).encode())
    return sorted({place.name for place in given.places} & {place.name for place in profile.places})


def _one_name_in_two_places(profile: SystemProfile) -> Iterator[tuple[str, str]]:
    """Yield names of two places that differ by “&” and “and” alone."""
    first: dict[str, tuple[str, str]] = {}
    for place in profile.places:
        for name in (place.name, *profile.place_aliases[place.place_id]):
            other, its_name = first.setdefault(name.replace(" & ", " and "), (place.place_id, name))
            if other != place.place_id:
                yield its_name, name


def _contents(profile: SystemProfile) -> Iterator[tuple[object, ...]]:
    system = profile.system
    names = [system.name, *profile.aliases]
    yield "system", system.system_id, names, system.valid_from, system.valid_to
    for place in profile.places:
        names = [place.name, *profile.place_aliases[place.place_id]]
        for one in profile.partnerships:
            names += [one.name, *one.aliases] if one.place_id == place.place_id else []
        yield "place", place.place_id, names, place.valid_from, place.valid_to
    for body in profile.organisations:
        names = [body.name, *body.aliases]
        yield "organisation", body.organisation_id, names, body.valid_from, body.valid_to
    for kind, words in profile.own_words.items():
        if words:
            yield "words", kind, list(words), None, None
    for edition in profile.editions:
        yield "edition", edition.name, list(edition.match.expressions), None, None
