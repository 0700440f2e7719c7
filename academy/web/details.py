"""What a person says about herself in a form: read field by field, with a sentence where one is wrong."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from academy.people import roster
from academy.people.contacts import read_email, read_phone
from academy.people.models import Person
from academy.people.traits import AGE_GROUPS, business_group, read_name, read_sex
from usaha.districts import DISTRICTS

NO_DISTRICT = "Pilih kabupaten atau kota Anda."
TAKEN = (
    "Sudah ada akun dengan nomor atau alamat ini. Mintalah kata sandi baru kepada pendamping Anda."
)
_AGES = [name for _, name in AGE_GROUPS]


@dataclass(frozen=True, slots=True)
class Details:
    """What a person may say, and later correct, herself.

    Attributes:
        phone: as ``+62…``; of phone and e-mail one at least is there.
        district: code of the district, such as ``36.02``.
        sex: ``L``, ``P`` or unknown.
        age_group: one of `academy.people.traits.AGE_GROUPS`, or unknown.
    """

    display_name: str
    phone: str | None
    email: str | None
    district: str
    business: str
    sex: str | None
    age_group: str | None

    def put_into(self, person: Person) -> None:
        """Write them into a person's row."""
        for field in fields(self):
            setattr(person, field.name, getattr(self, field.name))
        person.business_group = business_group(self.business)


def read_details(text: Callable[[str], str]) -> tuple[Details | None, dict[str, str]]:
    """Read a form.

    Args:
        text: gives a field by its name: `name`, `phone`, `email`, `district`, `business`, `sex`
            and `age`.

    Returns:
        ``(details, {})``, or ``(None, wrong)`` with an Indonesian sentence for each wrong field.

    Example:
        >>> form = {"name": "ani", "phone": "0812-3456-7890", "district": "36.02"}
        >>> read_details(lambda name: form.get(name, ""))[0].phone
        '+6281234567890'
        >>> read_details(lambda name: "")[1]["district"]
        'Pilih kabupaten atau kota Anda.'
    """
    name, name_wrong = read_name(text("name"))
    phone, phone_wrong = read_phone(text("phone"))
    email, email_wrong = read_email(text("email"))
    sex, sex_wrong = read_sex(text("sex"))
    district = text("district") if text("district") in {d.code for d in DISTRICTS} else ""
    if not (phone or email or phone_wrong or email_wrong):
        phone_wrong = roster.NO_CONTACT
    wrong = {
        "name": name_wrong,
        "phone": phone_wrong,
        "email": email_wrong,
        "sex": sex_wrong,
        "district": None if district else NO_DISTRICT,
    }
    found = {field: sentence for field, sentence in wrong.items() if sentence}
    if found:
        return None, found
    age = text("age") if text("age") in _AGES else None
    return Details(name, phone, email, district, text("business")[:80], sex, age), {}


def taken(session: Session, details: Details, but: str = "") -> dict[str, str]:
    """Say which of her phone number and e-mail are somebody else's already.

    Args:
        session: reads the database.
        details: what she said.
        but: her own user name, if she has one.
    """
    mine = {"phone": details.phone, "email": details.email}
    return {
        field: TAKEN
        for field, value in mine.items()
        if value and session.scalar(_other_with(field, value, but)) is not None
    }


def _other_with(field: str, value: str, but: str) -> Select[int]:
    return select(Person.id).where(getattr(Person, field) == value, Person.user_name != but)


def as_form(person: Person) -> dict[str, str]:
    """Give a person's row as the fields of the form.

    Example:
        >>> as_form(Person(display_name="Ani", phone="+6281234567890", district="36.02"))["phone"]
        '081234567890'
    """
    phone = "0" + person.phone.removeprefix("+62") if person.phone else ""
    rest = {"sex": person.sex, "age": person.age_group, "business": person.business}
    return {
        "name": person.display_name,
        "phone": phone,
        "email": person.email or "",
        "district": person.district,
        **{field: value or "" for field, value in rest.items()},
    }


def choices() -> dict[str, list[tuple[str, str]]]:
    """Give what the form's lists offer."""
    return {
        "districts": [(district.code, district.name) for district in DISTRICTS],
        "ages": [(name, name) for name in _AGES],
    }
