"""Notes of experiences, clean answers written from them in other words, and faults planted into the answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stories.files.library import Library
from stories.model.application import Application, AskedByForm
from stories.model.profile import Profile
from stories.model.question import QuestionKind
from stories.model.story import Story
from stories.writing.checks.finding import Finding, Subject


@dataclass(frozen=True)
class Experience:
    """A story as notes, a clean answer from it, and numbers or terms to exchange for wrong ones: (right, wrong)."""

    story: Story
    text: str
    wrong: tuple[tuple[str, str], ...]
    kind: QuestionKind = "story"
    question: str = "가장 기억에 남는 경험을 적어 주세요."
    company: str = "한빛솔루션"
    more: Mapping[str, Any] = field(default_factory=dict)


CHURN = Experience(
    Story(
        id="churn",
        title="빅 콘테스트 이탈 예측",
        headline="0.065%가 매출의 11%임을 보았다",
        period="2019-06 ~ 2019-09",
        role="데이터 분석, LSTM 모델링. 팀원 4명",
        situation="챔피언 리그에서 게임 데이터로 이탈 유저 예측. 테이블 5개로 나뉘어 있었음.",
        action="테이블을 하나로 합침. EDA 중 40000명 중 0.065%가 매출의 11%를 차지함을 봄. NaN은 knn, kmeans로 보간.",
        result="정확도 0.91. 이 경험으로 다음 대회에서 10위.",
        learned="모델링(LSTM)에 집중해 데이터를 등한시했다. 부스팅이 더 강력한 경우가 많다.",
        skills=["EDA", "LSTM", "knn"],
        aliases=["빅콘", "빅콘테스트"],
    ),
    """전체 4만 명 가운데 0.065%가 매출의 11%를 만든다는 사실을 찾아낸 빅콘테스트가 가장 큰 도전이었습니다. 2019년 \
여름, 저를 포함한 네 명이 석 달 동안 \
게임 이용자의 이탈을 예측했습니다. 다섯 개로 나뉜 테이블을 하나로 합치고, 비어 있는 값은 KNN으로 채웠습니다.

LSTM 모델의 정확도는 91%였습니다. 그러나 모델에 집중하느라 데이터를 제대로 보지 못했고, 두 가지를 배웠습니다. 첫째, \
자료를 먼저 이해해야 합니다. 둘째, 정형 데이터에는 \
부스팅이 더 나을 때가 많습니다. 이 경험을 바탕으로 다음 대회에서는 10등을 했습니다. 3년 안에 데이터를 가장 잘 아는 \
분석가가 되겠습니다.""",
    (
        ("4만 명", "5만 명"), ("0.065%가", "0.65%가"), ("11%를", "17%를"), ("네 명이", "여섯 명이"),
        ("석 달", "다섯 달"),
        ("91%", "93%"), ("10등", "12등"), ("10등", "1등"), ("KNN", "XGBoost"), ("LSTM", "BERT"), ("11%를", "11명을"),
        ("4만 명", "40만 명"), ("2019년", "2021년"), ("다섯 개", "일곱 개"),
    ),
)  # fmt: skip

CAFE = Experience(
    Story(
        id="cafe",
        title="카페 재고 관리",
        headline="폐기율을 12%에서 5%로 낮췄다",
        period="2022-03 ~ 2023-02",
        role="주말 매니저",
        situation="매주 우유 30팩 폐기. 점장님 포함 직원 6명.",
        task="폐기 줄이기",
        action="3개월치 판매 기록을 요일별로 정리. 발주표를 엑셀로 만듦. 하루 두 번, 30초씩 확인.",
        result="폐기율 12% -> 5%. 한 달 재료비 48만원 절감. 다른 지점 2곳도 같은 발주표 사용.",
    ),
    """재료 폐기율을 12%에서 5%로 낮추어 매달 48만 원을 아꼈습니다. 카페에서 1년 동안 주말 매니저로 일할 때, 매주 \
우유 30팩이 버려지고 있었습니다. 저는 석 달 치 판매 기록을 \
요일별로 정리하고, 하루에 두 번 재고를 확인하는 발주표를 만들었습니다.

처음에는 직원 여섯 명이 모두 번거롭다고 했습니다. 그래서 1주일만 함께 써 보자고 부탁드렸고, 한 번에 30초면 끝나도록 \
칸을 줄였습니다. 지금은 다른 지점 두 곳도 같은 표를 씁니다. \
100% 완벽한 예측은 없지만 기록은 배신하지 않는다고 믿습니다.""",
    (
        ("12%에서", "20%에서"), ("5%로", "3%로"), ("48만 원", "84만 원"), ("30팩", "50팩"), ("석 달 치", "반년 치"),
        ("여섯 명", "여덟 명"), ("두 곳", "세 곳"), ("하루에 두 번", "하루에 다섯 번"), ("12%에서", "12명에서"),
        ("1년 동안", "3년 동안"),
    ),
)  # fmt: skip

NURSE = Experience(
    Story(
        id="triage",
        title="응급실 실습",
        situation="응급실 실습 4주. 하루 평균 환자 120명, 대기 시간 90분.",
        action="대기 환자에게 10분마다 안내. 문진표 항목 24개를 15개로 줄이자고 제안. 간호사 선생님 3분과 검토.",
        result="대기 시간 90분에서 63분. 민원 8건에서 2건.",
    ),
    """문진표를 다시 만들어 대기 시간을 90분에서 63분으로 줄였습니다. 응급실에서 4주 동안 실습하며, 하루에 환자 \
120명이 같은 질문에 두세 번씩 답하는 모습을 보았습니다. \
문진표의 항목은 24개였고 그중 절반 가까이가 다른 종이와 겹쳤습니다.

저는 간호사 선생님들과 항목을 검토해 15개로 줄이자고 제안했습니다. 또한 10분마다 순서를 안내해 드렸습니다. 그 결과 \
한 달에 8건이던 민원은 2건이 되었습니다. 119에 실려 온 분도, 걸어 들어온 분도 \
기다리는 시간은 똑같이 불안하다는 것을 배웠습니다. 한 분 한 분께 먼저 다가가는 간호사가 되겠습니다.""",
    (
        ("90분에서", "120분에서"), ("63분", "36분"), ("4주 동안", "8주 동안"), ("120명", "220명"), ("24개", "42개"),
        ("15개", "5개"), ("8건", "18건"), ("10분마다", "30분마다"), ("120명", "120건"),
    ),
)  # fmt: skip

BACKEND = Experience(
    Story(
        id="payments",
        title="결제 장애",
        situation="쇼핑몰 결제 API, 하루 1.2만 건. 오전 10시마다 타임아웃.",
        action="Spring, MySQL. 커넥션 풀 20개가 다 차는 것을 확인. 외부 호출을 트랜잭션 밖으로. Redis 캐시.",
        result="p95 1800ms -> 230ms. 오류율 3.4% -> 0.2%. 서버 4대에서 3대로.",
        skills=["Spring", "MySQL", "Redis"],
    ),
    """결제 응답 시간을 1.8초에서 0.23초로 줄였습니다. 하루에 12,000건을 처리하는 쇼핑몰에서 오전 10시마다 결제가 \
멈추었습니다. 저는 Spring 서버의 커넥션 풀 스무 개가 모두 \
차는 것을 확인하고, 외부 호출을 트랜잭션 밖으로 옮겼습니다. 자주 찾는 값은 Redis에 담았습니다.

그 결과 오류율이 3.4%에서 0.2%로 내려갔고, 서버는 네 대에서 세 대로 줄었습니다. 24시간 돌아가는 서비스에서는 \
재시작이 아니라 원인을 찾아야 한다는 것을 배웠습니다. \
귀사의 30년 기술력 위에서 더 많이 배우겠습니다.""",
    (
        ("1.8초", "2.8초"), ("0.23초", "0.12초"), ("12,000건", "21,000건"), ("스무 개", "서른 개"),
        ("3.4%에서", "4.3%에서"),
        ("0.2%로", "0.1%로"), ("Redis", "Kafka"), ("Spring", "Django"), ("12,000건", "12,000명"),
    ),
)  # fmt: skip

FESTIVAL = Experience(
    Story(
        id="festival",
        title="축제 예산",
        situation="학생회 축제 예산 2,000만원, 부스 35개. 작년 적자 300만원.",
        action="업체 7곳 견적 비교. 후원 5곳에서 450만원 받음. 회의록 공유.",
        result="흑자 120만원. 만족도 3.2점에서 4.5점. 설문 412명.",
        claims=[
            {"text": "예산을 혼자서 모두 관리했다", "status": "retracted",
            "say_instead": "회계 두 명과 나누어 관리했다"},
            {"text": "축제 방문객은 5천 명이었다", "status": "unconfirmed"},
            {"text": "지역 축제 가운데 만족도가 가장 높았다", "status": "cannot-confirm"},
        ],
    ),
    """적자이던 축제를 120만 원 흑자로 바꾸었습니다. 학생회에서 2천만 원의 예산과 부스 35개를 맡았는데, 전년도에는 \
300만 원이 부족했습니다. 저는 업체 일곱 곳의 견적을 비교하고, \
후원을 요청하여 다섯 곳에서 450만 원을 받았습니다. 예산은 회계를 맡은 친구들과 나누어 관리했습니다.

설문에 답한 412명의 만족도는 3.2점에서 4.5점으로 올랐습니다. 돈을 아끼는 것보다 쓰임을 설명하는 일이 먼저라는 점을 \
배웠습니다.""",
    (
        ("120만 원", "210만 원"), ("2천만 원", "3천만 원"), ("35개", "53개"), ("300만 원", "500만 원"),
        ("일곱 곳", "아홉 곳"),
        ("450만 원", "540만 원"), ("412명", "421명"), ("4.5점", "4.8점"), ("412명", "412건"),
    ),
)  # fmt: skip

FACTORY = Experience(
    Story(
        id="defects",
        title="사출 불량 개선",
        situation="사출 라인 인턴 6개월. 불량률 5.8%, 하루 생산 1,500개.",
        action="원인 3가지로 나눔. 금형 온도 60도에서 65도로 바꿔 가며 실험 18회. 보압 시간 조정.",
        result="불량률 5.8% -> 2.9%. 개선 제안 우수상(2위).",
    ),
    """금형 온도를 바꾸는 실험 18회로 불량률을 5.8%에서 2.9%로 낮추었습니다. 하루에 1,500개를 만드는 사출 라인에서 \
반년 동안 인턴으로 일했습니다. 불량의 원인을 세 가지로 나누어 하나씩 확인했고, \
온도를 60도에서 65도로 올렸을 때 수축이 가장 적었습니다.

이 개선으로 제안 대회에서 2위를 했습니다. 현장의 답은 현장에 있다는 말을 몸으로 배웠습니다.""",
    (
        ("18회", "81회"), ("5.8%에서", "8.5%에서"), ("2.9%로", "1.9%로"), ("1,500개", "2,500개"), ("반년", "2년"),
        ("2위", "1위"),
    ),
)  # fmt: skip

MOTIVATION = Experience(
    Story(
        id="water",
        title="수문 점검 실습",
        situation="현장 실습 2개월, 수문 12곳.",
        action="균열 위치를 도면에 표시. 누수량 하루 40톤 계산.",
        result="보고서가 지사 자료로 쓰임.",
    ),
    """물이 필요한 곳에 닿게 하는 일을 하고 싶어 지원했습니다. 공사는 저수지 3,400곳을 관리하고 있으며 113년의 \
역사를 가지고 있습니다. 저는 두 달 동안 수문 12곳을 점검하며 \
하루 40톤이 새는 것을 계산했습니다. 입사 후 3년 안에 계측 자료를 100개 지구에서 모으고, 5년 뒤에는 누수를 30% \
줄이겠습니다.""",
    (("두 달", "여섯 달"), ("12곳을", "21곳을"), ("40톤이", "90톤이")),
    kind="motivation",
    question="지원 동기와 입사 후 포부를 적으시오.",
    company="한국농어촌공사",
)

FUNNEL = Experience(
    Story(
        id="funnel",
        title="Sign-up drop-off",
        situation="Junior product manager, joined four months before. 12400 sign-ups in the logs.",
        action="Drew the funnel. Called 11 people, nine said they did not know the answer. Two-week test.",
        result="Drop-off from 46% to 29%. Qualified leads fell by 1%. Team of six.",
        skills=["SQL", "funnel analysis"],
    ),
    """I cut sign-up drop-off from 46% to 29% by showing our team of six where people left. I had joined only four \
months earlier. I pulled 12,400 sign-ups from the logs with SQL and drew the funnel \
step by step. Then I called eleven people, and nine of them said the same thing.

We tested the page without the question for two weeks. Qualified leads fell by 1%, which everybody could live with. \
First, people need to hear the evidence. Second, they need to know what it takes to go back. \
In three years I want to lead a product team of my own.""",
    (
        ("46%", "56%"), ("29%", "19%"), ("12,400", "14,200"), ("two weeks", "five weeks"),
        ("four months", "nine months"),
        ("by 1%", "by 4%"), ("team of six", "team of 16 people"),
    ),
    question="Tell us about a decision that you changed with data.",
)  # fmt: skip

LAB = Experience(
    Story(
        id="assay",
        title="Protein assay",
        situation="Undergraduate lab, 8 months, 3 teammates.",
        action="Ran 240 samples, repeated each of them 3 times. Scripts in Python and pandas.",
        result="Error rate cut in half, from 8% to 4%. Poster won 2nd place among 35.",
        skills=["Python", "pandas"],
    ),
    """I halved the error rate of our assay, from 8% to 4%. With three teammates I ran 240 samples over eight \
months, and we measured every sample three times. I wrote the scripts in Python with pandas, so that nobody had to \
copy numbers by hand.

The poster came in 2nd among 35 entries. I learned to doubt a good number as much as a bad one.""",
    (
        ("8%", "18%"), ("240 samples", "420 samples"), ("three teammates", "five teammates"),
        ("eight months", "twelve months"),
        ("three times", "five times"), ("pandas", "PyTorch"), ("2nd among", "1st among"),
    ),
    question="Describe a project that you are proud of.",
)  # fmt: skip

TEACHING = Experience(
    Story(
        id="mentoring",
        title="수학 멘토링",
        situation="중학생 5명, 주 2회, 6개월. 한 번에 2시간.",
        action="오답 노트 양식을 만듦. 학생이 설명하게 함.",
        result="평균 58점에서 74점. 5명 중 4명 성적 상승.",
    ),
    """중학생 다섯 명의 수학 평균을 58점에서 74점으로 올렸습니다. 반년 동안 1주일에 두 번, 120분씩 만났습니다. \
처음에는 저 혼자 설명하는 수업이었지만, 학생이 저에게 설명하게 하자 틀린 곳이 스스로 보이기 \
시작했습니다. 오답 노트의 양식도 함께 만들었습니다. 그 결과 네 명의 성적이 올랐습니다. 한 명은 그대로였지만 포기하지 \
않았습니다.""",
    (("58점에서", "48점에서"), ("74점", "84점"), ("다섯 명", "여덟 명"), ("120분씩", "180분씩"), ("반년", "2년")),
)

EXPERIENCES = (
    CHURN, CAFE, NURSE, BACKEND, FESTIVAL, FACTORY, MOTIVATION, FUNNEL, LAB, TEACHING,
)  # fmt: skip


def subject(one: Experience, text: str | None = None, **changes: Any) -> Subject:
    """Return the answer as the subject of checks, in a library with all experiences."""
    story = changes.pop("story", one.story)
    chosen = (story,) if changes.pop("chosen", True) else ()
    others: list[AskedByForm] = changes.pop("others", [])
    asked = AskedByForm(question=one.question, stories=[each.id for each in chosen], draft=one.text)
    application = Application(
        id="this", company=one.company, questions=[asked, *others], **changes.pop("application", {})
    )
    library = Library(
        folder=Path("library"),
        stories=changes.pop("stories", {each.story.id: each.story for each in EXPERIENCES} | {story.id: story}),
        applications={"this": application},
        profile=changes.pop("profile", Profile()),
    )
    kind = changes.pop("kind", one.kind)
    assert not changes, changes
    return Subject(
        text=one.text if text is None else text,
        application=application,
        number=1,
        asked=asked,
        kind=kind,
        stories=chosen,
        library=library,
        limit=None,
    )


def told(given: Subject, found: list[Finding]) -> list[tuple[str, str]]:
    """Return the code of each finding with its place as it stands in the text."""
    return [(one.code, given.text[one.start : one.end]) for one in found]
