"""Random stories and rooms to draft from: sentences of our own in Korean and English, and those of the sample."""

import random

from stories.files.library import read_library
from stories.files.places import SAMPLE
from stories.model.application import CountingRule
from stories.model.story import TEXTS, Claim, Story
from stories.writing.room import Room
from stories.writing.sentences import sentences

_WHEN = ("입사 첫 달에", "2학년 여름에", "마감을 사흘 앞두고", "세 번째 회의에서", "처음에는", "배포 전날", "")
_WHO = ("제가", "저는", "저희 팀은", "팀원 네 명과", "혼자서", "담당자와 함께", "", "")
_WHAT = (
    "주문 데이터 12,000건을", "응답이 늦은 화면을", "흩어진 문서를", "고객 문의 340건을", "재고 표를", "추천 모델을",
    "동아리 예산 150만 원을", "실험 기록을", "서버 로그를", "설문 결과를", "발표 자료를", "테스트 코드를",
    "서로 다른 세 부서의 일정을", "결측이 많은 센서 값을", "신입을 위한 안내서를", "한 번도 정리되지 않은 코드를",
)  # fmt: skip
_HOW = ("하나하나", "이틀 만에", "기준을 먼저 정한 뒤", "그림으로 그려 가며", "우선순위를 매겨", "", "", "다시")
_DID = (
    "정리했다", "나누었다", "비교했습니다", "검토함", "고쳤다", "다시 만들었다", "공유했음", "설명했습니다",
    "자동화했다", "분석함", "측정했다", "옮겼습니다", "합쳤다", "검증했음", "줄였다", "시각화했다",
)  # fmt: skip
_RESULTS = (
    "처리 시간이 41%에서 18%로 줄었다.", "오류가 주당 9건에서 2건이 됐다.", "교내 공모전에서 3위를 했습니다.",
    "다음 학기에도 같은 방식을 쓰고 있음", "고객 만족도가 4.1점에서 4.6점으로 올랐다", "예산 27만 원을 남겼습니다.",
    "팀원 모두가 같은 표를 보게 됐다.", "결국 기한 안에 끝냈다.", "정확도는 0.83이었다",
)  # fmt: skip
_LEARNED = (
    "기록이 먼저라는 것을 배웠다.", "숫자 하나로 설명하는 힘을 알게 됐습니다.", "미리 묻는 편이 빠르다는 것을 느꼈음",
    "지금도 일을 시작하기 전에 기준부터 적는다.", "다시 한다면 측정부터 하겠다.",
)  # fmt: skip
_ENGLISH = (
    "I split the nightly job into 4 steps.", "We met every Monday at nine.", "The report took 3 hours less.",
    "I wrote the first test suite for the parser and taught two interns to extend it.", "It was late.",
    "Sales rose by 12% in the second quarter.", "I asked the users what they really did with the screen.",
)  # fmt: skip
TAKEN_BACK = ("전체 설계를 혼자 맡아 매출을 37% 올렸다", "모든 팀원이 처음부터 찬성했다", "장애를 한 번도 내지 않았다")
DOUBTED = ("이탈률이 6.4%포인트 내려갔다", "전국에서 다섯 팀만 본선에 올랐다")
_ENDINGS = ("{}다.", "{}습니다.", "{}음", "{}다고 생각한다.", "그때 {}다.")
_LIMITS = (100, 200, 300, 500, 700, 800, 1000, 1500, 2000, 3000)
_RULES: tuple[CountingRule, ...] = ("characters", "characters-without-spaces", "portal-bytes", "utf8-bytes")
_SAMPLED = [
    found.text
    for story in read_library(SAMPLE).stories.values()
    for name in TEXTS
    for found in sentences(getattr(story, name))
]


def random_room(dice: random.Random) -> Room:
    """Return a limit by any rule, a time to speak, or both."""
    limit = dice.choice(_LIMITS) if dice.random() < 0.7 else dice.randrange(80, 3000)
    seconds = dice.choice((30, 60, 120, 180))
    kind = dice.random()
    if kind < 0.2:
        return Room(None, seconds=seconds)
    rule = dice.choice(_RULES)
    return Room(limit * (2 if rule.endswith("bytes") else 1), rule, seconds if kind > 0.9 else None)


def random_story(dice: random.Random) -> Story:
    """Return a story of random sentences: of ours in Korean or English, or of the sample's, some with claims."""
    kind = dice.random()
    draw_one = _english if kind < 0.15 else (lambda dice: dice.choice(_SAMPLED)) if kind < 0.3 else _korean
    texts = {name: [draw_one(dice) for _ in range(dice.randrange(9))] for name in TEXTS}
    texts["action"] += [draw_one(dice) for _ in range(dice.randrange(12))]
    if kind >= 0.3:
        texts["result"] += dice.sample(_RESULTS, dice.randrange(4))
        texts["learned"] += dice.sample(_LEARNED, dice.randrange(3))
    claims = []
    for status, said in (("retracted", TAKEN_BACK), ("unconfirmed", DOUBTED)):
        if dice.random() < 0.5:
            claim = dice.choice(said)
            instead = draw_one(dice) if dice.random() < 0.5 else ""
            claims.append(Claim.model_validate({"text": claim, "status": status, "say_instead": instead}))
            for _ in range(dice.randrange(1, 3)):
                own = texts[dice.choice(TEXTS)]
                own.insert(dice.randrange(len(own) + 1), dice.choice(_ENDINGS).format(claim.removesuffix("다")))
    headline = draw_one(dice).rstrip(".") if dice.random() < 0.8 else ""
    joined = {name: dice.choice(("\n", "\n", "\n- ")).join(own) for name, own in texts.items()}
    return Story(id="random", title="제목", headline=headline, claims=claims, **joined)


def _korean(dice: random.Random) -> str:
    words = (dice.choice(_WHEN), dice.choice(_WHO), dice.choice(_WHAT), dice.choice(_HOW), dice.choice(_DID))
    return " ".join(word for word in words if word) + dice.choice((".", ".", ""))


def _english(dice: random.Random) -> str:
    return dice.choice(_ENGLISH) if dice.random() < 0.5 else f"In week {dice.randrange(2, 40)}, {dice.choice(_ENGLISH)}"
