"""Words for oneself beside a polite ending: 나는, 내가, 나의 become 저는, 제가, 저의, only where that is certain."""

import re

_HUMBLE = {"나": "저", "내": "제"}
_CONNECTIVES = (
    "하지만|그러나|그런데|그렇지만|그럼에도|그래서|그러므로|따라서|결국"
    "|그리고|그러면서|또|또한|당시|그때|이때|이후|처음에"
)
_STARTS = rf"\A\W{{0,4}}(?:(?:{_CONNECTIVES}),?\s)?"
_OTHER_SUBJECTS = "소리|소음|냄새|향|차이|수익|이익|적자|흑자|열|빛|불|땀|맛|연기|소문"
_TOPIC = rf"나(?=는(?!\w)(?!\s(?:새|놈|{_OTHER_SUBJECTS})[이가을를은는의도](?!\w)))"
"""나는 as a topic; 나는 새도 is a bird that flies, 나는 소리가 a sound that comes out."""
_MY = r"내(?=\s\w)(?!\s(?:집|[준줄건걸](?!\w)|[줬놓놨]|주[는었어고]|보[이인였]))"
"""내 as "my"; 내 준 is given out, and 내 집 마련 a saying."""
_FIRST = re.compile(rf"(?P<before>{_STARTS})(?:{_TOPIC}|{_MY})")
_ANYWHERE = re.compile(
    rf"(?:(?<=,)|(?<=,\s)){_TOPIC}"
    rf"|(?:(?<=(?<!\w)[나저]는\s)|(?<=(?<!\w)[내제]가\s)){_MY}"
    r"|(?<!\w)(?<!너와\s)(?:"
    r"나(?=(?:의|에게|에게서|에게로|에게는|에게도|에게만|한테|한테서|한테는|한테도|만의|로서|로서는|로서도)(?!\w))"
    r"|나(?=\s자신(?:을|의|에게)(?!\w))"
    r"|내(?=가(?!\w))"
    r"|(?<![을를]\s)나(?=를(?!\w)(?!\s(?:수|때|것|사람)(?![가-힣]{2})))"
    r"|(?<![을를]\s)내(?=게(?:는|도|만|서)?(?!\w)(?!\s[되된될됐됨됩하해한할함합했끔])))"
)
"""나를 and 내게 may be verbs: 짐을 나를 사람, 성과를 내게 되었다."""
_QUOTED = re.compile(
    r"(?<=[A-Za-z])['’](?=[A-Za-z])|\"[^\"]*\"|'[^']*'|“[^“”]*”|‘[^‘’]*’|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉"
    r"|<[^<>]*>"
)
"""What another said, and names of works."""
_QUOTES = re.compile("[\"'“”‘’「」『』《》〈〉]")
_MASK = "q"
"""A letter in place of each character that is quoted: no word for oneself, and no start of a sentence."""
_SAID = re.compile(r"(?:[다까자라요]\s|[.!?]\s?)라고(?!\w)")
"""Speech without quotation marks."""


def humble(sentence: str) -> str:
    """Return the sentence with 저, 제 for 나, 내 where they certainly mean oneself and nobody is quoted; as long.

    나는 counts at the start, behind a connective or a comma (차이가 나는 is another word), 내 at the start or behind
    나는 and 내가 (1년 내 is another), the others as whole words. Where quotation marks do not match nothing changes.
    """
    masked = _QUOTED.sub(lambda found: _MASK * len(found.group()), sentence)
    if _QUOTES.search(masked) or _SAID.search(masked):
        return sentence
    letters = list(sentence)
    first = _FIRST.match(masked)
    for place in [*([first.end("before")] if first else []), *(found.start() for found in _ANYWHERE.finditer(masked))]:
        letters[place] = _HUMBLE.get(letters[place], letters[place])
    return "".join(letters)
