# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""What tests with real windows stand on: a backend with people and a plan, and a network that can be cut."""
import datetime
import json
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request

PASSWORD = "a long enough password"
DEPOT = "depot-aguada"
ADDRESS = "José Ellauri 1"


class Failed(Exception):
    """A sentence that says what a person would have missed."""


def until(look, otherwise, patience=60):
    """What look() answers once that is something; it is asked again and again, and may fail while things change."""
    end = time.monotonic() + patience
    trouble = None
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except Exception as problem:  # the tree changes while it is looked at
            trouble = problem
        time.sleep(0.05)
    raise Failed(f"{otherwise} (in {patience} s{f'; at last: {trouble!r}' if trouble else ''})")


class Relay:
    """A way to the backend that can be cut."""

    def __init__(self, port):
        self.port, self.is_open, self.pairs = port, True, []
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def _accept(self):
        while True:
            client, _ = self.listener.accept()
            with self.lock:
                if not self.is_open:
                    client.close()
                    continue
                server = socket.create_connection(("127.0.0.1", self.port))
                self.pairs.append((client, server))
            for one, other in ((client, server), (server, client)):
                threading.Thread(target=self._copy, args=(one, other), daemon=True).start()

    @staticmethod
    def _end(*sockets):
        for one in sockets:
            try:
                one.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass

    def _copy(self, one, other):
        try:
            while data := one.recv(65536):
                other.sendall(data)
        except OSError:
            pass
        self._end(one, other)

    def cut(self):
        with self.lock:
            self.is_open = False
            for pair in self.pairs:
                self._end(*pair)
            self.pairs.clear()

    def heal(self):
        with self.lock:
            self.is_open = True


class Backend:
    """A doorstepd with these people, who may do what dispatchers do, and "chief", who is the test."""

    def __init__(self, programs, folder, people):
        self.program, self.data = f"{programs}/doorstepd", f"{folder}/data"
        for user, role in {**{name: "dispatcher" for name in people}, "chief": "admin"}.items():
            subprocess.run([self.program, "user", "add", user, "--data", self.data, "--role", role,
                            "--password-stdin"], input=PASSWORD + "\n", text=True, check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(f"{folder}/doorstepd.log", "w") as log:
            self.process = subprocess.Popen([self.program, "serve", "--data", self.data, "--listen", "127.0.0.1:0"],
                                            stdout=subprocess.PIPE, stderr=log, text=True)
        for line in self.process.stdout:
            if "listening on" in line:
                self.url = line.split()[-1]
                break
        threading.Thread(target=self.process.stdout.read, daemon=True).start()
        self.token = None
        self.token = until(lambda: self.call("POST", "/v1/session", {"user": "chief", "password": PASSWORD})["token"],
                           "the backend does not answer")

    @property
    def port(self):
        return int(self.url.rsplit(":", 1)[1])

    def ask(self, verb, path, body=None, token=None, headers=()):
        request = urllib.request.Request(self.url + path, json.dumps(body).encode() if body else None, method=verb)
        request.add_header("Content-Type", "application/json")
        for name, value in headers:
            request.add_header(name, value)
        if token or self.token:
            request.add_header("Authorization", "Bearer " + (token or self.token))
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read()

    def call(self, *arguments, **named):
        return json.loads(self.ask(*arguments, **named))

    def accepts(self, token):
        try:
            self.ask("GET", "/v1/feeds", token=token)
        except urllib.error.HTTPError as refusal:
            if refusal.code == 401:
                return False
            raise
        return True

    def plan(self):
        """One driver who has one stop today; its id."""
        place = {"address": {"text": ADDRESS}, "where": [-56.15, -34.91]}
        self.call("PUT", "/v1/plan", {
            "depots": [{"id": "aguada", "name": "Aguada", "time_zone": "America/Montevideo", **place}],
            "vehicles": [{"id": "van", "depot": "aguada", "name": "Van", "kind": "van", "capacity_kg": 500}],
            "drivers": [{"id": "carla", "depot": "aguada", "name": "Carla"}]})
        made = self.call("POST", "/v1/orders", {"orders": [
            {"depot": "aguada", "reference": "R1", "shop": "Shop", "customer": "Rosa Castro",
             "parcels": [{"weight_kg": 1}], **place}]}, headers=[("Idempotency-Key", '"1"')])
        stop = made["orders"][0]["stop"]
        montevideo = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=-3)))
        today = montevideo.strftime("%Y-%m-%d")
        self.call("PUT", "/v1/plan", {"routes": [
            {"id": "r1", "depot": "aguada", "driver": "carla", "vehicle": "van", "day": today, "status": "planned",
             "scheduled_start": today + "T12:00:00.000Z", "stops": [stop], "load": 0.1}]})
        return stop

    def stop(self, stop):
        for line in self.ask("GET", f"/v1/feeds/{DEPOT}/snapshot").splitlines():
            document = json.loads(line)
            if document.get("kind") == "stop" and document.get("id") == stop:
                return document["body"]
        raise Failed(f"the backend has no stop {stop}")

    def people(self):
        """Names by id."""
        lines = map(json.loads, self.ask("GET", "/v1/feeds/organisation/snapshot").splitlines())
        return {one["id"]: one["body"]["name"] for one in lines if one.get("kind") == "user"}

    def has_decided(self, stop, expected):
        """That exactly these edits of the stop are in its audit, in this order: (name, what was set)."""
        names = self.people()
        entries = self.call("GET", f"/v1/feeds/{DEPOT}/audit?about=stop/{stop}")["entries"]
        found = [(names.get(one["actor"], one["actor"]), one["body"].get("set")) for one in reversed(entries)
                 if one["action"] == "edit_stop"]
        if found != expected:
            raise Failed(f"the audit has {found}, not {expected}")

    def end(self):
        self.process.terminate()
        self.process.wait(30)

    def verify(self):
        done = subprocess.run([self.program, "audit", "verify", "--data", self.data], capture_output=True, text=True)
        if done.returncode != 0:
            raise Failed("the audit does not verify: " + done.stdout + done.stderr)
