// A SPARQL editor over a plain text area: what is typed is coloured in a layer beneath it, and names are completed from
// the terms that the server knows. Without this script the text area works as it is.
"use strict";

const KEYWORDS =
  "ASK AS ASC BASE BIND BY CONSTRUCT COUNT DESC DESCRIBE DISTINCT EXISTS FILTER FROM GRAPH GROUP HAVING IN LIMIT MAX MIN MINUS NAMED NOT OFFSET OPTIONAL ORDER PREFIX REDUCED SAMPLE SELECT SUM UNDEF UNION VALUES WHERE AVG GROUP_CONCAT BOUND COALESCE CONCAT CONTAINS DATATYPE IF LANG LCASE REGEX REPLACE STR STRAFTER STRBEFORE STRENDS STRLEN STRSTARTS SUBSTR UCASE YEAR MONTH DAY";
const KEYWORD = new Set(KEYWORDS.split(" "));
const TOKEN =
  /(?<comment>#[^\n]*)|(?<iri><[^<>"{}|^`\\\s]*>)|(?<string>"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')|(?<variable>[?$]\w+)|(?<name>[A-Za-z_][\w-]*:[\w.-]*\w|[A-Za-z_][\w-]*:)|(?<number>\b\d+(?:\.\d+)?\b)|(?<word>[A-Za-z_]\w*)/g;
const MOST = 10; // names that the list shows

const text = document.getElementById("query");
const layer = document.getElementById("layer");
const list = document.getElementById("completions");
let terms = [];
let prefixes = {};
let wrong = null; // where the server found an error: its position in the text
let found = { at: 0, names: [], chosen: 0 };

fetch("/terms.json")
  .then((answer) => answer.json())
  .then((known) => {
    ({ terms, prefixes } = known);
    draw();
  })
  .catch(() => {});

/** The text again in the layer, each token in a span of its class. */
function draw() {
  const parts = [];
  let done = 0;
  for (const match of text.value.matchAll(TOKEN)) {
    const kind = kindOf(match);
    if (!kind) continue;
    parts.push(...plain(done, match.index), span(match[0], kind, match.index));
    done = match.index + match[0].length;
  }
  parts.push(...plain(done, text.value.length), "\n");
  layer.replaceChildren(...parts);
  layer.scrollTop = text.scrollTop;
  layer.scrollLeft = text.scrollLeft;
}

function kindOf(match) {
  const [kind, word] = Object.entries(match.groups).find(([, value]) => value !== undefined);
  if (kind === "word") return KEYWORD.has(word.toUpperCase()) ? "keyword" : "";
  if (kind !== "name") return kind;
  const prefix = word.slice(0, word.indexOf(":"));
  const declared = new RegExp(`\\bPREFIX\\s+${prefix}:`, "i").test(text.value);
  return !declared && Object.keys(prefixes).length && !(prefix in prefixes) ? "name unknown" : "name";
}

/** Text without a token, with the place of an error marked if it is in there. */
function plain(begin, end) {
  if (wrong === null || wrong < begin || wrong >= end) return [text.value.slice(begin, end)];
  return [text.value.slice(begin, wrong), span(text.value[wrong], "", wrong), text.value.slice(wrong + 1, end)];
}

function span(words, kind, at) {
  const made = document.createElement("span");
  made.className = wrong !== null && at <= wrong && wrong < at + words.length ? `${kind} wrong` : kind;
  made.textContent = words;
  return made;
}

/** Names that go on from what is before the cursor. */
function complete(asked) {
  const before = text.value.slice(0, text.selectionStart);
  const typed = /[?$]\w*$|[A-Za-z_][\w-]*:?[\w-]*$/.exec(before)?.[0] ?? "";
  if (!typed && !asked) return hide();
  const names = candidates(typed).filter((each) => each.name !== typed);
  found = { at: before.length - typed.length, names: names.slice(0, MOST), chosen: 0 };
  if (!found.names.length) return hide();
  show();
}

function candidates(typed) {
  const wanted = typed.toLowerCase();
  if (/^[?$]/.test(typed)) {
    const others = text.value.slice(0, text.selectionStart - typed.length) + text.value.slice(text.selectionStart);
    const variables = new Set(others.match(/[?$]\w+/g) ?? []);
    return [...variables].filter((name) => name.toLowerCase().startsWith(wanted)).map((name) => ({ name, about: "" }));
  }
  const begins = terms.filter((each) => each.name.toLowerCase().startsWith(wanted));
  const words = wanted && !wanted.includes(":") ? terms.filter((each) => local(each.name).startsWith(wanted)) : [];
  const opened = Object.entries(prefixes).filter(([prefix]) => prefix.startsWith(wanted) && !wanted.includes(":"));
  const keys = wanted ? [...KEYWORD].filter((word) => word.toLowerCase().startsWith(wanted)) : [];
  const all = [
    ...keys.map((name) => ({ name, about: "" })),
    ...opened.map(([prefix, iri]) => ({ name: `${prefix}:`, about: iri })),
    ...words,
    ...begins,
  ];
  return [...new Map(all.map((each) => [each.name, each])).values()];
}

const local = (name) => name.slice(name.indexOf(":") + 1).toLowerCase();

function show() {
  list.replaceChildren(
    ...found.names.map((each, at) => {
      const item = document.createElement("li");
      item.id = `completion-${at}`;
      item.role = "option";
      item.ariaSelected = String(at === found.chosen);
      const name = document.createElement("b");
      name.textContent = each.name;
      item.append(name, ` ${each.about}`);
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        found.chosen = at;
        take();
      });
      return item;
    }),
  );
  list.hidden = false;
  text.setAttribute("aria-expanded", "true");
  text.setAttribute("aria-activedescendant", `completion-${found.chosen}`);
  place();
}

/** The list beneath the word that is completed. */
function place() {
  const mark = document.createElement("span");
  const range = document.createRange();
  let left = found.at;
  const walk = document.createTreeWalker(layer, NodeFilter.SHOW_TEXT);
  while (walk.nextNode() && left > walk.currentNode.length) left -= walk.currentNode.length;
  range.setStart(walk.currentNode, Math.min(left, walk.currentNode.length));
  range.insertNode(mark);
  mark.textContent = "\u200b";
  const box = mark.getBoundingClientRect();
  const around = layer.getBoundingClientRect();
  list.style.left = `${Math.max(0, Math.min(box.left - around.left, around.width - 320))}px`;
  list.style.top = `${box.bottom - around.top + 2}px`;
  draw();
}

function hide() {
  list.hidden = true;
  found.names = [];
  text.setAttribute("aria-expanded", "false");
  text.removeAttribute("aria-activedescendant");
}

function take() {
  const { name } = found.names[found.chosen];
  text.setRangeText(name, found.at, text.selectionStart, "end");
  hide();
  changed();
  if (name.endsWith(":")) complete(true);
}

function changed() {
  wrong = null;
  draw();
}

/** Mark a place in the query, by line and column, and put the cursor there. */
export function point(line, column) {
  const lines = text.value.split("\n");
  const at = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
  wrong = Math.min(at, Math.max(0, text.value.length - 1));
  if (/\s/.test(text.value[wrong])) wrong = Math.max(0, text.value.slice(0, wrong).search(/\S\s*$/));
  text.closest("details")?.setAttribute("open", "");
  text.focus();
  text.setSelectionRange(wrong, wrong);
  draw();
}

text.addEventListener("input", () => {
  changed();
  complete(false);
});
text.addEventListener("scroll", draw);
text.addEventListener("blur", hide);
text.addEventListener("keydown", (event) => {
  if (event.key === " " && event.ctrlKey) {
    event.preventDefault();
    complete(true);
  } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    text.form.requestSubmit();
  } else if (!list.hidden && found.names.length) {
    keyInList(event);
  }
});

function keyInList(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    found.chosen = (found.chosen + step + found.names.length) % found.names.length;
    show();
  } else if (event.key === "Enter" || event.key === "Tab") {
    take();
  } else if (event.key === "Escape") {
    hide();
  } else {
    return;
  }
  event.preventDefault();
}

draw();
