// Facts over time: a histogram whose bars can be brushed with the mouse, set with two sliders, and played.

const days = data.facts.map((fact) => fact[4]).filter((day) => day.length >= 4).sort();
const byYear = days.length && Number(days.at(-1).slice(0, 4)) - Number(days[0].slice(0, 4)) > 12;
const bins = binsBetween(days[0], days.at(-1));
const chart = at("histogram");
const [first, last] = [at("first"), at("last")];
let player = 0;
at("timeline").hidden = bins.length < 2; // there is nothing to choose from

/** Years or months from the first to the last day: 2014, or 2014-04. */
function binsBetween(from, to) {
  if (!from) return [];
  const found = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    if (byYear) found.push(String(year));
    else for (let month = 1; month <= 12; month += 1) found.push(`${year}-${String(month).padStart(2, "0")}`);
  if (byYear) return found;
  return found.filter((bin) => bin >= from.slice(0, 7).padEnd(7, "-01") && bin <= (to.length > 4 ? to.slice(0, 7) : `${to}-12`));
}

function drawTimeline() {
  const counts = new Map(bins.map((bin) => [bin, [0, 0]]));
  data.facts.forEach((fact, place) => {
    const count = counts.get(fact[4].slice(0, byYear ? 4 : 7));
    if (count) count[passing[place]] += 1;
  });
  const top = Math.max(1, ...[...counts.values()].map(([out, inside]) => out + inside));
  chart.setAttribute("viewBox", `0 0 ${Math.max(1, bins.length)} 100`);
  chart.replaceChildren(
    ...[...counts].flatMap(([bin, [out, inside]], place) => [
      bar(place, 100 - (100 * (out + inside)) / top, (100 * out) / top, "out", `${bin}: ${plural(inside + out, "fact")}`),
      bar(place, 100 - (100 * inside) / top, (100 * inside) / top, "in", `${bin}: ${plural(inside, "fact")}`),
    ]),
  );
  at("period").textContent = state.from || state.to ? `${state.from || bins[0]} to ${state.to || bins.at(-1)}` : bins.length ? `${bins[0]} to ${bins.at(-1)}` : "";
}

function bar(place, y, height, className, title) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [name, value] of Object.entries({ x: place + 0.08, y, width: 0.84, height, class: className })) made.setAttribute(name, value);
  const said = document.createElementNS("http://www.w3.org/2000/svg", "title");
  said.textContent = title;
  made.append(said);
  return made;
}

/** Only facts between two bars, by their places; all of them sets no bound. */
function setPeriod(from, to) {
  const [begin, end] = [Math.max(0, Math.min(from, to)), Math.min(bins.length - 1, Math.max(from, to))];
  const all = begin === 0 && end === bins.length - 1;
  state.from = all ? "" : bins[begin];
  state.to = all ? "" : bins[end];
  syncSliders();
  changed();
}

function syncSliders() {
  first.max = last.max = Math.max(0, bins.length - 1);
  first.value = state.from ? Math.max(0, bins.findIndex((bin) => bin >= state.from.slice(0, bin.length))) : 0;
  const end = bins.findLastIndex((bin) => bin <= state.to.slice(0, bin.length));
  last.value = state.to ? Math.max(0, end) : bins.length - 1;
  first.setAttribute("aria-valuetext", bins[first.value] ?? "");
  last.setAttribute("aria-valuetext", bins[last.value] ?? "");
}

const placeOf = (event) => {
  const box = chart.getBoundingClientRect();
  return Math.max(0, Math.min(bins.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bins.length)));
};
chart.addEventListener("pointerdown", (event) => {
  const start = placeOf(event);
  chart.setPointerCapture(event.pointerId);
  setPeriod(start, start);
  chart.onpointermove = (moved) => setPeriod(start, placeOf(moved));
});
chart.addEventListener("pointerup", () => {
  chart.onpointermove = null;
});
chart.addEventListener("dblclick", () => setPeriod(0, bins.length - 1));
for (const slider of [first, last]) slider.addEventListener("input", () => setPeriod(Number(first.value), Number(last.value)));

function play() {
  const button = at("play");
  const stop = () => {
    clearInterval(player);
    player = 0;
    button.textContent = "Play";
    button.setAttribute("aria-pressed", "false");
  };
  if (player) return stop();
  const width = state.from ? Number(last.value) - Number(first.value) : Math.max(0, Math.round(bins.length / 12) - 1);
  let place = state.from && Number(last.value) < bins.length - 1 ? Number(first.value) : -1;
  button.textContent = "Pause";
  button.setAttribute("aria-pressed", "true");
  const step = () => {
    place += 1;
    if (place + width > bins.length - 1) return stop();
    setPeriod(place, place + width);
  };
  step();
  player = setInterval(step, 700);
}
at("play").addEventListener("click", play);
