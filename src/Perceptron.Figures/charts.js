// Draws one chart and makes its controls usable without a mouse. Plotly's are SVG, which no key reaches.
// A plain script: it is put into the function that draws a chart in HTML, before the book's own script, and exported for the VS Code renderer.

/** Draws Plotly JSON in a box, again if it is drawn already: frames and all, in the page's ink. */
function showChart(plotly, box, chart, ink, config) {
  const copy = JSON.parse(JSON.stringify(chart)), layout = Object.assign({}, copy.layout);
  const size = () => layout.meta && layout.meta[box.clientWidth < 560 ? "narrow" : "wide"];
  layout.font = Object.assign({}, layout.font, { color: ink });
  // A narrow page steps back from a picture in space, so that its sides are not cut off.
  const near = Math.min(1, box.clientWidth / 480), camera = layout.scene && layout.scene.camera;
  if (near > 0 && camera && camera.eye) for (const axis of ["x", "y", "z"]) camera.eye[axis] /= near;
  // A chart of several panels says in its layout how they lie on a wide page and on a narrow one, in the words of Plotly.relayout.
  // The height is given to the box, where Plotly finds it again whenever the page changes.
  let shown = size();
  if (shown) {
    delete layout.height;
    box.style.height = shown.height + "px";
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
        box.style.height = shown.height + "px";
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
