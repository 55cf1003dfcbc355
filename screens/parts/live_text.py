"""A text box that reports while the person types, also inside a syllable that is still being composed."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from importlib.resources import files
from typing import Any

import streamlit as st
from streamlit.components.v2 import component

from screens.parts.gauge import Gauge

_assets = files(__package__)
_mount = component(
    "storybank_live_text",
    js="\n".join(
        _assets.joinpath(name).read_text(encoding="utf-8") for name in ("counting.js", "gauge.js", "live_text.js")
    ),
    css="\n".join(_assets.joinpath(name).read_text(encoding="utf-8") for name in ("live_text.css", "gauge.css")),
)


@dataclass
class _Memory:
    """What the session remembers of one box; changed in place, because that never interrupts a callback."""

    generation: str
    reported: str  # the text that the caller knows: given by it, or handed to on_change
    turn: int = 0  # grows with each generation, so that a return to an earlier one starts anew; 0: unknown


def live_text(
    label: str,
    *,
    key: str,
    text: str = "",
    generation: str = "",
    rows: int = 1,
    placeholder: str = "",
    hint: str = "",
    counter: str = "",
    soft_limit: int | None = None,
    gauge: Gauge | None = None,
    delay: int = 150,
    store: str = "",
    state: tuple[str, str] | None = None,
    on_change: Callable[[], None] | None = None,
) -> str:
    """Show a text box that reports while the person types; return the current text in NFC.

    What was typed wins over `text` for as long as `generation` stays the same; another generation takes
    `text` anew. `counter` is a pattern with {count} (UTF-16 units) and {limit}; over `soft_limit` it warns
    and never blocks. `gauge` measures the text at every keystroke, also inside a syllable, and never blocks.
    `delay` is in milliseconds. `store` is a name under which the browser keeps, over a reload, what the server has
    not answered yet. `state` is what stands below: when the server knows the text, and when it has not answered for
    some seconds. `on_change` reads the new text with `current(key)`.
    Streamlit calls it before the script runs, also just after the page was left; where that call was cut
    short, or the server started anew, it is called from here. It may see the same text twice.
    """
    text = unicodedata.normalize("NFC", text)
    memory: _Memory | None = st.session_state.get(_memory_key(key))
    if memory is None:
        memory = st.session_state[_memory_key(key)] = _Memory(generation, text)
    elif memory.generation != generation:
        memory.generation, memory.reported, memory.turn = generation, text, memory.turn + 1
    before = _typed(key, memory)
    deliver = partial(_deliver, key, memory, on_change)
    _mount(
        key=key,
        data={
            "label": label,
            "text": text if before is None else before,
            "generation": generation,
            "turn": memory.turn,
            "known": memory.reported,
            "rows": rows,
            "placeholder": placeholder,
            "hint": hint,
            "counter": counter,
            "limit": soft_limit,
            "gauge": gauge.data() if gauge else None,
            "delay": delay,
            "store": store,
            "state": {"settled": state[0], "waiting": state[1]} if state else None,
        },
        on_typed_change=deliver,
    )
    typed = _typed(key, memory)
    if typed is None:
        memory.reported = text
        return text
    memory.turn = _state(key)["typed"]["turn"]
    deliver()
    return typed


def current(key: str, default: str = "") -> str:
    """Read the text of the box with that key in NFC, also in a callback; `default` if it is not shown.

    Streamlit cannot stop a callback at this read because the person has gone on.
    """
    everything = st.session_state.to_dict()
    memory: _Memory | None = everything.get(_memory_key(key))
    if memory is None or key not in everything:
        return default
    typed = _typed(key, memory)
    return memory.reported if typed is None else typed


def _deliver(key: str, memory: _Memory, on_change: Callable[[], None] | None) -> None:
    """Hand a text to `on_change` that the caller does not know yet."""
    typed = _typed(key, memory)
    if typed is None or typed == memory.reported:
        return
    if on_change is not None:
        on_change()
    memory.reported = typed


def _typed(key: str, memory: _Memory) -> str | None:
    """Read what the person typed in this generation, or None."""
    match _state(key).get("typed"):
        case {"text": str(text), "generation": memory.generation, "turn": int(turn)}:
            return unicodedata.normalize("NFC", text) if memory.turn in (0, turn) else None
    return None


def _state(key: str) -> dict[str, Any]:
    """Read what Streamlit holds for the box: empty where nothing was typed."""
    state = st.session_state.to_dict().get(key)
    return state if isinstance(state, dict) else {}


def _memory_key(key: str) -> str:
    return f"{key}.memory"
