#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""One desk, several people: what somebody decided without a network waits for them when they sign out, is sent as theirs when they are
back, and never as anybody else's; the window comes back as they left it. tst_signingout.py PROGRAMS, as tst_twowindows.py."""
import sys

from play import perform
from stage import Failed, until
from window import BUTTON

WAITS = "1 decision of yours could not be sent yet."
WAITS_OF_BRUNO = "1 decision of bruno could not be sent yet."


def leave(desk, play, note):
    """Decides without a network, and signs out."""
    play.relay.cut()
    desk.hears("Offline")
    desk.edit(Instructions=note)
    desk.hears("1 waiting")
    desk.command("Sign out")
    desk.hears(WAITS)
    play.relay.heal()


def sign_in(desk, user):
    desk.user = user
    desk.sign_in()
    desk.look_at_the_stop()


def has_instructions(play, note):
    return play.backend.stop(play.stop).get("instructions", "") == note


def scenario(play):
    desk = play.open("bruno", play.relay.url)
    sign_in(desk, "bruno")
    play.step("the same person comes back")
    leave(desk, play, "Ring twice")
    sign_in(desk, "bruno")
    until(lambda: has_instructions(play, "Ring twice"), "what was decided before signing out is lost")
    desk.hears("Instructions: Ring twice")
    desk.hears_no_more("could not be sent yet")

    play.step("somebody else comes first")
    leave(desk, play, "Ring thrice")
    sign_in(desk, "ana")
    desk.hears(WAITS_OF_BRUNO)
    desk.edit(Gate_code="4711")
    until(lambda: play.backend.stop(play.stop).get("gate_code") == "4711", "what Ana decided is lost")
    desk.hears("Instructions: Ring twice")
    desk.click(BUTTON, "Close")
    desk.hears_no_more("could not be sent yet")
    desk.command("Sign out")
    desk.hears("Sign in to Doorstep")

    play.step("the machine is shut down, and its author comes the next day")
    if (code := desk.end()) != 0:
        raise Failed(f"the console ended with {code}")
    if not has_instructions(play, "Ring twice"):
        raise Failed("what Bruno decided was sent without Bruno")
    desk.start()
    desk.hears(WAITS_OF_BRUNO)
    sign_in(desk, "bruno")
    desk.hears("Instructions: Ring thrice")
    until(lambda: has_instructions(play, "Ring thrice"), "what Bruno decided is lost")
    desk.hears_no_more("could not be sent yet")
    play.backend.has_decided(play.stop, [("bruno", {"instructions": "Ring twice"}), ("ana", {"gate_code": "4711"}),
                                         ("bruno", {"instructions": "Ring thrice"})])

    play.step("the window comes back as it was left")
    desk.end()
    desk.start()
    desk.hears("What you see is the last known state.")
    until(lambda: desk.is_chosen("Support") and not desk.look(("list",), "Routes"), "the window does not come back as it was left")
    desk.click(BUTTON, "Sign in")
    desk.sign_in()
    desk.hears("all changes saved")
    until(lambda: desk.is_chosen("Support"), "the window does not come back as it was left")


if __name__ == "__main__":
    sys.exit(perform(["ana", "bruno"], scenario))
