"""The picture of which story shows which competency."""

from collections.abc import Sequence

import streamlit as st

from languages import Sentences
from screens.parts.inert import as_html
from stories.matching.index import LibraryIndex
from stories.model.competency import Competency
from stories.model.story import Story

AIM = 2
"""Stories for each competency that one should have: one to tell, one for when it is asked again."""

_STYLE = """
<style>
.sb-cover{overflow-x:auto;max-width:100%}
.sb-cover table{border-collapse:separate;border-spacing:3px;font-size:.82rem}
.sb-cover th{font-weight:500;text-align:left;white-space:nowrap}
.sb-cover th.row{position:sticky;left:0;background:var(--st-background-color,#fff);padding-right:.6rem;z-index:1}
.sb-cover th.col{height:7.6rem;vertical-align:bottom;min-width:1.5rem;max-width:1.5rem}
.sb-cover th.col div{writing-mode:vertical-rl;max-height:7.4rem;overflow:hidden;
 text-overflow:ellipsis}
.sb-cover td{width:1.5rem;height:1.35rem;border-radius:.3rem;background:rgba(125,125,125,.10)}
.sb-cover td.yes{background:#0f766e}.sb-cover td.hint{background:rgba(15,118,110,.30)}
.sb-cover td.sum{background:none;padding-right:.5rem;text-align:right;white-space:nowrap;width:auto}
.sb-cover .gap{color:#b42318;font-weight:700}.sb-cover .few{color:#8a6d00}
</style>
"""


def show_coverage(say: Sentences, index: LibraryIndex) -> None:
    """Show competencies as rows and stories as columns: dark where written down, light where only its words hint."""
    profiles = index.profiles
    head = "".join(
        f'<th class="col" title="{as_html(one.story.name)}"><div>{as_html(_short(one.story))}</div></th>'
        for one in profiles
    )
    rows = "".join(_row(say, competency, index) for competency in index.words.all)
    st.html(
        f'{_STYLE}<div class="sb-cover"><table><thead><tr><th class="row"></th><th></th>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
    st.caption(say("home.coverage_legend", aim=AIM))


def uncovered(index: LibraryIndex) -> Sequence[Competency]:
    """Return the competencies that no story shows."""
    shown = {competency for one in index.profiles for competency in one.story.competencies}
    return [competency for competency in index.words.all if competency.id not in shown]


def _row(say: Sentences, competency: Competency, index: LibraryIndex) -> str:
    name = competency.name(say.language)
    cells, count = [], 0
    for one in index.profiles:
        declared = competency.id in one.story.competencies
        count += declared
        kind = "yes" if declared else "hint" if one.competencies.get(competency.id, 0.0) >= 0.15 else ""
        told = f"{name} · {one.story.name}" + (f" · {say(f'home.coverage_{kind}')}" if kind else "")
        cells.append(f'<td class="{kind}" title="{as_html(told)}"></td>')
    mark = "gap" if count == 0 else "few" if count < AIM else ""
    total = say("home.coverage_none") if count == 0 else str(count)
    return (
        f'<tr><th class="row" scope="row">{as_html(name)}</th><td class="sum {mark}">{as_html(total)}</td>'
        f"{''.join(cells)}</tr>"
    )


def _short(story: Story) -> str:
    """Return the story's shortest handy name."""
    names = [alias for alias in story.aliases if len(alias) >= 2]
    return min(names, key=len) if names and len(story.name) > 14 else story.name
