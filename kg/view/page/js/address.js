// The state of the page in the fragment of its address, so that a view can be shared and gone back to.

function toAddress() {
  if (location.protocol === "about:") return; // a frame in a notebook has no address of its own
  const fields = {
    chosen: state.chosen && shortId(state.chosen), focus: state.focus && shortId(state.focus), hops: state.focus && state.hops !== 2 ? state.hops : "",
    path: state.path?.map(shortId).join(" "), hide: [...state.hidden].join(" "), types: [...state.types].join(" "), modality: state.modality,
    confidence: state.confidence || "", article: state.article, from: state.from, to: state.to, theme: state.theme,
    opened: [...state.opened].map(shortId).join(" "),
  };
  const said = new URLSearchParams(Object.entries(fields).filter(([, value]) => value));
  history.replaceState(null, "", said.size ? `#${said}` : location.pathname + location.search);
}

function fromAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const list = (name) => (said.get(name) ?? "").split(" ").filter(Boolean);
  const node = (name) => (byId.has(longId(said.get(name) ?? "")) ? longId(said.get(name)) : null);
  const chosen = longId(said.get("chosen") ?? "");
  const ends = list("path").map(longId);
  Object.assign(state, {
    chosen: byId.has(chosen) || edgeById.has(chosen) ? chosen : null,
    focus: node("focus") ?? (location.hash ? null : data.focus),
    hops: Math.min(4, Math.max(1, Number(said.get("hops")) || 2)),
    path: ends.length === 2 && ends.every((id) => byId.has(id)) ? ends : null,
    hidden: new Set(list("hide")), types: new Set(list("types")), modality: said.get("modality") ?? "",
    confidence: Number(said.get("confidence")) || 0, article: said.get("article") ?? "", from: said.get("from") ?? "", to: said.get("to") ?? "",
    theme: ["light", "dark"].includes(said.get("theme")) ? said.get("theme") : "",
    opened: new Set(list("opened").map(longId).filter((id) => byId.has(id))),
  });
}
