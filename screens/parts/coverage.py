"""The picture of which stories show which competency, the widest gaps first."""

from collections.abc import Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html
from screens.parts.next_steps import show_steps, show_widest_gap
from stories.matching.gaps import AIM, Coverage, coverage
from stories.matching.index import LibraryIndex
from stories.model.story import Story

DRAWN = 60
"""Stories that are drawn at most; of more, those that show the most."""
MANY = 24
"""Stories from which the columns are narrow."""

_STYLE = """
<style>
.sb-cover{overflow-x:auto;max-width:100%;padding-bottom:.3rem}
.sb-cover table{border-collapse:separate;border-spacing:3px;font-size:.85rem}
.sb-cover th{font-weight:500;text-align:left}
.sb-cover th.row{position:sticky;left:0;background:var(--st-background-color,#fff);padding-right:.5rem;z-index:1}
.sb-cover th.row div{display:flex;justify-content:space-between;align-items:center;gap:.8rem;white-space:nowrap}
.sb-cover th.col{vertical-align:bottom;min-width:1.5rem;max-width:1.5rem;font-size:.8rem}
.sb-cover th.col div{writing-mode:vertical-rl;max-height:7.4rem;overflow:hidden;text-overflow:ellipsis;
 white-space:nowrap}
.sb-cover td{min-width:1.5rem;height:1.35rem;border-radius:.3rem;background:rgba(125,125,125,.10)}
.sb-cover table.many{border-spacing:2px}
.sb-cover table.many th.col{min-width:.85rem;max-width:.85rem;font-size:.7rem}.sb-cover table.many td{min-width:.85rem}
.sb-full{background:#0f766e!important}.sb-hint{background:rgba(15,118,110,.28)!important}
.sb-begun{background:linear-gradient(135deg,#0f766e 50%,rgba(15,118,110,.28) 50%)!important}
.sb-marks{white-space:nowrap;line-height:1}
.sb-marks i{display:inline-block;box-sizing:border-box;width:.95rem;height:.95rem;border-radius:50%;margin-left:.2rem;
 border:2px solid #0f766e;vertical-align:middle}
.sb-marks .on{background:#0f766e}.sb-marks .half{background:linear-gradient(90deg,#0f766e 50%,transparent 50%)}
.sb-marks .off{border:1.5px dashed #b08900}
.sb-key{display:flex;flex-wrap:wrap;gap:.15rem 1.1rem;font-size:.82rem;line-height:1.7}
.sb-key span{display:inline-flex;align-items:center;gap:.4rem}
.sb-key b{display:inline-block;width:1.05rem;height:1.05rem;border-radius:.25rem}
.sb-key .sb-marks i{margin-left:0}
@media (max-width:640px){.sb-cover th.row div{white-space:normal;width:9.2rem;gap:.3rem}}
</style>
"""


def show_coverage(say: Sentences, index: LibraryIndex) -> None:
    """Show how near each competency (row) is to the aim with which stories (columns), and how to close the gaps."""
    found = coverage(index)
    gaps = [one for one in found if one.missing]
    st.caption(say("home.covered", count=len(found) - len(gaps), total=len(found), aim=AIM))
    if gaps:
        show_widest_gap(say, gaps[0])
    _picture(say, found, _drawn(index))
    if len(index.profiles) > DRAWN:
        st.caption(say("home.coverage_cut", count=DRAWN))
    if len(gaps) > 1:
        with st.expander(say("home.next_steps", count=len(gaps)), icon=":material/footprint:"):
            show_steps(say, gaps)


def _drawn(index: LibraryIndex) -> Sequence[Story]:
    """Return the stories to draw, in the order of the library."""
    profiles = index.profiles
    by_size = sorted(range(len(profiles)), key=lambda place: -sum(profiles[place].competencies.values()))
    return [profiles[place].story for place in sorted(by_size[:DRAWN])]


def _picture(say: Sentences, found: Sequence[Coverage], stories: Sequence[Story]) -> None:
    head = "".join(
        f'<th class="col" scope="col" title="{as_html(one.name)}"><div>{as_html(_short(one))}</div></th>'
        for one in stories
    )
    rows = "".join(_row(say, one, stories) for one in found)
    many = ' class="many"' if len(stories) > MANY else ""
    st.html(
        f'{_STYLE}<div class="sb-cover" tabindex="0"><table{many}><thead><tr><th class="row"></th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>{_key(say)}"
    )


def _row(say: Sentences, row: Coverage, stories: Sequence[Story]) -> str:
    name = row.competency.name(say.language)
    kinds = {story.id: kind for kind in ("hint", "begun", "full") for story in _shown(row, kind)}
    cells = []
    for story in stories:
        kind = kinds.get(story.id, "")
        told = f"{name} · {story.name}" + (f" · {say(f'home.coverage_{kind}')}" if kind else "")
        cells.append(f'<td class="{f"sb-{kind}" if kind else ""}" title="{as_html(told)}"></td>')
    return (
        f'<tr><th class="row" scope="row"><div><span>{as_html(name)}</span>{_marks(say, row)}</div></th>'
        f"{''.join(cells)}</tr>"
    )


def _shown(row: Coverage, kind: str) -> Sequence[Story]:
    return {"full": row.full, "begun": row.begun, "hint": row.hinted}[kind]


def _marks(say: Sentences, row: Coverage) -> str:
    """Return the aim as marks: filled for a finished story, half for a beginning, empty for one that is missing."""
    filled = AIM - row.missing
    marks = ["on"] * filled + ["half"] * row.beginnings + ["off"] * (row.missing - row.beginnings)
    label = as_html(say("home.marks", aim=AIM, full=len(row.full), begun=len(row.begun), hinted=len(row.hinted)))
    drawn = "".join(f'<i class="{mark}"></i>' for mark in marks)
    return f'<span class="sb-marks" role="img" aria-label="{label}" title="{label}">{drawn}</span>'


def _key(say: Sentences) -> str:
    """Return what the marks and the cells stand for."""
    marks = "".join(
        f'<span><span class="sb-marks"><i class="{mark}"></i></span>{as_html(say(key))}</span>'
        for mark, key in (("on", "home.mark_full"), ("half", "home.mark_half"), ("off", "home.mark_empty"))
    )
    cells = "".join(
        f'<span><b class="sb-{kind}"></b>{as_html(say(f"home.coverage_{kind}"))}</span>'
        for kind in ("full", "begun", "hint")
    )
    return f'<div class="sb-key">{marks}</div><div class="sb-key">{cells}</div>'


def _short(story: Story) -> str:
    """Return the story's shortest handy name."""
    names = [alias for alias in story.aliases if len(alias) >= 2]
    return min(names, key=len) if names and len(story.name) > 14 else story.name
