"""SR601-SR613: every sentence about a draft in both languages, on what ground, and beside a register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache

import pytest

from srtool.checks import drafts
from srtool.finding import Finding, Given, Level, Outcome, Set
from srtool.place import Row, TextPlace
from srtool.readers.rules import rule_sets
from srtool.register.model import Contract, SocialReturn
from srtool.rules.rulebook import DEFAULT, EUROPEAN
from srtool.rules.ruleset import CheckRule, RuleSet
from srtool.texts import LANGUAGES, Lang, words
from srtool.texts.say import message, remedy, step_label
from tests.support.word_drafts.remarked import reading

ON = date(2026, 11, 22)
SOUND = (
    "# Social return\n\nAls uitvoeringsvoorwaarde zet de opdrachtnemer 5% van de loonsom, "
    "exclusief btw en bij gunning, in. "
    "Binnen vier weken na gunning levert hij een plan van aanpak. Hij rapporteert elk kwartaal. "
    "Bij een tekort volgt na een hersteltermijn van vier weken een boete."
)
_ENGLISH = (
    "# Social return\n\nThe contractor shall spend 5% of the wages on social return. The requirement is 3% of the sum "
    "and [contact point] is the desk that has the list."
)
_NONE = "# Catering\n\nDe lunch wordt om twaalf uur geserveerd."


@cache
def _rules(name: str) -> RuleSet:
    return rule_sets.load(rule_sets.find(name, None)).rules


def _judged(
    *files: str,
    agreed: drafts.Agreed | None = None,
    old: str | None = None,
    other: str | None = None,
    published: date | None = None,
) -> tuple[Finding, ...]:
    versions = drafts.Versions(
        None if other is None else reading(other), old=None if old is None else reading(old), published=published
    )
    return drafts.judged(reading(*files), drafts.Ground(_rules(EUROPEAN), None, ON, _rules(DEFAULT)), agreed, versions)


def _asked() -> drafts.Agreed:
    return drafts.Agreed(Contract(id="A", title="C", social_return=SocialReturn(asked=True)), Row("r", "contracts", 0))


def _agreed(percent: int | None = None, basis: str | None = None) -> drafts.Agreed:
    asked = SocialReturn(percent=None if percent is None else Decimal(percent), basis=basis)  # type: ignore[arg-type]
    return drafts.Agreed(Contract(id="A", title="Catering", social_return=asked), Row("r.toml", "contracts", 0))


def _with(more: str) -> str:
    return f"{SOUND} {more}"


_SAID: dict[tuple[str, str], tuple[Finding, ...]] = {
    ("SR601", "two_percentages"): _judged(_with("Minimaal 2% van de loonsom gaat naar social return.")),
    ("SR601", "several_percentages"): _judged(
        _with("Minimaal 2% van de loonsom gaat naar social return. Voor social return geldt 7% van de loonsom.")
    ),
    ("SR601", "percentage_beside_lots"): _judged(_with("Voor perceel 2 is de inzet 3% van de loonsom.")),
    ("SR601", "several_bases"): _judged(
        _with("De inzet wordt berekend over de opdrachtwaarde. Voor SROI is 5% van de jaaromzet nodig.")
    ),
    ("SR601", "register_asked"): _judged("# Duurzaamheid\n\nSROI is niet van toepassing.", agreed=_asked()),
    ("SR602", "with_vat"): _judged(_with("De loonsom is hier inclusief btw.")),
    ("SR602", "unknown_basis"): _judged("# Social return\n\nDe opdrachtnemer zet 5% van de winst in voor SROI."),
    ("SR601", "two_bases"): _judged(_with("De social return wordt berekend over de opdrachtwaarde.")),
    ("SR601", "like_bases"): _judged(
        "# Social return\n\nDe opdrachtnemer zet 5% van de aanneemsom in. "
        "De verplichting wordt berekend over de opdrachtsom."
    ),
    ("SR601", "register_percent"): _judged(SOUND, agreed=_agreed(percent=10)),
    ("SR601", "register_basis"): _judged(SOUND, agreed=_agreed(basis="contract_value")),
    ("SR602", "base"): _judged("# Social return\n\nDe opdrachtnemer zet 5% in voor social return."),
    ("SR603", "people_without_hours"): _judged(_with("De opdrachtnemer neemt één langdurig werkloze in dienst.")),
    ("SR603", "people_without_term"): _judged(
        "# Social return\n\nDe opdrachtnemer plaatst twee kandidaten voor 24 uur per week."
    ),
    ("SR603", "guaranteed_outflow"): _judged(_with("Na afloop is een vaste baan voor de kandidaat gegarandeerd.")),
    ("SR603", "payment"): _judged(_with("De verplichting kan worden afgekocht.")),
    ("SR604", "role_unclear"): _judged("# Social return\n\nVoor social return geldt 5% van de loonsom."),
    ("SR604", "roles_differ"): _judged(
        SOUND + "\n\nSocial return is een knock-out eis: wie niet instemt, wordt terzijde gelegd."
    ),
    ("SR604", "no_recovery"): _judged("# Social return\n\nDe opdrachtnemer zet 5% in. Bij een tekort volgt een boete."),
    ("SR604", "no_consequence"): _judged(
        "# Social return\n\nDe opdrachtnemer zet 5% in. Hij krijgt een hersteltermijn van vier weken."
    ),
    ("SR604", "above_shortfall"): _judged(_with("De boete bedraagt 125% van het niet gerealiseerde deel.")),
    ("SR605", "mark"): _judged(_with("Contactpersoon: [naam].")),
    ("SR605", "switched_off"): _judged("# Artikel 9 Social return\n\nNVT"),
    ("SR605", "marks_elsewhere"): _judged(f"{SOUND}\n\n# Planning\n\nDe start is op [datum]."),
    ("SR606", "link_said"): _judged(
        _with("Het werk van de kandidaten wordt verricht bij de uitvoering van de opdracht.")
    ),
    ("SR606", "link_not_found"): _judged(SOUND),
    ("SR606", "outside"): _judged(_with("Inzet mag ook buiten deze opdracht plaatsvinden.")),
    ("SR607", "table_without_version"): _judged(_with("Inspanningen tellen volgens de waardentabel.")),
    ("SR608", "not_found"): _judged("# Social return\n\nDe opdrachtnemer zet 5% van de loonsom in."),
    ("SR608", "not_dutch"): _judged(_ENGLISH),
    ("SR608", "not_dutch_part"): _judged(f"{SOUND}\n\nThe contractor shall spend 3% of the wages on social return."),
    ("SR613", "old_not_dutch"): _judged(SOUND, old=_ENGLISH),
    ("SR608", "plan_day_past"): _judged(_with("Het plan wordt uiterlijk 1 februari 2026 ingediend.")),
    ("SR608", "not_applied"): _judged("# Duurzaamheid\n\nSROI is niet van toepassing."),
    ("SR608", "not_applied_reason"): _judged("# Duurzaamheid\n\nSROI wordt niet gevraagd, omdat er geen werk is."),
    ("SR608", "nothing_found"): _judged(_NONE),
    ("SR609", "wwb"): _judged(_with("Mensen met een WWB-uitkering tellen mee.")),
    ("SR609", "target_group_statement"): _judged(
        _with("Voor mensen uit de banenafspraak is een doelgroepverklaring nodig.")
    ),
    ("SR609", "threshold"): _judged(_with("Social return geldt boven het Europese drempelbedrag van € 221.000.")),
    ("SR609", "like_threshold"): _judged(_with("Social return geldt vanaf € 221.000.")),
    ("SR609", "state_threshold"): _judged(_with("Het Rijk vraagt social return boven € 200.000.")),
    ("SR609", "state_threshold_european"): _judged(_with("Het Rijk vraagt social return boven € 221.000.")),
    ("SR610", "local_only"): _judged(_with("Uitsluitend werkzoekenden uit de gemeente Tiel tellen mee.")),
    ("SR610", "local"): _judged(_with("Inwoners van Tiel tellen mee.")),
    ("SR611", "citizen_number"): _judged(_with("De opdrachtnemer meldt het burgerservicenummer van elke kandidaat.")),
    ("SR611", "number_stands"): _judged(_with("De kandidaat heeft BSN 111222333.")),
    ("SR611", "names"): _judged(_with("De opdrachtnemer meldt de namen van de kandidaten.")),
    ("SR612", "reserved_without_notice"): _judged(_with("Dit is een voorbehouden opdracht volgens artikel 2.82.")),
    ("SR613", "changed_altered"): _judged(SOUND, old=SOUND.replace("5%", "7%")),
    ("SR613", "changed_added"): _judged(SOUND, old=SOUND.replace("een boete", "overleg")),
    ("SR613", "changed_removed"): _judged(SOUND.replace("een boete", "overleg"), old=SOUND, published=ON),
    ("SR613", "tracked_altered"): _judged(SOUND, other=SOUND.replace("5%", "7%")),
    ("SR613", "tracked_added"): _judged(SOUND, other=SOUND.replace("een boete", "overleg")),
    ("SR613", "tracked_removed"): _judged(SOUND.replace("een boete", "overleg"), other=SOUND),
    **{(check.code, "met"): _judged(SOUND, old=SOUND) for check in drafts.ALL if check.code != "SR606"},
    **{(check.code, "not_applicable"): _judged(_NONE) for check in drafts.ALL if check.code not in {"SR608", "SR613"}},
}
_NOT_HERE = {
    ("SR605", "hidden"),  # only Word has hidden text: tests/cli/test_draft_check.py
    ("SR606", "met"),  # where social return is named and nothing is asked
    ("SR608", "not_applicable"),  # without a passage it asks after one
    ("SR613", "published"),  # beside changed_removed
    ("SR613", "to_be_published"),
    ("SR613", "gone_of_lots"),
    ("SR613", "come_of_lots"),
    ("SR608", "policy_wage_sum"),  # beside a refusal
    ("SR608", "policy_contract_value"),
}


@pytest.mark.parametrize(("code", "says"), _SAID, ids=lambda part: part)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_sentence_is_said(code: str, says: str, lang: Lang) -> None:
    finding = next(finding for finding in _SAID[code, says] if (finding.code, finding.says) == (code, says))
    assert "{" not in message(lang, finding)
    assert finding.outcome in {Outcome.MET, Outcome.NOT_APPLICABLE} or remedy(lang, finding)
    assert all(step_label(lang, step) for step in finding.steps)


def test_no_sentence_is_never_said() -> None:
    written = {(check.code, key) for check in drafts.ALL for key in words("nl", f"explain/{check.code}.says")}
    assert written - set(_SAID) - _NOT_HERE == set()


def test_of_a_draft_that_is_not_in_dutch_there_is_no_verdict() -> None:
    of_text = _judged(_ENGLISH, agreed=_agreed(percent=10), old=SOUND)
    assert [(one.code, one.says, one.outcome) for one in of_text] == [
        ("SR605", "mark", Outcome.NOT_MET),
        ("SR608", "not_dutch", Outcome.UNDECIDED),
    ]
    only = drafts.judged(reading(_ENGLISH), drafts.Ground(_rules(EUROPEAN), None, ON), codes=["SR601"])
    assert [one.says for one in only] == ["not_dutch"]


def test_a_finding_says_where() -> None:
    finding = next(f for f in _SAID["SR601", "two_percentages"] if f.code == "SR601")
    first, second = finding.places
    assert (first.file, first.heading, first.words, second.words) == ("stuk-1.md", "Social return", "5%", "2%")
    assert first.passage[first.offset :].startswith("5%")
    assert str(finding.place) == "stuk-1.md: Social return"


def test_the_heaviest_level_of_a_check_is_that_of_its_row() -> None:
    for check in drafts.ALL:
        levels = {
            finding.level
            for findings in _SAID.values()
            for finding in findings
            if finding.code == check.code and finding.outcome is Outcome.NOT_MET
        }
        assert min(levels, key=lambda level: level.rank, default=Level.NOTICE) is check.level


def test_a_question_is_never_heavier_than_a_notice() -> None:
    for findings in _SAID.values():
        assert all(one.level is Level.NOTICE for one in findings if one.outcome is Outcome.UNDECIDED)


def test_a_change_after_publication_is_a_warning() -> None:
    changed = [one for one in _SAID["SR613", "changed_removed"] if one.code == "SR613"]
    assert {one.level for one in changed} == {Level.WARNING}
    assert "22 november 2026" in message("nl", changed[0])


def test_a_day_of_publication_that_is_to_come_is_asked_after() -> None:
    every = _judged(SOUND, old=SOUND.replace("5%", "7%"), published=date(2026, 12, 30))
    (changed,) = [one for one in every if one.code == "SR613"]
    assert changed.level is Level.NOTICE
    assert "zou op 30 december 2026 worden gepubliceerd" in message("nl", changed)
    assert "would be published on 30 December 2026" in message("en", changed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_lots_of_what_changed_are_named(lang: Lang) -> None:
    lots = _with("Voor perceel 2 is de inzet {} van de loonsom.")
    every = _judged(lots.format("2%"), old=lots.format("3%"), published=ON)
    (changed,) = [one for one in every if one.code == "SR613"]
    assert changed.also == ("gone_of_lots", "come_of_lots", "published")
    assert message(lang, changed).count(": 2.") == 2
    assert all(step_label(lang, step) for step in changed.steps)


def test_a_name_of_the_past_does_not_rest_on_the_thresholds() -> None:
    name = next(one for one in _SAID["SR609", "wwb"] if one.says == "wwb")
    threshold = next(one for one in _SAID["SR609", "threshold"] if one.says == "threshold")
    assert not name.sources
    assert threshold.sources


def test_what_the_register_agreed_is_cited_there() -> None:
    agreed_with = _agreed(percent=10)
    finding = next(one for one in _SAID["SR601", "register_percent"] if one.says == "register_percent")
    agreed = next(step for step in finding.steps if step.name == "agreed")
    assert agreed.origin == Given(agreed_with.row.at("social_return.percent"))
    assert finding.contract == "A"


def test_a_rule_set_may_switch_a_check_off() -> None:
    own = rule_sets.load(rule_sets.find("rijk-classic", None)).rules
    rule = CheckRule(id="SR606", source=("INT",), certainty="stated", applies=False)
    ground = drafts.Ground(_rules(EUROPEAN), replace(own, check=(rule,)), ON)
    assert "SR606" not in {finding.code for finding in drafts.judged(reading(SOUND), ground)}


def test_the_place_of_a_text_tells_its_number() -> None:
    assert str(TextPlace("a.docx", "Social return", "4.2")) == "a.docx: 4.2 Social return"
    assert str(TextPlace("a.docx")) == "a.docx"


def _of_contract_value() -> RuleSet:
    rules = _rules(DEFAULT)
    return replace(rules, threshold=tuple(replace(one, basis="contract_value") for one in rules.threshold))


@pytest.mark.parametrize(
    ("policy", "also"),
    [
        (_rules(DEFAULT), ("policy_wage_sum",)),
        (_of_contract_value(), ("policy_contract_value",)),
        (_rules("krimpen"), ()),
        (None, ()),
    ],
    ids=["wage sum", "contract value", "no threshold", "no policy"],
)
def test_a_refusal_is_held_beside_the_policy_of_the_settings(policy: RuleSet | None, also: tuple[str, ...]) -> None:
    refused = reading("# Duurzaamheid\n\nSROI is niet van toepassing.")
    every = drafts.judged(refused, drafts.Ground(_rules(EUROPEAN), policy, ON))
    (finding,) = [finding for finding in every if finding.says == "not_applied"]
    assert finding.also == also
    assert all("{" not in message(lang, finding) for lang in LANGUAGES)
    assert ("€ 250.000" in message("nl", finding)) is bool(also)
    assert all(step_label(lang, step) for lang in LANGUAGES for step in finding.steps)


def test_a_limit_of_a_policy_is_set_by_its_rule_and_not_by_the_draft() -> None:
    for says in ("state_threshold", "state_threshold_european"):
        (finding,) = [finding for finding in _SAID["SR609", says] if finding.says == says]
        (step,) = [step for step in finding.steps if step.name == "state_threshold"]
        assert isinstance(step.origin, Set)
        assert step.origin.rule_set == DEFAULT
        assert finding.sources
