#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
"""The whole triage of cases by keys alone, seen as a screen reader sees it, held against the backend's documents: the queue, the next
and the previous card, take, snooze, the best action, a way out, escalate, follow, merge, close with a reason, and taking it back.
tst_triage.py PROGRAMS, inside dbus-run-session on a virtual display."""
import datetime
import json
import sys

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from play import perform  # noqa: E402
from stage import DEPOT, Failed, until  # noqa: E402
from window import CELL, FIELD, walk  # noqa: E402

MENU_ITEM = ("menu item",)
REFUSED, NOBODY = "Rivera 2100", "José Ellauri 1221"


def rfc(when):
    return when.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.000Z")


class Cases:
    """What the backend has, asked anew each time."""

    def __init__(self, backend):
        self.backend = backend

    def documents(self, kind):
        lines = map(json.loads, self.backend.ask("GET", f"/v1/feeds/{DEPOT}/snapshot").splitlines())
        return {one["id"]: one["body"] for one in lines if one.get("kind") == kind}

    def missed(self, stop):
        return self.documents("exception").get(f"missed-{stop}-1", {})

    def becomes(self, stop, what, wanted):
        until(lambda: wanted(self.missed(stop)), f"the case of {stop} is not {what}: {self.missed(stop)}")


def prepare(backend):
    """Two stops of one route, of which the one was refused and at the other nobody was home. Their ids."""
    now = datetime.datetime.now(datetime.timezone.utc)
    orders = [{"depot": "aguada", "reference": f"T{number}", "shop": "Shop", "customer": customer,
               "address": {"text": address}, "where": where, "parcels": [{"weight_kg": 1}],
               "window": {"from": rfc(now - datetime.timedelta(hours=1)), "to": rfc(now + datetime.timedelta(hours=hours))}}
              for number, (customer, address, where, hours) in enumerate([
                  ("Leo Díaz", REFUSED, [-56.16, -34.90], 2), ("Eva Sosa", NOBODY, [-56.15, -34.92], 3),
                  ("Max Rey", "Bulevar España 2511", [-56.155, -34.915], 6)])]
    made = backend.call("POST", "/v1/orders", {"orders": orders}, headers=[("Idempotency-Key", '"triage"')])
    stops = [order["stop"] for order in made["orders"]]
    montevideo = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=-3)))
    backend.call("PUT", "/v1/plan", {"routes": [
        {"id": "r1", "depot": "aguada", "driver": "carla", "vehicle": "van", "day": montevideo.strftime("%Y-%m-%d"),
         "status": "planned", "scheduled_start": rfc(now + datetime.timedelta(hours=1)),
         "stops": stops, "load": 0.1}]})
    for stop, failure in zip(stops, ("refused", "nobody_home")):
        backend.call("POST", f"/v1/stops/{stop}/attempts", {"outcome": "failed", "failure": failure, "at": rfc(now)})
    return stops[:2]


def in_focus(window, roles, name):
    """Whether what has the keyboard is called so, at least in part."""
    for node in walk(window.application):
        states = node.get_state_set()
        if node.get_role_name() in roles and name in node.get_name() and states.contains(Atspi.StateType.FOCUSED):
            return True
    return False


def at(window, roles, name):
    until(lambda: in_focus(window, roles, name), f"the keyboard is not at {roles[0]} {name!r}")


class Ear:
    """Hears where the keyboard goes, as a screen reader does: what pops up is not in the window's tree."""

    def __init__(self):
        self.last = ""
        self.listener = Atspi.EventListener.new(self._hear)
        self.listener.register("object:state-changed:focused")

    def _hear(self, event):
        try:
            if event.detail1 and event.source.get_role_name() in MENU_ITEM:
                self.last = event.source.get_name()
        except GLib.Error:
            pass  # it has gone

    def offered(self, name):
        """A menu is up, and what is chosen in it is this."""
        def is_chosen():
            while GLib.MainContext.default().iteration(False):
                pass
            return name in self.last
        until(is_chosen, f"nobody is offered {name!r}, at last {self.last!r}")
        self.last = ""


def going_through(ana):
    ana.key("e")
    at(ana, CELL, "Missed delivery — refused")
    ana.key("j")
    at(ana, CELL, "Missed delivery — nobody home")
    ana.key("k")
    at(ana, CELL, "Missed delivery — refused")


def caring(ana, ear, cases, refused, me):
    ana.key("a")
    ana.hears("Took the case")
    ana.hears("ana takes care of it")
    cases.becomes(refused, "taken", lambda case: case.get("owner") == me)
    ana.key("w")
    ana.hears("Follows the case")
    cases.becomes(refused, "followed", lambda case: case.get("followers") == [me])
    ana.key("shift+e")
    ear.offered("Without a reason")
    ana.key("Down")
    ear.offered("The customer is waiting for an answer")
    ana.key("Return")
    ana.hears("Escalated the case")
    at(ana, CELL, "Escalated")
    cases.becomes(refused, "escalated", lambda case: case.get("escalation") == "raised"
                  and case["escalated_by"] == me and "waiting" in case["escalation_reason"])


def snoozing(ana, ear, cases, refused):
    ana.key("s")
    ear.offered("10 minutes")
    ana.key("Return")
    ana.hears("Snoozed the case until")
    at(ana, CELL, "Missed delivery — nobody home")  # the next one follows
    cases.becomes(refused, "put off", lambda case: "snoozed_until" in case)
    ana.key("ctrl+z")
    ana.hears("Undone: Snoozed the case")
    cases.becomes(refused, "awake", lambda case: "snoozed_until" not in case)
    ana.hears("Missed delivery — refused")


def the_best_action(ana, cases, backend, nobody):
    at(ana, CELL, "Missed delivery — nobody home")
    ana.key("Return")
    until(lambda: backend.stop(nobody)["status"] == "planned", "the stop is not tried again")
    cases.becomes(nobody, "over", lambda case: case["status"] == "closed" and case.get("cleared"))
    ana.hears_no_more("Missed delivery — nobody home")
    ana.key("ctrl+z")
    until(lambda: backend.stop(nobody)["status"] == "failed", "the try is not taken back")
    cases.becomes(nobody, "open again", lambda case: case["status"] == "open")
    ana.hears("Missed delivery — nobody home")


def a_way_out(ana, cases, backend, nobody):
    ana.key("e")
    reach(ana, "Missed delivery — nobody home")
    ana.hears("The server cannot say now what it costs.")  # it has no roads here
    ana.key("o")
    at(ana, ("push button", "button"), "Tomorrow at the same hours")
    window = backend.stop(nobody)["window"]
    ana.key("Return")
    until(lambda: backend.stop(nobody)["window"]["from"][:10] > window["from"][:10], "it is not put off until tomorrow")
    if "route" in backend.stop(nobody):
        raise Failed("it is still on today's route")
    ana.key("ctrl+z")
    until(lambda: backend.stop(nobody)["window"] == window, "the window is not taken back")
    until(lambda: backend.stop(nobody).get("route") == "r1", "it is not on its route again")
    until(lambda: backend.stop(nobody)["status"] == "failed", "the failure is not taken back")
    cases.becomes(nobody, "open again", lambda case: case["status"] == "open")


def reach(window, name):
    """J or K until the card is there."""
    window.hears(name)
    for key in ("j", "k"):
        for _ in range(3):
            if in_focus(window, CELL, name):
                return
            window.key(key)
    at(window, CELL, name)


def merging(ana, ear, cases, refused, nobody):
    ana.key("e")
    reach(ana, "Missed delivery — nobody home")
    ana.key("m")
    ear.offered("Missed delivery — refused")
    ana.key("Return")
    ana.hears("Merged the case with")
    ana.hears("with 1 more")
    cases.becomes(nobody, "merged", lambda case: case.get("merged_into") == f"missed-{refused}-1")
    ana.key("ctrl+z")
    cases.becomes(nobody, "split", lambda case: "merged_into" not in case)
    ana.hears_no_more("with 1 more")


def closing(ana, cases, refused):
    ana.key("e")
    reach(ana, "Missed delivery — refused")
    ana.key("x")
    at(ana, FIELD + ("combo box",), "Resolution")
    ana.key("ctrl+a")
    ana.xdotool("type", "--delay", "15", "Sent back to the shop")
    ana.key("Return")
    ana.hears("Closed the case: Sent back to the shop")
    cases.becomes(refused, "closed", lambda case: case["status"] == "closed"
                  and case["resolution"] == "Sent back to the shop" and not case.get("cleared"))
    ana.hears_no_more("Missed delivery — refused")
    ana.key("ctrl+z")
    cases.becomes(refused, "open again", lambda case: case["status"] == "open")
    ana.hears("Missed delivery — refused")


def all_in_the_audit(backend, refused, me):
    entries = backend.call("GET", f"/v1/feeds/{DEPOT}/audit?about=exception/missed-{refused}-1")["entries"]
    actions = [one["action"] for one in reversed(entries) if one["actor"] == me]
    expected = ["assign_exception", "follow_exception", "escalate_exception", "snooze_exception", "snooze_exception",
                "resolve_exception", "resolve_exception"]
    if [one for one in actions if one in expected] != expected:
        raise Failed(f"the audit has {actions}")


def scenario(play):
    refused, nobody = prepare(play.backend)
    cases = Cases(play.backend)
    me = next(one for one, name in play.backend.people().items() if name == "ana")
    for stop in (refused, nobody):
        cases.becomes(stop, "opened by its watcher", lambda case: case.get("status") == "open")
    ana = play.open("ana", play.backend.url)
    ear = Ear()
    ana.sign_in()
    ana.hears("all changes saved")
    ana.hears("Missed delivery — refused")
    play.step("the queue, the next card and the one before")
    going_through(ana)
    play.step("taken, followed, escalated")
    caring(ana, ear, cases, refused, me)
    play.step("put off, and back")
    snoozing(ana, ear, cases, refused)
    play.step("the best action, and back")
    ana.key("e")
    reach(ana, "Missed delivery — nobody home")
    the_best_action(ana, cases, play.backend, nobody)
    play.step("another way out, and back")
    a_way_out(ana, cases, play.backend, nobody)
    play.step("merged, and split again")
    merging(ana, ear, cases, refused, nobody)
    play.step("closed with a reason, and back")
    closing(ana, cases, refused)
    all_in_the_audit(play.backend, refused, me)


if __name__ == "__main__":
    sys.exit(perform(["ana"], scenario))
