// What the page holds: nodes, edges and facts with their indexes. Text from articles is only ever set as textContent.

const { nodes, edges, data } = JSON.parse(document.getElementById("graph").textContent);
const ID = "https://w3id.org/kg-news/id/";

/** A fact by the names of its fields. */
function factOf(place) {
  const [kind, type, modality, confidence, day, text, sentence, begin, end, article] = data.facts[place];
  return { kind, type, modality, confidence, day, text, sentence: data.sentences[sentence], begin, end, article };
}

for (const node of nodes) node.full ??= node.label;
const byId = new Map(nodes.map((node) => [node.id, node]));
const edgeById = new Map(edges.map((edge) => [edge.id, edge]));
const edgesOf = new Map(nodes.map((node) => [node.id, []]));
for (const edge of edges) {
  edgesOf.get(edge.from).push(edge);
  if (edge.to !== edge.from) edgesOf.get(edge.to).push(edge);
}
/** Nodes that have a place from the start; in a large graph these are its overview. */
const opening = new Set(nodes.filter((node) => node.x !== undefined).map((node) => node.id));
for (const id of opening) byId.get(id).home = { x: byId.get(id).x, y: byId.get(id).y };
const isLarge = opening.size < nodes.length;
const otherEnd = (edge, id) => (edge.from === id ? edge.to : edge.from);
const shortId = (id) => (id.startsWith(ID) ? id.slice(ID.length) : id);
const longId = (id) => (byId.has(ID + id) ? ID + id : id);

/** An element with text and a class. */
function element(name, text, className) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (className) made.className = className;
  return made;
}
/** Text that keeps its direction to itself, whatever marks are in it. */
const words = (text) => element("bdi", text);
const at = (id) => document.getElementById(id);
const plural = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
