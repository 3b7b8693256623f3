#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Fits the weights of backend/region/places/evidence.cpp to what `bench_places --dump FILE` wrote.

    ./dev exec python3 tests/bench/calibrate_places.py FILE

Multinomial logistic regression: each question chooses among its candidates and "none of them", whose strength is 0. Prints the bias and the
weights in the order of the clues. Full-batch Adam with a little shrinkage; the same file gives the same weights.
"""

import math
import sys
from pathlib import Path

STEPS, RATE, SHRINK = 250, 0.1, 1.0
START = [4.0, -14.0, -14.0, -7.0, 1.5, -1.5, -1.0, 3.0, 1.5, 0.5, 0.0, -3.0, -3.0, -2.0, 2.0, -1.5, 3.0, -2.0, -4.0, -1.0]  # a fair guess


def read(path: Path) -> tuple[list[tuple[list[dict[int, float]], int]], int]:
    """Questions as (sparse rows of candidates, index of the meant one or -1), and how many clues there are."""
    questions: dict[str, tuple[list[dict[int, float]], int]] = {}
    clues = 0
    for line in path.read_text().splitlines():
        number, meant, *values = line.split()
        rows, chosen = questions.setdefault(number, ([], -1))
        if meant == "none":
            continue
        clues = len(values)
        row = {index + 1: float(value) for index, value in enumerate(values) if float(value) != 0.0}
        row[0] = 1.0
        rows.append(row)
        if meant == "1" and chosen < 0:
            questions[number] = (rows, len(rows) - 1)
    return list(questions.values()), clues


def main() -> None:
    questions, clues = read(Path(sys.argv[1]))
    weights = START[: clues + 1] + [0.0] * (clues + 1 - len(START))
    first, second = [0.0] * (clues + 1), [0.0] * (clues + 1)
    for step in range(1, STEPS + 1):
        gradient = [SHRINK * weight / len(questions) / 20 for weight in weights]
        loss = 0.0
        for rows, chosen in questions:
            strengths = [sum(weights[i] * value for i, value in row.items()) for row in rows]
            most = max([0.0, *strengths])
            parts = [math.exp(s - most) for s in strengths]
            total = math.exp(-most) + sum(parts)
            right = math.exp(-most) if chosen < 0 else parts[chosen]
            loss -= math.log(max(right / total, 1e-12))
            for index, (row, part) in enumerate(zip(rows, parts)):
                error = (part / total - (index == chosen)) / len(questions)
                if abs(error) > 1e-9:
                    for i, value in row.items():
                        gradient[i] += error * value
        for i, slope in enumerate(gradient):
            first[i] = 0.9 * first[i] + 0.1 * slope
            second[i] = 0.99 * second[i] + 0.01 * slope * slope
            weights[i] -= RATE * first[i] / (1 - 0.9**step) / (math.sqrt(second[i] / (1 - 0.99**step)) + 1e-8)
        if step % 50 == 1:
            print(f"step {step}: mean loss {loss / len(questions):.4f}", file=sys.stderr)
    print(f"constexpr double bias = {weights[0]:.2f};")
    print("    " + ", ".join(f"{weight:.2f}" for weight in weights[1:]))


if __name__ == "__main__":
    main()
