"""The words of the bank and those that a user adds: both find stories, in both languages."""

import pytest

from stories import bank
from stories.matching.index import LibraryIndex
from stories.matching.ranking import find
from stories.matching.spotting import Spotted
from stories.matching.understanding import understand
from stories.matching.vocabulary import (
    COMPETENCY,
    HINT,
    KIND,
    STRONG,
    TERM,
    WEAK,
    Vocabulary,
    bank_vocabulary,
    is_everyday,
    longest,
    pointed,
    vocabulary,
)
from stories.model.competency import Competency, WordsByLanguage
from stories.model.term import Term
from tests.stories.matching.conftest import Fields, Make

STORIES: dict[str, Fields] = {
    "greenhouse": {
        "title": "온실 점적관수 개편",
        "situation": "물이 고르게 가지 않았다.",
        "task": "물길을 다시 놓아야 했다.",
        "action": "점적관수 관을 새로 깔고 압력을 맞추었다.",
        "result": "물을 30% 아꼈다.",
    },
    "library": {"title": "도서관 서가 옮기기", "action": "책을 옮겼다.", "result": "끝났다."},
}
DRIP: Fields = {"id": "drip-irrigation", "ko": ["점적관수"], "en": ["trickle hydration"]}
QUESTION = "Do you have experience with trickle hydration?"


def _ids(question: str, index: LibraryIndex) -> list[str]:
    return [match.story.id for match in find(question, index).stories]


def test_a_term_that_a_user_adds_lets_an_english_question_find_a_korean_story(make: Make) -> None:
    without = find(QUESTION, LibraryIndex(make(stories=STORIES)))
    index = LibraryIndex(make(stories=STORIES, terms=[DRIP]))
    answer = find(QUESTION, index)
    assert answer.asked.terms == {"drip-irrigation": 1.0}
    assert answer.stories[0].story.id == "greenhouse"
    assert answer.stories[0].signals["term"] > 50
    assert all(match.signals["term"] == 0 for match in without.stories)


def test_a_related_term_that_a_user_adds_finds_the_story_too(make: Make) -> None:
    related = {"id": "water-saving", "ko": ["절수법"], "en": ["aqua thrift"], "related": ["drip-irrigation"]}
    for terms in ([DRIP, related], [{**DRIP, "related": ["water-saving"]}, {**related, "related": []}]):
        index = LibraryIndex(make(stories=STORIES, terms=terms))
        assert _ids("What do you know of aqua thrift?", index)[:1] == ["greenhouse"]


def test_a_term_of_a_user_may_be_related_to_one_of_the_bank(make: Make) -> None:
    own = {"id": "own-method", "ko": ["꽃게법"], "related": ["pca"]}
    library = make(terms=[own])
    words = vocabulary((), library.terms)
    assert words.related("own-method") == {"pca"}
    assert words.related("pca") == bank_vocabulary().related("pca") | {"own-method"}


def test_terms_of_the_bank_are_still_found_beside_ones_own() -> None:
    own = Vocabulary(terms=[Term(id="mine", ko=["꽃게법"])])
    found = [one.meaning for one in own.terms("꽃게법과 PCA")]
    assert found == ["pca", "mine"] or found == ["mine", "pca"]


def test_a_competency_that_a_user_adds_is_asked_for_and_found(make: Make) -> None:
    own = {
        "id": "hospitality",
        "ko": "환대",
        "en": "hospitality",
        "words": {"ko": ["손님맞이"], "en": ["welcoming guests"]},
    }
    stories = {"inn": {"title": "여관", "competencies": ["hospitality"]}, "library": STORIES["library"]}
    index = LibraryIndex(make(stories=stories, competencies=[own]))
    for question in ("손님맞이 경험을 말해 주세요", "Tell me about welcoming guests", "환대", "hospitality"):
        answer = find(question, index)
        assert "hospitality" in answer.asked.competencies, question
        assert answer.stories[0].story.id == "inn", question


def test_a_competency_is_asked_for_as_much_when_its_name_stands_among_its_words(make: Make) -> None:
    own = {"id": "design", "ko": "디자인", "en": "design"}
    twice = {**own, "words": {"ko": ["디자인"], "en": ["design"]}}
    question = "디자인 팀과 갈등을 겪은 경험"
    once, again = (vocabulary([Competency.model_validate(one)]) for one in (own, twice))
    found = understand(question, once).competencies
    assert found == understand(question, again).competencies
    assert found["conflict"] > 0.4


def test_a_competency_that_a_user_replaces_is_found_by_its_new_words_only() -> None:
    mine = Competency(id="leadership", ko="앞장", en="going first", words=WordsByLanguage(ko=["깃발 들기"]))
    replaced = Vocabulary([mine])
    assert [one for one in replaced.all if one.id == "leadership"] == [mine]
    assert len(replaced.all) == len(bank.competencies())
    assert replaced.weights("깃발 들기")["leadership"] > 0 and replaced.weights("앞장")["leadership"] > 0
    for text in ("리더십", "leadership"):
        assert "leadership" in bank_vocabulary().weights(text)
        assert "leadership" not in replaced.weights(text)
        typed = [[text]]
        assert not any(one.meaning == "leadership" for one in replaced.spot_each([text], typed, typed)[0])
    assert replaced.weights("갈등") == bank_vocabulary().weights("갈등")


def test_many_texts_at_once_give_what_each_gives_alone() -> None:
    words = Vocabulary([Competency(id="teamwork", ko="어울림")], [Term(id="mine", en=["trickle hydration"])])
    texts = ["팀워크와 PCA", "어울림", "trickle hydration", "", "갈등 leadership SQL"]
    typed = [text.split() for text in texts]
    folded = [[word.casefold() for word in some] for some in typed]
    together = words.spot_each(texts, typed, folded)
    assert [set(found) for found in together] == [set(words.spot(text)) for text in texts]


def test_nothing_added_is_the_vocabulary_of_the_bank_itself() -> None:
    assert vocabulary() is vocabulary((), ()) is bank_vocabulary()


def test_a_term_has_a_name_in_both_languages() -> None:
    own = Vocabulary(terms=[Term(id="drip-irrigation", ko=["점적관수"], en=["trickle hydration"]), Term(id="bare")])
    assert (own.name_of("drip-irrigation", "ko"), own.name_of("drip-irrigation", "en")) == (
        "점적관수",
        "trickle hydration",
    )
    assert own.name_of("bare", "ko") == "bare"
    for term in bank.terms():
        for language in ("ko", "en"):
            assert own.name_of(term.id, language) == bank_vocabulary().name_of(term.id, language) != ""


def test_a_term_of_a_user_with_the_id_of_one_of_the_bank_has_the_users_name() -> None:
    own = Vocabulary(terms=[Term(id="pca", ko=["내 주성분"], en=["my components"])])
    assert own.name_of("pca", "ko") == "내 주성분"


@pytest.mark.parametrize(("space", "worth"), [(COMPETENCY, STRONG), (HINT, WEAK), (TERM, 0), (KIND, 0)])
def test_words_that_point_count_more_than_those_that_hint(space: str, worth: float) -> None:
    assert pointed([Spotted("a", "가", space)]).get("a", 0) == worth
    assert pointed([Spotted("a", "가", space), Spotted("a", "나", space)]).get("a", 0) == 2 * worth


@pytest.mark.parametrize(
    ("forms", "kept"),
    [
        (["시계열", "시계열 분석"], ["시계열 분석"]),
        (["data", "data base"], ["data base"]),
        (["art", "start"], ["art", "start"]),
        (["추천", "분석"], ["추천", "분석"]),
        (["PCA", "pca"], ["PCA", "pca"]),
        ([], []),
    ],
)
def test_of_overlapping_terms_the_longer_form_is_meant(forms: list[str], kept: list[str]) -> None:
    assert [one.surface for one in longest(Spotted("a", form, TERM) for form in forms)] == kept


def test_only_terms_count_as_terms() -> None:
    assert longest([Spotted("a", "리더십", COMPETENCY), Spotted("b", "pca", TERM)])[0].meaning == "b"


def test_related_terms_stand_one_step_away_in_either_direction() -> None:
    words = bank_vocabulary()
    for term in bank.terms():
        assert set(term.related) <= words.related(term.id)
        assert all(term.id in words.related(other) for other in term.related)
    assert words.related("no such term") == frozenset()


def test_a_sense_of_an_everyday_word_is_no_subject() -> None:
    assert not is_everyday("pca")
    assert any(is_everyday(term.id) for term in bank.terms())
