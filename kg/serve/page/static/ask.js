// Asks the endpoint and shows the answer beneath; without this script the form asks by itself.
"use strict";

import { point } from "./editor.js";

const ID = "https://w3id.org/kg-news/id/";
const form = document.getElementById("ask");
const message = document.getElementById("message");
const answer = document.getElementById("answer");

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
    headers: { Accept: "application/sparql-results+json, text/turtle;q=0.9" },
    body: new URLSearchParams(new FormData(form)),
  });
  const body = await response.text();
  if (!response.ok) {
    message.textContent = body;
    message.hidden = false;
    const place = /line (\d+), column (\d+)/.exec(body);
    if (place) point(Number(place[1]), Number(place[2]));
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

form.addEventListener("submit", ask);
