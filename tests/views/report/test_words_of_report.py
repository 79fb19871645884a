"""The words of the overview workbook: the same in both languages, and none that no sheet says."""

from __future__ import annotations

import ast
import re
from typing import get_args, get_type_hints

from tests.support.paths import SOURCE
from tests.support.text_keys import source_of, unused_keys

from srtool.bundle.proposal import Shortfall
from srtool.finding import Answer as Applies
from srtool.finding import Unit
from srtool.notice.social_return import Answer
from srtool.portfolio.changes import What
from srtool.progress.state import State
from srtool.texts import load
from srtool.views.sheets.book import SHEETS

# Looked up by a value, and held against these values below or in the source of what gives them.
_BY_VALUE = {
    *("sheets", "titles", "notes", "columns", "units", "changes", "todo", "todo_unknown", "shortfalls", "unchanged"),
    *("notice_answers", "was", "term_origins", "verdicts"),
}


def test_every_word_is_said_somewhere() -> None:
    found = unused_keys("report", source_of("views", "cli"))
    assert not {key for key in found if key.partition(".")[0] not in _BY_VALUE}


def test_what_is_looked_up_by_a_value_has_a_word_for_each_and_no_other() -> None:
    words = load("nl", "report")
    for part in ("sheets", "titles", "notes"):
        assert set(words[part]) == set(SHEETS)
    assert set(words["units"]) == {unit.value for unit in Unit}
    assert set(words["notice_answers"]) == {answer.value for answer in Answer}
    assert set(words["was"]["columns"]) <= set(words["columns"])
    assert set(words["was"]["states"]) <= {state.value for state in State}
    assert set(words["was"]["applies"]) <= {answer.value for answer in Applies}
    assert set(words["changes"]) == set(get_args(What))
    assert set(words["todo"]) == {state.value for state in State} - {State.UNKNOWN.value}
    assert set(words["todo_unknown"]) == _unknown_rules() | {"basis", "wage_sum", "contract_value"}
    assert set(words["shortfalls"]) == set(get_args(get_type_hints(Shortfall)["reason"]))
    assert not {key for key in unused_keys("report", source_of(".")) if key.startswith("unchanged.")}


def _unknown_rules() -> set[str]:
    """The rules by which a standing cannot be said, as the code of the states has them."""
    source = (SOURCE / "progress" / "state.py").read_text()
    at_once = set(re.findall(r'State\.UNKNOWN, "(\w+)"', source))
    not_to_be_said = source.partition("def _not_to_be_said")[2].partition("\n\n\n")[0]
    return at_once | set(re.findall(r'(?:return|else) "(\w+)"', not_to_be_said))


def test_every_column_has_a_heading_and_every_heading_a_column() -> None:
    # The workbook of a simulation is made of the same tables.
    others = [(SOURCE / "views" / "simulation" / name).read_text() for name in ("to_workbook.py", "to_data.py")]
    sources = (source_of("views/report"), *others)
    calls = (node for source in sources for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    made = [call.args[0] for call in calls if getattr(call.func, "id", "") in {"Column", "_amount"}]
    columns = {name.value for name in made if isinstance(name, ast.Constant)}
    assert set(load("nl", "report")["columns"]) == columns
