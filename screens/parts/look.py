"""Small shapes that screens share: badges, dots for S T A R, marked text. All texts go in inert."""

from collections.abc import Iterable, Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html
from stories.matching.gaps import lacking
from stories.matching.ranking import Match
from stories.model.story import STAR, Story

HELD_BACK = {
    ("result",): "find.held_back",
    ("action",): "find.held_back_action",
    ("action", "result"): "find.held_back_empty",
}
"""What the badge says of a story that would be strong but for these parts."""
STYLE = """
<style>
body:has([data-test-connection-state]:not([data-test-connection-state="CONNECTED"])) [data-testid="stDialog"]{
 display:none}
[data-testid="stBaseButton-tertiary"]{justify-content:flex-start;text-align:left}
.sb-badge{display:inline-block;padding:.1rem .55rem;border-radius:999px;font-size:.8rem;font-weight:600;line-height:1.5}
.sb-strong{background:#0f766e;color:#fff}.sb-workable{background:#cfe8e4;color:#0b4f49}
.sb-stretch{background:#f4ead2;color:#6b4e06}.sb-none{background:#e5e7eb;color:#374151}
.sb-warn{background:#fde8e4;color:#8f2415}
.sb-chip{display:inline-block;padding:.05rem .5rem;border-radius:.4rem;font-size:.8rem;margin:.1rem .25rem .1rem 0;
 background:rgba(15,118,110,.09);color:inherit}
.sb-headline{font-size:1.02rem;opacity:.85;margin:.1rem 0 .35rem;line-height:1.5}
.sb-dots{white-space:nowrap;display:inline-block}
.sb-dots span{display:inline-block;width:1.35rem;height:1.35rem;line-height:1.35rem;text-align:center;border-radius:50%;
 font-size:.72rem;font-weight:700;margin-right:.2rem}
.sb-dots .on{background:#0f766e;color:#fff}.sb-dots .off{border:1.5px dashed #b08900;color:#8a6d00;line-height:1.2rem}
.sb-star{display:grid;grid-template-columns:4.6rem 1fr;gap:.35rem .9rem;line-height:1.65;margin:.2rem 0 .4rem}
dl.sb-star.sb-star{padding:0}ul.sb-reasons.sb-reasons{padding-left:1.1rem}
.sb-star dt{font-weight:700;color:#0f766e;font-size:.9rem;padding-top:.05rem}
.sb-star dd{margin:0;overflow-wrap:anywhere}
.sb-star .empty{opacity:.6;font-style:italic}
.sb-star mark,.sb-mark mark{background:#fde68a;color:inherit;padding:0 .1rem;border-radius:.15rem}
.sb-reasons{margin:.2rem 0 .3rem;padding-left:1.1rem;line-height:1.6}.sb-reasons li{margin:0}
.sb-reasons .against{color:#8f2415;list-style-type:"⚠ "}
.sb-tiles{display:grid;grid-template-columns:repeat(4,1fr);gap:.8rem;margin:.2rem 0 .4rem}
.sb-tiles div{border:1px solid rgba(125,125,125,.28);border-radius:.6rem;padding:.7rem .9rem;overflow-wrap:anywhere}
.sb-tiles small{display:block;opacity:.75;line-height:1.35}.sb-tiles b{font-size:1.7rem;line-height:1.35}
@media (max-width:640px){.sb-tiles{grid-template-columns:repeat(2,1fr);gap:.5rem}}
.sb-retracted{border-left:4px solid #b42318;background:#fdecea;color:#5f160d;padding:.45rem .8rem;border-radius:.3rem;
 margin:.35rem 0;line-height:1.6}
.sb-retracted s{opacity:.75}
.st-key-beside h3,.st-key-past h3,.st-key-explained h3{font-size:1.25rem}
.sb-past{line-height:1.65;margin:.1rem 0 .6rem;overflow-wrap:anywhere}.sb-past small{opacity:.75}.sb-past s{opacity:.55}
.sb-past.next{border-left:3px solid #0f766e;padding-left:.7rem;margin:.6rem 0}
.sb-past.next small{font-weight:600;opacity:1}
h1.sb-question.sb-question{font-size:1.25rem;line-height:1.5;padding:.2rem 0 .4rem;overflow-wrap:anywhere}
.st-key-sources .sb-star{grid-template-columns:1fr;gap:.05rem}.st-key-sources .sb-star dd{margin-bottom:.45rem}
.sb-saved{opacity:.75}.sb-finding{line-height:1.55;border-left:3px solid #9ca3af;padding-left:.7rem}
.sb-finding.grave{border-color:#b42318}.sb-finding.sure{border-color:#b08900}.sb-place{font-size:.88rem;opacity:.9;overflow-wrap:anywhere}
.sb-diff{line-height:1.75;white-space:pre-wrap;overflow-wrap:anywhere;max-height:24rem;overflow:auto}
.sb-diff del{background:#fde8e4;color:#8f2415}.sb-diff ins{background:#cfe8e4;color:#0b4f49;text-decoration:none}
@media (max-width:640px){.sb-star{grid-template-columns:1fr;gap:.05rem}.sb-star dd{margin-bottom:.4rem}}
</style>
"""


def style() -> None:
    """Put the style of the shapes on the page, once a run."""
    st.html(STYLE)


def fit_badge(say: Sentences, match: Match) -> str:
    """Return how well a story fits, as a badge; one that lacks only its action or its result says so."""
    key = HELD_BACK[lacking(match.story)] if match.held_back else f"fit.{match.fit}"
    return f'<span class="sb-badge sb-{match.fit}">{as_html(say(key))}</span>'


def chips(words: Iterable[str]) -> str:
    """Return words as small chips."""
    return "".join(f'<span class="sb-chip">{as_html(word)}</span>' for word in words)


def star_dots(say: Sentences, story: Story) -> str:
    """Return which of S T A R are written, as four dots with a text for screen readers."""
    dots = "".join(
        f'<span class="{"on" if getattr(story, part) else "off"}">{letter}</span>'
        for part, letter in zip(STAR, "STAR", strict=True)
    )
    missing = ", ".join(say(f"star.{part}") for part in story.missing)
    label = say("star.missing", parts=missing) if missing else say("star.complete")
    return f'<span class="sb-dots" role="img" aria-label="{as_html(label)}" title="{as_html(label)}">{dots}</span>'


def marked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return the text as HTML with the spans marked; spans are in order and do not overlap."""
    parts, place = [], 0
    for start, end in spans:
        parts += [as_html(text[place:start]), f"<mark>{as_html(text[start:end])}</mark>"]
        place = end
    return "".join([*parts, as_html(text[place:])])
