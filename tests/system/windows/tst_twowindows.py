#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""Two real console windows on one stop: one is cut off while both decide about it; when the network is back, both windows and the
backend say the same, and nothing is lost. tst_twowindows.py PROGRAMS, inside dbus-run-session on a virtual display."""
import sys

from play import perform
from stage import Failed, until
from window import BUTTON


def seeing_each_other(ana, bruno):
    ana.hears("bruno is looking at this")
    bruno.hears("ana is looking at this")
    ana.key("F2")
    bruno.hears("ana is editing this")
    bruno.key("F2")
    bruno.hears("ana is editing this stop, too.")
    for window in (ana, bruno):
        window.key("Escape")
        window.hears_no_more("Close without saving")
    bruno.hears("ana is looking at this")


def deciding_apart(ana, bruno, play):
    play.relay.cut()
    bruno.hears("Offline")
    bruno.edit(Phone="+59821111111")
    bruno.edit(Instructions="Ring twice")
    bruno.edit(Customer="Rosa of Bruno")
    bruno.hears("3 waiting")
    ana.edit(Phone="+59822222222")
    ana.edit(Customer="Rosa of Ana")
    ana.edit(Gate_code="4711")
    until(lambda: play.backend.stop(play.stop).get("gate_code") == "4711", "the backend does not have what Ana decided")


def coming_together(bruno, play):
    play.relay.heal()
    bruno.click(BUTTON, "Offline", exact=False)
    bruno.hears("2 need attention")
    bruno.click(BUTTON, "need attention", exact=False)
    bruno.tells(["2 decisions of yours were not taken", "Phone, mine: +59821111111", "Phone, theirs: +59822222222",
                 "It was ana"], [])
    bruno.click(BUTTON, "Keep mine")
    bruno.tells(["Customer, mine: Rosa of Bruno", "Customer, theirs: Rosa of Ana"], [])
    bruno.click(BUTTON, "Take theirs")
    bruno.hears("Nothing is waiting for you")
    bruno.click(BUTTON, "Close the tray")
    bruno.hears_no_more("Nothing is waiting for you")


def all_say(play, windows, phone, customer, instructions, gate):
    says = {"Phone": phone, "Customer": customer, "Instructions": instructions, "Gate code": gate}
    for window in windows:
        window.tells([f"{label}: {value}" for label, value in says.items() if value] + ["all changes saved"],
                     [f"{label}: " for label, value in says.items() if not value]
                     + ["waiting", "need attention", "needs attention", "needs you", "need you"])
    body = play.backend.stop(play.stop)
    there = {"Phone": body.get("phone", ""), "Customer": body.get("customer", ""),
             "Instructions": body.get("instructions", ""), "Gate code": body.get("gate_code", "")}
    if there != says:
        raise Failed(f"the backend says {there}, the windows say {says}")


def scenario(play):
    ana, bruno = play.open("ana", play.backend.url), play.open("bruno", play.relay.url)
    windows = [ana, bruno]
    for window in windows:
        window.sign_in()
        window.look_at_the_stop()
    play.step("one sees that the other looks, and edits")
    seeing_each_other(ana, bruno)
    play.step("one is cut off, and both decide about the same stop")
    deciding_apart(ana, bruno, play)
    play.step("the network is back: what is disjoint merges, the rest is in the tray")
    coming_together(bruno, play)
    phone, customer, note = "+59821111111", "Rosa of Ana", "Ring twice"
    all_say(play, windows, phone, customer, note, "4711")
    play.step("one takes back, the other sees it")
    ana.key("ctrl+z")
    all_say(play, windows, phone, customer, note, "")
    ana.key("ctrl+shift+z")
    all_say(play, windows, phone, customer, note, "4711")
    play.step("every decision is in the audit once")
    play.backend.has_decided(play.stop, [
        ("ana", {"phone": "+59822222222"}), ("ana", {"customer": customer}), ("ana", {"gate_code": "4711"}),
        ("bruno", {"instructions": note}), ("bruno", {"phone": phone}),
        ("ana", {"gate_code": ""}), ("ana", {"gate_code": "4711"})])


if __name__ == "__main__":
    sys.exit(perform(["ana", "bruno"], scenario))
