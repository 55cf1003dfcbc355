"""Run the checks over the answers and sort what they find: the planted fault, something else, or a false alarm."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.checks.drafts import Draft, subject_of
from stories.writing.checks import Finding, check


@dataclass(frozen=True)
class Checked:
    """What was found in one answer, and in how many milliseconds."""

    draft: Draft
    findings: tuple[Finding, ...]
    milliseconds: float

    @property
    def own(self) -> tuple[Finding, ...]:
        """The findings of the check that should find the planted fault, at its place."""
        return tuple(one for one in self.findings if one.check == self.draft.fault and self.draft.meets(one))

    @property
    def by_another(self) -> tuple[Finding, ...]:
        """The findings of other checks that name the planted words themselves; only where there are words."""
        others = (one for one in self.findings if one.check != self.draft.fault)
        return tuple(one for one in others if self.draft.is_named_by(one))

    @property
    def found(self) -> bool:
        """Tell whether anything names the planted fault."""
        return bool(self.own or self.by_another)

    @property
    def others(self) -> tuple[Finding, ...]:
        """The findings that are not about the planted fault; for a clean answer all of them, the false alarms."""
        return tuple(one for one in self.findings if one not in self.own and one not in self.by_another)


@dataclass(frozen=True)
class Tally:
    """One kind of fault: how many were planted, found by its own check, and found only by another."""

    fault: str
    planted: int
    own: int
    by_another: Counter[str]

    @property
    def found(self) -> int:
        """How many were found by any check."""
        return self.own + sum(self.by_another.values())


def checked(drafts: Sequence[Draft]) -> list[Checked]:
    """Check every answer; the libraries are read before the clock starts."""
    done = []
    for draft in drafts:
        subject = subject_of(draft)
        start = time.perf_counter()
        findings = check(subject)
        done.append(Checked(draft, findings, 1000 * (time.perf_counter() - start)))
    return done


def tally(fault: str, planted: Sequence[Checked]) -> Tally:
    """Count what was found of one kind of fault; a fault found by several other checks counts for the first."""
    mine = [one for one in planted if one.draft.fault == fault]
    instead = Counter(one.by_another[0].check for one in mine if not one.own and one.by_another)
    return Tally(fault, len(mine), sum(bool(one.own) for one in mine), instead)
