"""The tables of quality, each as the lines that are printed."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import partial

from benchmarks.matching.figures import (
    Interval,
    Outcome,
    Values,
    auroc,
    false_at,
    interval,
    interval_of_two,
    mean,
    values,
)
from benchmarks.matching.judged import Question
from benchmarks.matching.methods import CHANCE, STORYBANK

Outcomes = Sequence[Outcome]
ByMethod = Mapping[str, Outcomes]
Group = Callable[[Question], bool]
KEPT = 0.95
CURVE = (0.90, 0.95, 0.98)
LANGUAGES = {"ko": "Korean", "en": "English"}
FIGURES: Mapping[str, Callable[[Outcome], float]] = {
    "top-1": lambda one: one.top1,
    "nDCG@3": lambda one: one.ndcg,
    "MRR": lambda one: one.mrr,
}


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a table: the first column to the left, the others to the right."""
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    return [
        "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (head, *rows)
    ]


def best_baselines(by_method: ByMethod, number: int) -> list[str]:
    """Return the baselines with the highest nDCG@3, best first."""
    names = [name for name in by_method if name not in (STORYBANK, CHANCE)]
    return sorted(names, key=lambda name: -mean(_ndcg(by_method[name])))[:number]


def quality(by_method: ByMethod, rounds: int) -> list[str]:
    """Return the table of all methods; the best baseline is the one with the highest nDCG@3."""
    (best,) = best_baselines(by_method, 1)
    rows = []
    for name, outcomes in by_method.items():
        figures = [values(outcomes, figure) for figure in FIGURES.values()]
        kept, false = _kept_and_false(name, outcomes, rounds)
        rows.append([name, *(_number(mean(one)) for one in figures), _number(kept.value), _number(false.value)])
        if name in (STORYBANK, best):
            ends = [*(interval(one, rounds) for one in figures), kept, false]
            rows.append(["  95 % interval", *map(_ends, ends)])
    ahead = [
        interval(values(by_method[STORYBANK], figure) - values(by_method[best], figure), rounds)
        for figure in FIGURES.values()
    ]
    rows.append([f"storybank ahead of {best}", *(f"{one.value:+.2f}" for one in ahead), "", ""])
    rows.append(["  95 % interval", *map(_ends, ahead), "", ""])
    return table(["over the same texts", *FIGURES, "kept", "false"], rows)


def _kept_and_false(name: str, outcomes: Outcomes, rounds: int) -> tuple[Interval, Interval]:
    """Return both at storybank's own fits, or for others at the threshold that keeps 95 % of the answerable."""
    if name == STORYBANK:
        return _offered(outcomes, True, rounds), _offered(outcomes, False, rounds)
    yes, no = _sure(outcomes, True), _sure(outcomes, False)
    false = interval_of_two(partial(false_at, KEPT), yes, no, rounds)
    kept = false_at(KEPT, yes, yes)
    return Interval(kept, kept, kept), false


def by_group(by_method: ByMethod, languages: Mapping[str, str], rounds: int) -> list[str]:
    """Return storybank's figures by language, across languages, by kind and by library, beside the best baseline.

    `languages` = the main language of each person's library.
    """
    own = by_method[STORYBANK]
    (best,) = best_baselines(by_method, 1)
    rows = []
    for name, group in groups([one.question for one in own], languages).items():
        chosen = [one for one in own if group(one.question)]
        yes, no = _ndcg(chosen), _sure(chosen, False)
        beside = _ndcg([one for one in by_method[best] if group(one.question)])
        rows.append(
            [
                name,
                str(len(yes)),
                _number(mean(values(chosen, FIGURES["top-1"]))),
                *_with_ends(interval(yes, rounds)),
                _number(mean(values(chosen, FIGURES["MRR"]))),
                _number(_offered(chosen, True, 1).value),
                str(len(no)),
                _number(_offered(chosen, False, 1).value),
                _number(mean(beside)),
            ]
        )
    head = ["storybank", "n", "top-1", "nDCG@3", "95 %", "MRR", "kept", "none", "false", "baseline"]
    return [*table(head, rows), f"baseline: the nDCG@3 of {best}"]


def groups(questions: Sequence[Question], languages: Mapping[str, str]) -> dict[str, Group]:
    """Return what tells the questions of each group."""
    found: dict[str, Group] = {"all": lambda one: True}
    for code, name in LANGUAGES.items():
        found[name] = partial(_is_in, "language", code)
    found["across languages"] = lambda one: one.language != languages[one.person]
    for asked, kept in (("en", "ko"), ("ko", "en")):
        found[f"  {LANGUAGES[asked]} question, {LANGUAGES[kept]} library"] = partial(_is_across, languages, asked, kept)
    for kind in dict.fromkeys(one.kind for one in questions if one.answerable):
        found[f"kind: {kind}"] = partial(_is_in, "kind", kind)
    for person in dict.fromkeys(one.person for one in questions):
        found[f"library: {person} ({languages[person]})"] = partial(_is_in, "person", person)
    return found


def _is_in(field: str, value: str, question: Question) -> bool:
    return bool(getattr(question, field) == value)


def _is_across(languages: Mapping[str, str], asked: str, kept: str, question: Question) -> bool:
    return question.language == asked and languages[question.person] == kept


def typing(by_noise: Mapping[str, ByMethod], rounds: int) -> list[str]:
    """Return what each noise costs in nDCG@3; the first of `by_noise` is the questions as they were written."""
    clean = next(iter(by_noise.values()))
    rows = []
    for name, by_method in by_noise.items():
        row = [name, _number(_offered(by_method[STORYBANK], True, 1).value)]
        for method, outcomes in by_method.items():
            loss = interval(_ndcg(clean[method]) - _ndcg(outcomes), rounds)
            row += [_number(mean(_ndcg(outcomes))), *(_with_ends(loss) if by_method is not clean else ("", ""))]
        rows.append(row)
    columns = [cell for method in clean for cell in (method, "loss", "95 %")]
    return table(["Korean questions, nDCG@3", "kept", *columns], rows)


def unanswerable(outcomes: Outcomes, rounds: int) -> list[str]:
    """Return kept and false at storybank's own fits, by the kind in the judged set and by what it understood."""
    kinds = dict.fromkeys(one.question.kind for one in outcomes if not one.question.answerable)
    understood = Counter(one.ranking.understood for one in outcomes)
    chosen: dict[str, Outcomes] = {"all": outcomes}
    if len(kinds) > 1:
        chosen |= {f"kind: {kind}": [one for one in outcomes if one.question.kind == kind] for kind in kinds}
    for kind, _ in understood.most_common():
        chosen[f"understood as: {kind}"] = [one for one in outcomes if one.ranking.understood == kind]
    rows = [
        [name]
        + [
            cell
            for answerable in (True, False)
            for cell in (
                str(len(_sure(some, answerable))),
                *_with_ends(_offered(some, answerable, rounds)),
            )
        ]
        for name, some in chosen.items()
    ]
    return table(["storybank", "answerable", "kept", "95 %", "unanswerable", "false", "95 %"], rows)


def curve(by_method: ByMethod, rounds: int) -> list[str]:
    """Return how well each method's top score tells answerable questions from others."""
    rows = []
    for name, outcomes in by_method.items():
        if name == CHANCE:
            continue
        orders = {name: lambda one: one.ranking.sure}
        if name == STORYBANK:
            orders = {f"{name}, by fit and score": lambda one: one.ranking.sure}
            orders[f"{name}, by score alone"] = lambda one: one.ranking.score
        for label, order in orders.items():
            yes, no = values(outcomes, order), values(outcomes, order, answerable=False)
            cells = [_with_ends(interval_of_two(auroc, yes, no, rounds))]
            cells += [_with_ends(interval_of_two(partial(false_at, kept), yes, no, rounds)) for kept in CURVE]
            rows.append([label, *(cell for pair in cells for cell in pair)])
    columns = [cell for kept in CURVE for cell in (f"false at {kept:.0%} kept", "95 %")]
    return table(["top score", "AUROC", "95 %", *columns], rows)


def _ndcg(outcomes: Outcomes) -> Values:
    return values(outcomes, FIGURES["nDCG@3"])


def _sure(outcomes: Outcomes, answerable: bool) -> Values:
    return values(outcomes, lambda one: one.ranking.sure, answerable=answerable)


def _offered(outcomes: Outcomes, answerable: bool, rounds: int) -> Interval:
    return interval(values(outcomes, lambda one: float(one.ranking.offered), answerable=answerable), rounds)


def _number(value: float) -> str:
    return "-" if value != value else f"{value:.2f}"


def _ends(found: Interval) -> str:
    return "" if found.low == found.high else f"[{found.low:.2f}, {found.high:.2f}]"


def _with_ends(found: Interval) -> tuple[str, str]:
    return _number(found.value), "" if found.value != found.value else _ends(found)
