// What a page does once it is read: mathematics, charts, and contents that follow the reader.
// Plain script, no module: pages are opened from disk too, where modules are not allowed.
(() => {
  "use strict";

  function renderMathematics() {
    if (!window.katex) return; // Offline and not beside the pages: the TeX stays readable.
    for (const element of document.querySelectorAll(".math"))
      katex.render(element.textContent, element, { displayMode: element.classList.contains("display"), throwOnError: false });
  }

  async function drawCharts() {
    if (!window.Plotly) return; // Each chart's description stands in its place.
    const coarse = matchMedia("(pointer: coarse)").matches;
    for (const plot of document.querySelectorAll(".drawing")) {
      const figure = JSON.parse(plot.parentElement.querySelector("script[type='application/json']").textContent);
      const layout = { ...figure.layout, autosize: true };
      delete layout.width;
      const ink = () => getComputedStyle(plot).color;
      layout.paper_bgcolor ??= "rgba(0,0,0,0)";
      if (coarse) layout.dragmode ??= false; // A finger that scrolls the page must not zoom the chart.
      const description = plot.innerHTML;
      plot.replaceChildren();
      plot.classList.add("drawn");
      try {
        await showChart(Plotly, plot, { ...figure, layout }, ink());
        // The chart's words follow the page from light to dark and back.
        matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => Plotly.relayout(plot, { "font.color": ink() }));
      } catch (error) {
        plot.classList.remove("drawn");
        plot.innerHTML = description;
        console.error(error);
      }
      await new Promise(resolve => setTimeout(resolve)); // The page stays usable between two charts.
    }
    document.documentElement.dataset.charts = "drawn";
  }

  function followContents() {
    const links = new Map([...document.querySelectorAll(".contents a")].map(a => [decodeURIComponent(a.hash.slice(1)), a]));
    const places = [...links.keys()].map(id => document.getElementById(id)).filter(Boolean);
    let current;
    const mark = () => {
      // At the end of the page the last section is what is read, however short it is.
      const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      const passed = places.filter(place => atEnd || place.getBoundingClientRect().top < innerHeight / 2);
      const link = links.get((passed.at(-1) ?? places[0])?.id);
      if (link === current) return;
      current?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      current = link;
    };
    addEventListener("scroll", mark, { passive: true });
    addEventListener("resize", mark);
    mark();
  }

  function foldContents() {
    const contents = document.querySelector(".contents details");
    const wide = matchMedia("(min-width: 66rem)");
    const fold = () => { if (contents) contents.open = wide.matches; };
    wide.addEventListener("change", fold);
    fold();
  }

  // What scrolls sideways must be reachable by keyboard; what does not must not be a stop on the way.
  function reachScrolling() {
    const scrolling = document.querySelectorAll("pre, .output, .scroll, .math.display");
    const mark = () => {
      for (const element of scrolling)
        if (element.scrollWidth > element.clientWidth) element.tabIndex = 0;
        else element.removeAttribute("tabindex");
    };
    addEventListener("resize", mark);
    mark();
  }

  foldContents();
  renderMathematics();
  followContents();
  reachScrolling();
  drawCharts();
})();
