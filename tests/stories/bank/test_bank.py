"""The bank is whole: enough questions, both languages, known words, and nothing of the sample in it."""

import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from stories import bank
from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.matching.preparation import normal
from stories.matching.vocabulary import spot_terms
from stories.model.question import KINDS, QuestionKind

FOLDER = Path(bank.__file__).parent
STORIES = FOLDER.parent
COMPETENCIES = (
    "leadership", "teamwork", "conflict", "communication", "problem-solving", "challenge", "failure", "growth",
    "initiative", "creativity", "customer-focus", "responsibility-ethics", "time-pressure", "analysis", "planning",
    "adaptability",
)  # fmt: skip
LANGUAGES = ("ko", "en")


def _twice(words: list[str]) -> list[str]:
    return [word for word, count in Counter(words).items() if count > 1]


def _wordings() -> Iterator[tuple[str, str, str]]:
    for question in bank.questions():
        for language in LANGUAGES:
            wording = question.wording(language)
            yield from ((question.id, language, text) for text in (wording.question, *wording.wordings))


def test_there_are_questions_enough() -> None:
    assert len(bank.questions()) >= 120


def test_no_id_stands_twice() -> None:
    for ids in (
        [one.id for one in bank.questions()],
        [one.id for one in bank.terms()],
        [one.id for one in bank.competencies()],
        [one.id for one in bank.kinds()],
    ):
        assert _twice(ids) == []


def test_every_question_is_whole_in_both_languages() -> None:
    lacking = [
        (question.id, language)
        for question in bank.questions()
        for language, wording in (("ko", question.ko), ("en", question.en))
        if wording is None or not wording.question or not wording.wants or not wording.follow_ups
    ]
    assert lacking == []


def test_every_question_has_at_least_four_other_wordings() -> None:
    few = [
        (question.id, language)
        for question in bank.questions()
        for language in LANGUAGES
        if len(set(question.wording(language).wordings)) < 4
    ]
    assert few == []


def test_each_language_is_written_in_its_own_letters() -> None:
    def korean(text: str) -> bool:
        return any("가" <= letter <= "힣" for letter in text)

    # A keyword such as "PCA vs t-SNE" is Korean as it stands; a sentence is not.
    odd = [text for _, language, text in _wordings() if korean(text) and language == "en"]
    odd += [one.ko.question for one in bank.questions() if one.ko and not korean(one.ko.question)]
    assert odd == []


def test_kinds_and_competencies_are_known() -> None:
    known = {one.id for one in bank.competencies()}
    assert known == set(COMPETENCIES)
    for question in bank.questions():
        assert question.kind in KINDS
        assert set(question.competencies) <= known, question.id
        assert _twice(question.competencies) == [], question.id
        assert question.competencies or question.kind != "story", question.id


def test_every_kind_and_every_competency_is_asked_for() -> None:
    kinds = Counter(question.kind for question in bank.questions())
    competencies = Counter(one for question in bank.questions() for one in question.competencies)
    assert [kind for kind in KINDS if not kinds[kind]] == []
    assert [one for one in COMPETENCIES if competencies[one] < 4] == []


def test_no_wording_stands_twice() -> None:
    assert _twice([normal(text).rstrip(" ?.!") for _, _, text in _wordings()]) == []


def test_the_kinds_are_those_of_the_model() -> None:
    assert tuple(get_args(QuestionKind)) == KINDS
    assert {one.id for one in bank.kinds()} == set(KINDS)


def test_every_competency_has_names_and_words_in_both_languages() -> None:
    for one in bank.competencies():
        assert one.ko and one.en and one.about.ko and one.about.en, one.id
        assert one.words.ko and one.words.en, one.id


def test_words_are_written_as_they_are_compared() -> None:
    for one in (*bank.competencies(), *bank.kinds()):
        english = [*one.words.en, *one.weak.en]
        assert english == [word.casefold() for word in english], one.id
        assert all(" ".join(word.split()) == word for word in (*english, *one.words.ko, *one.weak.ko)), one.id
        assert all(len(word.replace(" ", "")) > 1 for word in (*one.words.ko, *one.weak.ko)), one.id


def test_a_word_does_not_point_and_hint_at_the_same_competency() -> None:
    for one in bank.competencies():
        for words in ([*one.words.ko, *one.weak.ko], [*one.words.en, *one.weak.en]):
            assert _twice(words) == [], one.id


def test_terms_have_a_name_in_both_languages_and_related_terms_exist() -> None:
    known = {term.id for term in bank.terms()}
    for term in bank.terms():
        assert term.ko and term.en and term.field, term.id
        assert set(term.related) <= known - {term.id}, term.id


def test_a_name_of_a_term_is_found_as_that_term() -> None:
    lost = [
        (term.id, name)
        for term in bank.terms()
        for name in (*term.ko, *term.en)
        if term.id not in [spotted.meaning for spotted in spot_terms(name.rstrip("*"))]
    ]
    assert lost == []


def test_everything_is_in_composed_characters() -> None:
    for path in (*FOLDER.rglob("*.yaml"),):
        text = path.read_bytes().decode("utf-8")
        assert unicodedata.is_normalized("NFC", text), path.name
        assert "\r" not in text and text.endswith("\n"), path.name


def test_no_key_of_the_data_is_lost_on_the_way() -> None:
    questions = [
        item for path in (FOLDER / "questions").glob("*.yaml") for item in yaml.safe_load(path.read_text("utf-8"))
    ]
    assert len(questions) == len(bank.questions())
    part = {"question", "wordings", "follow_ups", "wants"}
    for item in questions:
        assert set(item) <= {"id", "kind", "competencies", "unlike", "by_result", "ko", "en"}, item["id"]
        assert set(item["ko"]) <= part and set(item["en"]) <= part, item["id"]
    terms = [item for item in _raw("glossary") if item] + [item for item in _raw("thesaurus") if item]
    assert len(terms) == len(bank.terms())
    for item in terms:
        assert set(item) <= {"id", "field", "ko", "en", "related"}, item["id"]
    examples = _raw("examples")
    assert len(examples) == len(bank.examples())
    for item in examples:
        assert set(item) <= {"id", "asked", "told"}, item["id"]
        assert all(set(item[part]) == {"ko", "en"} for part in ("asked", "told") if part in item), item["id"]


def _raw(folder: str) -> list[dict[str, Any]]:
    """Return the items of all files of a folder of the bank, as YAML reads them."""
    return [item for path in (FOLDER / folder).glob("*.yaml") for item in yaml.safe_load(path.read_text("utf-8"))]


def test_examples_belong_to_questions_and_no_way_to_ask_stands_twice() -> None:
    known = {question.id for question in bank.questions()}
    assert [one.id for one in bank.examples() if one.id not in known] == []
    assert _twice([one.id for one in bank.examples()]) == []
    assert _twice([f"{one.id} {text}" for one in bank.examples() for text in one.asked.all]) == []


def test_every_question_for_a_story_has_ways_to_tell_in_both_languages() -> None:
    told = {one.id: one.told for one in bank.examples()}
    asked = [question.id for question in bank.questions() if question.kind == "story"]
    assert len(asked) > 100
    assert [one for one in asked if len(told[one].ko) < 10 or len(told[one].en) < 10] == []


@pytest.mark.parametrize(
    "path", sorted(STORIES.rglob("*.py")) + sorted(STORIES.rglob("*.yaml")), ids=lambda path: path.name
)
def test_the_matcher_knows_nothing_of_the_sample(path: Path) -> None:
    sample = read_library(SAMPLE).stories
    names = {*sample, *(story.title for story in sample.values())}
    assert len(names) == 24
    text = path.read_text(encoding="utf-8").casefold()
    assert [name for name in names if name.casefold() in text] == []
