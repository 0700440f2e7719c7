"""Six fictional businesses of Banten: what they sell, for how much, how often and to whom."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Goods:
    """One product.

    Attributes:
        low, high: bounds of its price in rupiah, of which a shop draws one.
        weight_gram: of one piece with its wrapping.
        share: how often it is bought, against the others.
    """

    name: str
    low: int
    high: int
    weight_gram: int
    share: int


@dataclass(frozen=True, slots=True)
class Profile:
    """One business. Figures are invented in the range of the prices that docs/data.md names.

    Attributes:
        key: short name.
        orders: bounds of its orders in a plain month.
        ramadan_peak: thousandths of a plain day, a week before Lebaran.
        material: what it buys, in the words of its cash book.
        wage: whom it pays for what, likewise.
        tool: what it bought once, likewise.
        material_share: thousandths of the sales that the material costs.
        wage_share: thousandths of the sales that wages cost.
        local_sales: thousandths of the marketplace's sales that are sold at home for cash.

    Example:
        >>> PROFILES["emping"].shop, PROFILES["emping"].district_code
        ('Emping Bu Imas', '36.01')
    """

    key: str
    shop: str
    place: str
    district_code: str
    goods: tuple[Goods, ...]
    orders: tuple[int, int]
    ramadan_peak: int
    material: str
    wage: str
    tool: str
    material_share: int
    wage_share: int
    local_sales: int


_ALL: Final = (
    Profile(
        "emping", "Emping Bu Imas", "Jiput, Kab. Pandeglang", "36.01",
        (
            Goods("Emping melinjo 250 g", 17_000, 20_000, 300, 5),
            Goods("Emping melinjo 500 g", 31_000, 36_000, 560, 4),
            Goods("Emping melinjo 1 kg", 60_000, 70_000, 1_100, 2),
        ),
        (78, 86), 2_100, "beli melinjo", "upah tumbuk", "beli wajan", 480, 120, 700,
    ),
    Profile(
        "bandeng", "Sate Bandeng Ibu Ratu", "Kota Serang", "36.73",
        (
            Goods("Sate bandeng 1 tusuk", 40_000, 42_000, 350, 6),
            Goods("Sate bandeng isi 2", 78_000, 82_000, 700, 3),
            Goods("Bandeng presto", 35_000, 45_000, 450, 2),
        ),
        (66, 74), 2_400, "beli ikan bandeng", "upah bersih ikan", "beli alat panggang", 500, 110, 900,
    ),
    Profile(
        "gula_aren", "Gula Aren Pak Sarta", "Sobang, Kab. Lebak", "36.02",
        (
            Goods("Gula semut 500 g", 18_000, 22_000, 550, 5),
            Goods("Gula semut 1 kg", 35_000, 40_000, 1_080, 3),
            Goods("Gula aren cetak 1 kojor", 30_000, 35_000, 2_000, 3),
        ),
        (72, 80), 2_000, "beli nira", "upah sadap", "beli wajan besar", 450, 140, 800,
    ),
    Profile(
        "tenun", "Tenun Ibu Sarci", "Leuwidamar, Kab. Lebak", "36.02",
        (
            Goods("Selendang tenun", 150_000, 180_000, 300, 5),
            Goods("Kain tenun 2 meter", 250_000, 400_000, 700, 3),
            Goods("Ikat kepala tenun", 60_000, 85_000, 120, 4),
        ),
        (54, 60), 1_500, "beli benang", "upah tenun", "beli alat tenun", 380, 200, 350,
    ),
    Profile(
        "sepatu", "Sepatu Pak Dedi", "Curug, Kab. Tangerang", "36.03",
        (
            Goods("Sepatu sekolah", 90_000, 130_000, 700, 5),
            Goods("Sepatu kasual", 130_000, 180_000, 800, 4),
            Goods("Sepatu kulit", 190_000, 250_000, 1_000, 2),
        ),
        (62, 70), 1_900, "beli bahan sepatu", "upah jahit", "beli mesin jahit", 450, 170, 400,
    ),
    Profile(
        "kuliner", "Dapur Bu Neneng", "Kota Cilegon", "36.72",
        (
            Goods("Sambal botol 150 ml", 22_000, 28_000, 260, 5),
            Goods("Abon ikan 100 g", 28_000, 35_000, 140, 4),
            Goods("Kue kering 1 stoples", 45_000, 60_000, 500, 3),
        ),
        (84, 92), 2_500, "beli bahan dapur", "upah bantu dapur", "beli oven", 460, 130, 900,
    ),
)  # fmt: skip

PROFILES: Final = {profile.key: profile for profile in _ALL}
