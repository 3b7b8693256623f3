# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Reads Mapbox vector tiles (specification 2.1): protobuf layers into plain features, nothing thrown away."""

import struct
from typing import Iterator, NamedTuple

POINT, LINE, POLYGON = 1, 2, 3


class Feature(NamedTuple):
    """One feature of one tile. `parts` are lists of (x, y) in tile units; a ring does not repeat its first point."""

    kind: int
    tags: dict
    parts: list


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _varints(data: bytes) -> list[int]:
    values, at = [], 0
    while at < len(data):
        value, at = _varint(data, at)
        values.append(value)
    return values


def _unzigzag(value: int) -> int:
    return (value >> 1) ^ -(value & 1)


def _fields(data: bytes) -> Iterator[tuple[int, int | bytes]]:
    """The (number, raw value) pairs of one protobuf message."""
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        wire = key & 7
        if wire == 0:
            value, at = _varint(data, at)
            yield key >> 3, value
            continue
        if wire == 2:
            size, at = _varint(data, at)
        elif wire in (1, 5):
            size = 8 if wire == 1 else 4
        else:
            raise ValueError(f"protobuf wire type {wire} is not one a vector tile uses")
        if at + size > len(data):
            raise ValueError("the tile ends in the middle of a field")
        yield key >> 3, data[at : at + size]
        at += size


def _value(data: bytes):
    for number, raw in _fields(data):
        if number == 1:
            return raw.decode("utf-8")
        if number in (2, 3):
            return struct.unpack("<f" if number == 2 else "<d", raw)[0]
        if number == 6:
            return _unzigzag(raw)
        if number == 7:
            return bool(raw)
        return raw
    return None


def _parts(commands: list[int]) -> list[list[tuple[int, int]]]:
    parts, x, y, at = [], 0, 0, 0
    while at < len(commands):
        command, count = commands[at] & 7, commands[at] >> 3
        at += 1
        if command == 7:  # ClosePath: the ring's first point is not repeated
            continue
        for _ in range(count):
            x += _unzigzag(commands[at])
            y += _unzigzag(commands[at + 1])
            at += 2
            if command == 1:
                parts.append([(x, y)])
            else:
                parts[-1].append((x, y))
    return parts


def _feature(data: bytes, keys: list[str], values: list) -> Feature:
    kind, tags, parts = 0, {}, []
    for number, raw in _fields(data):
        if number == 2:
            pairs = _varints(raw)
            tags = {keys[k]: values[v] for k, v in zip(pairs[::2], pairs[1::2])}
        elif number == 3:
            kind = raw
        elif number == 4:
            parts = _parts(_varints(raw))
    return Feature(kind, tags, parts)


def features(tile: bytes, extent: int) -> Iterator[Feature]:
    """Every feature of every layer; refuses a layer whose extent is not the one the caller counts in."""
    for number, layer in _fields(tile):
        if number != 3:
            continue
        raw_features, keys, values, found = [], [], [], 4096
        for inner, raw in _fields(layer):
            if inner == 2:
                raw_features.append(raw)
            elif inner == 3:
                keys.append(raw.decode("utf-8"))
            elif inner == 4:
                values.append(_value(raw))
            elif inner == 5:
                found = raw
        if found != extent:
            raise ValueError(f"the layer's extent is {found}, not {extent}")
        for raw in raw_features:
            yield _feature(raw, keys, values)
