"""A small library with a file of every kind, in which each row of the table does its worst."""

from pathlib import Path

STORY = """\
# 내 이야기   (손으로 쓴 주석)
title: 빅 콘테스트   # 제목
situation: |
  옛 상황
  둘째 줄
mood: 남의 항목
claims:
  - text: 0.065%가 매출의 11%   # 확인할 것
    point: 3
"""
OTHER = "title: 후속 이야기\nled_to: [x]\n"
APPLICATION = """\
company: KT   # 첫 지원
questions:
  - question: 지원 동기
    stories: [x]
    draft: |
      옛 답
    memo: [1, no]   # 남의 것
  - question: 협업 경험
"""
CONCEPT = "title: 주성분 분석\nstories: [x]\n"


def make_library(folder: Path) -> Path:
    """Write the library: the stories x and y, the application kt and the concept pca; return its folder."""
    for name, text in (
        ("stories/x.yaml", STORY),
        ("stories/y.yaml", OTHER),
        ("applications/kt.yaml", APPLICATION),
        ("concepts/pca.yaml", CONCEPT),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
