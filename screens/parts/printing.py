"""An answer for the shell: as lines to read, and as JSON that other programs read."""

import json

from languages import Sentences
from screens.parts.telling import reason_sentence
from stories.matching.index import LibraryIndex
from stories.matching.ranking import Answer
from stories.matching.reasons import reasons


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
    }
    return json.dumps(whole, ensure_ascii=False).encode("utf-8", "replace").decode()


def as_text(answer: Answer, index: LibraryIndex, say: Sentences) -> str:
    """Return the answer as lines: each story that fits with its reasons, and the concepts to explain."""
    lines = [say("find.cut")] if answer.asked.cut else []
    lines += [] if answer.best else [say(f"find.none_{answer.asked.answer_kind}")]
    for place, match in enumerate((one for one in answer.stories if one.fit != "none"), 1):
        lines.append(f"{place}. [{say(f'fit.{match.fit}')} {match.score:.0f}] {match.story.name}  ({match.story.id})")
        lines += [f"   {match.story.headline}"] if match.story.headline else []
        lines += [f"   - {reason_sentence(say, one)}" for one in reasons(match, answer.asked, index, say.language)]
    for concept in answer.concepts:
        lines.append(f"{say('find.concept')}: {concept.concept.name}  ({concept.concept.id})")
    return "\n".join(lines)
