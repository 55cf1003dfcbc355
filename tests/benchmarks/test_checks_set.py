"""The answers that the checks are measured on are well formed, and planted faults are what they say."""

import json
import re
from collections import Counter
from typing import Any

import pytest

from benchmarks.checks.__main__ import alarms, faults
from benchmarks.checks.drafts import (
    FAULTS,
    FOLDER,
    HALVES,
    Draft,
    application_of,
    library_of,
    read_drafts,
    subject_of,
)
from benchmarks.checks.measure import Checked, tally
from stories.model.question import KINDS
from stories.model.story import Story
from stories.writing.checks import CHECKS, Finding
from stories.writing.count import SHORT, count

CLEAN, PLANTED = read_drafts("clean"), read_drafts("planted")
KEYS = {"library", "company", "position", "blind", "question", "kind", "limit", "counts", "stories", "half", "text"}
HANGUL = re.compile("[가-힣]")
MYSELF = re.compile(r"(?<![가-힣])(?:저는|저도|저의|저를|제가|제)(?![가-힣])|\b(?:I|my|me|myself|mine)\b")
FOLDERS = sorted(path.name for path in (FOLDER / "libraries").iterdir() if path.is_dir())


def of(fault: str) -> list[Draft]:
    found = [draft for draft in PLANTED if draft.fault == fault]
    assert found
    return found


def filled(draft: Draft) -> float:
    counts = draft.asked.counts
    assert counts
    return count(draft.text).by(counts) / int(draft.asked.limit)


@pytest.mark.parametrize("name", ["clean", "planted"])
def test_every_line_says_all_that_a_check_is_given(name: str) -> None:
    rows: list[dict[str, Any]] = [
        json.loads(line) for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(rows) >= {"clean": 40, "planted": 220}[name]
    for row in rows:
        assert set(row) == KEYS | ({"fault", "words"} if name == "planted" else set()), row
        assert row["library"] in FOLDERS, row
        assert row["kind"] in KINDS, row
        assert row["blind"] in ("", "yes"), row
        assert row["half"] in HALVES, row
        assert isinstance(row["limit"], int), row


def test_every_answer_has_its_application_and_its_stories() -> None:
    for draft in [*CLEAN, *PLANTED]:
        subject = subject_of(draft)
        assert subject.application.company == draft.company
        assert subject.application.questions[subject.number - 1].draft == draft.asked.draft
        assert len(subject.stories) == len(draft.asked.stories)


def test_only_planted_blind_facts_and_their_open_twins_ask_for_another_blindness_than_the_application() -> None:
    texts = {draft.text for draft in of("blind")}
    twins = [draft for draft in CLEAN if draft.text in texts]
    assert len(twins) == 6
    for draft in [*CLEAN, *PLANTED]:
        applications = library_of(draft.library).applications.values()
        (application,) = [one for one in applications if one.company == draft.company]
        assert draft.blind == ("" if draft in twins else application.blind)


def test_the_libraries_are_read_without_a_problem_and_have_stories_with_numbers() -> None:
    assert len(FOLDERS) == 4
    for name in FOLDERS:
        library = library_of(name)
        assert not library.problems
        assert library.profile.name and library.profile.education
        assert 5 <= len(library.stories) <= 6
        assert all(re.search(r"\d", story.result + story.action) for story in library.stories.values())


def test_a_clean_answer_fills_its_limit_speaks_of_oneself_and_has_a_number() -> None:
    for draft in CLEAN:
        assert 300 <= len(draft.text) <= 1000
        assert 0.75 <= filled(draft) <= 1, draft
        assert MYSELF.search(draft.text), draft
        assert re.search(r"\d|\b(?:one|two|three|four|five|ten)\b", draft.text), draft


def test_both_languages_stand_in_the_clean_answers() -> None:
    korean = [draft for draft in CLEAN if HANGUL.search(draft.text)]
    assert len(korean) >= 24
    assert len(CLEAN) - len(korean) >= 16


def test_every_fault_is_planted_often_and_in_both_halves() -> None:
    assert set(FAULTS) == set(CHECKS) == {draft.fault for draft in PLANTED}
    for fault in FAULTS:
        halves = Counter(draft.half for draft in of(fault))
        assert halves.total() >= 12, fault
        assert abs(halves["tuning"] - halves["test"]) <= 1, fault
    assert len({draft.words for draft in of("korean-slips")}) >= 40


def test_the_faulty_words_stand_in_the_answer() -> None:
    for draft in PLANTED:
        assert draft.words in draft.text, draft
        if draft.words and draft.fault not in ("repeats", "other-names", "conflicting-numbers"):
            assert draft.text.count(draft.words) == 1, draft


def test_a_planted_answer_differs_from_every_other() -> None:
    open_twins = Counter(draft.text for draft in of("blind"))
    clean = {draft.text for draft in CLEAN} - set(open_twins)
    texts = Counter(draft.text for draft in PLANTED)
    assert not [draft for draft in PLANTED if draft.text in clean]
    assert [text for text, number in texts.items() if number > 1] == []


def test_only_a_planted_length_is_short_or_over() -> None:
    for draft in PLANTED:
        fair = 0.75 <= filled(draft) <= 1
        assert fair if draft.fault != "length" else not SHORT / 100 <= filled(draft) <= 1, (draft, filled(draft))


def test_what_is_planted_without_words_is_there() -> None:
    for draft in of("we-only"):
        assert not MYSELF.search(draft.text), draft
        assert re.search(r"저희|우리|\b[Ww]e\b|\b[Oo]ur\b", draft.text), draft
    for draft in of("no-number"):
        assert not re.search(r"\d", draft.text.replace("코로나19", "").replace("N+1", "")), draft
    for draft in of("same-story"):
        application = application_of(draft)
        chosen = Counter(story for asked in application.questions for story in asked.stories)
        assert max(chosen.values()) == 3, draft


def test_a_story_stands_three_times_only_where_it_is_planted() -> None:
    for draft in [*CLEAN, *(draft for draft in PLANTED if draft.fault != "same-story")]:
        application = application_of(draft)
        chosen = Counter(story for asked in application.questions for story in asked.stories)
        assert max(chosen.values(), default=0) < 3, draft


def test_a_retracted_claim_is_planted_only_in_a_story_that_has_one() -> None:
    for draft in of("claims"):
        stories: list[Story] = [library_of(draft.library).story(story) for story in draft.asked.stories]
        assert any(story.retracted for story in stories), draft


def test_a_finding_counts_when_it_touches_the_faulty_words_or_another_check_names_them() -> None:
    draft = of("numbers")[0]
    start = draft.text.index(draft.words)
    own = Finding("numbers", "x", start, start + 1)
    other = Finding("conflicting-numbers", "x", start, start + len(draft.words))
    wide = Finding("repeats", "x", 0, len(draft.text))
    elsewhere = Finding("numbers", "x", start - 2, start)
    assert Checked(draft, (own,), 1.0).found
    assert Checked(draft, (other,), 1.0).found
    assert not Checked(draft, (wide, elsewhere), 1.0).found
    done = tally("numbers", [Checked(draft, found, 1.0) for found in ((own, other), (other,), (elsewhere,))])
    assert (done.planted, done.own, done.found, dict(done.by_another)) == (3, 1, 2, {"conflicting-numbers": 1})


def test_the_tables_tell_shares_and_false_alarms() -> None:
    draft = of("length")[0]
    over = Finding("length", "over", 0, 0)
    lines = faults([Checked(draft, (over,), 1.0), Checked(draft, (), 1.0)])
    assert any(re.fullmatch(r"length\s+2\s+1\s+50%", line) for line in lines)
    false = alarms([Checked(CLEAN[0], (over,), 1.0), Checked(CLEAN[1], (), 1.0)])
    assert false == ["clean drafts with a finding: 1 of 2 (50%)  length: over 1"]
