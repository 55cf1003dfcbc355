"""What changed between two texts: exact to the character, and told in whole words."""

import random
import time
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stories.files.places import SAMPLE
from stories.writing.differences import Piece, differences

LIKE = st.lists(
    st.sampled_from(["저는", " ", "분석을", "했다", ".", "\n", "40,000명", "수", "e\u0301", "👨\u200d👩", ","])
)
TEXTS = LIKE.map("".join) | st.text(max_size=60)


def told(before: str, after: str) -> str:
    """Return the differences in one line: [-gone-] and {+new+}."""
    shown = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(shown[kind].format(text) for kind, text in differences(before, after))


def side(pieces: tuple[Piece, ...], without: str) -> str:
    return "".join(text for kind, text in pieces if kind != without)


@given(TEXTS, TEXTS)
@example("\ud83d", "\ude00\r\n\x85")
def test_what_stayed_and_went_is_the_old_text_and_what_stayed_and_came_the_new(before: str, after: str) -> None:
    pieces = differences(before, after)
    assert side(pieces, "new") == before
    assert side(pieces, "gone") == after
    assert all(text for _, text in pieces)
    kinds = [kind for kind, _ in pieces]
    assert all(one != other and (one, other) != ("new", "gone") for one, other in pairwise(kinds))
    assert (kinds in ([], ["same"])) == (before == after)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("데이터를 분석했다.", "데이터를 분석했습니다.", "데이터를 [-분석했다-]{+분석했습니다+}."),
        ("3월에 시작했다.", "5월에 시작했다.", "[-3월에-]{+5월에+} 시작했다."),
        ("매출의 0.065%가", "매출의 0.07%가", "매출의 [-0.065-]{+0.07+}%가"),
        ("총 40,000명", "총 4만 명", "총 [-40,000명-]{+4만 명+}"),
        ("저는 팀장이었다", "저는 이 팀의 팀장이었다", "저는 {+이 팀의 +}팀장이었다"),
        ("가장 큰 문제", "문제", "[-가장 큰 -]문제"),
        ("끝냈다.", "끝냈다!", "끝냈다[-.-]{+!+}"),
        ("가 나", "가  나", "가[- -]{+  +}나"),
        ("첫 줄\n둘째 줄\n\n셋째", "첫 줄\n\n셋째 줄\n", "첫 줄\n[-둘째 줄\n-]\n셋째{+ 줄\n+}"),
        ("할 수 있는 일", "볼 수 없는 일", "[-할 수 있는-]{+볼 수 없는+} 일"),
        ("우리가 수 시간 만든", "우리가 두 수 시간 만든", "우리가 {+두 +}수 시간 만든"),
        (
            "가족 👨\u200d👩\u200d👧 끝",
            "가족 👨\u200d👩\u200d👦 끝",
            "가족 [-👨\u200d👩\u200d👧-]{+👨\u200d👩\u200d👦+} 끝",
        ),
        ("The model failed.", "The models failed.", "The [-model-]{+models+} failed."),
        ("", "", ""),
        ("", "새 글", "{+새 글+}"),
        ("옛 글", "", "[-옛 글-]"),
        ("같은 글\n", "같은 글\n", "같은 글\n"),
    ],
)
def test_changes_are_told_in_whole_words(before: str, after: str, expected: str) -> None:
    assert told(before, after) == expected


def test_one_changed_word_of_each_paragraph_leaves_the_rest_as_it_stayed() -> None:
    before = "저는 1월에 시작했다.\n\n저는 2월에 끝냈다.\n\n저는 3월에 쉬었다."
    after = before.replace("저는", "나는")
    assert told(before, after) == before.replace("저는", "[-저는-]{+나는+}")


def test_texts_of_five_thousand_characters_take_less_than_a_tenth_of_a_second() -> None:
    words = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("stories/*.yaml"))).split()
    assert len(words) > 500
    chance = random.Random(7)
    for glue, some in ((" ", words), (" ", ["가", "나"]), ("\n", words[:5]), (" ", [".", ","])):
        before = [chance.choice(some) for _ in range(5000)]
        edited = [chance.choice(some) if chance.random() < 0.3 else word for word in before]
        strange = [chance.choice(some) for _ in range(5000)]
        for after in (edited, strange):
            texts = glue.join(before)[:5000], glue.join(after)[:5000]
            assert min(seconds(*texts) for _ in range(3)) < 0.1


def seconds(before: str, after: str) -> float:
    start = time.perf_counter()
    differences(before, after)
    return time.perf_counter() - start


@pytest.mark.parametrize("glue", [" ", "\n", "", ". "])
def test_a_pasted_page_is_compared_at_once_and_exactly(glue: str) -> None:
    chance = random.Random(7)
    before, after = (glue.join(chance.choice("가나다라마") * 3 for _ in range(30_000))[:100_000] for _ in range(2))
    start = time.perf_counter()
    pieces = differences(before, after)
    assert time.perf_counter() - start < 2
    assert (side(pieces, "new"), side(pieces, "gone")) == (before, after)


def test_more_words_than_memory_allows_went_and_came_as_a_whole() -> None:
    before, after = "가 나 " * 25_000, "나 다 " * 25_000
    assert differences(before, after) == (("gone", before[:-1]), ("new", after[:-1]), ("same", " "))


def test_a_change_in_a_pasted_page_is_found_where_it_is() -> None:
    chance = random.Random(7)
    lines = [
        " ".join(chance.choice(["분석", "모델", "결과", "팀"]) + str(chance.random()) for _ in range(9))
        for _ in range(900)
    ]
    before = "\n".join(lines)
    assert len(before) > 100_000
    changed = f"{lines[450]} 새 낱말"
    found = differences(before, "\n".join([*lines[:450], changed, *lines[451:]]))
    assert [piece for piece in found if piece[0] != "same"] == [("new", " 새 낱말")]
