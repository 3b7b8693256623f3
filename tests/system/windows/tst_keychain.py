#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""The real console and a real keyring: a sign-in is remembered there and nowhere else, and wiped by signing out. Where there is no
keyring, or one that does not work, the console says that it forgets. Run it with ./run tst_keychain PROGRAMS."""
import functools
import os
import subprocess
import sys

from gi.repository import Gio, GLib

from play import perform
from stage import Failed, until
from window import BUTTON

FORGETS = "Doorstep forgets you when it is closed."
LOGIN = "/org/freedesktop/secrets/collection/login"


@functools.cache
def bus():
    """One connection for all calls: a session of the keyring ends with the connection that opened it."""
    return Gio.bus_get_sync(Gio.BusType.SESSION)


def secrets(path, interface, method, arguments, answer):
    return bus().call_sync("org.freedesktop.secrets", path, interface, method, arguments, GLib.VariantType(answer),
                           Gio.DBusCallFlags.NO_AUTO_START, 20000).unpack()


def kept():
    """The items of the login keyring."""
    return secrets(LOGIN, "org.freedesktop.DBus.Properties", "Get",
                   GLib.Variant("(ss)", ("org.freedesktop.Secret.Collection", "Items")), "(v)")[0]


def kept_token():
    _, session = secrets("/org/freedesktop/secrets", "org.freedesktop.Secret.Service", "OpenSession",
                         GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))), "(vo)")
    secret = secrets(kept()[0], "org.freedesktop.Secret.Item", "GetSecret", GLib.Variant("(o)", (session,)), "((oayays))")
    return bytes(secret[0][2]).decode()


def start_keyring(folder):
    os.makedirs(f"{folder}/keyring", mode=0o700)
    daemon = subprocess.Popen(["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets",
                               f"--control-directory={folder}/keyring"],
                              env=dict(os.environ, HOME=f"{folder}/keyring", XDG_DATA_HOME=f"{folder}/keyring"),
                              stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
    daemon.stdin.write("the keyring's own password")
    daemon.stdin.close()
    until(lambda: kept() == [], "there is no login keyring")
    return daemon


def files_with(text, folder):
    found = []
    for where, _, names in os.walk(folder):
        for name in names:
            with open(os.path.join(where, name), "rb") as file:
                if text.encode() in file.read():
                    found.append(name)
    return found


def remembers(play):
    desk = play.open("ana", play.backend.url, {"DBUS_SESSION_BUS_ADDRESS": os.environ["DBUS_SESSION_BUS_ADDRESS"]})
    desk.hears("Sign in to Doorstep")
    desk.hears_no_more(FORGETS)
    desk.sign_in()
    desk.hears("all changes saved")
    until(lambda: len(kept()) == 1, "the keyring does not have the sign-in")
    token = kept_token()
    if not play.backend.accepts(token):
        raise Failed("what the keyring has is not the token")
    desk.end()
    if found := files_with(token, desk.folder):
        raise Failed(f"the token is in {found}")
    play.step("it is found after a restart")
    desk.start()
    desk.hears("Person: ana")
    desk.hears("all changes saved")
    play.step("and wiped by signing out")
    desk.command("Sign out")
    desk.hears("Sign in to Doorstep")
    until(lambda: kept() == [], "the keyring still has the sign-in")
    until(lambda: not play.backend.accepts(token), "the backend still takes the token")
    desk.end()
    desk.start()
    desk.hears("Sign in to Doorstep")
    desk.hears_no_more(FORGETS)
    return desk


def scenario(play):
    daemon = start_keyring(play.folder)
    try:
        play.step("a sign-in is kept in the keyring")
        desk = remembers(play)
    finally:
        daemon.terminate()
        daemon.wait(20)
    play.step("the keyring is gone while somebody works")
    desk.environment = {}
    desk.end()
    desk.start()
    desk.hears(FORGETS)
    desk.sign_in()
    desk.hears("all changes saved")
    desk.end()
    desk.start()
    desk.hears("What you see is the last known state.")
    desk.click(BUTTON, "Sign in")
    desk.hears(FORGETS)


if __name__ == "__main__":
    sys.exit(perform(["ana"], scenario))
