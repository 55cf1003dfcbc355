"""How full an answer is, as a bar with its zone, and which usual answers are still empty, as marks."""

from collections.abc import Mapping

from languages import Sentences
from screens.parts.inert import as_html
from stories.model.question import QuestionKind
from stories.standing import Standing, Written
from stories.writing.limits import rule_of

STYLE = """
<style>
.sb-fill{display:grid;grid-template-columns:1fr 9.5rem;gap:.15rem .7rem;align-items:center;font-size:.85rem;
 line-height:1.5}
.sb-fill i{display:block;height:.65rem;border-radius:.35rem;background:rgba(125,125,125,.22);overflow:hidden;
 position:relative}
.sb-fill i::before{content:"";position:absolute;inset:0 auto 0 0;width:var(--full);background:#b08900}
.sb-fill.growing i::before{background:#5b9f97}.sb-fill.expected i::before{background:#0f766e}
.sb-fill.over i::before{background:#b42318}.sb-fill.free i::before{background:#5b9f97}
.sb-fill span{font-variant-numeric:tabular-nums;text-align:right}.sb-fill.over span{color:#b42318;font-weight:600}
.sb-usual{display:flex;flex-wrap:wrap;gap:.25rem .4rem;font-size:.8rem;margin:.35rem 0 0}
.sb-usual span{padding:.05rem .5rem;border-radius:.4rem;border:1px solid rgba(125,125,125,.35)}
.sb-usual .written{background:rgba(15,118,110,.12);border-color:transparent}
.sb-usual .empty{border-style:dashed;border-color:#b08900}.sb-usual .missing{opacity:.6;border-style:dashed}
.sb-bars{display:grid;grid-template-columns:minmax(7rem,1fr) 2fr;gap:.3rem .9rem;align-items:center;font-size:.88rem}
.sb-bars>div:nth-child(odd){overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
@media (max-width:640px){.sb-bars{grid-template-columns:1fr;gap:.05rem}
 .sb-bars>div:nth-child(even){margin-bottom:.4rem}}
</style>
"""
_CHARACTERS = ("application.characters", "application.characters_of")
_BYTES = ("application.bytes", "application.bytes_of")
_SIGNS: Mapping[Written, str] = {"written": "✓", "empty": "○", "missing": "–"}


def fill_bar(say: Sentences, standing: Standing) -> str:
    """Return the bar of one answer; without a limit it is full as soon as something is written."""
    text = _text(say, standing)
    full = standing.fill
    share = min(full, 1.0) if full is not None else float(standing.written)
    zone = (standing.zone if standing.written else "short") or "free"
    return (
        f'<div class="sb-fill {zone}" role="img" aria-label="{as_html(text)}">'
        f'<i style="--full:{100 * share:.0f}%"></i><span>{as_html(text)}</span></div>'
    )


def _text(say: Sentences, standing: Standing) -> str:
    """Return the count beside the bar, in words."""
    if not standing.written:
        limit = standing.asked.limit.strip()
        return say("application.not_written_of", limit=limit[:20]) if limit else say("application.not_written")
    if standing.seconds:
        low, high = standing.spoken
        return say("application.spoken_of", low=int(low), high=round(high), seconds=standing.seconds)
    alone, of_limit = _BYTES if rule_of(standing.asked).endswith("bytes") else _CHARACTERS
    if standing.limit:
        return say(of_limit, count=f"{standing.counted:,}", limit=f"{standing.limit:,}")
    return say(alone, count=f"{standing.counted:,}")


def bars(say: Sentences, found: tuple[Standing, ...]) -> str:
    """Return the bars of all answers of an application, each with the beginning of its question."""
    rows = "".join(
        f'<div title="{as_html(one.asked.question[:300])}">{one.number}. {as_html(question(say, one))}</div>'
        f"<div>{fill_bar(say, one)}</div>"
        for one in found
    )
    return f'<div class="sb-bars">{rows}</div>' if rows else ""


def question(say: Sentences, standing: Standing) -> str:
    """Return the beginning of the question on one line."""
    line = " ".join(standing.asked.question[:200].split())
    return line or say("past.without_question")


def usual_marks(say: Sentences, found: Mapping[QuestionKind, Written]) -> str:
    """Return what is asked almost everywhere, each with a sign for written, asked but empty, and not there."""
    marks = "".join(
        f'<span class="{state}" title="{as_html(say(f"application.usual_{state}"))}">'
        f"{_SIGNS[state]} {as_html(say(f'usual.{kind}'))}</span>"
        for kind, state in found.items()
    )
    return f'<div class="sb-usual">{marks}</div>'
