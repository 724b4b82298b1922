"""Drives the comparison: same data for all, every implementation once a round, and then the next round."""
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date

import numpy as np
from threadpoolctl import threadpool_info, threadpool_limits

import others
from growth import draw

ROOT = sys.argv[1]
QUICK = "--quick" in sys.argv[2:]
CORES = len(os.sched_getaffinity(0))
# Points, units, updates a round, rounds, and the others that are worth their time there.
POST = (200, 3, 1001)
EVERYONE = ["numpy_post", "numpy_tight", "torch_manual", "torch_autograd", "sklearn_sgd", "mathnet", "mathnet_single"]
LIMIT = ["limit"]  # the loop for this case alone
CASES = [(*POST, 7, EVERYONE + LIMIT), (20_000, 3, 50, 5, EVERYONE[:4] + EVERYONE[5:]), (20_000, 64, 10, 5, EVERYONE[:4] + EVERYONE[5:])]
if not QUICK:
    CASES = [(*POST, 15, EVERYONE + LIMIT), (20_000, 3, 100, 7, EVERYONE[:4] + EVERYONE[5:]), (1_000_000, 3, 20, 3, EVERYONE[:3]),
             (20_000, 64, 10, 5, EVERYONE[:4] + EVERYONE[5:]), (20_000, 1024, 5, 3, EVERYONE[:3]), (1_000_000, 64, 5, 3, EVERYONE[:3])]


# Rows, depth, columns: a large square, and a layer of 128 units on 20,000 pictures of 28 × 28 dots.
PRODUCTS = [] if QUICK else [(1024, 1024, 1024), (20_000, 784, 128)]


class DotNet:
    """A .NET process of ours: Environment.ProcessorCount, and so the number of threads, is set from outside."""

    def __init__(self, threads):
        self.process = subprocess.Popen(["dotnet", f"{ROOT}/artifacts/bin/Ours/release/Ours.dll"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, env=dict(os.environ, DOTNET_PROCESSOR_COUNT=str(threads)))

    def ask(self, order):
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def numbers(self, order):
        return tuple(float(number) for number in self.ask(order).split())

    def run(self, name, updates):
        return self.numbers(f"{name} {updates}")


def in_python(name, problem, updates):
    began = time.perf_counter()
    loss = getattr(others, name)(problem, updates)
    return (time.perf_counter() - began) * 1e3, loss


def load(folder, n, h):
    shapes = {"X": (n, 2), "y": (n, 1), "W": (2, h), "b": (1, h), "wm": (h, 1), "bm": (1, 1)}
    return {k: np.ascontiguousarray(np.fromfile(os.path.join(folder, k)).reshape(shape[::-1]).T) for k, shape in shapes.items()}


def measure(workers, n, h, updates, rounds, names):
    """Milliseconds an update, by implementation, one entry a round."""
    with tempfile.TemporaryDirectory() as folder:
        for worker in workers.values():
            worker.ask(f"load {n} {h} {folder}")
        problem = load(folder, n, h)
    runs = {"ours, 1 thread": lambda: workers[1].run("ours", updates), f"ours, {CORES} threads": lambda: workers[CORES].run("ours", updates)}
    for name in names:
        if name == "mathnet":
            runs[name] = lambda: workers[CORES].run("mathnet", updates)
        elif name == "mathnet_single":
            runs[name] = lambda: workers[1].run("mathnet", updates)
        elif name == "limit":
            runs[name] = lambda: workers[1].run("limit", updates)
        else:
            runs[name] = lambda name=name: in_python(name, problem, updates)
    times = {name: [] for name in runs}
    right = None
    for r in range(-1, rounds):  # Round −1 warms up, and is the check.
        for name, run in runs.items():
            ms, loss = run()
            if r < 0:
                right = right or loss
                if name != "sklearn_sgd" and abs(loss - right) > 1e-9 * abs(right):
                    sys.exit(f"{name} is not right on {n} points with {h} units: loss {loss!r}, ours {right!r}")
            else:
                times[name].append(ms / updates)
    return times


def multiply(worker, m, k, n, rounds=7):
    """Milliseconds for one product of doubles with one thread (Math.NET: as it comes), one entry a round."""
    random = np.random.default_rng(44)
    a, b = random.random((m, k)), random.random((k, n))
    with tempfile.TemporaryDirectory() as folder:
        for name, matrix in (("A", a), ("B", b)):
            matrix.T.tofile(os.path.join(folder, name))  # column after column
        worker.ask(f"multiply {m} {k} {n} {folder}")
    c = a @ b
    right = float(c[-1, -1])

    def openblas():
        with threadpool_limits(1):
            began = time.perf_counter()
            np.matmul(a, b, out=c)
            return (time.perf_counter() - began) * 1e3, float(c[-1, -1])

    runs = {"ours, 1 thread": lambda: worker.numbers("product"), "openblas": openblas, "mathnet": lambda: worker.numbers("mathnet-product")}
    times = {name: [] for name in runs}
    for r in range(-2, rounds):  # The first two warm up.
        for name, run in runs.items():
            ms, entry = run()
            if abs(entry - right) > 1e-9 * right:
                sys.exit(f"{name} is not right: {entry!r} instead of {right!r}")
            if r >= 0:
                times[name].append(ms)
    return times


def cpu():
    with open("/proc/cpuinfo") as f:
        return next((line.split(":")[1].strip() for line in f if line.startswith("model name")), platform.processor())


def blas():
    return next((f"OpenBLAS {info['version']} (kernels for {info['architecture']})" for info in threadpool_info() if info["internal_api"] == "openblas"), "another BLAS")


def caption(n, h, updates):
    return f"the lesson's run: {n} points, {h} units, {updates} updates" if (n, h, updates) == POST else f"{n:,} points, {h} units"


def limit(n, h, sigmoid, multiply_add):
    """Milliseconds an update: the counted σ, n(h+1), and per point and unit ten sums and products, at the speed that they have in the cache."""
    return (n * (h + 1) * sigmoid + n * (10 * h + 2) * multiply_add) * 1e-6


def main():
    workers = {1: DotNet(1), CORES: DotNet(CORES)}
    trainings = []
    for n, h, updates, rounds, names in CASES:
        times = measure(workers, n, h, updates, rounds, names)
        trainings.append((n, h, updates, times))
        scale = updates if (n, h, updates) == POST else 1
        for ours in list(times)[:2]:
            for other in names:
                row(f"{caption(n, h, updates)}; {ours}", other, min(times[ours]) * scale, min(times[other]) * scale)
    products = []
    for m, k, n in PRODUCTS:
        times = multiply(workers[1], m, k, n)
        products.append((m, k, n, times))
        for other in list(times)[1:]:
            row(f"product of {m} × {k} and {k} × {n}; 1 thread", other, min(times["ours, 1 thread"]), min(times[other]))
    if not QUICK:
        write(trainings, products, workers[1].numbers("speeds"))


def row(case, other, ours_ms, other_ms):
    print(f"{case}\t{other}\t{ours_ms:.4g}\t{other_ms:.4g}\t{other_ms / ours_ms:.2f}", flush=True)


def table(times, digits=4):
    base = min(times["ours, 1 thread"])
    return ["| | min | median | max | ratio |", "|---|---|---|---|---|",
            *(f"| {name} | {min(t):.{digits}g} | {statistics.median(t):.{digits}g} | {max(t):.{digits}g} | {min(t) / base:.2f} |" for name, t in times.items()), ""]


def write(trainings, products, speeds):
    import sklearn
    import torch
    dotnet = subprocess.run(["dotnet", "--version"], capture_output=True, text=True, cwd=ROOT).stdout.strip()
    several = f"ours, {CORES} threads"
    lines = ["# Measured side by side", "",
             f"Written by `benchmarks/side-by-side/run` on {date.today()}: {cpu()}, {CORES} processors, load {os.getloadavg()[0]:.1f} at the end, {platform.system()}; .NET SDK {dotnet}, NumPy {np.__version__} with {blas()}, scikit-learn {sklearn.__version__}, PyTorch {torch.__version__} ({torch.get_num_threads()} threads).", "",
             "Full-batch gradient descent with one hidden layer of sigmoid units, in doubles, on the same points from the same start; the loss every 100 updates. Every implementation runs once a round, and the rounds follow each other. Before the rounds each has to reach our loss to 1e-9 (scikit-learn draws its own start and is not held to that). Milliseconds an update; ratio: the other's minimum ÷ ours with one thread, because other programs on the machine disturb the minimum least. `numpy_post` writes the formulas as the post does, `numpy_tight` makes every array once, `mathnet` is Math.NET's operators with its own settings, `mathnet_single` the same with one thread as in the notebooks, `limit` is a loop for two coordinates and three units and nothing else.", "",
             "## Growth", "",
             f"The counted limit takes one σ for {speeds[0]:.2f} ns and one multiplication with addition for {speeds[1]:.3f} ns, as measured in the cache of this machine on one thread, and counts n(h + 1) of the former and n(10h + 2) of the latter.", "",
             "![time an update against points and units](../docs/images/growth.svg)", "",
             f"| points, units | ours, ms | {CORES} threads, ms | counted limit, ms | ns per point and unit | × the post's NumPy | × tight NumPy | the same with {CORES} threads |", "|---|---|---|---|---|---|---|---|"]
    for n, h, _, times in trainings:
        one, many, post, tight = (min(times[name]) for name in ("ours, 1 thread", several, "numpy_post", "numpy_tight"))
        lines.append(f"| {n:,}, {h} | {one:.4g} | {many:.4g} | {limit(n, h, *speeds):.4g} | {one * 1e6 / n / h:.2f} | {post / one:.1f} | {tight / one:.1f} | {post / many:.1f}, {tight / many:.1f} |")
    lines.append("")
    for n, h, updates, times in trainings:
        title = caption(n, h, updates)
        lines += [f"## {title[0].upper()}{title[1:]}", "", *table(times)]
    lines += ["## Products of two matrices", "", "The engine's product of a layer going forward, block of rows after block of rows, against OpenBLAS through NumPy with one thread, and Math.NET with its own settings. Milliseconds a product.", ""]
    for m, k, n, times in products:
        lines += [f"### {m} × {k} and {k} × {n}", "", *table(times), f"Ours: {2e-6 * m * k * n / min(times['ours, 1 thread']):.1f} billion operations a second.", ""]
    with open(f"{ROOT}/benchmarks/notes.md") as f:
        lines.append(f.read().strip())
    with open(f"{ROOT}/benchmarks/RESULTS.md", "w") as f:
        f.write("\n".join(lines) + "\n")
    with open(f"{ROOT}/docs/images/growth.svg", "w") as f:
        f.write(draw([(n, h, {k: min(t) for k, t in times.items()} | {"counted": limit(n, h, *speeds)}) for n, h, _, times in trainings], CORES))


main()
