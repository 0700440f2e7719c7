"""Several files of one shop put together: nothing is counted twice when downloads overlap."""

from collections import Counter
from collections.abc import Sequence
from typing import Protocol

from usaha.cash_book import CashLine
from usaha.importers.orders import Order, OrderFile
from usaha.importers.problems import Problem
from usaha.language import _


class _Lines(Protocol):
    """A statement or a cash book."""

    @property
    def lines(self) -> tuple[CashLine, ...]: ...

    @property
    def fingerprint(self) -> str: ...


def merge_orders(files: Sequence[OrderFile]) -> tuple[tuple[Order, ...], tuple[Problem, ...]]:
    r"""Put order files together, oldest download first: each order once, as it stands last.

    Args:
        files: in the order in which they were downloaded.

    Returns:
        ``(orders, problems)``: a sentence for each file that is there twice, and one with the
        number of orders that several files share.

    Example:
        >>> from usaha.importers.order_files import read_orders
        >>> head = "No. Pesanan,Status Pesanan,Total Pembayaran"
        >>> old, _ = read_orders(f"{head}\nA,Perlu dikirim,9000".encode())
        >>> new, _ = read_orders(f"{head}\nA,Selesai,9000\nB,Selesai,5000".encode())
        >>> orders, problems = merge_orders([old, new, new])
        >>> [(o.order_id, o.state) for o in orders]
        [('A', 'completed'), ('B', 'completed')]
        >>> print(*problems, sep="; ")  # doctest: +ELLIPSIS
        Berkas ke-3 sama dengan berkas ke-2. ...; 1 pesanan ada di lebih dari satu berkas. ...
    """
    kept, problems = _once([file.fingerprint for file in files])
    latest: dict[tuple[str, str], Order] = {}
    shared = set()
    for index in kept:
        for order in files[index].orders:
            key = (order.platform, order.order_id)
            shared |= {key} & latest.keys()
            latest[key] = order
    if shared:
        problems.append(
            Problem(
                _(
                    "{count} pesanan ada di lebih dari satu berkas. Tiap pesanan dihitung satu kali, menurut berkas terakhir.",
                    count=len(shared),
                )
            )
        )
    return tuple(latest.values()), tuple(problems)


def merge_lines(files: Sequence[_Lines]) -> tuple[tuple[CashLine, ...], tuple[Problem, ...]]:
    r"""Put statements of one account, or parts of one cash book, together by day.

    A line that two files hold is one movement. The same line twice *within* a file is two, as when
    two customers pay the same: so each line is kept as often as the file has it that has it most.

    Returns:
        ``(lines, problems)``, the lines in the order of their days.

    Example:
        >>> from usaha.importers.bank_files import read_statement
        >>> head = "Tanggal,Keterangan,Debit,Kredit"
        >>> a, _ = read_statement(f"{head}\n1/11/2026,QRIS,,5000\n1/11/2026,QRIS,,5000".encode())
        >>> b, _ = read_statement(f"{head}\n1/11/2026,QRIS,,5000\n2/11/2026,Admin,750,".encode())
        >>> lines, problems = merge_lines([a, b])
        >>> [line.words for line in lines], [str(problem) for problem in problems]
        (['QRIS', 'QRIS', 'Admin'], ['1 baris ada di dua berkas. Tiap baris dihitung satu kali.'])
    """
    kept, problems = _once([file.fingerprint for file in files])
    merged: list[CashLine] = []
    counted: Counter[tuple[object, ...]] = Counter()
    shared = 0
    for index in kept:
        here: Counter[tuple[object, ...]] = Counter()
        for line in files[index].lines:
            key = (line.day, line.words, line.money_in, line.money_out, line.balance)
            here[key] += 1
            if here[key] > counted[key]:
                merged.append(line)
            else:
                shared += 1
        counted |= here
    if shared:
        text = _("{count} baris ada di dua berkas. Tiap baris dihitung satu kali.", count=shared)
        problems.append(Problem(text))
    return tuple(sorted(merged, key=lambda line: line.day)), tuple(problems)


def _once(fingerprints: Sequence[str]) -> tuple[list[int], list[Problem]]:
    """Give the files that are not there before, and a problem for each that is."""
    first: dict[str, int] = {}
    problems = []
    for index, fingerprint in enumerate(fingerprints):
        if first.setdefault(fingerprint, index) != index:
            problems.append(
                Problem(
                    _(
                        "Berkas ke-{place} sama dengan berkas ke-{first}. Dihitung satu kali saja.",
                        place=index + 1,
                        first=first[fingerprint] + 1,
                    )
                )
            )
    return sorted(first.values()), problems
