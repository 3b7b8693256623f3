#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Holds backend/api/openapi.yaml and the server together: tst_openapi.py DOORSTEPD OPENAPI_YAML.

The file must be valid OpenAPI, describe every call the server has and none it has not, with the same door and roles."""

import subprocess
import sys

import yaml
from openapi_spec_validator import OpenAPIV31SpecValidator

METHODS = {"get", "put", "post", "delete", "patch"}


def described(spec):
    """METHOD path → (door, roles) as the description has them."""
    calls = {}
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            if method not in METHODS:
                continue
            security = operation.get("security", spec["security"])
            door = "open" if security == [] else "region" if {} in security else "signed_in"
            calls[f"{method.upper()} {path}"] = (door, frozenset(operation.get("x-roles", [])))
    return calls


def registered(server):
    """The same as the server has them."""
    lines = subprocess.run([server, "routes"], check=True, capture_output=True, text=True).stdout.splitlines()
    calls = {}
    for line in lines:
        method, path, door, roles = line.split(" ")
        calls[f"{method} {path.replace('...}', '}')}"] = (door, frozenset(filter(None, roles.split(","))))
    return calls


def main(server, description):
    with open(description, encoding="utf-8") as file:
        spec = yaml.safe_load(file)
    complaints = [f"not valid: {error.message}" for error in OpenAPIV31SpecValidator(spec).iter_errors()]
    ours, theirs = described(spec), registered(server)
    complaints += [f"not described: {call}" for call in sorted(theirs.keys() - ours.keys())]
    complaints += [f"not in the server: {call}" for call in sorted(ours.keys() - theirs.keys())]
    for call in sorted(ours.keys() & theirs.keys()):
        if ours[call] != theirs[call]:
            complaints.append(f"{call}: described as {ours[call]}, served as {theirs[call]}")
    print("\n".join(complaints) or f"{len(ours)} calls, all described")
    return bool(complaints) or not theirs


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
