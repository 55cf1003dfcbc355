"""Note style left at the end of a sentence (했음, 진행함, 예정임)."""

import re

from stories.writing.checks.lists import listed

_SSANG_SIOT = "".join(chr(code) for code in range(ord("가") + 20, ord("힣") + 1, 28))
"""Every syllable that ends in ㅆ."""
_ENDING = re.compile(
    rf"[가-힣]*?(?:[{_SSANG_SIOT}없않같받얻맡많높찾좋]음|[가-힣](?:함|됨)"
    r"|[가-힣](?:보냄|만듦|끝냄|해냄|나섬|늘림|줄임|높임|낮춤|갖춤|맡김|남김|바꿈|고침|익힘|밝힘|넓힘|굳힘|이끎)"
    r"|[가-힣]{0,3}(?:좋아|높아|낮아|많아|적어|커|작아|빨라|느려|없어|이루어|나아|두터워|쉬워)짐|(?:늘어|나타)남|줄어[듦듬]"
    r"|(?:것|중|예정|때문|상태|수준|정도|이유|뿐|셈|듯|편|계획|목표|바)임|함|됨|만듦|끝냄|낮춤|갖춤|맡김|남김|바꿈|고침|익힘|밝힘|넓힘|굳힘|이끎|보냄|해냄|늘림|줄임|높임)"
    r"(?P<marks>[.!…]*)[\"'”’)\]]*\s*"
)
_PAST = re.compile(r"(?<![가-힣])[가-힣]{0,8}[했였었았됐갔왔렸냈졌]음(?= [가-힣A-Z])")
"""The same where the next sentence follows without a full stop."""
_HEADING = ("[", "<", "【", "「", "『", "《")


def note_ending(sentence: str) -> tuple[int, int] | None:
    """Return where the word stands that ends the sentence in note style; a heading (고객을 향한 꼼꼼함) does not."""
    inside = _PAST.search(sentence)
    if inside:
        return inside.span()
    trimmed = sentence.rstrip()
    start = max(trimmed.rfind(mark) for mark in (" ", "\t", "\xa0")) + 1
    found = _ENDING.fullmatch(trimmed, start)
    if not found or sentence.startswith(_HEADING):
        return None
    word = trimmed[start:].rstrip("\"'”’)] .!…")
    lists = listed("note_style")
    if word.endswith(tuple(lists["nouns"])):
        return None
    if not found["marks"] and word.removesuffix("함").endswith(tuple(lists["qualities"])) and word.endswith("함"):
        return None
    return start, start + len(word)
