# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""A real console in a window, seen through the accessibility bus as by a screen reader, and driven by the pointer and the keyboard of
the X server. What is pressed is first found by its accessible name, and must be where the pointer goes."""
import os
import signal
import subprocess

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio  # noqa: E402

from stage import ADDRESS, PASSWORD, Failed, until  # noqa: E402

FIELD = ("text", "entry", "password text", "editbar")
BUTTON = ("push button", "button", "toggle button")
CELL = ("table cell", "list item")
LABEL = ("label", "static")
SIZE = (1280, 860)
MOST_CHILDREN = 200


def accessibility_bus():
    session = Gio.bus_get_sync(Gio.BusType.SESSION)
    return session.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
                             Gio.DBusCallFlags.NONE, 30000).unpack()[0]


def walk(node):
    """The node and what shows of it, in their order."""
    yield node
    for i in range(min(node.get_child_count(), MOST_CHILDREN)):
        child = node.get_child_at_index(i)
        if child is not None and child.get_state_set().contains(Atspi.StateType.SHOWING):
            yield from walk(child)


def words_of(node):
    """Its text where it has any, else its name: what a screen reader reads aloud."""
    text = node.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else node.get_name()


class Window:
    def __init__(self, program, folder, url, user, column, environment=None):
        self.program, self.folder, self.url, self.user, self.column = program, folder, url, user, column
        self.log, self.environment = f"{folder}/log", environment or {}
        os.makedirs(f"{folder}/run", mode=0o700)
        self.process = self.application = None
        self.missing = []

    def start(self):
        env = dict(os.environ, HOME=self.folder, XDG_RUNTIME_DIR=f"{self.folder}/run", LANG="C.UTF-8", LC_ALL="C.UTF-8",
                   TZ="America/Montevideo",
                   XDG_SESSION_ID=self.folder.strip("/").replace("/", "-"),  # one console a session
                   QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb", AT_SPI_BUS_ADDRESS=accessibility_bus(),
                   DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere")  # a keyring that starts by itself asks the test
        env.update(self.environment)
        for name in ("CONFIG", "DATA", "CACHE", "STATE"):
            env[f"XDG_{name}_HOME"] = f"{self.folder}/{name.lower()}"
        self.application = None
        with open(self.log, "a") as log:
            self.process = subprocess.Popen([self.program, "--server", self.url, "--size", "{}x{}".format(*SIZE)],
                                            env=env, stdout=log, stderr=log)
        self.application = until(self._find, f"no window of {self.user}")
        self.handle = until(lambda: self.xdotool("search", "--onlyvisible", "--pid", str(self.process.pid),
                                                 "--name", "Doorstep").split()[-1], f"no X window of {self.user}")
        self.xdotool("windowmove", "--sync", self.handle, str(self.column * SIZE[0]), "0")

    def end(self, how=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            return self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise Failed(f"the console of {self.user} does not end") from None

    def kill(self):
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def _find(self):
        if self.process.poll() is not None:
            raise Failed(f"the console of {self.user} ended with {self.process.returncode}: {open(self.log).read()}")
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(i)
            if one is not None and one.get_process_id() == self.process.pid:
                Atspi.Accessible.set_cache_mask(one, Atspi.Cache.NONE)  # what it says now, always
                return one
        return None

    @staticmethod
    def xdotool(*arguments):
        return subprocess.run(["xdotool", *arguments], check=True, capture_output=True, text=True, timeout=30).stdout

    # Seeing

    def look(self, roles, name, exact=True):
        """The first that shows with one of these roles and this name; None when there is none."""
        for node in walk(self.application):
            if node.get_role_name() in roles:
                its = node.get_name()
                if its == name or (not exact and name in its):
                    return node
        return None

    def see(self, roles, name, exact=True):
        return until(lambda: self.look(roles, name, exact), f"{self.user} sees no {roles[0]} {name!r}")

    def is_chosen(self, name):
        node = self.look(("radio button",), name)
        return node is not None and node.get_state_set().contains(Atspi.StateType.CHECKED)

    def says(self, text):
        """Whether any name that shows has this text."""
        return any(text in node.get_name() for node in walk(self.application))

    def tells(self, wanted, unwanted):
        """Waits until all of these are said and none of those, at once."""
        def look():
            names = [node.get_name() for node in walk(self.application)]
            self.missing = [text for text in wanted if not any(text in name for name in names)]
            self.missing += [f"no {text}" for text in unwanted if any(text in name for name in names)]
            return not self.missing
        try:
            until(look, "")
        except Failed:
            raise Failed(f"{self.user} is not told {self.missing}") from None

    def hears(self, text):
        until(lambda: self.says(text), f"{self.user} is not told {text!r}")

    def hears_no_more(self, text):
        until(lambda: not self.says(text), f"{self.user} is still told {text!r}")

    def show_all(self):
        """For whoever looks into a failure: what this window tells, and its log."""
        print(f"--- {self.user}, ended with {self.process.poll()}" if self.process else f"--- {self.user} never started")
        try:
            for node in walk(self.application) if self.application else ():
                if name := node.get_name():
                    states = node.get_state_set()
                    its = [word for word, state in (("in focus", Atspi.StateType.FOCUSED),) if states.contains(state)]
                    its += [] if states.contains(Atspi.StateType.ENABLED) else ["disabled"]
                    its += [repr(words_of(node))] if node.get_role_name() in FIELD else []
                    print(f"  {node.get_role_name()}: {name!r}", *its)
        except Exception as problem:  # it may be gone
            print(f"  {problem!r}")
        if os.path.exists(self.log):
            with open(self.log) as log:
                print(log.read()[-4000:])

    # Doing

    @staticmethod
    def _box(node):
        box = Atspi.Component.get_extents(node.get_component_iface(), Atspi.CoordType.SCREEN)
        return box.x, box.y, box.x + box.width, box.y + box.height

    def _middle(self, node):
        """Where a click on it goes; None when that is scrolled out of sight."""
        left, top, right, bottom = self._box(node)
        x, y = (left + right) // 2, (top + bottom) // 2
        parent = node.get_parent()
        while parent is not None and parent.get_role_name() != "application":
            left, top, right, bottom = self._box(parent)
            if not (left <= x < right and top <= y < bottom):
                return None
            parent = parent.get_parent()
        return x, y

    def _ready(self, roles, name, exact):
        node = self.look(roles, name, exact)
        if node is None or not node.get_state_set().contains(Atspi.StateType.ENABLED):
            return None
        where = self._middle(node)
        return where if where == self._middle(node) else None  # it does not move

    def click(self, roles, name, exact=True):
        x, y = until(lambda: self._ready(roles, name, exact), f"{self.user} finds no {roles[0]} {name!r} to click on")
        self.xdotool("mousemove", "--sync", str(x), str(y), "click", "1")

    def key(self, *keys):
        self.focus()
        self.xdotool("key", "--delay", "30", *keys)

    def focus(self):
        self.xdotool("windowfocus", "--sync", self.handle)

    def _take_focus(self, field):
        """A click where the field can be seen; else as a screen reader does it."""
        if field.get_state_set().contains(Atspi.StateType.FOCUSED):
            return True
        if where := self._middle(field):
            self.xdotool("mousemove", "--sync", *map(str, where), "click", "1")
        else:
            Atspi.Component.grab_focus(field.get_component_iface())
        return until(lambda: field.get_state_set().contains(Atspi.StateType.FOCUSED), "no focus", 3)

    def write(self, name, text):
        """Types text into the field of this name in place of what is there."""
        self.focus()
        field = self.see(FIELD, name)
        until(lambda: self._take_focus(field), f"{self.user} cannot write into {name!r}")
        self.key("ctrl+a")
        self.xdotool("type", "--delay", "15", text)
        if field.get_role_name() != "password text":
            until(lambda: words_of(field) == text, f"{self.user} did not write {text!r} into {name!r}")

    def sign_in(self, user=None, password=PASSWORD):
        self.write("Name", user or self.user)
        self.write("Password", password)
        self.click(BUTTON, "Sign in")

    def command(self, name):
        """As a person without a mouse: the palette, the words, the row."""
        self.key("ctrl+k")
        self.write("Search and commands", name)
        self.click(CELL, name, exact=False)

    def look_at_the_stop(self):
        self.hears("all changes saved")
        self.key("ctrl+2")  # the stops, and everything about one
        self.click(CELL, f"Address: {ADDRESS}")
        self.hears("Customer: ")

    def edit(self, **fields):
        """Changes these of the selected stop, and sees that it is done."""
        self.key("F2")
        for name, text in fields.items():
            self.write(name.replace("_", " "), text)
        self.key("ctrl+Return")
        self.hears(f"Edited {ADDRESS}")
        self.hears_no_more("Close without saving")
