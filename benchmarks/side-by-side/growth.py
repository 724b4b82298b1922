"""Time an update against the work, log-log, as an SVG for light and dark pages."""
from math import log10

SERIES = [("numpy_post", "the post's NumPy", "#b35806", "square"), ("numpy_tight", "tight NumPy", "#8073ac", "triangle"), ("ours, 1 thread", "ours, 1 thread", "#2b83ba", "circle")]


def draw(results, cores):
    names = SERIES + [(f"ours, {cores} threads", f"ours, {cores} threads", "#1a9641", "diamond")]
    points = sorted((n * h, n, h, times) for n, h, times in results)
    low_x, high_x = (log10(points[i][0]) for i in (0, -1))
    values = [t for *_, times in points for name, *_ in names for t in [times[name]]]
    low_y, high_y = log10(min(values)), log10(max(values))
    left, right, top, bottom = 80, 560, 20, 320
    x = lambda v: left + (log10(v) - low_x) / (high_x - low_x) * (right - left)
    y = lambda v: bottom - (log10(v) - low_y) / (high_y - low_y) * (bottom - top)
    out = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 400" font-family="sans-serif" font-size="13" role="img">',
           '<title>Milliseconds an update against points times units, both axes logarithmic: all implementations grow linearly, and ours lies lowest.</title>',
           '<style>text{fill:#777}line,path.axis{stroke:#888;stroke-opacity:.4}</style>']
    for decade in range(int(low_y) - 1, int(high_y) + 2):
        if low_y <= decade <= high_y:
            out.append(f'<line x1="{left}" x2="{right}" y1="{y(10 ** decade):.1f}" y2="{y(10 ** decade):.1f}"/><text x="{left - 8}" y="{y(10 ** decade) + 4:.1f}" text-anchor="end">{10 ** decade:g} ms</text>')
    for work, n, h, _ in points:
        label = f"{n // 1000}k" if 1000 <= n < 10 ** 6 else f"{n // 10 ** 6}M" if n >= 10 ** 6 else str(n)
        # Neighbours in work take turns in two lines of labels.
        row = [w for w, *_ in points].index(work) % 2
        out.append(f'<line x1="{x(work):.1f}" x2="{x(work):.1f}" y1="{top}" y2="{bottom}"/><text x="{x(work):.1f}" y="{bottom + 18 + 16 * row}" text-anchor="middle">{label} × {h}</text>')
    out.append(f'<text x="{(left + right) / 2}" y="{bottom + 62}" text-anchor="middle">points × units</text>')
    for name, label, colour, mark in names:
        at = [(x(work), y(times[name])) for work, _, _, times in points]
        out.append(f'<path d="M{" L".join(f"{a:.1f},{b:.1f}" for a, b in at)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [shape(mark, a, b, colour) for a, b in at]
    ends = sorted((y(points[-1][3][name]), label, colour, mark) for name, label, colour, mark in names)
    last = -100.0
    for height, label, colour, mark in ends:
        last = max(height, last + 18)
        out.append(shape(mark, right + 16, last, colour) + f'<text x="{right + 28}" y="{last + 4:.1f}">{label}</text>')
    return "\n".join(out + ["</svg>"]) + "\n"


def shape(mark, a, b, colour):
    if mark == "circle":
        return f'<circle cx="{a:.1f}" cy="{b:.1f}" r="5" fill="{colour}"/>'
    d = {"square": "M-5,-5h10v10h-10z", "triangle": "M0,-6L6,5H-6z", "diamond": "M0,-7L6,0L0,7L-6,0z"}[mark]
    return f'<path d="{d}" transform="translate({a:.1f},{b:.1f})" fill="{colour}"/>'
