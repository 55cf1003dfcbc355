"""Spread stories over questions: the best sum of scores with no story worn out."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np

from stories.matching.assignment import assign

MOST_USES = 2
"""Questions of one application that one story may answer."""
REPEAT = 20.0
"""What a second use of a story costs, in points of score. See `spread`."""
TOLD = 5.0
"""What a story loses, in points of score, that this company knows already. See `spread`."""
_NEVER = -(10**9)


def spread(
    scores: Sequence[Mapping[str, float]], used: Mapping[str, int] | None = None, told: Collection[str] = ()
) -> list[str | None]:
    """Return for each question the id of its story, or None; never one that then has more than MOST_USES uses.

    `scores` are the stories that answer each question (0 to 100, to a tenth), `used` how often each is used already,
    `told` those that count TOLD less. The plan is the one with the greatest total

        sum of scores - TOLD for each told story - REPEAT for each use of a story that has one already

    and of plans with an equal total one with the fewest repeats. A fixed cost for a repeat, because both of the other
    rules are bad advice: fewest repeats first would leave questions empty or answer them with stories that barely
    fit, and the sum first would repeat a story for a tenth of a point. So no plan with as few repeats has a greater
    sum of scores (told ones counted less), and each repeat brings more than REPEAT points. A score is the likelihood
    in percent that the story answers, so that a repeat must make an answer a fifth more likely. REPEAT and TOLD
    together stay below WORKABLE_FROM: no question is left empty to spare a repeat, but only where all stories that
    answer it are used up.

    Each story is one or two columns of an assignment problem, the second with REPEAT taken off, and every question may
    take an empty column. The other questions of n use up fewer than n stories, so that a question's best n are enough.
    """
    used = used or {}
    kept = [_best(of_question, len(scores), used, told) for of_question in scores]
    ids = sorted({story_id for worths in kept for story_id in worths})
    columns = [(story_id, use) for story_id in ids for use in range(used.get(story_id, 0), MOST_USES)]
    places = {column: place for place, column in enumerate(columns)}
    worth = np.full((len(scores), len(columns) + len(scores)), _NEVER, dtype=np.int64)
    worth[:, len(columns) :] = 0
    for row, worths in enumerate(kept):
        for story_id, first in worths.items():
            for use in range(used.get(story_id, 0), MOST_USES):
                repeat = 1 if use else 0
                tenths = first - repeat * round(10 * REPEAT)
                worth[row, places[story_id, use]] = tenths * (len(scores) + 1) - repeat
    return [columns[column][0] if column < len(columns) else None for column in assign(worth)]


def _best(scores: Mapping[str, float], count: int, used: Mapping[str, int], told: Collection[str]) -> Mapping[str, int]:
    """Return the stories that bring the question the most, at most so many, with their worth in tenths of a point."""
    worths = {
        story_id: round(10 * score) - (round(10 * TOLD) if story_id in told else 0)
        for story_id, score in scores.items()
        if used.get(story_id, 0) < MOST_USES
    }
    net = {story_id: worth - (round(10 * REPEAT) if used.get(story_id) else 0) for story_id, worth in worths.items()}
    return {
        story_id: worths[story_id]
        for story_id in sorted(worths, key=lambda one: (-net[one], used.get(one, 0), one))[:count]
    }
