// The twin of stories/writing/{count,spoken}.py: the same steps. Every figure and pattern comes from rules.py.

class Counting {
  constructor(rules) {
    this.rules = rules;
    const all = (source) => new RegExp(source, "g");
    this.lineEnd = all(rules.line_end);
    this.space = all(rules.space);
    this.oneByte = all(rules.one_byte);
    this.token = all(rules.token);
    this.word = all(rules.word);
    this.vowels = all(rules.vowels);
    this.silentEnd = new RegExp(rules.silent_end);
  }

  count(typed) {
    const text = typed.normalize("NFC").replace(this.lineEnd, "\n");
    const newlines = howOften(text, "\n");
    return {
      characters: text.length,
      characters_without_spaces: text.length - howOften(text, this.space),
      portal_bytes: 2 * text.length - howOften(text, this.oneByte),
      utf8_bytes: new TextEncoder().encode(text).length,
      lines: newlines + (text !== "" && !text.endsWith("\n")),
      newlines,
      spoken: this.spokenTime(text),
    };
  }

  zone(counted, limit) {
    if (counted > limit) return "over";
    if (100 * counted >= this.rules.expected * limit) return "expected";
    return 100 * counted >= this.rules.short * limit ? "growing" : "short";
  }

  spokenZone(spoken, seconds) {
    return this.zone(Math.round(10 * spoken.seconds_low) + Math.round(10 * spoken.seconds_high), 20 * seconds);
  }

  newlinesMayOverflow(counted, limit, rule) {
    const margin = limit - by(counted, rule);
    return !this.rules.blind_to_newlines.includes(rule) && 0 <= margin && margin < counted.newlines;
  }

  spokenTime(text) {
    let syllables = 0;
    let hangul = 0;
    let latin = 0;
    for (const { 0: said, groups } of text.matchAll(this.token)) {
      if (groups.hangul) {
        syllables += said.length;
        hangul += said.length;
      } else if (groups.ideographs) {
        syllables += said.length;
      } else if (groups.word) {
        syllables += this.inWord(said);
        latin += said.length;
      } else if (groups.capitals) {
        syllables += said.length <= this.rules.longest_spelled ? this.spelled(said) : this.inWord(said);
      } else if (groups.sign) {
        syllables += this.rules.signs[said];
      } else {
        syllables += this.inNumber(groups.whole.replaceAll(",", ""), groups.decimals ?? "");
      }
    }
    const english = latin > this.rules.latin_to_hangul * hangul;
    const heard = english ? howOften(text, this.word) : syllables;
    const [slow, fast] = english ? this.rules.words_a_minute : this.rules.syllables_a_minute;
    return { syllables, seconds_low: seconds(heard, fast), seconds_high: seconds(heard, slow) };
  }

  inNumber(whole, decimals) {
    const size = this.rules.digits_a_group;
    const after = decimals ? 1 + decimals.length : 0;
    if (whole.startsWith("0") || whole.length > this.rules.most_digits) return whole.length + after;
    const groups = Math.ceil(whole.length / size);
    const padded = whole.padStart(groups * size, "0");
    let heard = after;
    for (let place = 0; place < groups; place++) {
      const group = padded.slice(size * place, size * (place + 1));
      const level = groups - 1 - place;
      if (Number(group) === 0) continue;
      heard += inGroup(group) + (level > 0);
      heard -= level === 1 && place === 0 && Number(group) === 1;
    }
    return heard;
  }

  inWord(word) {
    const lowered = word.toLowerCase();
    if (!howOften(lowered, this.vowels)) return this.spelled(word);
    return Math.max(1, howOften(lowered.replace(this.silentEnd, ""), this.vowels));
  }

  spelled(letters) {
    return sum(letters.toUpperCase(), (letter) => this.rules.letters[letter] ?? 0);
  }
}

function by(counted, rule) {
  return counted[rule.replaceAll("-", "_")];
}

function inGroup(group) {
  return sum(group.slice(0, -1), (digit) => (digit > "0") + (digit > "1")) + (group.at(-1) > "0");
}

function seconds(heard, aMinute) {
  return Math.floor((1200 * heard + aMinute) / (2 * aMinute)) / 10;
}

function howOften(text, what) {
  return typeof what === "string" ? text.split(what).length - 1 : (text.match(what)?.length ?? 0);
}

function sum(letters, worth) {
  return Array.from(letters).reduce((total, letter) => total + worth(letter), 0);
}
