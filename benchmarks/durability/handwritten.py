"""Story files as people write them by hand: comments, blank lines, every style of YAML, foreign keys, any line end."""

from dataclasses import dataclass

from hypothesis import strategies as st

TEXT_FIELDS = ("title", "headline", "situation", "task", "action", "result", "learned", "since_then")
WORD_FIELDS = ("competencies", "skills", "aliases", "led_to")
ROW_FIELDS = ("claims", "follow_ups")
FOREIGN_FIELDS = ("mood", "내 메모", "x-rating")


@dataclass(frozen=True)
class Segment:
    """A run of lines: one field with its comment, or what stands between fields (no key)."""

    lines: tuple[str, ...]
    key: str = ""
    comment: str = ""


@dataclass(frozen=True)
class HandWritten:
    """One file, in its pieces, with its line end; `closed` tells whether the last line has one."""

    segments: tuple[Segment, ...]
    newline: str
    closed: bool

    @property
    def text(self) -> str:
        return self.before(len(self.segments))

    @property
    def keys(self) -> list[str]:
        return [segment.key for segment in self.segments if segment.key]

    def before(self, place: int) -> str:
        """Return the text before the segment."""
        lines = [line for segment in self.segments[:place] for line in segment.lines]
        text = "".join(line + self.newline for line in lines)
        return text if self.closed or place < len(self.segments) else text.removesuffix(self.newline)

    def after(self, place: int) -> str:
        """Return the text after the segment."""
        return self.text[len(self.before(place + 1)) :]


_WORDS = st.sampled_from(
    ["이탈 예측", "LSTM", "0.065%", "매출의 11%", "C#", "it's", "a:b", "2019-10", "no", "😀", "e\u0301", "x" * 70]
)
_COMMENTS = st.sampled_from(["", "", " # 한 칸", "   # 세 칸: 'x' \"y\"", "\t# 탭", " #붙은"])


@st.composite
def _scalar(draw: st.DrawFn, key: str) -> Segment:
    word, second, comment = draw(_WORDS), draw(_WORDS), draw(_COMMENTS)
    header = draw(st.sampled_from(["|", "|-", "|+", ">", ">-", "|2"]))
    block = (
        f"  {word}",
        *draw(st.sampled_from([(), ("",), ("    더 들여 쓴 줄", "  # 주석이 아니다", "", "  x: |")])),
        f"  {second}",
    )
    shape = draw(st.integers(0, 7))
    lines: tuple[str, ...] = (
        (f"{key}: {word}{comment}",),
        (f"{key}:{comment}",),
        (f'{key}: "{word} # \\" {second}"{comment}',),
        (f"{key}:   '# {word.replace(chr(39), chr(39) * 2)}: '{comment}",),
        (f"{key}: {header}{comment}", *block),
        (f"{key}: {word}", f"  {second}{comment}"),
        (f'{key}: "{word}', "", f'  {second}"{comment}'),
        (f"{key}:{comment}", f"  {word}"),
    )[shape]
    return Segment(lines, key, comment)


@st.composite
def _words(draw: st.DrawFn, key: str) -> Segment:
    word, comment = draw(st.sampled_from(["EDA", "kNN", "이탈 예측"])), draw(_COMMENTS)
    lines: tuple[str, ...] = draw(
        st.sampled_from(
            [
                (f"{key}: [{word}, b]{comment}",),
                (f"{key}: []{comment}",),
                (f"{key}: {word}, b{comment}",),
                (f"{key}: [{word},", f"  b]{comment}"),
                (f"{key}:{comment}", f"- {word}", "- b"),
                (f"{key}:{comment}", f"  - {word}  # 첫째", "  - b"),
            ]
        )
    )
    return Segment(lines, key, comment)


@st.composite
def _rows(draw: st.DrawFn, key: str) -> Segment:
    name = "text" if key == "claims" else "question"
    word, comment, margin = draw(_WORDS), draw(_COMMENTS), draw(st.sampled_from(["", "  "]))
    lines: tuple[str, ...] = draw(
        st.sampled_from(
            [
                (f"{key}:{comment}", f"{margin}- {name}: {word}", f"{margin}- {name}: b   # 둘째"),
                (
                    f"{key}:{comment}",
                    f"{margin}- {name}: |",
                    f"{margin}    {word}",
                    "",
                    f"{margin}    끝",
                    f"{margin}  point: 3",
                ),
                (
                    f"{key}:{comment}",
                    f"{margin}-",
                    f"{margin}  {name}: {word}",
                    f"{margin}# 사이",
                    f"{margin}- point: [1, 2]",
                ),
                (f"{key}:{comment}", f"{margin}- {{{name}: a, point: no}}"),
                (f"{key}:{comment}",),
                (f"{key}: []{comment}",),
            ]
        )
    )
    return Segment(lines, key, comment)


_FILLERS = st.sampled_from(
    [(), (), (), ("",), ("", "   ", ""), ("# 왼쪽 끝의 주석",), ("", "# 주석: |", "#붙은 주석", ""), ("# 'title: x'",)]
)


@st.composite
def hand_written(draw: st.DrawFn) -> HandWritten:
    """Draw a file that YAML takes, with some of a story's fields and some of nobody's."""
    every = (*TEXT_FIELDS, *WORD_FIELDS, *ROW_FIELDS, *FOREIGN_FIELDS)
    keys = draw(st.lists(st.sampled_from(every), min_size=1, max_size=6, unique=True))
    segments = [Segment(draw(st.sampled_from([(), ("# 맨 위",), ("---",), ("# 위", "", "---", "# 아래")])))]
    for key in keys:
        kind = _words if key in WORD_FIELDS else _rows if key in ROW_FIELDS else _scalar
        segments += [draw(kind(key)), Segment(draw(_FILLERS))]
    several = sum(len(segment.lines) for segment in segments) > 1
    closed = draw(st.booleans()) or not several  # one line that is not closed shows no line end
    return HandWritten(tuple(segments), draw(st.sampled_from(["\n", "\n", "\r\n", "\r"])), closed)
