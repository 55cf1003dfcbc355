"""What the bank teaches: each of its questions is known again, in its own words, and every telling counts."""

import numpy as np
import pytest

from stories import bank
from stories.matching.bayes import NaiveBayes
from stories.matching.beliefs import nearest_questions
from stories.matching.meanings import features
from stories.matching.taught import taught, ways_to_ask
from stories.matching.understanding import understand
from stories.matching.vocabulary import bank_vocabulary

LANGUAGES = ("ko", "en")


def _most_believed(text: str) -> str:
    beliefs = understand(text, bank_vocabulary()).beliefs
    assert beliefs.shape == (len(bank.questions()),)
    assert float(beliefs.sum()) == pytest.approx(1.0, abs=1e-3)
    return bank.questions()[int(beliefs.argmax())].id


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_common_question_asked_in_its_own_words_is_the_one_believed_most(language: str) -> None:
    found = {question.id: _most_believed(question.text(language)) for question in bank.questions()}
    lost = {asked: believed for asked, believed in found.items() if asked != believed}
    assert len(lost) <= 0.05 * len(found), lost


def test_a_common_question_is_the_nearest_to_its_own_words() -> None:
    asked = [(question, question.text(language)) for question in bank.questions()[::7] for language in LANGUAGES]
    lost = [text for question, text in asked if nearest_questions(text, limit=1)[0].question is not question]
    assert len(lost) <= 0.05 * len(asked), lost


def test_every_question_has_its_ways_to_ask_in_both_languages() -> None:
    for question, ways in zip(bank.questions(), ways_to_ask(), strict=True):
        assert {question.text(language) for language in LANGUAGES} <= set(ways)
        assert all(ways)


def test_every_question_with_tellings_has_its_class() -> None:
    told = [place for place, one in enumerate(bank.questions()) if _tellings(one.id)]
    assert list(taught().told_of) == told
    assert len(taught().told.absent) == len(told)


def test_every_competency_has_its_class() -> None:
    assert taught().shown_of == tuple(one.id for one in bank.competencies())
    assert len(taught().shown.absent) == len(taught().shown_of)


def _tellings(question_id: str) -> list[str]:
    return [text for one in bank.examples() if one.id == question_id for text in one.told.all]


def _share_known(bayes: NaiveBayes, texts: list[str], labels: list[int]) -> float:
    found = bayes.evidence(features(texts), len(texts)).argmax(axis=1)
    return float(np.mean(found == np.array(labels)))


def test_tellings_are_known_again_as_answers_to_their_question() -> None:
    pairs = [(_tellings(bank.questions()[place].id)[0], label) for label, place in enumerate(taught().told_of)]
    assert _share_known(taught().told, [text for text, _ in pairs], [label for _, label in pairs]) >= 0.9


def test_tellings_show_the_competency_that_their_question_tests_first() -> None:
    pairs = [
        (_tellings(question.id)[0], taught().shown_of.index(question.competencies[0]))
        for question in bank.questions()
        if question.competencies and _tellings(question.id)
    ]
    assert {label for _, label in pairs} == set(range(len(taught().shown_of)))
    assert _share_known(taught().shown, [text for text, _ in pairs], [label for _, label in pairs]) >= 0.6


def test_what_every_question_says_tells_nothing_and_what_none_says_all() -> None:
    frame, rare = (
        taught().weights.of(features(["무엇인가요?"])[0]),
        taught().weights.of(features(["꿰맨뗏목쭉정이"])[0]),
    )
    assert frame.min() < 0.2
    assert rare.max() == 1.0
