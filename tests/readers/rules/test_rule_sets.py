"""Rule sets: each mistake beside the words of its error, the shipped files, and what a rule set answers."""

from __future__ import annotations

import hashlib
import os
import string
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from srtool.errors import RuleSetError, UsageError
from srtool.readers.rules.rule_sets import find, load, load_all, members, shipped
from srtool.rules.ruleset import Obligation, RuleSet, Threshold
from srtool.texts import LANGUAGES, say
from srtool.texts import load as texts

BROKEN = sorted((Path(__file__).parent / "broken").glob("*.toml"))
OURS = ("rijk-classic", "rijk-tailored", "eu-thresholds")


def rules(name: str) -> RuleSet:
    return load(find(name, None)).rules


def threshold(name: str, *, since: date | None = None, until: date | None = None, primary: bool = False) -> Threshold:
    return Threshold(
        id=name,
        source=("law",),
        certainty="stated",
        since=since,
        until=until,
        kinds=("works",),
        basis="wage_sum",
        operator="above",
        amount=Decimal(250000),
        primary=primary,
    )


def of(*thresholds: Threshold) -> RuleSet:
    return RuleSet(id="x", title={"nl": "x", "en": "x"}, threshold=thresholds)


@pytest.mark.parametrize("file", BROKEN, ids=lambda file: file.stem)
def test_a_broken_file_is_refused_in_the_words_beside_it(file: Path) -> None:
    with pytest.raises(RuleSetError) as caught:
        load(file)
    said = "\n".join(say.problem("en", problem) for problem in caught.value.problems)
    wanted = file.with_suffix(".txt").read_text("utf-8").splitlines()
    assert [words for words in wanted if words not in said] == []
    assert all(str(problem.place).startswith(file.name) for problem in caught.value.problems)
    assert all(say.problem("nl", problem) for problem in caught.value.problems)


def test_every_broken_file_has_its_words_and_the_other_way_round() -> None:
    words = {file.stem for file in (Path(__file__).parent / "broken").glob("*.txt")}
    assert words == {file.stem for file in BROKEN}


def test_one_mistake_is_one_problem() -> None:
    with pytest.raises(RuleSetError) as caught:
        load(next(file for file in BROKEN if file.stem == "unknown_choice"))
    assert [problem.code for problem in caught.value.problems] == ["rule_choice_unknown"]


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_file_loads_under_its_own_name(name: str) -> None:
    path = find(name, None)
    loaded = load(path)
    assert loaded.rules.id == name
    assert loaded.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", shipped())
def test_every_source_that_a_shipped_rule_cites_can_be_read_somewhere(name: str) -> None:
    found = rules(name)
    known = {source.id for source in found.source}
    records = (*found.threshold, *found.obligation, *found.block, *found.bonus)
    for record in (*records, *found.limit, *found.process, *found.check):
        assert set(record.source) <= known
        assert record.source
    assert all(source.url for source in found.source)


def test_the_central_government_shares_its_ten_target_groups_without_amounts() -> None:
    classic, tailored = rules("rijk-classic"), rules("rijk-tailored")
    assert len(classic.block) == 10
    assert classic.block == tailored.block
    assert all(block.amount is None for block in classic.block)


def test_the_classic_rules_on_a_day() -> None:
    classic = rules("rijk-classic")
    assert not classic.covers(date(2011, 6, 30))
    assert classic.covers(date(2011, 7, 1))
    assert classic.period() == (date(2011, 7, 1), None)
    primary = classic.on(date(2026, 1, 1)).primary
    assert primary is not None
    assert (primary.id, primary.operator, primary.amount, primary.min_months) == (
        "wage-sum-above",
        "above",
        Decimal(250000),
        6,
    )
    assert [reading.id for reading in classic.readings_for("services")] == ["wage-sum-at-least", "contract-value-above"]
    before, after = classic.on(date(2020, 6, 15)), classic.on(date(2020, 6, 16))
    assert [(o.level, o.percent) for o in before.obligation] == [("aim", Decimal(5))]
    assert [(o.level, o.percent) for o in after.obligation] == [
        ("aim", Decimal(5)),
        ("ambition", Decimal(10)),
    ]


def test_tailored_rules_have_a_goal_and_no_percentage() -> None:
    tailored = rules("rijk-tailored")
    assert tailored.period() == (date(2018, 1, 1), None)
    assert [(o.kind, o.level, o.percent) for o in tailored.obligation] == [("by_agreement", "aim", None)]
    assert [rule.id for rule in tailored.check if not rule.applies] == ["SR203"]


@pytest.mark.parametrize(
    ("day", "central", "decentral", "works"),
    [
        (date(2018, 1, 1), 144000, 221000, 5548000),
        (date(2019, 12, 31), 144000, 221000, 5548000),
        (date(2020, 1, 1), 139000, 214000, 5350000),
        (date(2021, 12, 31), 139000, 214000, 5350000),
        (date(2022, 1, 1), 140000, 215000, 5382000),
        (date(2023, 12, 31), 140000, 215000, 5382000),
        (date(2024, 1, 1), 143000, 221000, 5538000),
        (date(2025, 12, 31), 143000, 221000, 5538000),
        (date(2026, 1, 1), 140000, 216000, 5404000),
        (date(2027, 12, 31), 140000, 216000, 5404000),
    ],
)
def test_european_thresholds_change_at_the_turn_of_an_even_year(
    day: date, central: int, decentral: int, works: int
) -> None:
    table = {(t.regime, t.authority_kind, *t.kinds): t.amount for t in rules("eu-thresholds").on(day).threshold}
    # Works and concessions have one amount, utilities and defence another.
    assert table.pop(("concession", None, "works", "services")) == works
    assert table.pop(("social_specific", "utility", "services")) == 1_000_000
    utilities = table.pop(("utilities", "utility", "services", "supplies"))
    assert utilities == table.pop(("defence", "defence", "services", "supplies"))
    assert 2 * decentral - 5_000 < utilities <= 2 * decentral + 1_000
    assert table == {
        ("general", "central", "services", "supplies"): central,
        ("general", "decentral", "services", "supplies"): decentral,
        ("general", None, "works"): works,
        ("social_specific", None, "services"): 750000,
    }


def test_european_thresholds_end_where_the_next_are_not_known() -> None:
    european = rules("eu-thresholds")
    assert european.period() == (date(2018, 1, 1), date(2027, 12, 31))
    assert not european.covers(date(2017, 12, 31))
    assert not european.covers(date(2028, 1, 1))
    assert european.primary is None


def test_the_ground_of_a_check_stands_in_one_of_the_files_that_load_together() -> None:
    law = {rule.id for rule in rules("eu-thresholds").check}
    assert law.isdisjoint(rule.id for rule in rules("rijk-classic").check)
    policy = {rule.id for rule in rules("rijk-classic").check}
    assert policy | law >= {f"SR{n}" for n in (*range(101, 106), *range(201, 208), *range(301, 309))}


def test_an_undated_file_always_covers() -> None:
    undated = of(threshold("a"))
    assert undated.undated
    assert undated.covers(date(1990, 1, 1))
    assert undated.period() == (None, None)
    assert of().covers(date(1990, 1, 1))


def test_a_period_with_a_gap_does_not_cover_the_gap() -> None:
    gap = of(
        threshold("a", since=date(2020, 1, 1), until=date(2020, 12, 31)),
        threshold("b", since=date(2022, 1, 1), until=date(2022, 12, 31)),
    )
    assert gap.period() == (date(2020, 1, 1), date(2022, 12, 31))
    assert [gap.covers(date(year, 6, 1)) for year in range(2019, 2024)] == [False, True, False, True, False]
    assert gap.primary is None
    only = gap.on(date(2022, 6, 1))
    assert only.primary == gap.threshold[1]
    assert only.readings_for("works") == ()


def test_policies_without_threshold_are_dated_by_their_obligation() -> None:
    goal = Obligation(
        id="g", source=("law",), certainty="stated", since=date(2020, 1, 1), kind="by_agreement", level="duty"
    )
    dated = RuleSet(id="x", title={}, obligation=(goal,))
    assert not dated.covers(date(2019, 12, 31))
    assert dated.covers(date(2020, 1, 1))


def test_a_rule_set_is_found_by_path_in_the_own_folder_or_among_those_shipped(tmp_path: Path) -> None:
    own = tmp_path / "town.toml"
    own.touch()
    assert find("town", tmp_path) == own
    assert find("rijk-tailored", tmp_path).parent != tmp_path
    assert find(str(own), None) == own
    assert find("own.toml", None) == Path("own.toml")


def test_an_own_rule_set_is_found_by_its_name_and_by_its_id(tmp_path: Path) -> None:
    fill(tmp_path, town="town-2026")
    assert find("town", tmp_path) == find("town-2026", tmp_path) == tmp_path / "town.toml"
    with pytest.raises(UsageError) as caught:
        find("city-2026", tmp_path)
    assert "town-2026" in caught.value.problems[0].values["known"]  # type: ignore[operator]  # a tuple of names


def test_an_unknown_rule_set_lists_what_there_is() -> None:
    with pytest.raises(UsageError) as caught:
        find("rijk-clasic", None)
    (problem,) = caught.value.problems
    assert problem.code == "rule_set_unknown"
    assert problem.values["near"] == ("rijk-classic",)
    assert "eu-thresholds" in say.problem("nl", problem)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (Path("absent.toml"), "rule_set_missing"),
        (Path(__file__).parent, "rule_set_is_folder"),
        (Path("\0.toml"), "rule_set_missing"),
        (Path(os.devnull), "rule_set_unreadable"),
    ],
)
def test_what_cannot_be_read_is_a_wrong_path(path: Path, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        load(path)
    assert [problem.code for problem in caught.value.problems] == [code]
    assert all(say.problem(lang, problem) for lang in LANGUAGES for problem in caught.value.problems)


def fill(folder: Path, **files: str) -> None:
    """A good rule set in each file: the name of the file, and the id it claims."""
    for stem, claimed in files.items():
        text = f'id = "{claimed}"\ntitle = {{ nl = "X", en = "X" }}\n'
        (folder / f"{stem.replace('_', '-')}.toml").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("files", "place", "other"),
    [
        ({"a": "x", "x": "y"}, "a.toml: id", "x.toml"),
        ({"a": "x", "b": "x"}, "b.toml: id", "a.toml"),
        ({"a": "x", "x": "x"}, "a.toml: id", "x.toml"),
    ],
)
def test_two_files_with_one_id_are_named_both(tmp_path: Path, files: dict[str, str], place: str, other: str) -> None:
    fill(tmp_path, **files)
    with pytest.raises(RuleSetError) as caught:
        find("rijk-tailored", tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place), problem.values["other"]) == ("rule_set_id_taken", place, other)
    assert all(other in say.problem(lang, problem) for lang in LANGUAGES)
    good, problems = load_all(tmp_path)
    assert problems == [problem]
    assert len({loaded.rules.id for loaded in good}) == len(good) >= len(shipped())


@pytest.mark.parametrize(
    ("files", "place", "file"),
    [
        ({"mine": "rijk-classic"}, "mine.toml: id", "mine.toml"),
        ({"rijk_classic": "rijk-classic"}, "rijk-classic.toml", "rijk-classic.toml"),
        ({"rijk_classic": "mine"}, "rijk-classic.toml", "rijk-classic.toml"),
    ],
)
def test_an_own_file_does_not_replace_a_shipped_one(
    tmp_path: Path, files: dict[str, str], place: str, file: str
) -> None:
    fill(tmp_path, **files)
    with pytest.raises(RuleSetError) as caught:
        find("rijk-tailored", tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, str(problem.place)) == ("rule_set_shipped", place)
    assert all(file in (said := say.problem(lang, problem)) and "rijk-classic" in said for lang in LANGUAGES)
    good, problems = load_all(tmp_path)
    assert problems == [problem]
    assert [loaded.rules.id for loaded in good] == list(shipped())


def test_the_good_files_of_a_folder_are_read_beside_all_that_is_wrong(tmp_path: Path) -> None:
    fill(tmp_path, good="good")
    for name in ("broken", "worse"):
        (tmp_path / f"{name}.toml").write_text("id = ", "utf-8")
    good, problems = load_all(tmp_path)
    assert [loaded.rules.id for loaded in good] == sorted([*shipped(), "good"])
    assert [str(problem.place).partition(":")[0] for problem in problems] == ["broken.toml", "worse.toml"]


def test_without_a_folder_the_shipped_files_are_all_there_are() -> None:
    good, problems = load_all(None)
    assert (tuple(loaded.rules.id for loaded in good), problems) == (shipped(), [])


def test_a_rule_set_that_is_like_no_other_lists_them_without_a_guess() -> None:
    with pytest.raises(UsageError) as caught:
        find("nope", None)
    (problem,) = caught.value.problems
    assert problem.code == "rule_set_unknown_far"
    assert say.problem("en", problem).count("eu-thresholds") == 1


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a = " + b"[" * 5000, b"a = " + b"9" * 5000, b"\0"])
def test_bytes_that_are_no_toml_are_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    with pytest.raises(RuleSetError) as caught:
        load(tmp_path / "x.toml")
    assert all(say.problem(lang, problem) for lang in LANGUAGES for problem in caught.value.problems)


def test_successive_records_may_share_an_id_and_one_language_serves_for_two(tmp_path: Path) -> None:
    block = '[[block]]\nid = "ww"\nlabel = {{ nl = "WW" }}\nsource = ["law"]\ncertainty = "stated"\n{}\n'
    text = 'id = "x"\ntitle = { nl = "X", en = "X" }\n[[source]]\nid = "law"\ntitle = "Law"\n'
    text += block.format("until = 2024-12-31") + block.format("since = 2025-01-01")
    (tmp_path / "x.toml").write_text(text, "utf-8")
    assert [block.label["en"] for block in load(tmp_path / "x.toml").rules.block] == ["WW", "WW"]


def test_problems_are_said_in_both_languages_with_the_same_placeholders() -> None:
    def placeholders(sentence: str) -> set[str]:
        return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}

    dutch, english = (texts(lang, "problems") for lang in LANGUAGES)
    assert dutch.keys() == english.keys()
    assert {code for code in dutch if placeholders(dutch[code]) != placeholders(english[code])} == set()


@pytest.mark.parametrize("shape", [str.upper, str.title])
def test_a_name_in_other_capitals_is_the_same_file(shape: Callable[[str], str]) -> None:
    assert find(shape("eu-thresholds"), None) == find("eu-thresholds", None)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "rule_file_empty"),
        (b"# niets\n", "rule_file_empty"),
        (b"PK\x03\x04 and more", "rule_toml_is_workbook"),
        (b"id = 5\n", "rule_text_type"),
        (b'id = " "\n', "rule_text_empty"),
        (b'id = "x"\nid = "y"\n', "rule_toml_twice"),
        (b'[[threshold]]\namount = "veel"\n', "rule_amount_type"),
        (b"[[threshold]]\namount = -1\n", "rule_amount_negative"),
        (b"[[threshold]]\nsource = 5\n", "rule_texts_type"),
        (b"[[threshold]]\nprimary = 5\n", "rule_yes_no_type"),
        (b"a = " + b"[" * 5000, "rule_toml_nested"),
    ],
)
def test_advice_for_a_register_is_not_given_for_a_rule_set(tmp_path: Path, content: bytes, code: str) -> None:
    (tmp_path / "x.toml").write_bytes(content)
    with pytest.raises(RuleSetError) as caught:
        load(tmp_path / "x.toml")
    assert code in {problem.code for problem in caught.value.problems}
    said = "\n".join(say.problem(lang, problem) for lang in LANGUAGES for problem in caught.value.problems)
    assert not any(words in said for words in ("in Excel:", "srtool init", "[[contracts]]", "adjustments"))


def test_the_folder_one_stands_in_is_called_a_folder() -> None:
    with pytest.raises(UsageError) as caught:
        load(Path())
    assert say.problem("nl", caught.value.problems[0]).startswith(f".: {Path.cwd().name} is een map.")


def test_the_authorities_of_each_shipped_rule_set_are_those_of_its_whole_file() -> None:
    every = [rules(name) for name in shipped() if name != "eu-thresholds"]
    chosen = {
        one.family if one.newest and one.family else one.id: one.members
        for one in every
        if one.newest or one.family is None
    }
    assert members(None) == chosen


def test_an_own_file_that_is_broken_below_its_head_lists_nobody(tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('id = "ours"\nmembers = ["Gemeente Voorbeeld"]\n[title\n', encoding="utf-8")
    assert members(tmp_path)["own"] == ()
