"""Time an update against the points and against the units, log-log, as an SVG for light and dark pages."""
from math import ceil, floor, log10

LEFT, WIDTH, GAP, TOP, BOTTOM = 76, 236, 36, 34, 300


def draw(results, cores):
    """results: points, units, and the milliseconds an update of each implementation."""
    series = [("numpy_post", "the post's NumPy", "#b35806", "square"), ("numpy_tight", "tight NumPy", "#8073ac", "triangle"),
              ("ours, 1 thread", "ours, 1 thread", "#2b83ba", "circle"), (f"ours, {cores} threads", f"ours, {cores} threads", "#1a9641", "diamond"),
              ("counted", "counted limit, 1 thread", "#888", "dash")]
    panels = [("points, with 3 units", [(n, times) for n, h, times in results if h == 3]),
              ("units, with 20,000 points", [(h, times) for n, h, times in results if n == 20_000])]
    values = [times[name] for _, panel in panels for _, times in panel for name, *_ in series]
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    y = lambda ms: BOTTOM - (log10(ms) - low) / (high - low) * (BOTTOM - TOP)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 780 352" font-family="sans-serif" font-size="13" role="img">',
           '<title>Milliseconds an update, against the points and against the units, all axes logarithmic: every implementation grows about linearly, and ours lies lowest, near the counted limit.</title>',
           '<style>text{fill:#777}line{stroke:#888;stroke-opacity:.4}</style>',
           f'<text x="{LEFT}" y="16">ms an update</text>']
    out += [f'<text x="{LEFT - 8}" y="{y(10 ** decade) + 4:.1f}" text-anchor="end">{10 ** decade:g}</text>' for decade in range(low, high + 1)]
    for p, (title, panel) in enumerate(panels):
        left = LEFT + p * (WIDTH + GAP)
        first, last = (log10(panel[i][0]) for i in (0, -1))
        x = lambda v: left + (log10(v) - first) / (last - first) * WIDTH
        out += [f'<line x1="{left}" x2="{left + WIDTH}" y1="{y(10 ** decade):.1f}" y2="{y(10 ** decade):.1f}"/>' for decade in range(low, high + 1)]
        out += [f'<line x1="{x(v):.1f}" x2="{x(v):.1f}" y1="{TOP}" y2="{BOTTOM}"/><text x="{x(v):.1f}" y="{BOTTOM + 18}" text-anchor="middle">{short(v)}</text>' for v, _ in panel]
        out.append(f'<text x="{left + WIDTH / 2}" y="{BOTTOM + 40}" text-anchor="middle">{title}</text>')
        for name, _, colour, mark in series:
            at = [(x(v), y(times[name])) for v, times in panel]
            dashes = ' stroke-dasharray="5 4"' if mark == "dash" else ""
            out.append(f'<path d="M{" L".join(f"{a:.1f},{b:.1f}" for a, b in at)}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>')
            if mark != "dash":
                out += [shape(mark, a, b, colour) for a, b in at]
    edge = LEFT + 2 * WIDTH + GAP
    _, times = panels[-1][1][-1]
    height = TOP - 18
    for name, label, colour, mark in sorted(series, key=lambda s: -times[s[0]]):
        height = max(y(times[name]), height + 18)
        out.append(shape(mark, edge + 16, height, colour) + f'<text x="{edge + 28}" y="{height + 4:.1f}">{label}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"


def short(value):
    return f"{value // 10 ** 6}M" if value >= 10 ** 6 else f"{value // 1000}k" if value >= 10_000 else str(value)


def shape(mark, a, b, colour):
    if mark == "circle":
        return f'<circle cx="{a:.1f}" cy="{b:.1f}" r="5" fill="{colour}"/>'
    if mark == "dash":
        return f'<path d="M{a - 8:.1f},{b:.1f}h16" stroke="{colour}" stroke-width="2" stroke-dasharray="5 4"/>'
    d = {"square": "M-5,-5h10v10h-10z", "triangle": "M0,-6L6,5H-6z", "diamond": "M0,-7L6,0L0,7L-6,0z"}[mark]
    return f'<path d="{d}" transform="translate({a:.1f},{b:.1f})" fill="{colour}"/>'
