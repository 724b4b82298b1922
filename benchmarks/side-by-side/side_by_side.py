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

import others
from growth import draw

ROOT = sys.argv[1]
QUICK = "--quick" in sys.argv[2:]
CORES = len(os.sched_getaffinity(0))
# Points, units, updates a round, rounds, and the others that are worth their time there.
POST = (200, 3, 1001)
EVERYONE = ["numpy_post", "numpy_tight", "torch_manual", "torch_autograd", "sklearn_sgd", "mathnet"]
CASES = [(*POST, 7, EVERYONE), (20_000, 3, 50, 5, EVERYONE[:4] + ["mathnet"]), (20_000, 64, 10, 5, EVERYONE[:4] + ["mathnet"])]
if not QUICK:
    CASES = [(*POST, 15, EVERYONE), (20_000, 3, 100, 7, EVERYONE[:4] + ["mathnet"]), (1_000_000, 3, 20, 3, EVERYONE[:3]),
             (20_000, 64, 10, 5, EVERYONE[:4] + ["mathnet"]), (20_000, 1024, 5, 3, EVERYONE[:3]), (1_000_000, 64, 5, 3, EVERYONE[:3])]


class DotNet:
    """A .NET process of ours: Environment.ProcessorCount, and so the number of threads, is set from outside."""

    def __init__(self, threads):
        self.process = subprocess.Popen(["dotnet", f"{ROOT}/artifacts/bin/Ours/release/Ours.dll"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, env=dict(os.environ, DOTNET_PROCESSOR_COUNT=str(threads)))

    def ask(self, order):
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def run(self, name, updates):
        answer = self.ask(f"{name} {updates}").split()
        return float(answer[0]), float(answer[1])


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
        runs[name] = (lambda: workers[CORES].run("mathnet", updates)) if name == "mathnet" else (lambda name=name: in_python(name, problem, updates))
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


def cpu():
    with open("/proc/cpuinfo") as f:
        return next((line.split(":")[1].strip() for line in f if line.startswith("model name")), platform.processor())


def blas():
    return os.path.basename(os.path.dirname(os.path.realpath(next(iter(__import__("glob").glob("/etc/alternatives/libblas.so.3-*")), "unknown"))))


def caption(n, h, updates):
    return f"the lesson's run: {n} points, {h} units, {updates} updates" if (n, h, updates) == POST else f"{n:,} points, {h} units"


def main():
    workers = {1: DotNet(1), CORES: DotNet(CORES)}
    results = []
    for n, h, updates, rounds, names in CASES:
        times = measure(workers, n, h, updates, rounds, names)
        results.append((n, h, updates, times))
        scale = updates if (n, h, updates) == POST else 1
        for ours in list(times)[:2]:
            for other in names:
                a, b = (min(times[k]) * scale for k in (ours, other))
                print(f"{caption(n, h, updates)}; {ours}\t{other}\t{a:.4g}\t{b:.4g}\t{b / a:.2f}", flush=True)
    if not QUICK:
        write(results)


def write(results):
    import sklearn
    import torch
    dotnet = subprocess.run(["dotnet", "--version"], capture_output=True, text=True, cwd=ROOT).stdout.strip()
    lines = ["# Measured side by side", "",
             f"Written by `benchmarks/side-by-side/run` on {date.today()}: {cpu()}, {CORES} processors, load {os.getloadavg()[0]:.1f} at the end, {platform.system()}; .NET SDK {dotnet}, NumPy {np.__version__} with {blas()} BLAS, scikit-learn {sklearn.__version__}, PyTorch {torch.__version__} ({torch.get_num_threads()} threads).", "",
             "Full-batch gradient descent with one hidden layer of sigmoid units, in doubles, on the same points from the same start; the loss every 100 updates. Every implementation runs once a round, and the rounds follow each other. Before the rounds each has to reach our loss to 1e-9 (scikit-learn draws its own start and is not held to that). Milliseconds an update; ratio: the other's minimum ÷ ours with one thread, because other programs on the machine disturb the minimum least. `numpy_post` writes the formulas as the post does, `numpy_tight` makes every array once, `mathnet` is Math.NET's operators with its own settings.", ""]
    for n, h, updates, times in results:
        base = min(times["ours, 1 thread"])
        lines += [f"## {caption(n, h, updates)[0].upper()}{caption(n, h, updates)[1:]}", "", "| | min | median | max | ratio |", "|---|---|---|---|---|"]
        lines += [f"| {name} | {min(t):.4g} | {statistics.median(t):.4g} | {max(t):.4g} | {min(t) / base:.2f} |" for name, t in times.items()]
        lines.append("")
    with open(f"{ROOT}/benchmarks/notes.md") as f:
        lines.append(f.read().strip())
    with open(f"{ROOT}/benchmarks/RESULTS.md", "w") as f:
        f.write("\n".join(lines) + "\n")
    with open(f"{ROOT}/docs/images/growth.svg", "w") as f:
        f.write(draw([(n, h, {k: min(t) for k, t in times.items()}) for n, h, _, times in results], CORES))


main()
