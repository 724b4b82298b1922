// @ts-check
/// <reference lib="dom" />

import { showChart } from './charts.js'; // beside this file in the .vsix; the figures' own, see src/Perceptron.Figures

/** @typedef {{ id: string, json: () => any, metadata?: any }} Item what VS Code gives to a renderer */

/** plotly.js, brought by the first chart of a page. @type {Promise<any> | undefined} */
let library;

/** As wide as in the book; the height is what a figure of the lesson asks for. */
const SIZE = { maxWidth: '720px', height: 520 };

/** Draws `application/vnd.plotly.v1+json`. */
export function activate() {
  /** The charts that are shown. @type {Map<string, { place: HTMLElement, watch: ResizeObserver }>} */
  const charts = new Map();

  // Light, dark, high contrast: the theme is in the style of the page, and its kind in the class of the body.
  const themes = new MutationObserver(() => charts.forEach(({ place }) => globalThis.Plotly?.relayout(place, { 'font.color': ink() })));
  for (const element of [document.documentElement, document.body]) themes.observe(element, { attributes: true, attributeFilter: ['class', 'style'] });

  return {
    /** @param {Item} item @param {HTMLElement} element */
    async renderOutputItem(item, element) {
      const chart = item.json();
      const words = item.metadata?.description ?? wordsFor(chart);
      try {
        // The set-up cell of a notebook may have brought it already: it is large, and once is enough.
        library ??= globalThis.Plotly ? Promise.resolve(globalThis.Plotly) : import('./plotly.min.js').then(() => globalThis.Plotly);
        const plotly = await library;
        const place = charts.get(item.id)?.place ?? document.createElement('div');
        if (place.parentElement !== element) element.replaceChildren(place);
        place.style.maxWidth = SIZE.maxWidth;
        // Held, as Plotly takes a box's height whenever the width changes: a box as high as what is in it would grow by its borders each time.
        place.style.height = `${chart.layout?.height ?? SIZE.height}px`;
        place.setAttribute('role', 'figure');
        place.setAttribute('aria-label', words);
        await showChart(plotly, place, { ...chart, layout: layoutOf(chart) }, ink(), { responsive: false });
        if (charts.has(item.id)) return;
        const watch = new ResizeObserver(() => { if (place.clientWidth > 0) plotly.Plots.resize(place); });
        watch.observe(element);
        charts.set(item.id, { place, watch });
      } catch (error) {
        element.textContent = `${words} (The chart could not be drawn: ${error instanceof Error ? error.message : error})`;
      }
    },
    /** @param {string} [id] */
    disposeOutputItem(id) {
      for (const [key, { place, watch }] of id === undefined ? [...charts] : [...charts].filter(([key]) => key === id)) {
        watch.disconnect();
        globalThis.Plotly?.purge(place);
        charts.delete(key);
      }
    },
  };
}

/** The figure's layout on the page's paper. @param {any} chart */
function layoutOf(chart) {
  // The same revision for ever: what the reader has zoomed or turned stays so when the chart is drawn again.
  return { paper_bgcolor: 'rgba(0,0,0,0)', plot_bgcolor: 'rgba(0,0,0,0)', ...chart.layout, height: undefined, uirevision: 'kept' };
}

/** The colour of the page's text. */
function ink() {
  const style = getComputedStyle(document.body);
  return style.getPropertyValue('--vscode-editor-foreground').trim() || style.color;
}

/** A chart in words, for one that brings none. @param {any} chart */
function wordsFor(chart) {
  const title = chart?.layout?.title?.text ?? chart?.layout?.title;
  const traces = (chart?.data ?? []).map((/** @type {any} */ t) => `${t.type ?? 'scatter'}${t.name ? ` "${t.name}"` : ''}`);
  return `Chart${title ? ` "${title}"` : ''}: ${traces.join(', ')}.`;
}
