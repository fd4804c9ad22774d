// Find a name: a box with a list of names beneath it, by keyboard and by mouse.

const MOST_NAMES = 12;
const search = at("search");
const results = at("results");
const named = nodes.filter((node) => node.kind !== "event").sort((a, b) => b.facts.length - a.facts.length || (a.full < b.full ? -1 : 1));
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
const keys = named.map((node) => folded(`${node.full} ${node.label}`));
let listed = [];
let marked = 0;

function find() {
  const asked = folded(search.value).split(/\s+/).filter(Boolean);
  const places = asked.length ? keys.flatMap((key, place) => (asked.every((word) => key.includes(word)) ? [place] : [])) : [];
  const exact = places.filter((place) => folded(named[place].full) === folded(search.value.trim()));
  listed = [...new Set([...exact, ...places])].slice(0, MOST_NAMES).map((place) => named[place]);
  marked = 0;
  listResults();
}

function listResults() {
  results.replaceChildren(
    ...listed.map((node, place) => {
      const line = element("li");
      line.append(words(node.full));
      line.id = `result-${place}`;
      line.role = "option";
      line.ariaSelected = String(place === marked);
      line.append(" ", element("small", node.kind));
      line.addEventListener("mousedown", (event) => {
        event.preventDefault();
        marked = place;
        takeResult();
      });
      return line;
    }),
  );
  results.hidden = !listed.length;
  search.setAttribute("aria-expanded", String(listed.length > 0));
  if (listed.length) search.setAttribute("aria-activedescendant", `result-${marked}`);
  else search.removeAttribute("aria-activedescendant");
}

function takeResult() {
  const node = listed[marked];
  if (!node) return;
  search.value = node.full;
  listed = [];
  listResults();
  choose(node.id, true);
}

search.addEventListener("input", find);
search.addEventListener("blur", () => {
  listed = [];
  listResults();
});
search.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Enter") {
    if (!listed.length) find();
    takeResult();
  } else if (step && listed.length) {
    marked = (marked + step + listed.length) % listed.length;
    listResults();
  } else if (event.key === "Escape" && listed.length) {
    listed = [];
    listResults();
    event.stopPropagation();
  } else return;
  event.preventDefault();
});
