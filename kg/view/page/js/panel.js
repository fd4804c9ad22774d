// The evidence: what is chosen, its posts over time, and each fact with its sentence, article and day.

const MOST_FACTS = 60;
const panel = at("panel");

function quote({ sentence, begin, end }) {
  const made = element("blockquote");
  if (begin < 0) {
    made.append(words(sentence));
    return made;
  }
  const characters = Array.from(sentence); // offsets count characters, JavaScript's strings UTF-16 units
  const part = (from, to) => characters.slice(from, to).join("");
  const whole = element("bdi");
  whole.append(part(0, begin), element("mark", part(begin, end)), part(end));
  made.append(whole);
  return made;
}

function source(place) {
  const [, called, published, url] = data.articles[place];
  const line = element("p", "", "article");
  const text = [called, published].filter(Boolean).join(", ");
  if (/^https?:\/\//.test(url || "")) {
    const link = element("a", text);
    link.href = url;
    link.rel = "noreferrer";
    line.append(link);
  } else line.append(words(text));
  return line;
}

function item(fact) {
  const made = element("li");
  if (fact.day) made.append(element("time", fact.day), " ");
  made.append(words(fact.text));
  if (fact.modality !== "happened" && !fact.text.includes(`(${fact.modality})`)) made.append(" ", element("em", fact.modality));
  made.append(" ", element("small", `confidence ${fact.confidence}`), quote(fact), source(fact.article));
  return made;
}

/** A list of facts, the newest first; the rest when it is asked for. */
function list(title, facts) {
  if (!facts.length) return [];
  const items = element("ol");
  const more = element("button");
  more.type = "button";
  const add = () => {
    items.append(...facts.splice(0, MOST_FACTS).map(item));
    more.hidden = !facts.length;
    more.textContent = `${facts.length} more`;
  };
  more.addEventListener("click", add);
  const heading = element("h3", `${title} (${facts.length})`);
  add();
  return [heading, items, more];
}

function show(heading, kind, each) {
  const facts = factsOf(each).map(factOf).sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
  const posts = facts.filter((fact) => fact.kind === "post");
  const others = facts.filter((fact) => fact.kind !== "post");
  panel.replaceChildren(
    element("h2", heading), element("p", `${kind} · ${plural(facts.length, "fact")}`, "kind"), ...list("Posts over time", posts), ...list("Facts", others),
  );
  panel.scrollTop = 0;
}

function showNode(id) {
  const node = byId.get(id);
  show(node.full, node.kind, node);
}

function showEdge(id) {
  const edge = edgeById.get(id);
  const arrow = edge.relation === "tie" ? "and" : "→";
  show(`${byId.get(edge.from).full} ${arrow} ${byId.get(edge.to).full}`, edge.relation === "tie" ? "together" : edge.hover, edge);
}

/** The steps of a path, each with the newest sentence that says so. */
function showPath(path) {
  const [one, other] = state.path.map((id) => byId.get(id).full);
  const items = element("ol");
  for (let place = 1; place < path.length; place += 1) {
    const edge = edgesOf.get(path[place]).find((each) => otherEnd(each, path[place]) === path[place - 1] && each.relation !== "tie" && isTold(each));
    const step = element("li", `${byId.get(edge.from).full} → ${edge.hover} → ${byId.get(edge.to).full}`);
    const fact = factsOf(edge).map(factOf).at(-1);
    if (fact) step.append(quote(fact), source(fact.article));
    items.append(step);
  }
  const length = path.length ? plural(path.length - 1, "step") : "nothing that is shown ties them";
  panel.replaceChildren(element("h2", `${one} to ${other}`), element("p", length, "kind"), items);
}

function showNothing() {
  const help = element(
    "p", "Click a node or a tie for the sentences behind it; double-click a node to see only what is near; come nearer to read more names. / finds a name, f focuses, p starts a path, Escape goes back.",
  );
  const counts = `${plural(nodes.length, "node")}, ${plural(data.facts.length, "fact")}, ${plural(data.articles.length, "article")}`;
  panel.replaceChildren(element("h2", "Evidence"), element("p", counts, "kind"), help, element("p", data.credit, "article"), ...communities());
}

/** The communities of what the page opens on, each with those that most is told about. */
function communities() {
  const groups = new Map();
  for (const node of nodes) if (node.community !== undefined) groups.set(node.community, [...(groups.get(node.community) ?? []), node]);
  if (groups.size < 2 || data.lines.length) return [];
  const items = element("ol");
  for (const [, members] of [...groups].sort((a, b) => a[0] - b[0]).slice(0, 12)) {
    const named = members.filter((node) => node.kind !== "event").sort((a, b) => b.facts.length - a.facts.length);
    const button = element("button", named.slice(0, 3).map((node) => node.full).join(", ") || members[0].full);
    button.type = "button";
    button.addEventListener("click", () => {
      const there = members.map((node) => node.id).filter((id) => visNodes.get(id));
      network.selectNodes(there);
      if (there.length) fit(there);
    });
    const line = element("li");
    line.append(button, ` ${plural(members.length, "node")}`);
    items.append(line);
  }
  return [element("h3", "Communities"), items];
}
