// What is drawn, and where. Only nodes that are wanted are given to vis-network.

const MOST_NEAR = 80; // nodes that a focus or an opened node may show
const MOST_OPENED = 40;
const GAP = 130;
const MARGIN = 0.92;
const visNodes = new vis.DataSet();
const visEdges = new vis.DataSet();
const network = new vis.Network(at("mynetwork"), { nodes: visNodes, edges: visEdges }, options);

const isDark = () => (state.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
const paper = () => (isDark() ? "#17181a" : "#ffffff");
const ink = () => (isDark() ? "#e9e9e4" : "#1c1c1c");

/** The ids of the nodes to draw, before the filters. */
function candidates() {
  if (state.path) return new Set(shortest(...state.path));
  if (state.focus) return around(state.focus, state.hops, MOST_NEAR);
  const found = new Set(opening);
  for (const id of state.opened) for (const each of around(id, 1, MOST_OPENED)) found.add(each);
  return found;
}

/** Whether an edge between two drawn nodes is: an overview ties its own nodes, all else is drawn as it is told. */
function isDrawn(edge) {
  if (data.rows) return false; // the rows say it
  const inOverview = isLarge && !state.focus && !state.path && opening.has(edge.from) && opening.has(edge.to);
  return (edge.relation === "tie") === inOverview && isTold(edge);
}

function redraw() {
  filterFacts();
  const shown = [...candidates()].map((id) => byId.get(id)).filter((node) => isWanted(node) || node.id === state.focus);
  const ids = new Set(shown.map((node) => node.id));
  arrange(shown);
  sync(visNodes, shown, drawnNode);
  const lines = new Map();
  for (const id of ids) for (const edge of edgesOf.get(id)) if (ids.has(edge.from) && ids.has(edge.to) && isDrawn(edge)) lines.set(edge.id, edge);
  sync(visEdges, [...lines.values()], drawnEdge);
  relabel();
  at("count").textContent = `${plural(shown.length, "node")} of ${nodes.length}, ${plural(lines.size, "tie")}`;
}

/** Make a data set these items, touching only those that differ. */
function sync(set, items, drawn) {
  const wanted = new Set(items.map((item) => item.id));
  set.remove(set.getIds().filter((id) => !wanted.has(id)));
  set.update(items.map(drawn));
}

function drawnNode(node) {
  const { color } = data.styles[node.kind];
  const border = node.id === state.focus ? ink() : color;
  return {
    id: node.id, label: data.rows && !node.rows ? undefined : node.label, shape: node.shape, size: node.size, x: node.x, y: node.y, title: element("span", node.full),
    color: { background: color, border, highlight: { background: color, border: ink() }, hover: { background: color, border: ink() } },
    borderWidth: node.id === state.focus ? 3 : 1, font: { color: ink(), size: letters(node), strokeWidth: 3, strokeColor: paper() },
  };
}

/** The height of a label in the drawing: names are read at any scale, what happened when one comes nearer. */
function letters(node) {
  if (node.kind === "event") return 13;
  const least = (1.05 * options.nodes.scaling.label.drawThreshold) / network.getScale(); // or nothing would be written from afar
  return Math.max(15, Math.min(Math.max(38, least), (9 + node.size / 8) / network.getScale()));
}

const ruler = document.createElement("canvas").getContext("2d");

/** Where the name of a drawn node is written, below it. */
function nameBox(drawn, letter) {
  ruler.font = `${letter}px arial`;
  const { x, y } = network.getPosition(drawn.id);
  const half = ruler.measureText(drawn.label).width / 2;
  return { left: x - half, right: x + half, top: y + drawn.size, bottom: y + drawn.size + 1.2 * letter };
}

const overlap = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

/** Write the names anew for the scale; one that would lie across a greater node's waits until one comes nearer. */
function relabel() {
  const taken = [];
  const fonts = [];
  const least = options.nodes.scaling.label.drawThreshold / network.getScale(); // of smaller ones nothing is written
  const first = (drawn) => (drawn.id === state.focus || drawn.id === state.chosen ? Infinity : drawn.size);
  for (const drawn of visNodes.get({ filter: (each) => each.label }).sort((one, other) => first(other) - first(one))) {
    const size = letters(byId.get(drawn.id));
    const box = nameBox(drawn, size);
    const isFree = !taken.some((other) => overlap(box, other));
    if (isFree && size >= least) taken.push(box);
    const color = isFree ? ink() : "transparent";
    if (size !== drawn.font.size || color !== drawn.font.color)
      fonts.push({ id: drawn.id, font: { ...drawn.font, size, color, strokeColor: isFree ? paper() : "transparent" } });
  }
  visNodes.update(fonts);
}

/** Bring all that is drawn, or some of it, into view. */
function fit(ids) {
  network.setSize("100%", "100%"); // without a timeline it has more room than when it was made
  network.fit(ids ? { nodes: ids } : {});
  network.moveTo({ scale: MARGIN * network.getScale() }); // it counts a node that was never drawn as a point
  relabel();
}

let rescaling = 0;
network.on("zoom", () => {
  clearTimeout(rescaling);
  rescaling = setTimeout(relabel, 80);
});
for (const moved of ["dragEnd", "stabilized"]) network.on(moved, relabel);

function drawnEdge(edge) {
  const told = factsOf(edge).length;
  return {
    id: edge.id, from: edge.from, to: edge.to, color: data.relations[edge.relation] ?? "#8A8A8A",
    title: element("span", edge.relation === "tie" ? plural(told, "fact") : edge.hover), dashes: edge.relation === "about",
    arrows: { to: { enabled: edge.relation !== "tie", type: edge.relation === "role" ? "bar" : "arrow" } },
    width: edge.relation === "tie" ? Math.min(1 + Math.log2(1 + told), 6) : edge.relation === "role" ? 2.5 : 1,
  };
}

/** Give nodes without a place one: in rings around the focus, or around the node they hang on. */
function arrange(shown) {
  if (isLarge && (state.focus || state.path)) {
    if (state.path) shortest(...state.path).forEach((id, place) => Object.assign(byId.get(id), { x: place * 2 * GAP, y: 0 }));
    else rings(state.focus, shown);
    return;
  }
  if (isLarge) for (const node of shown) Object.assign(node, opening.has(node.id) ? node.home : { x: undefined, y: undefined });
  const placed = shown.filter((node) => node.x !== undefined);
  for (const id of state.opened) {
    const node = byId.get(id);
    if (node.x === undefined) {
      const beside = placed.find((each) => edgesOf.get(id).some((edge) => otherEnd(edge, id) === each.id));
      const right = Math.max(0, ...placed.map((each) => each.x));
      Object.assign(node, beside ? { x: beside.x + GAP, y: beside.y + GAP } : { x: right + 3 * GAP, y: 0 });
      placed.push(node);
    }
    const loose = shown.filter((node) => node.x === undefined && edgesOf.get(id).some((edge) => otherEnd(edge, id) === node.id));
    circle(byId.get(id), loose);
  }
}

function circle(middle, around) {
  let placed = 0;
  for (let ring = 1; placed < around.length; ring += 1) {
    const room = Math.floor((2 * Math.PI * ring * GAP) / GAP);
    const here = around.slice(placed, placed + room);
    here.forEach((node, place) => {
      const angle = (2 * Math.PI * place) / here.length - Math.PI / 2;
      node.x = middle.x + ring * GAP * Math.cos(angle);
      node.y = middle.y + ring * GAP * Math.sin(angle);
    });
    placed += here.length;
  }
}

/** The focus in the middle, its neighbours around it, and around each of these, outwards, what hangs on it. */
function rings(focus, shown) {
  const wanted = new Set(shown.map((node) => node.id));
  Object.assign(byId.get(focus), { x: 0, y: 0, angle: 0 });
  const done = new Set([focus]);
  let level = [focus];
  for (let radius = 1; level.length; radius += 1) {
    const next = [];
    for (const id of level)
      for (const edge of edgesOf.get(id)) {
        const to = otherEnd(edge, id);
        if (!done.has(to) && wanted.has(to) && edge.relation !== "tie") {
          done.add(to);
          next.push(to);
        }
      }
    const reach = Math.max(radius * 2.2 * GAP, (next.length * GAP * 0.62) / (2 * Math.PI));
    next.forEach((id, place) => {
      const angle = (2 * Math.PI * place) / next.length - Math.PI / 2;
      const stagger = 1 + (place % 2) * 0.16;
      Object.assign(byId.get(id), { x: reach * stagger * Math.cos(angle), y: reach * stagger * Math.sin(angle) });
    });
    level = next;
  }
}

/** Years and names of rows, smaller from afar; one that would be written across another waits until one comes nearer. */
function writeMarks(pen) {
  const scale = network.getScale();
  const size = Math.max(9, Math.min(14, 40 * scale)) / scale;
  pen.fillStyle = ink();
  pen.font = `${size}px system-ui, sans-serif`;
  pen.textAlign = "left";
  pen.textBaseline = "middle";
  const written = [];
  for (const [x, y, words] of data.marks) {
    const end = x + pen.measureText(words).width + size / 2;
    if (written.some((other) => x < other.end && other.x < end && Math.abs(y - other.y) < size)) continue;
    pen.fillText(words, x, y);
    written.push({ x, y, end });
  }
}

/** What lies beneath the nodes: outlines of a map, or rows and years. */
function drawBeneath(pen) {
  pen.strokeStyle = isDark() ? "#55585e" : "#b9b9b2";
  pen.lineWidth = 1 / network.getScale();
  pen.beginPath();
  for (const line of data.lines) for (let place = 0; place < line.length; place += 2) pen[place ? "lineTo" : "moveTo"](line[place], line[place + 1]);
  pen.stroke();
  writeMarks(pen);
  pen.beginPath();
  pen.strokeStyle = data.relations.part;
  for (const id of data.rows ? visNodes.getIds() : []) {
    const { x, y, rows } = byId.get(id);
    for (const row of rows ?? []) {
      pen.moveTo(x, y);
      pen.lineTo(x, row);
      pen.rect(x - 3, row - 3, 6, 6);
    }
  }
  pen.stroke();
}
if (data.lines.length) network.on("beforeDrawing", drawBeneath);

function picture() {
  const canvas = at("mynetwork").querySelector("canvas");
  const copy = element("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const pen = copy.getContext("2d");
  pen.fillStyle = getComputedStyle(document.body).backgroundColor;
  pen.fillRect(0, 0, copy.width, copy.height);
  pen.drawImage(canvas, 0, 0);
  copy.toBlob((blob) => {
    const link = element("a");
    link.href = URL.createObjectURL(blob);
    link.download = "graph.png";
    link.click();
    URL.revokeObjectURL(link.href);
  });
}
