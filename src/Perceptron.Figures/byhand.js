// Lets a reader set the lines and the meta classifier of a small network by hand, with pointer or keys, and shows what comes of it.
// A plain script: it is put into the function that each such figure brings along. The still picture is there already; this moves it.

/** @param box the figure's element @param given { box, points, settings, limits, names }: see ByHandHtml */
function byHand(box, given) {
  const [left, right, bottom, top] = given.box, size = 400, cells = 50;
  const part = name => box.querySelector('[data-part="' + name + '"]');
  const make = (name, attributes, parent, text) => {
    const element = parent.appendChild(document.createElement(name));
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    if (text) element.textContent = text;
    return element;
  };
  const toX = x => (x - left) / (right - left) * size, toY = y => (top - y) / (top - bottom) * size;
  const place = (x, y) => toX(x).toFixed(1) + " " + toY(y).toFixed(1);
  const units = given.settings[0].b.map((_, j) => j);
  let now, chosen = 0;

  // The network: h = σ(Wx + b), s = w_m·h + b_m, and the loss from the score s.
  const sigmoid = s => 1 / (1 + Math.exp(-s));
  const score = (x, y) => units.reduce((sum, j) => sum + now.wm[j] * sigmoid(now.w[j][0] * x + now.w[j][1] * y + now.b[j]), now.bm);
  const loss = (s, y) => Math.max(s, 0) - s * y + Math.log1p(Math.exp(-Math.abs(s)));

  /** Class 1 and its border: each cell of a grid is cut where the score, taken as flat inside it, is 0. */
  function regions() {
    const at = (k, low, high) => low + k / cells * (high - low);
    const grid = Array.from({ length: cells + 1 }, (_, j) => Array.from({ length: cells + 1 }, (_, i) => score(at(i, left, right), at(j, bottom, top))));
    let area = "", border = "";
    for (let j = 0; j < cells; j++) for (let i = 0; i < cells; i++) {
      const corners = [[i, j], [i + 1, j], [i + 1, j + 1], [i, j + 1]], inside = [], crossings = [];
      corners.forEach(([a, b], k) => {
        const [c, d] = corners[(k + 1) % 4], s = grid[b][a], e = grid[d][c];
        if (s >= 0) inside.push(place(at(a, left, right), at(b, bottom, top)));
        if (s >= 0 === e >= 0) return;
        const t = s / (s - e), crossing = place(at(a + t * (c - a), left, right), at(b + t * (d - b), bottom, top));
        inside.push(crossing);
        crossings.push(crossing);
      });
      if (inside.length) area += "M" + inside.join("L") + "Z";
      for (let k = 0; k + 1 < crossings.length; k += 2) border += "M" + crossings[k] + "L" + crossings[k + 1];
    }
    return { area, border };
  }

  /** The part of line j inside the box, as two points; undefined if there is none. */
  function segment(j) {
    const [u, v] = now.w[j], c = now.b[j], ends = [];
    const add = (x, y) => { if (x >= left && x <= right && y >= bottom && y <= top && !ends.some(e => Math.hypot(e[0] - x, e[1] - y) < 1e-9)) ends.push([x, y]); };
    if (v) { add(left, -(u * left + c) / v); add(right, -(u * right + c) / v); }
    if (u) { add(-(v * bottom + c) / u, bottom); add(-(v * top + c) / u, top); }
    return ends.length > 1 ? ends : undefined;
  }

  function draw() {
    const scores = given.points.map(([x, y]) => score(x, y)), right_ = given.points.filter(([, , label], i) => (scores[i] >= 0) === (label === 1)).length;
    const mean = given.points.reduce((sum, [, , label], i) => sum + loss(scores[i], label), 0) / scores.length;
    const { area, border } = regions();
    part("one").setAttribute("d", area);
    part("zero").setAttribute("d", "M0 0H" + size + "V" + size + "H0Z" + area);
    part("border").setAttribute("d", border);
    part("wrong").setAttribute("d", given.points.filter(([, , label], i) => (scores[i] >= 0) !== (label === 1)).map(([x, y]) => "M" + place(x, y) + "m-7.5 0a7.5 7.5 0 1 0 15 0a7.5 7.5 0 1 0-15 0").join(""));
    units.forEach(j => {
      const ends = segment(j), line = ends ? "M" + place(...ends[0]) + "L" + place(...ends[1]) : "";
      part("line" + j).setAttribute("d", line);
      handles[j].hit.setAttribute("d", line);
      handles[j].tip.setAttribute("display", ends ? "inline" : "none");
      part("arrow" + j).setAttribute("d", "");
      part("name" + j).setAttribute("display", ends ? "inline" : "none");
      if (!ends) return;
      const length = Math.hypot(...now.w[j]), [fx, fy] = foot(ends), reach = 26 * (right - left) / size;
      const [tx, ty] = [fx + now.w[j][0] / length * reach, fy + now.w[j][1] / length * reach];
      part("arrow" + j).setAttribute("d", "M" + place(fx, fy) + "L" + place(tx, ty));
      for (const [key, value] of [["cx", toX(tx)], ["cy", toY(ty)]]) handles[j].tip.setAttribute(key, value.toFixed(1));
      const beyond = [toX(fx + now.w[j][0] / length * reach * 1.75), toY(fy + now.w[j][1] / length * reach * 1.75) + 5];
      part("name" + j).setAttribute("x", Math.max(14, Math.min(size - 14, beyond[0])).toFixed(1));
      part("name" + j).setAttribute("y", Math.max(16, Math.min(size - 6, beyond[1])).toFixed(1));
    });
    const words = "Mean loss " + Number(mean.toPrecision(3)) + "; " + right_ + " of " + scores.length + " points on the right side.";
    part("seen").textContent = words;
    part("picture").setAttribute("aria-label", given.names.picture + " " + words);
    box.setAttribute("data-loss", mean);
    box.setAttribute("data-right", right_);
    // Said when the hand rests, not at every step of it.
    clearTimeout(box.saying);
    box.saying = setTimeout(() => { said.textContent = words; }, 500);
  }

  const foot = ends => [(ends[0][0] + ends[1][0]) / 2, (ends[0][1] + ends[1][1]) / 2];

  /** The sliders of what is chosen: one of the lines, or the meta classifier after the last. */
  function showSliders() {
    sliders.replaceChildren();
    const slider = (label, limit, get, set) => {
      const row = make("label", { style: "display:flex;gap:.6em;align-items:center;margin:.25em 0" }, sliders);
      make("span", { style: "flex:0 0 8.5em" }, row, label);
      const input = make("input", { type: "range", min: -limit, max: limit, step: limit / 100, style: "flex:1;min-width:0" }, row);
      const value = make("output", { style: "flex:0 0 3.5em;text-align:right;font-variant-numeric:tabular-nums" }, row);
      const show = () => { input.value = get(); value.textContent = get().toFixed(2).replace("-", "−"); };
      input.addEventListener("input", () => { set(Number(input.value)); value.textContent = get().toFixed(2).replace("-", "−"); draw(); });
      show();
      return show;
    };
    const line = chosen < units.length;
    shows = line
      ? [0, 1].map(k => slider("weight of x" + "₁₂"[k], given.limits.w, () => now.w[chosen][k], v => { now.w[chosen][k] = v; })).concat(slider("bias", given.limits.b, () => now.b[chosen], v => { now.b[chosen] = v; }))
      : units.map(j => slider("weight of h" + "₁₂₃₄"[j], given.limits.wm, () => now.wm[j], v => { now.wm[j] = v; })).concat(slider("bias", given.limits.bm, () => now.bm, v => { now.bm = v; }));
  }

  function choose(k) {
    chosen = k;
    radios[k].checked = true;
    showSliders();
  }

  function set(setting) {
    now = JSON.parse(JSON.stringify(setting));
    showSliders();
    draw();
  }

  // Pointer: a line is moved by its body and turned by the tip of its arrow.
  const plot = part("plot");
  const svg = (name, attributes) => {
    const element = plot.appendChild(document.createElementNS("http://www.w3.org/2000/svg", name));
    for (const key in attributes) element.setAttribute(key, attributes[key]);
    return element;
  };
  const where = event => {
    const p = new DOMPoint(event.clientX, event.clientY).matrixTransform(plot.getScreenCTM().inverse());
    return [left + p.x / size * (right - left), top - p.y / size * (top - bottom)];
  };
  const drag = (handle, j, begin) => handle.addEventListener("pointerdown", down => {
    down.preventDefault();
    choose(j);
    const move = begin(where(down), segment(j));
    handle.setPointerCapture(down.pointerId);
    const follow = event => { move(where(event)); shows.forEach(show => show()); draw(); };
    handle.addEventListener("pointermove", follow);
    for (const end of ["pointerup", "pointercancel"]) handle.addEventListener(end, () => handle.removeEventListener("pointermove", follow), { once: true });
  });
  const handles = units.map(j => {
    const hit = svg("path", { fill: "none", stroke: "transparent", "stroke-width": 22, style: "cursor:move;touch-action:none" });
    const tip = svg("circle", { r: 9, fill: "#808080", "fill-opacity": .35, stroke: "#808080", "stroke-width": 2, style: "cursor:grab;touch-action:none" });
    drag(hit, j, start => {
      const b = now.b[j];
      return ([x, y]) => { now.b[j] = b - now.w[j][0] * (x - start[0]) - now.w[j][1] * (y - start[1]); };
    });
    drag(tip, j, (start, ends) => {
      const length = Math.hypot(...now.w[j]), [fx, fy] = foot(ends);
      return ([x, y]) => {
        const far = Math.hypot(x - fx, y - fy);
        if (!far) return;
        now.w[j] = [length * (x - fx) / far, length * (y - fy) / far];
        now.b[j] = -now.w[j][0] * fx - now.w[j][1] * fy;
      };
    });
    return { hit, tip };
  });

  // Keyboard: radio buttons, sliders and buttons of the page's own, whose keys a notebook must not take.
  part("words").textContent = given.names.help;
  const controls = make("div", { style: "max-width:440px" }, box), radios = [];
  controls.addEventListener("keydown", event => event.stopPropagation());
  const group = make("fieldset", { style: "border:1px solid #80808088;border-radius:4px;margin:.5em 0;padding:.3em .7em;min-width:0" }, controls);
  make("legend", { style: "padding:0 .3em;margin:0;border:0;width:auto;font:inherit" }, group, "What to set");
  units.map(j => "line " + (j + 1)).concat("meta classifier").forEach((name, k) => {
    const label = make("label", { style: "display:inline-block;margin-right:1em" }, group);
    radios.push(make("input", { type: "radio", name: "by-hand-" + given.names.key + "-" + byHandCount() }, label));
    label.append(" " + name);
    radios[k].addEventListener("change", () => choose(k));
  });
  radios.forEach(radio => { radio.name = radios[0].name; });
  const sliders = make("div", { role: "group", "aria-label": "Weights and bias" }, group);
  let shows = [];
  for (const setting of given.settings) make("button", { type: "button", style: "margin:0 .6em .5em 0;padding:.3em .8em;font:inherit" }, controls, setting.name).addEventListener("click", () => set(setting));
  const said = make("p", { "aria-live": "polite", style: "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)" }, box);
  radios[0].checked = true;
  set(given.settings[0]);
}

/** Radio buttons of equal figures on one page are groups of their own. */
function byHandCount() { return window.byHandFigures = (window.byHandFigures || 0) + 1; }
