// The gauge below the box: how full the limit is, in a bar and in words, and the count by every rule.

const REST = 1000; // milliseconds without a keystroke before a screen reader is told of another zone

class Gauge {
  constructor() {
    this.root = element("div", { className: "gauge", hidden: true });
    this.bar = element("div", { className: "bar", role: "meter", ariaValueMin: 0 });
    for (const part of ["fill perhaps", "fill", "tick short", "tick expected", "tick full"])
      this.bar.append(element("i", { className: part }));
    this.amount = element("p", { id: "amount", ariaLive: "off" });
    this.figures = element("ul", { id: "figures" });
    this.note = element("p", { id: "note" });
    this.aloud = element("p", { id: "aloud", ariaLive: "polite" });
    this.root.append(this.bar, this.amount, this.figures, this.note, this.aloud);
  }

  update(data) {
    this.data = data;
    this.root.hidden = !data;
    this.amount.replaceChildren(); // it describes the box, also to those who do not see that it is gone
    if (!data) return;
    this.counting = new Counting(data.rules);
    this.bar.ariaLabel = data.texts.label;
    this.bar.hidden = !this.goal();
    this.root.dataset.by = data.seconds ? "time" : "limit";
  }

  leave() {
    clearTimeout(this.resting);
  }

  show(text) {
    if (!this.data) return;
    const counted = this.counting.count(text);
    const measure = this.data.seconds ? this.bySeconds(counted) : this.byLimit(counted);
    this.showAmount(measure);
    this.showFigures(counted, measure);
    this.showNote(counted);
    if (!this.goal()) return;
    this.showBar(measure);
    this.tell(measure);
  }

  goal() {
    return this.data.seconds || this.data.limit;
  }

  // A measure: what is counted (low to high) of a goal, how it is written, the zone, and the zone in words.
  byLimit(counted) {
    const { rule, limit, texts } = this.data;
    const count = by(counted, rule);
    const measure = { low: count, high: count, goal: limit, pattern: texts[rule], amount: number(count), words: [] };
    if (!limit) return measure;
    const zone = count ? this.counting.zone(count, limit) : "empty";
    const words = this.inWords(zone, number(Math.abs(limit - count)));
    return { ...measure, whole: number(limit), zone, words };
  }

  bySeconds({ spoken }) {
    const { seconds: goal, texts } = this.data;
    const { seconds_low: low, seconds_high: high, syllables } = spoken;
    const zone = syllables ? this.counting.spokenZone(spoken, goal) : "empty";
    const words = this.inWords(zone, this.time(Math.ceil(Math.abs(goal - (low + high) / 2))));
    return { low, high, goal, pattern: texts.spoken, amount: this.range(spoken), whole: this.time(goal), zone, words };
  }

  inWords(zone, difference) {
    const { texts } = this.data;
    const amount = fill(texts.amount, { count: difference });
    return zone === "over" ? [fill(texts.over, { amount })] : [texts[zone], fill(texts.left, { amount })];
  }

  showAmount({ pattern, amount, whole, zone, words }) {
    const text = whole ? fill(pattern, { count: fill(this.data.texts.of, { limit: whole }) }) : pattern;
    const [before, after] = text.split("{count}");
    const [badge, left] = words;
    this.root.dataset.zone = zone ?? "";
    this.amount.replaceChildren(before, element("strong", { textContent: amount }), after);
    if (badge) this.amount.append(" ", element("b", { className: "zone", textContent: badge }));
    if (left) this.amount.append(" ", element("span", { textContent: left }));
    this.inOneSentence = [`${before}${amount}${after}`, ...words].join(", ");
  }

  showFigures(counted, { pattern }) {
    const { shown, texts, limit } = this.data;
    const figures = shown.map((rule) => [texts[rule], number(by(counted, rule)), limit && rule === this.data.rule]);
    figures.push([texts.lines, number(counted.lines)], [texts.spoken, this.range(counted.spoken)]);
    const others = figures.filter(([text]) => text !== pattern);
    this.figures.replaceChildren(
      ...others.map(([text, count, limited]) => {
        const whole = limited ? fill(texts.of, { count, limit: number(limit) }) : count;
        const over = limited && by(counted, this.data.rule) > limit;
        return element("li", { textContent: fill(text, { count: whole }), className: over ? "over" : "" });
      }),
    );
  }

  showNote(counted) {
    const { rule, limit, texts } = this.data;
    const warned = limit && this.counting.newlinesMayOverflow(counted, limit, rule);
    this.note.textContent = warned ? fill(texts.newlines, { count: counted.newlines }) : "";
  }

  showBar({ low, high, goal }) {
    const scale = Math.max(high, goal) / 100;
    const full = goal / scale;
    const { short, expected } = this.counting.rules;
    const zones = { short: (short / 100) * full, expected: (expected / 100) * full, full };
    for (const [name, place] of Object.entries({ low: low / scale, high: high / scale, ...zones }))
      this.bar.style.setProperty(`--${name}`, `${place}%`);
    this.bar.ariaValueMax = goal;
    this.bar.ariaValueNow = Math.min((low + high) / 2, goal);
    this.bar.ariaValueText = this.inOneSentence;
  }

  // A zone is told aloud once, after the person has stopped for a moment; the first one is only shown.
  tell({ zone }) {
    clearTimeout(this.resting);
    this.told ??= zone;
    if (zone === this.told) return;
    this.resting = setTimeout(() => {
      this.told = zone;
      this.aloud.textContent = this.inOneSentence;
    }, REST);
  }

  range({ seconds_low, seconds_high }) {
    const low = this.time(Math.floor(seconds_low));
    const high = this.time(Math.ceil(seconds_high));
    return low === high ? low : fill(this.data.texts.range, { low, high });
  }

  time(whole) {
    const { texts } = this.data;
    const minutes = Math.floor(whole / 60);
    const seconds = whole % 60;
    const text = !minutes ? texts.seconds : seconds ? texts.minutes_seconds : texts.minutes;
    return fill(text, { minutes: number(minutes), seconds });
  }
}

function fill(pattern, places) {
  return pattern.replace(/\{(\w+)\}/g, (place, name) => places[name] ?? place);
}

function number(count) {
  return count.toLocaleString("en-US");
}
