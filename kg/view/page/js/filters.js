// Which facts are wanted, and so which nodes and edges: those with a fact that is.

const state = {
  hidden: new Set(), // kinds of nodes that are not drawn
  types: new Set(), // kinds of facts and types of events; empty for all
  modality: "",
  confidence: 0,
  article: "",
  from: "", // first and last day, empty for no bound
  to: "",
  focus: null, // a node, with what is within `hops` of it
  hops: 2,
  path: null, // the two ends of a shortest path
  opened: new Set(), // nodes of the overview whose neighbours are drawn
  chosen: null, // the node or edge that the panel is about
  theme: "",
};

const passing = new Uint8Array(data.facts.length);

const isFiltered = () =>
  Boolean(state.types.size || state.modality || state.confidence || state.article || state.from || state.to);

function passes([kind, type, modality, confidence, day, , , , , article]) {
  if (state.types.size && !state.types.has(kind === "event" ? type : kind)) return false;
  if (state.modality && modality !== state.modality) return false;
  if (confidence < state.confidence) return false;
  if (state.article && data.articles[article][0] !== state.article) return false;
  return inPeriod(day);
}

/** Whether a day, month or year has something of the period in it. */
function inPeriod(day) {
  if (!state.from && !state.to) return true;
  if (!day) return false;
  return (!state.from || day >= state.from.slice(0, day.length)) && (!state.to || day.slice(0, state.to.length) <= state.to);
}

function filterFacts() {
  data.facts.forEach((fact, place) => {
    passing[place] = passes(fact) ? 1 : 0;
  });
}

const isTold = (each) => (each.facts.length ? each.facts.some((place) => passing[place]) : !isFiltered());
const isWanted = (node) => !state.hidden.has(node.kind) && isTold(node);
const factsOf = (each) => each.facts.filter((place) => passing[place]);

/** The nodes within some steps of one, over edges with wanted facts; at most `most`, those with the most facts first. */
function around(id, hops, most) {
  const found = new Set([id]);
  let edge = [id];
  for (let step = 0; step < hops && edge.length; step += 1) {
    const next = new Map();
    for (const from of edge)
      for (const each of edgesOf.get(from)) {
        const to = otherEnd(each, from);
        if (each.relation !== "tie" && !found.has(to) && isWanted(byId.get(to)) && isTold(each)) next.set(to, byId.get(to));
      }
    edge = [...next.values()].sort((a, b) => b.facts.length - a.facts.length || (a.id < b.id ? -1 : 1)).map((node) => node.id);
    edge = edge.slice(0, most - found.size);
    for (const each of edge) found.add(each);
  }
  return found;
}

/** The nodes of a shortest path between two over edges with wanted facts, breadth first; empty where there is none. */
function shortest(one, other) {
  const before = new Map([[one, null]]);
  const queue = [one];
  for (let head = 0; head < queue.length && !before.has(other); head += 1)
    for (const edge of edgesOf.get(queue[head])) {
      const to = otherEnd(edge, queue[head]);
      if (edge.relation !== "tie" && !before.has(to) && isTold(edge) && isWanted(byId.get(to))) {
        before.set(to, queue[head]);
        queue.push(to);
      }
    }
  const path = [];
  if (before.has(other)) for (let id = other; id !== null; id = before.get(id)) path.unshift(id);
  return path;
}
