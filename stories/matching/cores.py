"""The core of a long question: what the form only instructs is taken off, and its sentences stand apart."""

import re

_LENGTH = r"\d[\d,]{1,8}\s{0,2}(?:자|글자|바이트|bytes?|characters?|chars?|words?)"
"""Ten or more: three words to describe oneself in are the question itself."""
_INSIDE = r"[^()\[\]（）【】<>［］〔〕]{0,80}"
_BRACKETED = re.compile(
    rf"[(\[（【<［〔]{_INSIDE}?(?:{_LENGTH}|공백|필수|선택 ?사항|띄어쓰기|required|optional){_INSIDE}[)\]）】>］〕]",
    re.IGNORECASE,
)
_BARE = re.compile(
    rf"(?:(?<!\w)(?:최소|최대|약|총|각각|각|(?:with)?in|up to|at least|at most|(?:no|not) more than|"
    rf"max(?:imum)?(?: of)?|min(?:imum)?(?: of)?))?\s{{0,2}}"
    rf"(?:\d[\d,]{{0,8}}\s{{0,2}}(?:자)?\s{{0,2}}[~∼\-–]\s{{0,2}})?{_LENGTH}\s{{0,2}}"
    r"(?:이내로?|이하로?|내외로?|이상으?로?|안으로|로(?!\w)|or less|or fewer|max(?:imum)?)?",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\s*(?:(?:문항|질문|question|q)\s*)?\(?\d{1,2}(?:[-.]\d{1,2})?\s*(?:[.):]|-(?=\s))(?!\d)\s*(?=\S)", re.IGNORECASE
)
_NOTE = re.compile(r"^\s*[※*＊☞▶]")
_END = re.compile(r"(?<=[.!?。？！])\s+|\n+|(?<=니다)\s+|(?<=시오)\s+|(?<=세요)\s+|(?<=나요)\s+")
LEAST_LETTERS = 4
"""Letters below which a piece between sentence ends is no sentence."""


def core(text: str) -> str:
    """Return the text without numbers of items, limits of length and notes of the form; itself if nothing is left."""
    lines = [_NUMBER.sub("", line) for line in text.splitlines()]
    kept = [line for line in lines if not _NOTE.match(line)] or lines
    shortened = _BARE.sub(" ", _BRACKETED.sub(" ", "\n".join(kept)))
    return shortened if any(letter.isalnum() for letter in shortened) else text


def sentences(text: str, least: int = LEAST_LETTERS) -> list[str]:
    """Return the sentences and lines of a core, each once; a piece with fewer letters than `least` is none."""
    pieces = (piece.strip() for piece in _END.split(text))
    return list(dict.fromkeys(piece for piece in pieces if sum(map(str.isalnum, piece)) >= least))
