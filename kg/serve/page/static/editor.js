// Asks the endpoint and shows the answer beneath; without this script the form asks by itself.
"use strict";

const ID = "https://w3id.org/kg-news/id/";
const form = document.getElementById("ask");
const text = document.getElementById("query");
const message = document.getElementById("message");
const answer = document.getElementById("answer");

/** The query with the parameters of the form bound, each as a SPARQL term, in a VALUES block of its own. */
function bound() {
  const terms = [...form.querySelectorAll("[data-parameter]")]
    .filter((field) => field.value.trim())
    .map((field) => [field.dataset.parameter, term(field.value.trim())]);
  if (!terms.length) return text.value;
  const block = ` VALUES (${terms.map(([name]) => `?${name}`).join(" ")}) { (${terms.map(([, value]) => value).join(" ")}) } `;
  return text.value.replace(/WHERE\s*\{/, (start) => start + block);
}

function term(value) {
  if (/^<[^<>"{}|^`\\\s]+>$/.test(value)) return value;
  return `"${value.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r")}"`;
}

function cell(value) {
  const box = document.createElement("td");
  if (!value) return box;
  if (value.type === "uri") {
    const link = document.createElement("a");
    const here = value.value.startsWith(ID);
    link.href = here ? `/id/${value.value.slice(ID.length)}` : /^https?:/.test(value.value) ? value.value : "#";
    link.textContent = here ? value.value.slice(ID.length) : value.value;
    box.append(link);
  } else {
    box.textContent = value.value;
  }
  return box;
}

function table(found) {
  const shown = document.createElement("table");
  const head = shown.createTHead().insertRow();
  for (const name of found.head.vars) {
    const box = document.createElement("th");
    box.scope = "col";
    box.textContent = name;
    head.append(box);
  }
  const body = shown.createTBody();
  for (const row of found.results.bindings) {
    const line = body.insertRow();
    for (const name of found.head.vars) line.append(cell(row[name]));
  }
  return shown;
}

async function ask(event) {
  const format = form.elements.format?.value ?? "";
  if (format) return;
  event?.preventDefault();
  message.hidden = true;
  answer.replaceChildren();
  const response = await fetch("/sparql", {
    method: "POST",
    headers: { "Content-Type": "application/sparql-query", Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    body: bound(),
  });
  const body = await response.text();
  if (!response.ok) {
    message.textContent = body;
    message.hidden = false;
    point(body);
    return;
  }
  if (response.headers.get("content-type").includes("json")) {
    const found = JSON.parse(body);
    const note = document.createElement("p");
    const cut = response.headers.get("Kg-Limit") ? "; there are more" : "";
    note.textContent = found.boolean === undefined ? `${found.results.bindings.length} row${found.results.bindings.length === 1 ? "" : "s"}${cut}` : found.boolean ? "yes" : "no";
    answer.append(note);
    if (found.boolean === undefined) answer.append(table(found));
  } else {
    const shown = document.createElement("pre");
    shown.textContent = body;
    answer.append(shown);
  }
}

/** Put the cursor where the query goes wrong. */
function point(body) {
  const place = /line (\d+), column (\d+)/.exec(body);
  if (!place) return;
  const lines = text.value.split("\n");
  const at = lines.slice(0, place[1] - 1).reduce((sum, line) => sum + line.length + 1, 0) + Number(place[2]) - 1;
  text.focus();
  text.setSelectionRange(at, at + 1);
}

form.addEventListener("submit", ask);
text.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
});
