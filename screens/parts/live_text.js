// The box in the browser. Its own text wins until the server names another generation.

const LONGEST_WAIT = 500; // milliseconds: who types without a pause is heard all the same
const FIRST_RETRY = 4000; // what is sent while the server is away gets lost without a word
const LAST_RETRY = 30000;
const KEPT_SENT = 5; // texts on their way to the server that one may have been saved of
const AWAY = 60000; // milliseconds for which the box keeps the cursor while the server is away
const LATE = 3000; // milliseconds after which one is told that the server has not answered

export default function ({ data, parentElement, setStateValue }) {
  const box = (parentElement.liveText ??= new LiveText(parentElement, data));
  box.report = (typed) => setStateValue("typed", typed);
  const call = box.join(data);
  // Streamlit also ends a call that the next one has overtaken, before that one or after it: the box lives on.
  return () => box.call === call && box.leave();
}

class LiveText {
  constructor(root, data) {
    this.field = element(data.rows > 1 ? "textarea" : "input", { id: "field", autocomplete: "off" });
    this.field.setAttribute("aria-describedby", "hint counter amount");
    this.label = element("label", { htmlFor: "field" });
    this.hint = element("span", { id: "hint" });
    this.counter = element("span", { id: "counter", ariaLive: "off" });
    const below = element("div", { className: "below" });
    below.append(this.hint, this.counter);
    this.gauge = new Gauge();
    this.state = element("div", { id: "state" });
    root.append(this.label, this.field, this.gauge.root, below, this.state);

    this.touched = false; // typed into, in this generation
    this.call = 0;
    this.away = true;
  }

  join(data) {
    if (this.away) this.listen();
    this.update(data);
    return ++this.call;
  }

  listen() {
    this.away = false;
    this.leaving = new AbortController();
    const hear = (target, event, action) =>
      target.addEventListener(event, action, { signal: this.leaving.signal });
    hear(this.field, "input", () => this.typed());
    hear(this.field, "blur", (event) => this.blurred(event));
    hear(this.field, "keydown", (event) => this.pressed(event));
    hear(document, "pointerdown", () => this.insist()); // what is pressed next may save: it has to find all of the text
    hear(window, "beforeunload", () => this.send()); // at pagehide the message no longer gets out in time
    hear(window, "pagehide", () => this.send());
    hear(document, "visibilitychange", () => document.hidden && this.send());
    if (this.data && this.field.value !== this.unheard) this.note();
  }

  update(data) {
    const renewed = data.generation !== this.generation || (data.turn && data.turn !== this.turn);
    if (renewed) {
      this.rest();
      this.touched = false;
      this.sent = this.unsentSince = null;
    }
    if (renewed || (!this.touched && data.text !== this.given)) this.field.value = this.given = data.text;
    const first = !this.data;
    this.generation = data.generation;
    this.turn = data.turn || this.turn || 0;
    this.known = data.known; // what on_change has seen
    this.data = data;
    this.label.textContent = data.label;
    this.hint.textContent = data.hint;
    this.field.placeholder = data.placeholder;
    this.field.style.setProperty("--rows", data.rows);
    this.gauge.update(data.gauge);
    if (first) this.recover();
    this.show();
    this.settle();
    if (this.touched && !this.retry && !this.unsentSince && this.text() !== this.known) this.insist();
  }

  // What the server has not answered yet outlives a reload of the page, in this tab and no longer than that.
  recover() {
    const kept = this.data.store && JSON.parse(sessionStorage.getItem(this.data.store) ?? "null");
    if (!kept || kept.text === this.data.text) return;
    if (kept.base !== this.data.text && !kept.sent.includes(this.data.text)) return; // another text has come meanwhile
    this.field.value = kept.text;
    this.touched = true;
    this.send();
  }

  settle() {
    clearTimeout(this.late);
    const { state, store } = this.data;
    const settled = this.text() === this.known && (this.sent ?? this.text()) === this.text();
    if (settled) {
      clearTimeout(this.retry);
      this.typedSince = this.retry = null;
      if (store) sessionStorage.removeItem(store);
    }
    const waited = settled ? 0 : Date.now() - (this.typedSince ?? Date.now());
    this.state.textContent = state ? (settled ? state.settled : waited >= LATE ? state.waiting : "") : "";
    this.state.classList.toggle("late", waited >= LATE);
    if (!settled && waited < LATE) this.late = setTimeout(() => this.settle(), LATE - waited);
  }

  keep() {
    if (!this.data.store) return;
    const sent = (this.sentTexts ?? []).slice(-KEPT_SENT);
    const kept = { text: this.text(), base: this.given ?? "", sent };
    try {
      sessionStorage.setItem(this.data.store, JSON.stringify(kept));
    } catch {
      // The browser keeps nothing more; the server has it in a moment all the same.
    }
  }

  note() {
    this.touched = true;
    this.typedSince ??= Date.now();
    this.keep();
  }

  typed() {
    this.note();
    this.unsentSince ??= Date.now();
    clearTimeout(this.timer);
    const left = this.unsentSince + LONGEST_WAIT - Date.now();
    this.timer = setTimeout(() => this.send(), Math.max(0, Math.min(this.data.delay, left)));
    this.show();
    this.settle();
  }

  pressed(event) {
    const shortcut = event.ctrlKey || event.metaKey;
    if (shortcut || (event.key === "Enter" && this.field.tagName === "INPUT")) this.send();
    if (!shortcut && !event.altKey) event.stopPropagation(); // a letter is text here, not a shortcut of the page
  }

  send(patience = FIRST_RETRY) {
    clearTimeout(this.timer);
    this.unsentSince = null;
    const text = this.text();
    if (!this.touched || text === this.sent) return;
    this.sent = text;
    (this.sentTexts ??= []).push(text);
    this.sentTexts.splice(0, this.sentTexts.length - KEPT_SENT);
    this.messages = (this.messages ?? 0) + 1; // so that Streamlit takes a text sent again for a change
    this.report({ text, generation: this.generation, turn: this.turn, message: this.messages });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.insist(Math.min(2 * patience, LAST_RETRY)), patience);
  }

  rest() {
    clearTimeout(this.timer);
    clearTimeout(this.retry);
    this.retry = this.unsentSince = null;
  }

  insist(patience) {
    clearTimeout(this.retry);
    this.retry = null;
    if (this.text() !== this.known) this.sent = null;
    this.send(patience); // also what the server knows, where something else is on its way to it
  }

  // Streamlit covers the page with a dialog when the server is away, and takes the cursor: who types goes on typing.
  blurred(event) {
    this.insist();
    const app = document.querySelector("[data-test-connection-state]");
    const away = app && app.dataset.testConnectionState !== "CONNECTED";
    const taken = !event.relatedTarget || event.relatedTarget.closest?.('[role="dialog"]');
    if (away && taken && Date.now() - (this.typedSince ?? 0) < AWAY) setTimeout(() => this.goOn(), 0);
  }

  goOn() {
    for (const closed of document.querySelectorAll("[inert]")) closed.removeAttribute("inert");
    this.field.focus();
  }

  leave() {
    this.away = true;
    this.unheard = this.field.value; // where it differs later, it was typed while nobody listened
    clearTimeout(this.late);
    this.leaving.abort();
    this.gauge.leave();
    this.insist(); // a page switch may have overtaken what was sent
    this.rest();
  }

  show() {
    const { counter, limit } = this.data;
    const count = this.text().length;
    this.counter.textContent = counter.replaceAll("{count}", count).replaceAll("{limit}", limit ?? "");
    this.counter.classList.toggle("over", limit !== null && count > limit);
    this.gauge.show(this.field.value);
    if (this.field.tagName === "TEXTAREA" && !CSS.supports("field-sizing", "content")) {
      this.field.style.height = "auto";
      this.field.style.height = `${this.field.scrollHeight + 2}px`;
    }
  }

  text() {
    return this.field.value.normalize("NFC");
  }
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}
