"""Systems, places, partnerships, organisations and sources."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, ClassVar

import attrs

from placebench.model import vocabularies as v
from placebench.model.facts import as_tuple
from placebench.model.fields import Row, column


@attrs.frozen
class System(Row):
    """An integrated care system."""

    __table__: ClassVar[str] = "systems"
    system_id: Annotated[str, v.SLUG] = column("Slug of the system.", key=True)
    name: str = column("Name of the system.")
    ods_code: str | None = column("ODS code of its board, where sure.", default=None)
    gss_code: str | None = column("ONS (GSS) code, where sure.", default=None)
    valid_from: dt.date | None = column("First day of the codes.", default=None)
    valid_to: dt.date | None = column("Last day of the codes.", default=None)
    successor: str | None = column("Name of the body that it became part of.", default=None)


@attrs.frozen
class Place(Row):
    """A place: the area of one partnership."""

    __table__: ClassVar[str] = "places"
    place_id: Annotated[str, v.PLACE] = column("System and slug.", key=True)
    system_id: v.SystemId = column("The system that it belongs to.")
    name: str = column("Name of the place.")
    footprint: tuple[str, ...] = column(
        "GSS codes of the local authorities that it covers, where sure.", default=(), converter=as_tuple
    )
    valid_from: dt.date | None = column("First day, if it is known.", default=None)
    valid_to: dt.date | None = column("Last day, if it has ended.", default=None)


@attrs.frozen
class Partnership(Row):
    """A place-based partnership under its own name."""

    __table__: ClassVar[str] = "partnerships"
    partnership_id: Annotated[str, v.FRAMEWORK] = column("Place and slug of the name.", key=True)
    place_id: v.PlaceId = column("The place that it is for.")
    name: str = column("Its name.")
    aliases: tuple[str, ...] = column("Other names of it.", default=(), converter=as_tuple)
    valid_from: dt.date | None = column("First day, if it is known.", default=None)
    valid_to: dt.date | None = column("Last day, if it has ended.", default=None)


@attrs.frozen
class Organisation(Row):
    """An organisation that documents name."""

    __table__: ClassVar[str] = "organisations"
    organisation_id: str = column("ODS or GSS code, else a slug of the name.", key=True)
    name: str = column("Its name.")
    aliases: tuple[str, ...] = column("Other names of it.", default=(), converter=as_tuple)
    sectors: tuple[Annotated[str, v.SECTOR], ...] = column("Its sectors.", converter=as_tuple)
    ods_code: str | None = column("ODS code, where sure.", default=None)
    gss_code: str | None = column("ONS (GSS) code, where sure.", default=None)
    valid_from: dt.date | None = column("First day, if it is known.", default=None)
    valid_to: dt.date | None = column("Last day, if it has ended.", default=None)


@attrs.frozen
class Source(Row):
    """A document, by its content."""

    __table__: ClassVar[str] = "sources"
    source_id: Annotated[str, v.HEX16] = column("First 16 hex digits of the sha256.", key=True)
    sha256: Annotated[str, v.HEX64] = column("sha256 of the bytes.")
    title: str | None = column("Title.", default=None)
    publisher: str | None = column("Publisher.", default=None)
    document_type: str | None = column("Board paper, minutes, web page and the like.", default=None)
    published: dt.date | None = column(
        "Day of publication; the first of the period where less is known.", default=None
    )
    published_precision: Annotated[str, v.PRECISION] | None = column(
        "How exactly `published` is known.", default=None
    )
    media_type: str = column("Media type, told from the content.")
    pages: int | None = column("Number of pages, where the format has pages.", default=None)
    characters: int = column("Length of the text.", unit="characters")
    path: str = column("File name, below the folder that was imported.")
    url: str | None = column("Where it was published.", default=None)
