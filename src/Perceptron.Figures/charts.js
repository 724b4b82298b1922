// Draws one chart and makes its controls usable without a mouse. Plotly's are SVG, which no key reaches.
// A plain script: it is put into the function that draws a chart in HTML, before the book's own script, and exported for the VS Code renderer.

/** Draws Plotly JSON in a box, again if it is drawn already: frames and all, in the page's ink. */
function showChart(plotly, box, chart, ink, config) {
  const copy = JSON.parse(JSON.stringify(chart)), layout = Object.assign({}, copy.layout);
  const size = () => layout.meta && layout.meta[box.clientWidth < 560 ? "narrow" : "wide"];
  layout.font = Object.assign({}, layout.font, { color: ink });
  // A chart says in its layout how its panels lie on a wide page and on a narrow one, and from how far a space is looked at, in the words of Plotly.relayout.
  // The height is given to the box, where Plotly finds it again whenever the page changes.
  let shown = size();
  const hold = height => { if (height) box.style.height = height + "px"; };
  if (shown) {
    hold(shown.height);
    if (shown.height) delete layout.height;
    for (const path in shown) if (path !== "height") {
      const keys = path.split(/[.[\]]+/), last = keys.pop();
      keys.reduce((part, key) => part[key], layout)[last] = shown[path];
    }
  }
  const drawn = plotly.react(box, {
    data: copy.data || [], layout, frames: copy.frames, config: Object.assign({ responsive: true, displaylogo: false }, copy.config, config),
  });
  return drawn.then(() => {
    if (!box.reached) {
      box.reached = () => reachControls(plotly, box);
      linkPoints(plotly, box);
      let waiting = false;
      const soon = () => {
        if (!waiting) requestAnimationFrame(() => { waiting = false; box.reached(); });
        waiting = true;
      };
      for (const event of ["afterplot", "relayout", "restyle", "animatingframe", "animated", "sliderchange"]) box.on("plotly_" + event, soon);
      // Plotly rejects an animation that another overtakes, and says no reason; nobody waits for it.
      box.on("plotly_animationinterrupted", () => {
        const expected = event => event.reason === undefined && event.preventDefault();
        addEventListener("unhandledrejection", expected);
        setTimeout(() => removeEventListener("unhandledrejection", expected), 100);
      });
      if (shown) new ResizeObserver(() => {
        if (!box.clientWidth || size() === shown) return;
        shown = size();
        hold(shown.height);
        const { height, ...places } = shown;
        plotly.relayout(box, places).then(() => plotly.Plots.resize(box));
      }).observe(box);
    }
    box.reached();
  });
}

/** Gives every control a role, a name and its keys. To be called whenever Plotly may have made them anew. */
function reachControls(plotly, box) {
  if (!document.querySelector("style[data-charts]")) {
    const style = document.head.appendChild(document.createElement("style"));
    style.setAttribute("data-charts", "");
    style.textContent = ".modebar:focus-within{opacity:1!important}"
      + ".js-plotly-plot [tabindex]:focus-visible{outline:3px solid #2f7fd6;outline-offset:2px;border-radius:2px}";
  }
  const each = (selector, act) => box.querySelectorAll(selector).forEach(act);
  const keep = (element, attributes) => { for (const name in attributes) if (element.getAttribute(name) !== String(attributes[name])) element.setAttribute(name, attributes[name]); };
  function control(element, attributes, press) {
    keep(element, Object.assign({ tabindex: 0 }, attributes));
    if (element.reached) return;
    element.reached = true;
    element.addEventListener("keydown", event => {
      if (event.ctrlKey || event.altKey || event.metaKey || press(event.key) === false) return;
      event.preventDefault();
      event.stopPropagation(); // A notebook has other uses for the same keys.
    });
  }
  const pressed = act => key => key === "Enter" || key === " " ? act() : false;
  const send = (element, ...types) => types.forEach(type => element.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window })));

  // The chart's words are its alternative text: tick by tick it says nothing to a listener.
  each(".main-svg > *:not(.infolayer):not(.menulayer), .infolayer > *:not(.legend):not(.slider-container), .gl-container", part => keep(part, { "aria-hidden": true }));
  each(".modebar-btn", button => control(button, { role: "button", "aria-label": button.getAttribute("data-title") }, pressed(() => send(button, "click"))));
  each(".updatemenu-button", button => control(button, { role: "button", "aria-label": button.textContent }, pressed(() => send(button, "click"))));
  each(".legend .traces", entry => {
    const toggle = entry.querySelector(".legendtoggle"), trace = entry.__data__ && entry.__data__[0].trace;
    if (toggle && trace) control(entry, { role: "checkbox", "aria-checked": trace.visible === true, "aria-label": entry.textContent }, pressed(() => {
      box._legendMouseDownTime = 0; // Two quick presses are two presses, not a double click.
      send(toggle, "mousedown", "mouseup");
    }));
  });
  each(".slider-group", group => {
    const index = group.__data__._index, slider = () => box._fullLayout.sliders[index], steps = () => slider()._visibleSteps;
    const at = () => Math.max(0, Math.min(steps().length - 1, slider().active)), step = steps()[at()], value = slider().currentvalue;
    control(group, {
      role: "slider", "aria-label": value.prefix.trim() || "Step", "aria-valuemin": 0, "aria-valuemax": steps().length - 1, "aria-valuenow": at(),
      "aria-valuetext": step.name || value.prefix + step.label + value.suffix,
    }, key => {
      const last = steps().length - 1;
      const to = { ArrowRight: at() + 1, ArrowUp: at() + 1, ArrowLeft: at() - 1, ArrowDown: at() - 1, PageUp: at() + 5, PageDown: at() - 5, Home: 0, End: last }[key];
      if (to === undefined) return false;
      const next = Math.max(0, Math.min(last, to)), chosen = steps()[next];
      if (next === at()) return;
      slider().active = next; // Two quick presses are two steps, whatever is drawn in between.
      plotly.relayout(box, { ["sliders[" + index + "].active"]: next });
      if (chosen.execute !== false && chosen.method !== "skip") Promise.resolve(plotly[chosen.method](box, ...chosen.args)).catch(() => { }); // Overtaken by the next press.
    });
  });
}

// Traces with the same meta.points hold the same points in the same order, and a trace with meta.chosen is a panel's mark.
/** Marks one point in every panel: the mouse chooses it, or a slider below the chart, which keys and listeners reach. */
function linkPoints(plotly, box) {
  const panel = trace => trace.type === "scatter3d" ? trace.scene || "scene" : trace.xaxis || "x";
  const linked = group => box.data.filter(trace => trace.meta && trace.meta.points === group);
  const marks = box.data.flatMap((trace, index) => trace.meta && trace.meta.chosen ? [index] : []);
  // Every point once, with what it says.
  const points = box.data.flatMap(trace => trace.meta && trace.meta.points && Array.isArray(trace.text) ? trace.text.map((says, number) => ({ group: trace.meta.points, number, says })) : []);
  if (!marks.length || !points.length) return;

  const label = document.createElement("label"), slider = document.createElement("input"), words = document.createElement("div");
  label.style.cssText = "display:flex;gap:.6em;align-items:center;max-width:720px;font:inherit";
  words.style.cssText = "max-width:720px;min-height:3em;font-variant-numeric:tabular-nums";
  slider.style.cssText = "flex:1;min-width:0;height:24px";
  Object.assign(slider, { type: "range", min: 1, max: points.length, step: 1 });
  label.append("Point", slider);
  box.after(label, words);

  let next = null, busy = false;
  function show({ group, number, says }) {
    words.textContent = says.split("<br>").join(", ");
    slider.setAttribute("aria-valuetext", words.textContent);
    next = { group, number };
    if (!busy) move();
  }
  async function move() {
    busy = true;
    while (next) { // Of many points passed over while one is drawn, the last.
      const { group, number } = next;
      next = null;
      for (const index of marks) {
        const own = linked(group).filter(trace => panel(trace) === panel(box.data[index])), at = {};
        for (const axis of box.data[index].type === "scatter3d" ? ["x", "y", "z"] : ["x", "y"]) at[axis] = [own.map(trace => trace[axis][number])];
        await plotly.restyle(box, at, [index]);
      }
    }
    busy = false;
  }
  const choose = event => {
    const { data, pointNumber } = event.points[0], chosen = points.findIndex(point => data.meta && point.group === data.meta.points && point.number === pointNumber);
    if (chosen < 0 || slider.value === String(chosen + 1)) return;
    slider.value = chosen + 1;
    show(points[chosen]);
  };
  box.on("plotly_hover", choose);
  box.on("plotly_click", choose);
  slider.addEventListener("input", () => show(points[slider.value - 1]));
  slider.addEventListener("keydown", event => event.stopPropagation()); // A notebook has other uses for the same keys.

  // What the chart marks at first.
  const first = box.data[marks[0]], shown = points.findIndex(({ group, number }) => linked(group).some(trace => panel(trace) === panel(first) && trace.x[number] === first.x[0] && trace.y[number] === first.y[0]));
  slider.value = shown + 1;
  words.textContent = points[Math.max(0, shown)].says.split("<br>").join(", ");
  slider.setAttribute("aria-valuetext", words.textContent);
}
