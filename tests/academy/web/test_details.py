"""What a person says about herself: read, compared, shown again."""

from __future__ import annotations

from academy.people.models import Person
from academy.web.details import Details, as_form, choices, read_details, taken

from .conftest import Site


def test_what_is_shown_is_read_back_the_same() -> None:
    """A form that is sent as it was shown changes nothing."""
    said = Details("Ani Lestari", "+6281211110000", None, "36.74", "Emping", "P", "25–34")
    person = Person()
    said.put_into(person)
    form = as_form(person)
    assert read_details(lambda name: form[name]) == (said, {})
    assert person.business_group == "makanan dan minuman"


def test_choices_are_what_is_understood() -> None:
    """Each district and each age group that is offered is taken; others are not."""
    for code, _ in choices()["districts"]:
        for age, _ in choices()["ages"]:
            form = {"name": "Ani", "phone": "081211110001", "district": code, "age": age}
            details, wrong = read_details(lambda name, form=form: form.get(name, ""))
            assert details is not None, wrong
            assert (details.district, details.age_group) == (code, age)
    form = {"name": "Ani", "phone": "081211110001", "district": "36.01", "age": "5–6"}
    details, _ = read_details(lambda name: form.get(name, ""))
    assert details is not None
    assert details.age_group is None


def test_her_own_number_is_not_taken(site: Site) -> None:
    """Another's is, and the field is named."""
    tosari = site.person("tosari")
    mine = Details("Siti", tosari.phone, None, "36.02", "", None, None)
    with site.store.reading() as session:
        assert taken(session, mine, but="tosari") == {}
        assert set(taken(session, mine)) == {"phone"}
        nobody = Details("Siti", None, "baru@contoh.id", "36.02", "", None, None)
        assert taken(session, nobody) == {}  # who has no number is not the one who has none
