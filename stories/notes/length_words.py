"""The words in which forms, Korean and English, tell how long an answer may be."""

import re

_NUMBER = r"(?:[0-9][0-9,]{0,8}|[0-9]{0,2}천(?=\s?자))"
_SYLLABLE = (
    r"(?:글\s?자|문자|자)(?:수)?(?=[^가-힣]|\Z|이내|이하|이상|내외|내로|내|안|미만|까지|로|한도|분량|정도|제한|를|씩|의|기준|공백|띄어"
    r"|가량|초과|입니다|부터|에서|사이|작성|기술|서술|남음)"
)
_UNIT = rf"(?:characters?|chars?\b|{_SYLLABLE}|bytes?|바이트|B(?![A-Za-z]))"
_SPACE_WORDS = r"(?:공백|띄어쓰기|스페이스)(?:을|를|은|는)?\s?(?:미포함|불포함|포함|제외)(?:하여|하고|해서|한|시)?"
_SPACES = (
    rf"{_SPACE_WORDS}|\(\s?{_SPACE_WORDS}\s?\)"
    r"|(?:including|incl\.?|with|excluding|excl\.?|without|no)\s(?:all\s)?(?:spaces?|blanks|whitespace)"
)
_BEFORE_WORD = (
    rf"{_SPACES}|(?:최대|제한|총|현재|입력|남은)?\s?(?:글자|문자)\s?(?:수\s?)?(?:제한|한도)?(?:는|은)?|자수|(?:작성|답변|제한)\s?분량|분량|제한"
    r"|최대|최소한?|약|총|각각|각|한글|국문|국어|영문|영어|기준|현재|남은|본문|max(?:imum)?\.?(?:\sof)?|min(?:imum)?\.?(?:\sof)?|up\sto"
    r"|within|(?:character\s)?limit(?:ed)?(?:\sto)?|(?:no|not)\s(?:more|longer|less)\sthan|at\s(?:most|least)|under|between|approx\.?"
    r"|about|length|in(?=\s)|english|korean|please|(?:limit|keep)\syour\s(?:answer|response|essay)\s(?:to|under|within)"
    r"|your\s(?:answer|response)\s(?:should|must)\s(?:be|not\sexceed)|(?:write|answer|respond)(?=\s)"
)
_AFTER_WORD = (
    rf"이내|이하|내외|미만|까지|이상|한도|분량|제한|정도|가량|안팎|내|안|사이|초과\s?금지|남음|기준|씩|{_SPACES}|or\s(?:less|fewer|under)"
    r"|max(?:imum)?\b\.?|min(?:imum)?\b\.?|limit\b|remaining|left\b|allowed|each\b|total\b"
)
_BEFORE = rf"(?<![가-힣A-Za-z])(?:(?:{_BEFORE_WORD})[\s:=,.|\-]{{0,3}}){{1,6}}"
_ASIDE_WORD = rf"{_BEFORE_WORD}|{_AFTER_WORD}|{_NUMBER}\s?{_UNIT}|작성\s?시|의\s?경우|시|은|는|로"
_ASIDE = rf"(?:\s?\(\s?(?:(?:{_ASIDE_WORD})[\s,:/·=]{{0,3}}){{1,8}}\))?"
_AFTER = rf"{_ASIDE}(?:[\s,/]{{0,2}}(?:{_AFTER_WORD})){{0,5}}{_ASIDE}(?:으로|로|에서|에)?"
_FREE = r"(?<![0-9./,\-])"
PHRASE = re.compile(
    rf"(?:{_BEFORE}|{_FREE})(?:"
    rf"{_NUMBER}\s?(?:{_UNIT})?\s{{0,2}}/\s{{0,2}}(?:최대|총)?\s?(?P<of>{_NUMBER})\s?(?P<of_unit>{_UNIT})?(?![0-9/%.]){_AFTER}"
    rf"|(?:(?P<least>{_NUMBER})\s?(?:{_UNIT})?\s{{0,2}}(?:이상\s?,?\s?~?|[~\-]|에서|부터|to|and)\s{{0,2}}(?:최대\s?)?)?"
    rf"(?P<most>{_NUMBER})\s{{0,2}}(?P<unit>{_UNIT}){_AFTER})"
    rf"|(?P<said>{_BEFORE})(?P<plain>{_NUMBER})(?![0-9,]|\s?[~/%\-]|\.[0-9]){_AFTER}(?!\s?[가-힣A-Za-z])",
    re.IGNORECASE,
)
SAYS_LENGTH = re.compile(r"글자|문자|자수|제한|분량|공백|띄어|최대|max|limit|spaces", re.IGNORECASE)
AT_LEAST = re.compile(r"이상|최소|at least|min|no less", re.IGNORECASE)
FOREIGN = re.compile(r"^\W*(?:영문|영어|english)", re.IGNORECASE)
HEADLINE = re.compile(
    r"(?:소\s?제목|제목|헤드라인|head\s?line|title)(?:은|는|을)?\W{0,4}(?:최대\s?|max\.?\s?)?$", re.IGNORECASE
)
BYTE = re.compile(r"b|바", re.IGNORECASE)
SPACES_SAID = re.compile(_SPACES, re.IGNORECASE)
CHARACTERS = re.compile(rf"({_NUMBER})\s?{_SYLLABLE}")
THREE_BYTES = re.compile(r"한글[^0-9]{0,8}3\s?(?:bytes?|바이트)|utf-?8", re.IGNORECASE)
AT_ZERO = re.compile(r"(?<![0-9,])0\s?(?:자|bytes?|바이트)?\s{0,2}/", re.IGNORECASE)
DIGIT = re.compile("[0-9천]")
NO_SPACES = re.compile(
    r"(?:공백|띄어쓰기|스페이스)(?:을|를|은|는)?\s?(?:미포함|불포함|제외)|(?:excluding|excl\.?|without|no)\s(?:all\s)?(?:spaces?|blanks)",
    re.IGNORECASE,
)
EACH = re.compile(
    r"각\s?(?:문항|항목|질문)|(?:문항|항목|질문)\s?(?:당|별|마다)|(?:모든|전)\s?(?:문항|항목|질문)|공통\s?(?:글자|분량)"
    r"|(?:per|each|every)\s(?:question|answer|item|essay|response)|all\s(?:questions|answers)",
    re.IGNORECASE,
)
WRITE = re.compile(
    r"\s{0,2}(?:자유롭게\s|간략히\s|구체적으로\s)?(?:작성|기술|서술|기재|입력|답변|답|제한)(?:하여|해)?\s?"
    r"(?:주시기\s?바랍니다|주십시오|주시오|주세요|하십시오|하시오|하세요|하시기\s?바랍니다|바랍니다|바람|가능합니다|가능|요망|할\s?것|합니다|됩니다"
    r"|입니다)?(?![가-힣])[.!]?|입니다[.]?|[.](?=\s|\Z)"
)
NEEDS_VERB = re.compile(r"(?:[을를은는에고여해며서로과와도게히시]|대해|대하여)[\s,]*$")
FILLER = re.compile(
    r"(?:글자|글자수|문자|수|자|현재|입력|입력한|남은|제한|작성|작성분량|분량|최대|최소|본문|내용|답변|답변란|공백|띄어쓰기|포함|제외|총|기준|이내|각|각각"
    r"|한글|영문|국문|바이트|단어|이하|내외|미만|까지|정도|약|가능|합니다|입니다|하세요|작성해|주세요|주십시오|bytes?|characters?|chars?|words?"
    r"|please|answer|limit|length|count|max|maximum|min|minimum|the|is|your|response|in|of|to|be|should|must|total|remaining|up|no|not"
    r"|more|longer|less|fewer|than|or|under|within|between|and|about|approx|approximately|around|at|most|least|exceed|write|allowed)"
    r"(?:은|는|을|를|이|가|로|으로)?",
    re.IGNORECASE,
)
ENDED = re.compile(r"시오|세요|니다|니까|[.?!]")
WORD = re.compile(r"[^\W_]+")
