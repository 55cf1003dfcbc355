"""Clean, natural answers of different jobs in both languages, and what they are checked against."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from stories.files.library import Library
from stories.model.application import Application, AskedByForm
from stories.model.profile import Profile
from stories.model.question import QuestionKind
from stories.model.story import Story
from stories.writing.checks import CHECKS, Subject
from stories.writing.limits import limit_of


@dataclass(frozen=True)
class Draft:
    """One answer as a careful person would hand it in."""

    name: str
    company: str
    position: str
    question: str
    kind: QuestionKind
    text: str
    story: dict[str, Any] = field(default_factory=dict)
    limit: str = ""


def subject(draft: Draft, text: str | None = None, blind: bool = False, **changes: Any) -> Subject:
    """Return the draft as the subject of checks, in a library with applications elsewhere and a profile."""
    asked = AskedByForm(
        question=draft.question, limit=changes.pop("limit", draft.limit), counts=changes.pop("counts", "")
    )
    application = Application(
        id="this", company=changes.pop("company", draft.company), position=draft.position, questions=[asked], blind="yes" if blind else "",
        posting=changes.pop("posting", ""),
    )  # fmt: skip
    story = changes.pop("story", draft.story)
    stories = (Story(id="told", **story),) if story else ()
    others = changes.pop(
        "others", [("한빛솔루션", "영업 관리"), ("LG CNS", "클라우드 엔지니어"), ("토스", "Product Designer")]
    )
    applications = {"this": application} | {
        f"other-{number}": Application(id=f"other-{number}", company=company, position=position)
        for number, (company, position) in enumerate(others)
    }
    profile = changes.pop(
        "profile", Profile(name="한서윤", email="seoyun.han@example.com", education="가온대학교 통계학과 졸업")
    )
    library = Library(
        folder=Path("library"),
        stories={one.id: one for one in (*stories, *changes.pop("stories", ()))},
        applications=applications,
        profile=profile,
    )
    assert not changes, changes
    return Subject(
        text=draft.text if text is None else text,
        application=application,
        number=1,
        asked=asked,
        kind=draft.kind,
        stories=stories,
        library=library,
        limit=limit_of(asked),
    )


NURSE = Draft(
    "nurse",
    "한결대학교병원",
    "간호사",
    "1. 위기 상황에 침착하게 대처한 경험을 기술해 주십시오. (700자 이내)",
    "story",
    """새벽 4시에 발견한 심정지 환자에게 1분 안에 가슴 압박을 시작해 12분 만에 맥박을 되찾은 경험이 있습니다. 야간 근무자 두 명이 환자 46명을 돌보던 밤이었고, \
산소 라인을 정리하러 들어간 병실에서 반응이 없는 분을 보았습니다. 함께 근무하던 선배는 반대편 방에서 수혈을 준비하고 있었습니다.

저는 벨을 누르고 바로 압박을 시작했습니다. 선배가 카트를 끌고 와 지휘하는 동안 저는 시각과 약 이름을 소리 내어 말했고, 도착한 팀이 곧바로 이어받을 수 있도록 \
종이에도 적어 두었습니다. 남은 병실의 투약은 보조 인력과 순서를 다시 나누어 맡았습니다.

그 결과 투약이 40분 늦어지기는 했지만 빠진 것은 하나도 없었습니다. 급할수록 말은 짧게 하고 누가 무엇을 할지 정확히 짚어야 한다는 것을 배웠습니다. 이후 병동의 \
응급 카트 점검표를 새로 만들어 매주 월요일에 동료들과 함께 연습하고 있으며, 처음 배치된 동기에게도 같은 방법을 알려 주고 있습니다. 낯선 상황에서도 먼저 손이 움직이는 \
간호사가 되도록 준비하겠습니다.""",
    {
        "title": "새벽 4시 심정지", "headline": "첫 압박까지 1분이 안 걸렸다", "role": "최초 발견, 가슴 압박, 기록",
        "action": "벨 누르고 바로 압박 시작.", "skills": ["BLS", "심폐소생술"], "aliases": ["코드블루", "심정지"],
    },
    "700",
)  # fmt: skip

MARKETING = Draft(
    "marketing",
    "아모레퍼시픽",
    "브랜드 마케팅",
    "고객을 이해하기 위해 노력한 경험과 결과를 구체적으로 작성해 주세요. (700자)",
    "story",
    """숏폼 영상 한 편의 첫 3초를 바꾸어 스킨케어 계정의 평균 조회 수를 2.4배로 늘렸습니다. 대학 연합 동아리에서 작은 화장품 가게의 홍보를 맡았을 때, 팀은 제품의 성분을 \
자세히 설명하는 영상을 올리고 있었습니다. 그러나 석 달 동안 구독자는 거의 그대로였습니다.

저는 댓글 312개를 읽고 질문의 유형을 나누었습니다. 사람들이 궁금해한 것은 성분이 아니라 "내 피부에 써도 되는가"였습니다. 그래서 영상의 순서를 뒤집어 피부 고민을 먼저 \
보여 주고 제품은 마지막에 소개하자고 제안했습니다. 처음에는 가게 사장님이 반대하셨지만, 두 가지 영상을 같은 날 올려 일주일 동안 비교하자고 말씀드렸습니다.

결과는 분명했습니다. 새 영상은 끝까지 본 비율이 18%에서 41%로 올랐고, 매장을 찾아온 손님이 영상을 보여 주며 제품을 찾기도 했습니다. 이 일을 통해 좋은 홍보는 하고 싶은 말을 \
줄이고 듣고 싶은 말을 찾는 데서 출발한다는 것을 배웠습니다. 입사 후에도 숫자 뒤에 있는 사람의 말을 먼저 읽는 마케터가 되겠습니다.""",
    {
        "title": "스킨케어 릴스", "headline": "첫 3초를 바꿔 조회 수를 2.4배로 늘렸다", "role": "기획, 댓글 분석",
        "skills": ["숏폼", "댓글 분석"], "aliases": ["릴스"],
    },
    "700",
)  # fmt: skip

BACKEND = Draft(
    "backend",
    "네이버",
    "백엔드 개발자",
    "기술적으로 가장 어려웠던 문제와 해결 과정을 적어 주세요.",
    "story",
    """결제 장애의 원인이던 커넥션 누수를 찾아 평균 응답 시간을 1.8초에서 230ms로 줄였습니다. 쇼핑몰 서비스의 주문량이 몰리는 오전 10시마다 결제 요청이 멈추었고, 재시작을 해야만 \
풀리는 상태가 2주 동안 이어졌습니다.

저는 먼저 로그에 요청 번호를 붙여 어느 구간에서 멈추는지 확인했습니다. 외부 결제사의 응답이 늦어질 때 트랜잭션이 열린 채로 기다린다는 사실을 발견했고, 이를 재현하는 테스트를 \
작성했습니다. 이후 외부 호출을 트랜잭션 밖으로 옮기고, 실패한 요청은 큐에 담아 세 번까지 다시 시도하도록 바꾸었습니다. 팀에서는 재시도로 중복 결제가 생길 수 있다는 우려가 있어 \
주문 번호를 키로 하는 멱등 처리를 추가했습니다.

배포 뒤 한 달 동안 같은 장애는 한 번도 발생하지 않았습니다. 또한 모니터링 화면에 대기 중인 커넥션 수를 표시하여 동료들이 이상을 미리 알 수 있게 했습니다. 증상을 덮는 대신 원인을 \
재현하는 습관이 얼마나 중요한지 체감한 경험이었습니다.""",
    {
        "title": "결제 장애 새벽 대응", "headline": "커넥션 누수를 찾아 응답 시간을 230ms로 줄였다", "role": "원인 분석, 수정",
        "skills": ["Spring", "MySQL", "트랜잭션"], "aliases": ["결제 장애"],
    },
    "700",
)  # fmt: skip

TEACHER = Draft(
    "teacher",
    "한솔교육재단",
    "중등 국어 교사",
    "갈등을 해결한 사례를 서술하시오.",
    "story",
    """두 학생의 다툼을 '역할 바꾸기 글쓰기'로 풀어 반 전체의 회의 문화로 이어 간 경험이 있습니다. 교생 실습 3주 차에 모둠 활동을 하던 두 학생이 발표 순서를 두고 크게 다투었고, 그 뒤로 \
한마디도 하지 않았습니다. 담당 선생님께서는 자리를 떨어뜨려 놓자고 하셨습니다.

저는 두 학생을 따로 만나 각각 20분씩 이야기를 들었습니다. 둘 다 자신이 무시당했다고 느끼고 있었습니다. 그래서 서로의 처지에서 그날의 일을 한 쪽씩 써 보게 한 다음, 허락을 받아 바꾸어 읽게 \
했습니다. 한 학생은 읽다가 웃음을 터뜨렸고, 다른 학생은 먼저 사과했습니다.

나흘 뒤 두 사람은 같은 모둠에서 발표를 마쳤습니다. 부모님 상담에서도 아이가 편안해졌다는 말씀을 들었습니다. 이를 본 반장이 학급 회의에도 같은 방식을 쓰자고 제안해, 매주 금요일 안건을 두고 \
서로의 주장을 대신 말해 보는 시간이 생겼습니다. 가르치는 일은 답을 주는 것이 아니라 서로의 말을 들을 자리를 만드는 것임을 깨달았습니다.""",
    {
        "title": "두 학생의 다툼", "headline": "역할을 바꾸어 쓰게 해 다툼을 풀었다", "role": "교생", "skills": ["상담"],
        "aliases": ["역할 바꾸기"],
    },
)  # fmt: skip

DATA = Draft(
    "data",
    "KT",
    "데이터 분석",
    "가장 도전적이었던 목표와 그 결과를 적으시오. (600자)",
    "story",
    """전체 이용자 4만 명 중 매출의 11%를 차지하는 0.065%를 찾아낸 빅콘테스트가 가장 큰 도전이었습니다. 게임 데이터로 이탈할 이용자와 평균 결제액을 예측하는 대회였고, 테이블은 전투, 지출, 혈맹, \
거래, 활동의 다섯 가지로 나뉘어 있었습니다.

저는 흩어진 테이블을 하나로 합치고, 비어 있는 값은 이용자별 평균과 집단별 평균을 기준으로 채웠습니다. 변수를 하나씩 시각화하던 중에 결제액이 극단적으로 치우쳐 있음을 보았고, 이를 팀에 \
공유하여 예측 대상을 두 단계로 나누었습니다.

수상에는 이르지 못했습니다. 모델을 키우는 데 시간을 쓰느라 정작 중요한 전처리를 소홀히 한 탓이었습니다. 이 반성을 바탕으로 다음 대회에서는 정형 데이터의 특성을 먼저 살폈고, 10위를 \
달성했습니다. 화려한 기법보다 자료를 먼저 이해하는 분석가로 일하겠습니다.""",
    {
        "title": "빅 콘테스트 챔피언 리그", "headline": "0.065%가 매출의 11%임을 보았다", "role": "데이터 분석",
        "skills": ["EDA", "LSTM"], "aliases": ["빅콘"],
    },
    "600",
)  # fmt: skip

PUBLIC = Draft(
    "public",
    "한국농어촌공사",
    "토목",
    "지원 동기와 입사 후 포부를 기술하시오. (400자)",
    "motivation",
    """물이 필요한 때에 필요한 만큼 닿게 하는 일을 하고 싶어 지원했습니다. 수리학 수업에서 저수지의 누수를 계산하는 과제를 하며, 오래된 수로 하나가 마을의 농사를 좌우한다는 것을 알게 되었습니다. 이후 \
노후 시설의 안전 진단을 공부했고, 현장 실습에서는 수문 12곳을 점검하여 균열 위치를 도면에 표시했습니다.

입사 후에는 먼저 담당 지구의 시설 이력을 꼼꼼히 익히겠습니다. 그다음 수위 계측 자료를 모아 누수가 의심되는 구간을 미리 찾는 기준을 세우고자 합니다. 공사가 추진하는 스마트 물 관리 사업에서 \
현장의 기록과 계측값을 잇는 다리가 되겠습니다. 농업인의 목소리를 듣고 설계에 반영하는 기술자로 성장하겠습니다.""",
    {},
    "400",
)

STRENGTHS = Draft(
    "strengths",
    "신한은행",
    "개인금융",
    "성격의 장단점을 작성해 주십시오.",
    "strengths",
    """저의 장점은 한번 맡은 기록을 끝까지 맞추는 꼼꼼함입니다. 편의점에서 야간 근무를 할 때 정산 금액이 3,500원씩 어긋나는 날이 이어졌습니다. 저는 2주 치 영수증을 품목별로 다시 맞추어 할인 행사 \
상품 하나의 바코드가 잘못 등록된 것을 찾았고, 점장님께 알려 바로잡았습니다.

단점은 확인을 거듭하느라 속도가 늦어지는 점입니다. 학생회 회계를 맡았을 때 보고가 하루 늦어 행사 준비에 지장을 준 적이 있습니다. 그 뒤로는 마감 전날을 저만의 마감으로 정하고, 금액이 큰 항목부터 \
차례로 살피는 목록을 만들었습니다. 덕분에 이어진 네 번의 보고는 모두 제때 마쳤습니다. 정확함은 지키되 우선순위를 먼저 정하는 태도로 고객의 자산을 대하겠습니다.""",
    {},
)

HEADED = Draft(
    "headed",
    "SK하이닉스",
    "양산기술",
    "협업을 통해 성과를 낸 경험을 서술해 주십시오. (1000자)",
    "story",
    """[설비와 공정 사이의 통역]

베어링 소음의 원인을 두고 갈린 두 조의 의견을 하나의 실험으로 모아 불량률을 7%에서 2%로 낮추었습니다. 4학년 종합 설계 과목에서 저희 조는 회전 장치를 만들었습니다. 설계를 맡은 쪽은 조립이, 조립을 \
맡은 쪽은 설계가 문제라고 보았습니다.

저는 조립과 설계를 모두 거친 유일한 조원이었기에 양쪽의 기록을 한 장의 표로 옮겼습니다. (1) 조임 순서, (2) 축의 공차, (3) 윤활제의 양을 바꾸어 가며 27회를 시험하자고 했습니다. 하루에 끝낼 수 있도록 \
시험을 직교배열로 9회까지 줄였고, 누가 어떤 조건을 맡을지도 정했습니다. 그 과정에서 축을 0.02mm 더 깎아야 한다는 사실이 드러났습니다.

시험이 끝나자 탓하던 말이 사라졌습니다. 서로의 작업을 이해하게 된 뒤로는 도면을 바꿀 때마다 두 조가 함께 검토했습니다. 양산 현장에서도 설비와 공정의 언어를 모두 익혀 문제를 빠르게 좁히는 엔지니어가 \
되겠습니다.""",
    {
        "title": "베어링 소음", "headline": "두 조의 의견을 하나의 실험으로 모았다", "role": "조립, 시험 설계",
        "skills": ["실험계획법"], "aliases": ["종합 설계"],
    },
    "",
)  # fmt: skip

INTRODUCTION = Draft(
    "introduction",
    "카카오",
    "서비스 기획",
    "1분 자기소개를 해 주세요.",
    "self-introduction",
    """안녕하세요. 불편한 화면을 그냥 지나치지 못하는 기획자입니다. 저는 지난 2년 동안 두 개의 서비스를 처음부터 만들었습니다. 첫 번째는 동네 도서관의 예약 알림입니다. 이용자 34명과 이야기를 나누고, 가장 많이 \
나온 불만이던 '언제 반납되는지 모른다'를 해결했습니다. 두 번째는 회의실 예약표입니다. 석 달 만에 세 부서가 쓰기 시작했고, 중복 예약은 한 달에 스무 건에서 두 건으로 줄었습니다. 카카오에서도 사용자의 말에서 \
출발해 숫자로 확인하는 기획을 하고 싶습니다. 감사합니다.""",
    {},
)

ENGLISH_PRODUCT = Draft(
    "english-product",
    "Coupang",
    "Product Manager",
    "Tell us about a time you used data to change a decision. (1500 characters)",
    "story",
    """I cut sign-up drop-off from 46% to 29% by showing the team where people actually left. Our release plan for the spring was built around a new dashboard, because most of us believed that the product lacked features. \
I was the junior product manager and had joined only four months earlier.

I pulled the event logs of 12,400 sign-ups and drew the funnel step by step. Nearly half of the visitors closed the page at the company size question, which sales wanted but nobody else needed. I called eleven of them. Nine \
said the same thing: they did not know the answer and were afraid of choosing a wrong plan.

I brought the funnel and three short recordings to the planning meeting and proposed a two-week test without the question. The head of sales disagreed, so we agreed on a limit: if qualified leads fell by more than 5%, I would \
put it back myself. Leads fell by 1% and completed sign-ups rose by a third. The dashboard was moved to the next quarter.

What I learned is that a decision changes when people hear the evidence and know what it would take to go back.""",
    {
        "title": "Sign-up drop-off", "headline": "Removed one question and cut drop-off from 46% to 29%",
        "role": "Junior product manager", "skills": ["SQL", "funnel analysis"], "aliases": ["sign-up funnel"],
    },
    "1500",
)  # fmt: skip

ENGLISH_NURSE = Draft(
    "english-nurse",
    "Hanbit Medical Center",
    "Registered Nurse",
    "Describe a conflict with a colleague and how you resolved it.",
    "story",
    """I resolved a month of tense handovers by rewriting our checklist together with the colleague who disliked it most. She felt that the evening shift left work undone; I felt that she criticised us in front of patients' \
families. Neither of us said so openly.

One night a dressing change was missed because each of us thought the other had done it. The patient was unharmed, but I asked her to stay for fifteen minutes. I began with my own mistake: I had signed the sheet before checking \
the wound. Then I asked what a good handover looked like to her. She listed six points, and four of them weren't on our form at all.

We drafted a new page that evening and tried it for two weeks. Missed tasks went from five to one, and the charge nurse asked both of us to present it at the ward meeting. We still don't agree about everything, yet she now calls \
me first when something looks wrong. I learned that people stop guarding themselves when you name your own error before theirs.""",
    {
        "title": "Handover friction", "headline": "Rewrote the handover checklist with the colleague who disliked it",
        "role": "Evening shift nurse", "skills": ["handover"], "aliases": ["handover checklist"],
    },
)  # fmt: skip

ENGLISH_MOTIVATION = Draft(
    "english-motivation",
    "Naver Cloud",
    "Site Reliability Engineer",
    "Why do you want to work here?",
    "motivation",
    """I want to keep systems calm that millions of people never notice, and Naver Cloud runs some of the largest in Korea. During my internship I was on call for a settlement batch that failed about twice a week. I wrote down every \
alert for a month, grouped them by cause, and found that 70% came from one retry loop. After the fix, the pager stayed silent for 23 nights.

Your engineering blog describes how the storage team tests its own failures on purpose. That is the way I would like to learn: break things early, write the notes, and make the next night shorter for somebody else. In my first \
year I would start with the runbooks that new engineers use most, measure how long each step takes, and automate the slow ones.""",
    {},
)

SALES = Draft(
    "sales",
    "오뚜기",
    "영업",
    "실패를 극복한 경험을 작성해 주세요. (700자)",
    "story",
    """납품 지연으로 잃을 뻔한 거래처를 사흘 만의 현장 방문으로 되돌렸습니다. 식자재 유통 회사에서 영업 지원으로 일하던 첫해, 제가 입력한 수량이 한 자리 틀려 급식소에 김치 200kg이 부족하게 나갔습니다. \
점심 식단을 급히 바꾸어야 했던 담당자분은 계약을 끝내겠다고 하셨습니다.

변명하지 않고 사실을 먼저 말씀드렸습니다. 그날 오후 다른 지점의 재고를 확인해 부족분을 채웠고, 다음 날 직접 찾아가 어떤 단계에서 틀렸는지 보여 드렸습니다. 그리고 주문서에 지난달 평균과 20% 넘게 차이가 \
나면 색이 바뀌는 칸을 만들었습니다. 사흘째 되던 날에는 바뀐 주문서를 들고 가 함께 시험해 보았습니다.

거래는 이어졌고, 이듬해에는 주문량이 1.3배로 늘었습니다. 무엇보다 같은 실수가 1년 동안 한 건도 없었습니다. 신뢰는 실수하지 않는 것이 아니라 실수한 뒤의 사흘에서 만들어진다고 믿습니다.""",
    {
        "title": "납품 지연", "headline": "잃을 뻔한 거래처를 사흘 만에 되돌렸다", "role": "영업 지원", "skills": ["엑셀"],
        "aliases": ["늦은 납품"],
    },
)  # fmt: skip

DRAFTS = (
    NURSE, MARKETING, BACKEND, TEACHER, DATA, PUBLIC, STRENGTHS, HEADED, INTRODUCTION, SALES,
    ENGLISH_PRODUCT, ENGLISH_NURSE, ENGLISH_MOTIVATION,
)  # fmt: skip

OWN = ("other-names", "blind", "unfinished", "length", "first-sentence", "we-only", "no-number", "repeats")
"""The checks that these drafts are clean of; what a number may be depends on the rest of the story's file."""


def with_sentence(draft: Draft, sentence: str, at: str = "end") -> str:
    """Return the draft with one more sentence: at its 'start', before its last sentence ('middle'), or at its 'end'."""
    if at == "start":
        return f"{sentence} {draft.text}"
    if at == "end":
        return f"{draft.text} {sentence}"
    place = draft.text.rstrip().rfind(". ") + 2
    return f"{draft.text[:place]}{sentence} {draft.text[place:]}"


def codes(given: Subject, check: str) -> list[str]:
    """Return the codes that one check finds."""
    return [found.code for found in CHECKS[check](given)]


def marked(given: Subject, check: str, code: str = "") -> list[str]:
    """Return the places that one check finds, as they stand in the text."""
    return [given.text[one.start : one.end] for one in CHECKS[check](given) if code in ("", one.code)]
