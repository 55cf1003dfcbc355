"""How many planted faults the checks of a draft find, and how often they find something in a clean draft.

    python -m benchmarks.checks [--half tuning|test|both] [--show]      (default: test)

found: the check of that fault names it, touching the faulty words where there are any; another check that names the
same words (at least half of either) counts too and is listed. False alarms: clean drafts in which anything is found.
"""

import argparse
import datetime
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from benchmarks.checks.drafts import FAULTS, HALVES, Draft, read_drafts
from benchmarks.checks.measure import Checked, Tally, checked, tally
from benchmarks.matching.tables import table

SHOWN = 60
"""Characters of a draft around a place that --show prints."""


def main() -> None:
    """Print the table, and with --show every miss and every false alarm."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checks", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--half", choices=(*HALVES, "both"), default="test")
    parser.add_argument("--show", action="store_true", help="list the misses, the other findings and the false alarms")
    options = parser.parse_args()
    halves = HALVES if options.half == "both" else (options.half,)
    drafts = read_drafts("planted")
    first = checked(drafts[:1])
    planted = checked([draft for draft in drafts if draft.half in halves])
    clean = checked([draft for draft in read_drafts("clean") if draft.half in halves])
    print(
        f"{options.half}: {len(planted)} planted faults, {len(clean)} clean drafts, {datetime.date.today():%Y-%m-%d}\n"
    )
    print(*faults(planted), "", *alarms(clean), *speed(first, [*planted, *clean]), sep="\n")
    if options.show:
        print(*shown(planted, clean), sep="\n")


def faults(planted: Sequence[Checked]) -> list[str]:
    """Return the table of what was found of each fault, with what else was found in those drafts."""
    tallies = [tally(fault, planted) for fault in FAULTS]
    rows = [_row(one) for one in tallies]
    every = Tally(
        "all", len(planted), sum(one.own for one in tallies), sum((one.by_another for one in tallies), Counter())
    )
    others = Counter(check for one in planted for check in {finding.check for finding in one.others})
    touched = sum(bool(one.others) for one in planted)
    lines = table(["fault", "planted", "found", "share", "only by another check"], [*rows, _row(every)])
    return [*lines, "", f"planted drafts with another finding: {_of(touched, len(planted))}  {_listed(others)}"]


def _row(one: Tally) -> list[str]:
    share = one.found / one.planted if one.planted else 0.0
    return [one.fault, str(one.planted), str(one.found), f"{share:.0%}", _listed(one.by_another)]


def alarms(clean: Sequence[Checked]) -> list[str]:
    """Return how many clean drafts have a finding, and of which checks."""
    false = [one for one in clean if one.findings]
    which = Counter(name for one in false for name in {f"{found.check}: {found.code}" for found in one.findings})
    return [f"clean drafts with a finding: {_of(len(false), len(clean))}  {_listed(which)}"]


def speed(first: Sequence[Checked], every: Sequence[Checked]) -> list[str]:
    """Return the milliseconds that one draft takes; at the very first the checks read their word lists."""
    times = [one.milliseconds for one in every]
    (at_first,) = (one.milliseconds for one in first)
    return [f"milliseconds a draft: median {median(times):.1f}, worst {max(times):.1f}, the very first {at_first:.0f}"]


def shown(planted: Sequence[Checked], clean: Sequence[Checked]) -> Iterator[str]:
    """Yield the misses, the other findings and the false alarms, each with its place."""
    yield "\nMissed"
    for one in planted:
        if not one.found:
            yield f"  {one.draft.fault:20} {_name(one.draft)}: {one.draft.words or one.draft.text[:SHOWN]}"
    for title, every in (("Found in planted drafts beside the fault", planted), ("False alarms", clean)):
        yield f"\n{title}"
        for one in every:
            for finding in one.others:
                text = one.draft.text
                around = text[max(0, finding.start - SHOWN // 3) : finding.end + SHOWN // 3].replace("\n", " ")
                place = f"«{text[finding.start : finding.end]}» in …{around}…" if finding.end else "whole"
                details = ", ".join(f"{key}={value}" for key, value in finding.details.items())
                yield f"  {finding.check:20} {_name(one.draft)} [{one.draft.fault}] {finding.code}: {place} ({details})"


def _name(draft: Draft) -> str:
    return f"{draft.company} {draft.asked.kind}"


def _of(number: int, whole: int) -> str:
    return f"{number} of {whole} ({number / whole:.0%})" if whole else "0 of 0"


def _listed(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {number}" for name, number in counted.most_common())


if __name__ == "__main__":
    main()
