// The controls, and what they do.

let pathFrom = null; // the node that a path is asked from

/** After any change of the state: draw, tell, and put it into the address. */
function changed() {
  redraw();
  drawTimeline();
  tell();
  toAddress();
}

function tell() {
  if (state.path) showPath(shortest(...state.path));
  else if (byId.has(state.chosen)) showNode(state.chosen);
  else if (edgeById.has(state.chosen)) showEdge(state.chosen);
  else showNothing();
  at("focus").disabled = at("path").disabled = !byId.has(state.chosen);
  at("path").textContent = pathFrom ? `Path from ${byId.get(pathFrom).label} to …` : "Path to …";
  at("all").disabled = !(state.focus || state.path || state.opened.size || state.hidden.size || isFiltered());
}

/** Make a node the one that is told about; `move` brings it into view, drawing it if it is not. */
function choose(id, move) {
  if (pathFrom && pathFrom !== id) {
    Object.assign(state, { path: [pathFrom, id], focus: null, chosen: id });
    pathFrom = null;
    changed();
    fit();
    return;
  }
  state.chosen = id;
  if (isLarge && !state.focus && !state.path) state.opened.add(id);
  changed();
  if (!visNodes.get(id)) {
    Object.assign(state, isTold(byId.get(id)) ? {} : NO_FILTERS());
    state.hidden.delete(byId.get(id).kind);
    if (!candidates().has(id)) Object.assign(state, { focus: id, path: null });
    syncControls();
    changed();
    fit();
  }
  network.selectNodes([id]);
  if (move) network.focus(id, { scale: Math.max(network.getScale(), 0.9) });
  relabel();
}

const NO_FILTERS = () => ({ types: new Set(), modality: "", confidence: 0, article: "", from: "", to: "" });

function focusOn(id) {
  Object.assign(state, { focus: id, path: null, chosen: id });
  changed();
  network.selectNodes([id]);
  fit();
}

function showAll() {
  Object.assign(state, NO_FILTERS(), { focus: null, path: null, chosen: null, hidden: new Set(), opened: new Set() });
  pathFrom = null;
  syncControls();
  changed();
  fit();
}

function syncControls() {
  for (const box of document.querySelectorAll("#kinds input")) box.checked = !state.hidden.has(box.value);
  for (const box of document.querySelectorAll("#types input")) box.checked = state.types.has(box.value);
  at("modality").value = state.modality;
  at("confidence").value = state.confidence;
  at("least").textContent = state.confidence;
  at("article").value = state.article;
  at("hops").value = state.hops;
  at("theme").value = state.theme;
  document.documentElement.dataset.theme = state.theme;
  syncSliders();
}

function fillChoices() {
  const counts = new Map();
  for (const [kind, type] of data.facts) {
    const name = kind === "event" ? type : kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const label = element("label");
    const box = element("input");
    box.type = "checkbox";
    box.value = name;
    label.append(box, `${name} (${count})`);
    at("types").append(label);
    box.addEventListener("change", () => {
      if (box.checked) state.types.add(name);
      else state.types.delete(name);
      changed();
    });
  }
  const modalities = new Set(data.facts.map((fact) => fact[2]));
  at("modality").append(...[...modalities].sort().map((name) => new Option(name, name)));
  at("article").append(...data.articles.map(([name, called, published]) => new Option([published, called].filter(Boolean).join(" "), name)));
}

const controls = {
  focus: () => focusOn(state.chosen),
  path: () => {
    pathFrom = pathFrom ? null : state.chosen;
    tell();
    search.focus();
    search.select();
  },
  all: showAll,
  png: picture,
  print: () => window.print(),
  physics: () => {
    const on = at("physics").getAttribute("aria-pressed") !== "true";
    at("physics").setAttribute("aria-pressed", String(on));
    network.setOptions({ physics: { enabled: on } });
  },
};
for (const [id, act] of Object.entries(controls)) at(id).addEventListener("click", act);

for (const box of document.querySelectorAll("#kinds input"))
  box.addEventListener("change", () => {
    if (box.checked) state.hidden.delete(box.value);
    else state.hidden.add(box.value);
    changed();
  });
const inputs = {
  modality: (value) => (state.modality = value),
  confidence: (value) => {
    state.confidence = Number(value);
    at("least").textContent = value;
  },
  article: (value) => (state.article = value),
  hops: (value) => (state.hops = Number(value) || 2),
  theme: (value) => {
    state.theme = value;
    document.documentElement.dataset.theme = value;
  },
};
for (const [id, set] of Object.entries(inputs))
  at(id).addEventListener("input", (event) => {
    set(event.target.value);
    changed();
  });

network.on("selectNode", (event) => choose(event.nodes[0], false));
network.on("selectEdge", (event) => {
  if (event.nodes.length) return;
  state.chosen = event.edges[0];
  changed();
});
for (const name of ["deselectNode", "deselectEdge"])
  network.on(name, (event) => {
    if (event.nodes.length || event.edges.length) return;
    state.chosen = null;
    changed();
  });
network.on("doubleClick", (event) => event.nodes.length && focusOn(event.nodes[0]));

const PAN = { ArrowLeft: [-80, 0], ArrowRight: [80, 0], ArrowUp: [0, -80], ArrowDown: [0, 80] };
at("mynetwork").addEventListener("keydown", (event) => {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  if (PAN[event.key]) network.moveTo({ position: { x: x + PAN[event.key][0] / scale, y: y + PAN[event.key][1] / scale } });
  else if (event.key === "+" || event.key === "-") network.moveTo({ scale: scale * (event.key === "+" ? 1.25 : 0.8) });
  else return;
  relabel();
  event.preventDefault();
});
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.key === "/") search.focus();
  else if (event.key === "f" && byId.has(state.chosen)) focusOn(state.chosen);
  else if (event.key === "p" && byId.has(state.chosen)) controls.path();
  else if (event.key === "Escape") showAll();
  else return;
  event.preventDefault();
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
window.addEventListener("hashchange", () => {
  fromAddress();
  syncControls();
  changed();
});
const resting = new ResizeObserver(() => network.redraw());
resting.observe(at("mynetwork"));

fillChoices();
fromAddress();
if (state.focus && !state.chosen) state.chosen = state.focus;
syncControls();
changed();
fit();
performance.mark("kg-ready");
document.documentElement.dataset.ready = "yes";
