// The page's own behaviour: what is shown, what is chosen, and the evidence for it. Text from articles is only
// ever set as textContent, so that it stays text.
"use strict";
(() => {
  const { nodes, edges, data } = JSON.parse(document.getElementById("graph").textContent);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const panel = document.getElementById("panel");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  options.nodes.font.color = dark ? "#e9e9e4" : "#1c1c1c";
  const kindsShown = new Set(nodes.map((node) => node.kind));
  let near = null; // ids that a focus leaves, null for all
  let chosen = null;
  const MOST_NEAR = 80; // nodes that a focus may show before it keeps to direct neighbours

  const element = (name, text, className) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  };
  const tooltip = (text) => element("span", text);

  const visNodes = new vis.DataSet(nodes.map((node) => ({ ...node, title: tooltip(node.full) })));
  const visEdges = new vis.DataSet(edges.map((edge) => ({ ...edge, title: tooltip(edge.hover) })));
  const isShown = (id) => kindsShown.has(byId.get(id).kind) && (near === null || near.has(id));
  const shownNodes = new vis.DataView(visNodes, { filter: (node) => isShown(node.id) });
  const shownEdges = new vis.DataView(visEdges, { filter: (edge) => isShown(edge.from) && isShown(edge.to) });
  const network = new vis.Network(document.getElementById("mynetwork"), { nodes: shownNodes, edges: shownEdges }, options);
  const refresh = () => { shownNodes.refresh(); shownEdges.refresh(); };

  function sentence(fact) {
    const [, words, , begin, end] = fact;
    const quote = element("blockquote");
    if (begin < 0) { quote.textContent = words; return quote; }
    // Offsets count characters, JavaScript strings count UTF-16 units.
    const characters = Array.from(words);
    quote.append(characters.slice(0, begin).join(""), element("mark", characters.slice(begin, end).join("")), characters.slice(end).join(""));
    return quote;
  }

  function source(articleId) {
    const article = data.articles[articleId] || {};
    const line = element("p", "", "article");
    const text = [article.headline || articleId, article.published].filter(Boolean).join(", ");
    if (/^https?:\/\//.test(article.url || "")) {
      const link = element("a", text);
      link.href = article.url;
      link.rel = "noreferrer";
      line.append(link);
    } else line.textContent = text;
    return line;
  }

  function show(heading, kind, facts) {
    const list = element("ol");
    for (const fact of facts) {
      const item = element("li", fact[0]);
      item.append(sentence(fact), source(fact[2]));
      list.append(item);
    }
    panel.replaceChildren(element("h2", heading), element("p", `${kind} · ${facts.length} ${facts.length === 1 ? "fact" : "facts"}`, "kind"), list);
    panel.scrollTop = 0;
  }

  function showNode(id) {
    const node = byId.get(id);
    chosen = id;
    document.getElementById("focus").disabled = false;
    show(node.full, [node.kind, node.date].filter(Boolean).join(" · "), data.facts[id] || []);
  }

  function showEdge(id) {
    const edge = visEdges.get(id);
    show(`${byId.get(edge.from).full} → ${byId.get(edge.to).full}`, edge.hover, data.facts[id] || []);
  }

  function showNothing() {
    chosen = null;
    document.getElementById("focus").disabled = true;
    const help = element("p", "Click a node or an edge to see what it is and which sentences say so. Find a name above; double-click to see only what is near.");
    panel.replaceChildren(element("h2", "Evidence"), element("p", `${nodes.length} nodes, ${edges.length} edges, ${Object.keys(data.articles).length} articles`, "kind"), help);
  }

  function goTo(id) {
    if (!isShown(id)) { near = null; kindsShown.add(byId.get(id).kind); syncBoxes(); refresh(); }
    network.selectNodes([id]);
    network.focus(id, { scale: 1.1, animation: false });
    showNode(id);
  }

  function focusOn(id) {
    near = around(id, 2);
    if (near.size > MOST_NEAR) near = around(id, 1);
    refresh();
    network.selectNodes([id]);
    network.fit();
    showNode(id);
  }

  function around(id, steps) {
    const found = new Set([id]);
    for (let step = 0; step < steps; step += 1) {
      const before = new Set(found);
      for (const edge of edges) {
        if (before.has(edge.from)) found.add(edge.to);
        if (before.has(edge.to)) found.add(edge.from);
      }
    }
    return found;
  }

  const syncBoxes = () => document.querySelectorAll("#kinds input").forEach((box) => { box.checked = kindsShown.has(box.value); });
  document.querySelectorAll("#kinds input").forEach((box) => box.addEventListener("change", () => {
    if (box.checked) kindsShown.add(box.value); else kindsShown.delete(box.value);
    refresh();
  }));
  const search = document.getElementById("search");
  const names = new Map(nodes.filter((node) => node.kind !== "event").map((node) => [node.full, node.id]));
  document.getElementById("names").append(...[...names.keys()].sort().map((name) => { const option = element("option"); option.value = name; return option; }));
  search.addEventListener("change", () => {
    const wanted = search.value.trim().toLowerCase();
    const name = names.has(search.value) ? search.value : [...names.keys()].find((each) => wanted && each.toLowerCase().includes(wanted));
    if (name) goTo(names.get(name));
  });
  document.getElementById("focus").addEventListener("click", () => chosen && focusOn(chosen));
  document.getElementById("all").addEventListener("click", () => { near = null; nodes.forEach((node) => kindsShown.add(node.kind)); syncBoxes(); refresh(); network.fit(); });
  network.on("selectNode", (event) => showNode(event.nodes[0]));
  network.on("selectEdge", (event) => { if (!event.nodes.length) showEdge(event.edges[0]); });
  network.on("deselectNode", (event) => { if (!event.nodes.length && !event.edges.length) showNothing(); });
  network.on("deselectEdge", (event) => { if (!event.nodes.length && !event.edges.length) showNothing(); });
  network.on("doubleClick", (event) => { if (event.nodes.length) focusOn(event.nodes[0]); });
  showNothing();
  network.fit();
  document.documentElement.dataset.ready = "yes";
})();
