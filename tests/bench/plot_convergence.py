#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Draws how the cost of plans falls with time. plot_convergence.py < lines of bench_planning KIND SIZE SECONDS > convergence.svg

Both axes are logarithmic: seconds of one core, and how much a plan costs more than the last one of its run, in percent."""
import math
import re
import sys

LINE = re.compile(r"trace kind=(\S+) customers=(\d+) seconds=([\d.]+) cost=([\d.]+) unserved=(\d+)")
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 860, 420, 64, 150, 24, 48
SECONDS, PERCENT = (0.02, 60.0), (0.05, 60.0)
COLOURS = ["#1d4ed8", "#b45309", "#15803d", "#be185d", "#6d28d9", "#0f766e"]


def read(lines):
    """The steps of each run: (seconds, cost), by its name."""
    runs = {}
    for kind, customers, seconds, cost, unserved in LINE.findall("".join(lines)):
        if int(unserved) == 0:
            runs.setdefault(f"{kind}, {customers}", []).append((float(seconds), float(cost)))
    return runs


def along(value, bounds, start, end):
    share = (math.log(value) - math.log(bounds[0])) / (math.log(bounds[1]) - math.log(bounds[0]))
    return start + share * (end - start)


def x(seconds):
    return along(min(max(seconds, SECONDS[0]), SECONDS[1]), SECONDS, LEFT, WIDTH - RIGHT)


def y(percent):
    return along(min(max(percent, PERCENT[0]), PERCENT[1]), PERCENT, HEIGHT - BOTTOM, TOP)


def grid():
    for seconds in (0.03, 0.1, 0.3, 1, 3, 10, 30):
        yield f'<path class="grid" d="M{x(seconds):.1f} {TOP}V{HEIGHT - BOTTOM}"/>'
        yield f'<text x="{x(seconds):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{seconds:g} s</text>'
    for percent in (0.1, 0.3, 1, 3, 10, 30):
        yield f'<path class="grid" d="M{LEFT} {y(percent):.1f}H{WIDTH - RIGHT}"/>'
        yield f'<text x="{LEFT - 8}" y="{y(percent) + 4:.1f}" text-anchor="end">{percent:g} %</text>'


def curves(runs):
    for number, (name, steps) in enumerate(runs.items()):
        last = min(cost for _, cost in steps)
        points = [(x(seconds), y(100.0 * (cost / last - 1.0))) for seconds, cost in steps]
        path = f"M{points[0][0]:.1f} {points[0][1]:.1f}" + "".join(f"H{px:.1f}V{py:.1f}" for px, py in points[1:])
        colour = COLOURS[number % len(COLOURS)]
        height = TOP + 14 + 22 * number
        yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'
        yield f'<path d="M{WIDTH - RIGHT + 14} {height - 4}h18" stroke="{colour}" stroke-width="3"/>'
        yield f'<text x="{WIDTH - RIGHT + 38}" y="{height}">{name}</text>'


def main():
    runs = read(sys.stdin)
    if not runs:
        sys.exit("no lines of bench_planning KIND SIZE SECONDS on standard input")
    print(f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">')
    print("<title>Cost over the last plan of each run, against seconds of one core</title>")
    print(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/><style>.grid{{stroke:#e2e5ea}}text{{fill:#374151}}</style>')
    print("\n".join([*grid(), *curves(runs)]))
    print("</svg>")


if __name__ == "__main__":
    main()
