from __future__ import annotations

from srtool.place import Row
from srtool.readers.register import from_bytes
from srtool.readers.supplier_aliases import with_aliases
from srtool.register.model import Supplier

ROW = Row("x.toml", "suppliers", 0)


def _joined(*suppliers: Supplier) -> tuple[list[Supplier], list[str]]:
    joined, remarks = with_aliases((Row("x.toml", "suppliers", n), one) for n, one in enumerate(suppliers))
    return [supplier for _, supplier in joined], [problem.code for problem in remarks]


def test_one_number_with_two_names_is_one_supplier_with_an_alias() -> None:
    one, two = Supplier("12345678", "Glans BV", pso="2"), Supplier("12345678", "De Spiegel", kind="regular")
    joined, remarks = _joined(one, two)
    assert joined == [Supplier("12345678", "Glans BV", kind="regular", pso="2", aliases=("De Spiegel",))]
    assert remarks == ["supplier_alias"]


def test_what_they_contradict_each_other_in_is_not_chosen() -> None:
    one, two = Supplier("12345678", "Glans BV", pso="2"), Supplier("12345678", "De Spiegel", pso="3")
    assert _joined(one, two) == ([one, two], [])


def test_other_numbers_are_left_alone() -> None:
    one, two = Supplier("12345678", "Glans BV"), Supplier("87654321", "Glans BV")
    assert _joined(one, two) == ([one, two], [])


def test_a_register_with_both_is_read_and_says_so() -> None:
    given = """
        contracts = [{ id = "A", title = "t" }]
        suppliers = [{ id = "12345678", name = "Glans BV" }, { id = "12345678", name = "De Spiegel" }]
    """
    register_file = from_bytes(given.encode(), "x.toml")
    assert [one.aliases for one in register_file.register.suppliers] == [("De Spiegel",)]
    assert len(register_file.rows["suppliers"]) == 1
    assert [(one.code, str(one.place)) for one in register_file.remarks] == [
        ("supplier_alias", "x.toml: suppliers[1].name")
    ]
