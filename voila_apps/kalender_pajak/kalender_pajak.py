# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3 (ipykernel)
#     language: python
#     name: python3
#   title: Kalender Pajak
#   state: values
# ---

# %% [markdown]
# <nav><a class="kembali" href="/services/belajar/pelajaran/pembukuan/01_uang_usaha.html">
# &larr; Pelajaran: Uang Usaha vs Uang Pribadi</a></nav>
#
# # Kalender Pajak
#
# PPh final adalah pajak atas omzet, yaitu seluruh hasil penjualan sebelum dikurangi biaya apa pun.
# Berapa pajak Anda setahun, dan kapan batas waktunya? Ganti angka contoh dengan angka Anda.

# %%
from datetime import date
from html import escape

from IPython.display import display

from usaha import tax_report as report
from usaha.calendar_file import calendar_file
from usaha.dates import format_date, month_names, today
from usaha.language import _
from usaha.money import format_number, format_percent, format_rupiah
from usaha.rules import find_rule
from usaha.tax import final_income_tax
from usaha.tax_calendar import Days, permit_duties, tax_duties
from voila_apps.parts.downloads import download_html
from voila_apps.parts.fields import (
    ChoiceField,
    DayField,
    NumberField,
    PercentField,
    TextField,
)
from voila_apps.parts.form import Form
from voila_apps.parts.rates import rate_line, rates_html
from voila_apps.parts.sentences import next_html, result_html, steps_html
from voila_apps.parts.tool import Tool, View
from voila_apps.parts.year_chart import year_chart

# %%
DAY = today()
RATE = find_rule("pph_final_rate", DAY)
FREE = find_rule("pph_final_exempt_turnover", DAY)
PAYMENT = find_rule("pph_payment_day", DAY)
HALAL = find_rule("halal_umk_food_deadline", DAY)
# The calendar begins where the youngest of its rules does.
FIRST = max(find_rule("nib_online_new_months", DAY), PAYMENT, key=lambda rule: rule.effective_from)
# A fictional shop with milkfish satay: Ramadan and December sell best.
SALES = (42, 55, 88, 40, 42, 45, 44, 46, 45, 48, 47, 60)
KINDS = {
    "individual": _("Orang pribadi"),
    "one_person_company": _("PT perorangan"),
    "cooperative": _("Koperasi"),
    "company": _("PT, CV, firma, atau BUM Desa"),
}
DAYS = {
    "pph_payment_day": _("Tanggal setor, di bulan berikutnya"),
    "annual_return_months_individual": _("Batas SPT Tahunan, bulan sesudah akhir tahun"),
    "annual_return_months_company": _("Batas SPT Tahunan, bulan sesudah akhir tahun"),
    "halal_umk_food_deadline": _("Batas sertifikat halal untuk makanan dan minuman"),
    "nib_online_new_months": _("Batas NIB penjual daring yang baru, dalam bulan"),
    "nib_online_existing_months": _("Batas NIB penjual daring yang lama, dalam bulan"),
}
# The field for what a rule says, by the first word of the rule's key.
FIELD_OF = {"pph": "payment_day", "annual": "return_months", "nib": "nib_months"}
CALENDAR = "text/calendar;charset=utf-8"
YES_NO = {"yes": _("Ya"), "no": _("Tidak")}

# %%
months = {
    f"month_{number:02d}": NumberField(_("Omzet {month} (Rp)", month=name), millions * 1_000_000)
    for number, (name, millions) in enumerate(zip(month_names(), SALES, strict=True), 1)
}
years = {str(year): str(year) for year in (DAY.year - 1, DAY.year, DAY.year + 1)}
form = Form(
    {
        _("1. Usaha Anda"): {
            "business": TextField(
                _("Nama usaha"), "Sate bandeng Ibu Ratu, Serang", fallback=_("Usaha Anda")
            ),
            "kind": ChoiceField(_("Bentuk usaha"), KINDS),
            "year": ChoiceField(_("Tahun"), years, str(DAY.year)),
        },
        _(
            "2. Omzet tiap bulan, milik suami dan istri dijumlahkan. Bulan yang belum lewat: tulis "
            "perkiraan"
        ): months,
        _("3. Izin yang ada batas waktunya"): {
            "food": ChoiceField(_("Anda menjual makanan atau minuman?"), YES_NO),
            "online": ChoiceField(_("Anda berjualan di lokapasar, seperti Shopee?"), YES_NO),
            "online_since": DayField(
                _("Sejak kapan berjualan di lokapasar"), format_date(date(2024, 3, 1))
            ),
        },
        _("4. Angka aturan. Ganti jika Anda tahu yang lebih baru"): {
            "rate": PercentField(_("Tarif PPh final (%)"), RATE.number),
            "free": NumberField(_("Omzet setahun yang bebas pajak (Rp)"), FREE.number),
            "payment_day": NumberField(
                _("Pajak disetor paling lambat tanggal berapa, di bulan berikutnya"),
                PAYMENT.number,
                least=1,
                most=28,
                whole=True,
            ),
            "return_months": NumberField(
                _(
                    "Batas SPT Tahunan, berapa bulan sesudah akhir tahun. Kosongkan untuk memakai aturan"
                ),
                "",
                least=1,
                most=24,
                whole=True,
                optional=True,
            ),
            "halal_day": DayField(
                _("Makanan dan minuman wajib bersertifikat halal sejak"), HALAL.shown
            ),
            "nib_months": NumberField(
                _("Waktu mengurus NIB penjual daring (bulan). Kosongkan untuk memakai aturan"),
                "",
                least=1,
                most=60,
                whole=True,
                optional=True,
            ),
            "day": DayField(_("Dihitung pada tanggal"), format_date(DAY)),
        },
    }
)


# %%
def work(values):
    """Make the view of these values, or say which of them to mend."""
    if values["day"] < FIRST.effective_from:
        start = format_date(FIRST.effective_from)
        return None, {
            "day": _(
                "Aturan di halaman ini berlaku sejak {start}. Tulis tanggal sesudahnya.",
                start=start,
            )
        }
    taxed, notes = tax_of_year(values)
    duties = all_duties(taxed, values)
    free = int(values["free"]) if values["kind"] == "individual" else 0
    return View(
        answer_html(values, taxed, duties, notes),
        year_chart(taxed, free),
        duties_html(values, duties)
        + calculation_html(values, taxed, free)
        + rates_html(rate_lines(values, duties))
        + after_html(),
    ), {}


def tax_of_year(values):
    """Tax each month; a figure of law that she left alone stays that of its month."""
    year = int(values["year"])
    sales = {DAY.replace(year, number, 1): values[name] for number, name in enumerate(months, 1)}
    return final_income_tax(
        sales,
        values["kind"],
        rate=None if values["rate"] == RATE.number else values["rate"],
        free=None if values["free"] == FREE.number else values["free"],
    )


def all_duties(taxed, values):
    """List the days of tax and of permits, the earliest first."""
    since = values["online_since"] if values["online"] == "yes" else None
    numbers = {
        name: None if values[name] is None else int(values[name]) for name in FIELD_OF.values()
    }
    days = Days(**numbers, halal=values["halal_day"])
    permits = permit_duties(
        values["day"], sells_food=values["food"] == "yes", sells_online_since=since, days=days
    )
    return sorted((*tax_duties(taxed, values["kind"], days), *permits), key=lambda duty: duty.day)


def answer_html(values, taxed, duties, notes):
    """Say what the year costs, and which day comes next."""
    cares = (
        report.taxpayer_caution(values["kind"], values["day"]),
        *notes,
        report.passed_sentence(duties, values["day"]),
    )
    total = format_rupiah(sum(row.tax for row in taxed))
    return result_html(
        values["business"],
        report.year_sentence(taxed),
        report.next_day_sentence(duties, values["day"]),
        filter(None, cares),
        _("Pajak {year}: {total}", year=values["year"], total=total),
        first="business",
    )


def duties_html(values, duties):
    """List every day with what to do, and give those to come to the phone's own calendar."""
    rows = "".join(
        f"<li><span>{escape(duty.what)}<br><small>{when(duty, values['day'])}</small></span>"
        f"<b>{format_date(duty.day)}</b></li>"
        for duty in duties
    )
    early = _("Jika batasnya hari libur, kerjakan sebelumnya. Yang lebih awal selalu aman.")
    return (
        f'<section class="hitungan"><h2>{_("Batas waktu Anda")}</h2><ol>{rows}</ol>'
        f"<p>{early}</p>{file_html(values, duties)}</section>"
    )


def file_html(values, duties):
    """Link a calendar file with the days that are still to come."""
    coming = [duty for duty in duties if duty.day >= values["day"]]
    if not coming:
        return ""
    data = calendar_file(coming, values["day"]).encode()
    name = _("kalender-pajak-{year}.ics", year=values["year"])
    link = download_html(name, CALENDAR, data, _("Simpan di kalender ponsel"))
    reminder = _("Ponsel mengingatkan Anda tiga hari sebelum tiap batas waktu.")
    return f"<p>{link}</p><p>{reminder}</p>"


def when(duty, day):
    """Say how far away a day is."""
    days = (duty.day - day).days
    if days < 0:
        return _("Sudah lewat. Jika belum, kerjakan sekarang.")
    return _("{count} hari lagi", count=format_number(days)) if days else _("Hari ini")


def calculation_html(values, taxed, free):
    """Write the tax of each month down."""
    notes = [
        _("Pajak dihitung dari omzet, bukan dari untung, dan sebelum potongan lokapasar."),
        _(
            "Pajak yang sudah dipotong lokapasar bukan pajak tambahan: simpan bukti potongnya, "
            "karena jumlah itu mengurangi setoran Anda."
        ),
    ]
    if free:
        notes.insert(0, report.room_sentence(taxed, values["free"]))
        notes.append(
            _(
                "Bulan yang belum melewati {free} sejak Januari tidak kena pajak. "
                "Suami dan istri memakai satu batas bersama.",
                free=format_rupiah(free),
            )
        )
    return steps_html(report.steps(taxed, values["rate"], values["free"]), notes)


def rate_lines(values, duties):
    """Say where each figure of law is from, and which of them she wrote herself."""
    yield rate_line(_("Tarif PPh final"), RATE, format_percent(values["rate"]))
    yield rate_line(_("Omzet setahun yang bebas pajak"), FREE, format_rupiah(values["free"]))
    for rule in dict.fromkeys(duty.rule for duty in duties):
        yield rate_line(DAYS[rule.key], rule, own_day(values, rule))


def own_day(values, rule):
    """Say which day or number of months she wrote in a rule's place; empty without one."""
    if rule is HALAL:
        return format_date(values["halal_day"])
    name = FIELD_OF[rule.key.split("_")[0]]
    return "" if values[name] is None else format_number(values[name])


def after_html():
    """Say what to do next."""
    return next_html(
        (
            _("Catat omzet setiap hari, lalu isi bulan yang baru lewat di sini."),
            _("Pisahkan uang pajak begitu batas bebas terlewati."),
            _("Buat kode bayar di laman Direktorat Jenderal Pajak, lalu setor lewat bank."),
            _("Tanyakan angka yang bertanda pastikan lagi kepada kantor pajak."),
        ),
        _("Laporan SAK EMKM, tentang pajak dan laba"),
        "pembukuan/06_laporan",
    )


# %%
tool = Tool(form, work)
display(tool.page())
