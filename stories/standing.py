"""How far the answers of an application are: how full each is, and which of the usual ones are still empty."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from stories.matching.named_kinds import named_kinds
from stories.model.application import Application, AskedByForm
from stories.model.question import QuestionKind
from stories.writing.count import Zone, count, fill, zone
from stories.writing.limits import limit_of, rule_of, seconds_of

USUAL: tuple[QuestionKind, ...] = (
    "self-introduction", "motivation", "company", "strengths", "reverse", "closing",
)  # fmt: skip
"""What is asked almost everywhere: 1분 자기소개, 지원동기, 입사 후 포부, 장단점, 역질문, 마지막 한마디."""
_ONLY_NAMED: tuple[QuestionKind, ...] = ("strengths", "self-introduction")
"""What other questions too are taken for, which ask for the like: values, a social issue, how one grew up."""
Written = Literal["written", "empty", "missing"]


@dataclass(frozen=True)
class Standing:
    """One question with how full its answer is. `number` counts from 1; `counted` is in the unit of its rule.

    `limit` None: no number is set. `seconds` is the time to speak, where the limit is one.
    """

    number: int
    asked: AskedByForm
    kind: QuestionKind
    counted: int
    limit: int | None
    seconds: int | None
    spoken: tuple[float, float]

    @property
    def fill(self) -> float | None:
        """How full: 0 for nothing, 1 for exactly full; of a spoken answer the middle of its range. None: no limit."""
        if self.seconds:
            return sum(self.spoken) / 2 / self.seconds
        return fill(self.counted, self.limit) if self.limit else None

    @property
    def zone(self) -> Zone | None:
        """The zone of the gauge; None without a limit."""
        if self.seconds:
            return zone(round(sum(self.spoken) / 2), self.seconds)
        return zone(self.counted, self.limit) if self.limit else None

    @property
    def written(self) -> bool:
        """Tell whether there is an answer at all."""
        return bool(self.asked.draft.strip())


def standings(application: Application, kind_of: Callable[[str], QuestionKind]) -> tuple[Standing, ...]:
    """Return the questions in their order. `kind_of` tells the kind of a question that does not name its own."""
    return tuple(_standing(number, asked, kind_of) for number, asked in enumerate(application.questions, 1))


def _standing(number: int, asked: AskedByForm, kind_of: Callable[[str], QuestionKind]) -> Standing:
    counted = count(asked.draft)
    spoken = counted.spoken
    return Standing(
        number,
        asked,
        asked.kind or kind_of(asked.question),
        counted.by(rule_of(asked)),
        limit_of(asked),
        seconds_of(asked),
        (spoken.seconds_low, spoken.seconds_high),
    )


def usual(found: Sequence[Standing]) -> dict[QuestionKind, Written]:
    """Return for each usual question whether it is answered, asked and empty, or not asked at all.

    One question may ask for two of them: why one applies, and what one will do there.
    """
    return {kind: _written([one for one in found if _asks(one, kind)]) for kind in USUAL}


def _asks(one: Standing, kind: QuestionKind) -> bool:
    """Tell whether the question asks for this: by its words, or by its kind where its words name none of them."""
    if one.asked.kind:
        return one.asked.kind == kind
    named = named_kinds(one.asked.question)
    return kind in named if named else kind == one.kind and kind not in _ONLY_NAMED


def _written(found: Sequence[Standing]) -> Written:
    if not found:
        return "missing"
    return "written" if any(one.written for one in found) else "empty"
