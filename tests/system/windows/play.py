# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""One test with real windows, from its beginning to its end."""
import os
import sys
import tempfile
import time

from stage import Backend, Failed, Relay
from window import Window


class Play:
    """A backend, a network to cut, and the windows that were opened. Left with a failure, it shows what people saw."""

    def __init__(self, people):
        programs = sys.argv[1]
        self.console = os.environ.get("DOORSTEP_CONSOLE", f"{programs}/doorstep")
        self.begun, self.windows = time.monotonic(), []
        self.directory = tempfile.TemporaryDirectory(prefix="doorstep-windows-", ignore_cleanup_errors=True)
        self.folder = self.directory.name
        self.backend = Backend(programs, self.folder, people)
        try:
            self.stop = self.backend.plan()
            self.relay = Relay(self.backend.port)
        except BaseException:
            self.backend.end()
            raise

    def open(self, user, url, environment=None):
        window = Window(self.console, f"{self.folder}/{user}", url, user, len(self.windows), environment)
        self.windows.append(window)
        window.start()
        return window

    def step(self, what):
        print(f"{time.monotonic() - self.begun:6.1f} s  {what}", flush=True)

    def end(self):
        """Everything ends in order, as when the session does."""
        for window in self.windows:
            if (code := window.end()) != 0:
                raise Failed(f"the console of {window.user} ended with {code}")
        self.backend.end()
        self.backend.verify()

    def __enter__(self):
        return self

    def __exit__(self, kind, problem, trace):
        if problem is not None:
            for window in self.windows:
                window.show_all()
        for window in self.windows:
            window.kill()
        self.backend.end()
        self.directory.cleanup()


def perform(people, scenario):
    try:
        with Play(people) as play:
            scenario(play)
            play.end()
            play.step("done")
    except Failed as failure:
        print(f"FAILED: {failure}", file=sys.stderr)
        return 1
    return 0
