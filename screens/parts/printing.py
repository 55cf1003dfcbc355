"""An answer for the shell: as lines to read, and as JSON that other programs read."""

import json
from collections.abc import Iterator

from languages import Sentences
from screens.parts.telling import PAST_HEADINGS, PAST_TEXTS, past_place, past_question, reason_sentence
from stories.matching.index import LibraryIndex
from stories.matching.past import PastMatch, find_past
from stories.matching.ranking import Answer
from stories.matching.reasons import Reason, reasons


def as_json(answer: Answer, index: LibraryIndex, say: Sentences) -> str:
    """Return the answer as one line of JSON; the keys are stable, the reasons are sentences in the language."""
    stories = [
        {
            "id": match.story.id,
            "score": match.score,
            "fit": match.fit,
            "signals": dict(match.signals),
            "because": [reason_sentence(say, one) for one in reasons(match, answer.asked, index, say.language)],
        }
        for match in answer.stories
    ]
    whole = {
        "query": answer.asked.query,
        "kind": answer.asked.answer_kind,
        "fit": answer.fit,
        "stories": stories,
        "concepts": [{"id": one.concept.id, "score": one.score} for one in answer.concepts],
        "questions": [{"id": one.question.id, "score": one.score} for one in answer.questions],
        "past": [_past(one) for one in find_past(answer.asked, index.asked_before)],
    }
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace").decode()


def _past(match: PastMatch) -> dict[str, str | float]:
    """Return a past question for JSON; `answer` holds nothing retracted and is empty where there is none."""
    past = match.past
    return {
        "where": past.where,
        "id": past.id,
        "name": past.name,
        "date": past.date,
        "question": past.question,
        "answer": match.answer,
        "score": match.score,
    }


def as_text(answer: Answer, index: LibraryIndex, say: Sentences) -> str:
    """Return the answer as lines: the stories that fit with their reasons, the concepts, and what was asked before."""
    lines = [say("find.cut")] if answer.asked.cut else []
    lines += [say("find.retyped", text=answer.asked.retyped)] if answer.asked.retyped else []
    lines += [] if answer.best else [say(f"find.none_{answer.asked.answer_kind}")]
    for place, match in enumerate((one for one in answer.stories if one.fit != "none"), 1):
        lines.append(f"{place}. [{say(f'fit.{match.fit}')} {match.score:.0f}] {match.story.name}  ({match.story.id})")
        lines += [f"   {match.story.headline}"] if match.story.headline else []
        lines += [f"   - {reason_sentence(say, one)}" for one in reasons(match, answer.asked, index, say.language)]
    for concept in answer.concepts:
        lines.append(f"{say('find.concept')}: {concept.concept.name}  ({concept.concept.id})")
    for past in find_past(answer.asked, index.asked_before):
        lines += _past_lines(past, say)
    return "\n".join(lines)


def _past_lines(match: PastMatch, say: Sentences) -> Iterator[str]:
    """Return a past question with when and where, and its texts without what was retracted."""
    past = match.past
    place = past_place(say, past)
    yield f"{say(PAST_HEADINGS[past.where])}: {past_question(say, past)}" + (f"  ({place})" if place else "")
    for passage in (one for passages in match.retracted.values() for one in passages):
        claim = {"text": passage.claim.text, "say_instead": passage.claim.say_instead}
        yield f"   - {reason_sentence(say, Reason('retracted', claim))}"
    if past.where != "own" and not match.answer:
        yield f"   {say('past.unanswered')}"
    for name, key in PAST_TEXTS:
        text = match.sayable(name).replace("\n", "\n     ")
        if text:
            yield f"   {say(key)}: {text}" if key else f"   {text}"
