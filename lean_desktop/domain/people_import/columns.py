"""Which column of a list says what: headings in Norwegian and English, found and matched."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from lean_desktop.domain.spreadsheet import column_letters
from lean_desktop.i18n import N_


class Field(StrEnum):
    """What a column can say of a person. All but the two whole names are fields of `Person`."""

    NUMBER = "number"
    FIRST_NAME = "first_name"
    LAST_NAME = "last_name"
    NAME = "name"
    NAME_LAST_FIRST = "name_last_first"
    TITLE = "title"
    UNIT = "unit"
    MANAGER = "manager"
    EMAIL = "email"
    PHONE = "phone"
    PERCENT = "percent"
    ACTIVE_FROM = "active_from"
    ACTIVE_TO = "active_to"


FIELD_NAMES = {
    Field.NUMBER: N_("Employee number"),
    Field.FIRST_NAME: N_("First name"),
    Field.LAST_NAME: N_("Last name"),
    Field.NAME: N_("Full name"),
    Field.NAME_LAST_FIRST: N_("Full name, last name first"),
    Field.TITLE: N_("Job title"),
    Field.UNIT: N_("Unit"),
    Field.MANAGER: N_("Manager"),
    Field.EMAIL: N_("E-mail"),
    Field.PHONE: N_("Phone"),
    Field.PERCENT: N_("Position in percent"),
    Field.ACTIVE_FROM: N_("First day"),
    Field.ACTIVE_TO: N_("Last day"),
}

WHOLE_NAMES = frozenset({Field.NAME, Field.NAME_LAST_FIRST})
NAMES = WHOLE_NAMES | {Field.FIRST_NAME, Field.LAST_NAME}
IDENTIFYING = NAMES | {Field.NUMBER}

Columns = Mapping[Field, int]
"""Which column, counted from 0, each field is taken from; fields that are not there stay as they are."""

# Headings as systems write them, without blanks and punctuation, the surest first. Birth numbers
# (personnummer) are left out on purpose: they have no place in the file.
_HEADINGS = {
    Field.NUMBER: (
        "ansattnr ansattnummer ansattnrnummer ansnr ansattid ansatteid medarbeidernr"
        " medarbeidernummer medarbeiderid lønnsnr lønnsnummer employeenumber employeeno employeenr"
        " employeeid empno empid staffno staffnumber staffid personnelnumber personnelno"
        " payrollnumber nummer nr number no id"
    ),
    Field.FIRST_NAME: "fornavn fornavnmellomnavn fornamn firstname givenname forename first",
    Field.LAST_NAME: "etternavn slektsnavn etternamn efternavn lastname surname familyname last",
    Field.NAME: (
        "navn fulltnavn fullstendignavn helenavnet ansattnavn ansattesnavn medarbeidernavn"
        " fornavnetternavn fornavnogetternavn visningsnavn namn name fullname employeename"
        " displayname firstnamelastname ansatt medarbeider employee person"
    ),
    Field.NAME_LAST_FIRST: (
        "etternavnfornavn etternavnogfornavn lastnamefirstname surnamefirstname lastfirst"
    ),
    Field.TITLE: (
        "stilling stillingstittel stillingsbetegnelse stillingsnavn jobbtittel tittel yrkestittel"
        " jobtitle positiontitle title position job role yrke rolle funksjon"
    ),
    Field.UNIT: (
        "avdeling avdelingsnavn avdelingnavn avd enhet enhetsnavn organisasjonsenhet orgenhet"
        " seksjon department departmentname dept unit orgunit organisationalunit"
        " organizationalunit section division divisjon team"
    ),
    Field.MANAGER: (
        "ledersansattnr ledersansattnummer lederansattnr ledernr lederid managerid managernumber"
        " manageremployeeid managerno nærmesteleder nærmestelederesnavn nærmestelederernavn"
        " nærmesteoverordnede overordnet overordnede personalleder ledernavn leder rapporterertil"
        " linemanager manager managername supervisor reportsto sjef boss"
    ),
    Field.EMAIL: (
        "epost epostadresse epostjobb jobbepost arbeidsepost email emailaddress workemail"
        " businessemail primaryemail mail mailadresse mailaddress"
    ),
    Field.PHONE: (
        "mobil mobiltelefon mobilnr mobilnummer mobiltlf mobile mobilephone mobilenumber cellphone"
        " cell telefon telefonnr telefonnummer tlf tlfnr phone phonenumber telephone workphone tel"
    ),
    Field.PERCENT: (
        "stillingsprosent stillingprosent stillingspct stillingsandel stillingsbrøk prosent"
        " employmentpercentage positionpercentage workpercentage workingpercentage percentage"
        " percent fte fteprosent positionprosent employmentprosent workprosent"
    ),
    Field.ACTIVE_FROM: (
        "startdato ansattdato ansattfra ansattfradato ansattsiden ansettelsesdato ansiennitetsdato"
        " tiltrådt tiltredelse tiltredelsesdato begynte startdate hiredate dateofhire"
        " employmentdate employedfrom employmentstart joined joindate fradato gyldigfra fra start"
    ),
    Field.ACTIVE_TO: (
        "sluttdato sluttet ansatttil ansatttildato fratrådt fratredelse fratredelsesdato"
        " sistedag sistearbeidsdag enddate terminationdate leavingdate lastday employedto"
        " employmentend tildato gyldigtil til slutt end"
    ),
}
_KNOWN = {
    heading: (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split())
}
_HEADINGS_WITHIN = 40
"""Rows in which the headings are looked for, below titles and dates of printing."""

_SAMPLE = 200
"""Rows that are looked at to tell what a column holds."""

_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")
_WORDLESS = re.compile(r"[\W_]+")
_ASIDE = re.compile(r"[(\[].*")
_OR = re.compile(r"[/|\n]")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+")


class PeopleList(NamedTuple):
    """A table in which people stand: its rows, and the index of the row with the headings.

    `header` is None where there are no headings; the columns are then called A, B, C.
    """

    rows: Sequence[Sequence[str]]
    header: int | None

    @property
    def headings(self) -> list[str]:
        """What each column is called; its letter where there is no heading."""
        width = max(map(len, self.rows), default=0)
        named = [] if self.header is None else [" ".join(h.split()) for h in self.rows[self.header]]
        named += [""] * (width - len(named))
        return [heading or column_letters(column) for column, heading in enumerate(named)]

    def records(self) -> Iterator[tuple[int, Sequence[str]]]:
        """The rows below the headings, each with its number in the file, counted from 1."""
        first = 0 if self.header is None else self.header + 1
        return enumerate(self.rows[first:], start=first + 1)


def people_list(rows: Sequence[Sequence[str]]) -> PeopleList:
    """The rows with their headings found: the first row that has two we know.

    A single one counts at the very top, when it is a name.
    """
    for index, row in enumerate(rows[:_HEADINGS_WITHIN]):
        if len(_recognised(row)) >= 2 and not any(map(_is_data, row)):
            return PeopleList(rows, index)
    top = next((index for index, row in enumerate(rows) if any(row)), None)
    if top is not None and NAMES & _recognised(rows[top]).keys():
        return PeopleList(rows, top)
    return PeopleList(rows, None)


def guess_columns(source: PeopleList) -> dict[Field, int]:
    """Which columns hold what, by their headings, and an e-mail address by its look."""
    found = {} if source.header is None else _recognised(source.rows[source.header])
    columns = {field: column for field, (_rank, column) in found.items()}
    if Field.EMAIL not in columns:
        columns |= _mail_column(source, columns.values())
    return _without_double_names(columns)


def _recognised(row: Sequence[str]) -> dict[Field, tuple[int, int]]:
    """For each field the surest heading in the row and its column; the leftmost of equals."""
    found: dict[Field, tuple[int, int]] = {}
    for column, heading in enumerate(row):
        known = _field(heading)
        if known and (known[0] not in found or known[1] < found[known[0]][0]):
            found[known[0]] = known[1], column
    return found


def _field(heading: str) -> tuple[Field, int] | None:
    """What a heading means and how sure it is; `Navn / Name` and `Mobil (jobb)` are understood."""
    aside = _ASIDE.sub("", heading)
    for part in (heading, aside, *_OR.split(aside)):
        known = _KNOWN.get(_letters(part))
        if known:
            return known
    return None


def _is_data(cell: str) -> bool:
    """Whether a cell holds what no heading is: a day or an e-mail address."""
    text = cell.strip()
    return bool(_DATE.match(text) or _MAIL.fullmatch(text))


def _letters(heading: str) -> str:
    return _WORDLESS.sub("", heading.casefold().replace("%", "prosent"))


def _without_double_names(columns: dict[Field, int]) -> dict[Field, int]:
    """`Navn` beside `Etternavn` is a first name; beside both parts it says nothing new."""
    if Field.LAST_NAME in columns and Field.NAME in columns:
        columns.setdefault(Field.FIRST_NAME, columns[Field.NAME])
    if Field.FIRST_NAME in columns and Field.LAST_NAME in columns:
        return {field: at for field, at in columns.items() if field not in WHOLE_NAMES}
    return columns


def _mail_column(source: PeopleList, taken: Collection[int]) -> dict[Field, int]:
    """The first column not taken in which most of what is written looks like an address."""
    sample = [row for _number, row in islice(source.records(), _SAMPLE)]
    for column in sorted(set(range(max(map(len, sample), default=0))).difference(taken)):
        cells = [text for row in sample if (text := "".join(row[column : column + 1]).strip())]
        if len(cells) < 2 * sum(1 for text in cells if _MAIL.fullmatch(text)):
            return {Field.EMAIL: column}
    return {}
