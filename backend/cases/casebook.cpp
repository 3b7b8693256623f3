// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/cases/casebook.h"

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep::Cases {
namespace {

constexpr auto worthTelling = 60s; ///< Smaller moves of a delay do not make a new version of a case.
constexpr int worthTellingPercent = 10;

/// \a made, but as far as it is not worth telling as in \a told.
Exception calmed(const Exception &told, Exception made)
{
    if (std::chrono::abs(made.lateBy - told.lateBy) < worthTelling && (made.lateBy > 0s) == (told.lateBy > 0s))
        made.lateBy = told.lateBy;
    if (qAbs(made.chancePercent - told.chancePercent) < worthTellingPercent)
        made.chancePercent = told.chancePercent;
    if (made.dueAt.isValid() && told.dueAt.isValid()
        && std::chrono::abs(std::chrono::seconds(told.dueAt.secsTo(made.dueAt))) < worthTelling)
        made.dueAt = told.dueAt;
    // Where it began is evidence, and the driver goes on.
    if (told.where.isValid()) {
        made.where = told.where;
        made.awayMeters = told.awayMeters;
    }
    return made;
}

bool isClosedByPerson(const Exception &exception)
{
    return exception.status == Exception::Status::Closed && !exception.isCleared;
}

/// Nobody has taken it, put it off or made it a part of another, and it is too late to act.
bool wantsEscalation(const Exception &exception, std::chrono::seconds after, const QDateTime &now)
{
    return exception.status == Exception::Status::Open && exception.severity != Exception::Severity::Low
        && exception.escalation == Exception::Escalation::None && !exception.owner.isValid()
        && !exception.mergedInto.isValid() && exception.openedAt.isValid() && exception.dueAt.isValid()
        && std::max(exception.openedAt, exception.dueAt).addDuration(after)
        <= now // a case that opens late has its time too
        && (!exception.snoozedUntil.isValid() || exception.snoozedUntil <= now);
}

} // namespace

CaseBook::Key CaseBook::keyOf(const QString &kind, const Subject &about)
{
    return {kind, QString::number(std::to_underlying(about.kind)) + u':' + about.id};
}

void CaseBook::see(const Exception &exception, qint64 version)
{
    auto &known = m_cases[exception.id];
    if (version < known.version)
        return;
    known = {.exception = exception, .version = version};
    noteOpen(exception);
}

void CaseBook::noteOpen(const Exception &exception)
{
    const auto key = keyOf(exception.kind, exception.about);
    auto &watched = m_watched[key];
    m_subjects.insert_or_assign(key, exception.about);
    const bool isOpen = exception.status == Exception::Status::Open;
    if (isOpen && !watched.open.contains(exception.id))
        watched.open.append(exception.id);
    else if (!isOpen)
        watched.open.removeAll(exception.id);
    watched.isSettled = watched.isSettled && !isOpen; // whether it still is so is to be looked at
}

void CaseBook::look(const Kind &kind, const Place &place, const std::optional<Trouble> &trouble, const QDateTime &now,
                    Outcomes &outcomes)
{
    const auto key = keyOf(kind.word, place.about);
    auto found = m_watched.find(key);
    if (found == m_watched.end()) {
        if (!trouble)
            return; // the usual case costs nothing
        found = m_watched.emplace(key, Watched{}).first;
        m_subjects.insert_or_assign(key, place.about);
    }
    auto &watched = found->second;
    if (watched.isTrouble != trouble.has_value() || !watched.since.isValid()) {
        watched.isTrouble = trouble.has_value();
        watched.since = now;
    }
    const auto lasted = std::chrono::seconds(watched.since.secsTo(now));
    watched.isSettled = false;
    if (trouble) {
        if (lasted >= kind.openAfter || !watched.open.isEmpty())
            open(kind, place, *trouble, now, watched, outcomes);
        watched.isSettled = lasted >= kind.openAfter;
        return;
    }
    if (kind.clears && !watched.open.isEmpty() && lasted >= kind.clearAfter) {
        for (const auto &id : QList<ExceptionId>(watched.open))
            clear(id, outcomes);
    }
    if (watched.open.isEmpty() || !kind.clears)
        watched.isSettled = true;
}

void CaseBook::open(const Kind &kind, const Place &place, const Trouble &trouble, const QDateTime &now,
                    Watched &watched, Outcomes &outcomes)
{
    const auto id = exceptionIdOf(kind.word, place.about, trouble.instance);
    for (const auto &other : QList<ExceptionId>(watched.open)) {
        if (other != id)
            clear(other, outcomes); // it has happened again: another case
    }
    auto &known = m_cases[id];
    if (isClosedByPerson(known.exception))
        return;
    auto after = known.exception;
    after.id = id;
    after.depot = place.depot;
    after.kind = kind.word;
    after.about = place.about;
    after.route = place.route;
    if (after.isCleared) {
        after.isCleared = false;
        after.status = Exception::Status::Open;
        after.resolution.clear();
    }
    const bool isNew = !after.openedAt.isValid();
    if (isNew)
        after.openedAt = now;
    after.severity = trouble.severity;
    after.dueAt = trouble.dueAt;
    after.detail = trouble.detail;
    after.lateBy = trouble.lateBy;
    after.chancePercent = trouble.chancePercent;
    after.where = trouble.where;
    after.awayMeters = trouble.awayMeters;
    conclude(known, isNew ? after : calmed(known.exception, after), outcomes);
}

void CaseBook::clear(const ExceptionId &id, Outcomes &outcomes)
{
    auto &known = m_cases[id];
    auto after = known.exception;
    after.status = Exception::Status::Closed;
    after.isCleared = true;
    conclude(known, after, outcomes);
}

void CaseBook::escalate(const std::function<std::chrono::seconds(const DepotId &)> &after, const QDateTime &now,
                        Outcomes &outcomes)
{
    for (const auto &[key, watched] : m_watched) {
        for (const auto &id : QList<ExceptionId>(watched.open)) {
            auto &known = m_cases[id];
            if (!wantsEscalation(known.exception, after(known.exception.depot), now))
                continue;
            auto raised = known.exception;
            raised.escalation = Exception::Escalation::Raised;
            raised.escalatedAt = now;
            conclude(known, raised, outcomes);
        }
    }
}

void CaseBook::conclude(Known &known, Exception after, Outcomes &outcomes)
{
    if (known.exception == after)
        return;
    outcomes.push_back({.exception = after, .base = known.version});
    known.exception = std::move(after); // the version stays: it is seen when it is committed
    noteOpen(known.exception);
}

void CaseBook::forget(const Subject &about, const QDateTime &now, Outcomes &outcomes)
{
    for (const auto &kind : kinds()) {
        const auto found = m_watched.find(keyOf(kind.word, about));
        if (found == m_watched.end())
            continue;
        for (const auto &id : QList<ExceptionId>(found->second.open))
            clear(id, outcomes);
        found->second.isTrouble = false;
        found->second.since = now;
        found->second.isSettled = true;
    }
}

std::vector<Subject> CaseBook::unsettled() const
{
    std::vector<Subject> subjects;
    for (const auto &[key, watched] : m_watched) {
        if (!watched.isSettled)
            subjects.push_back(m_subjects.at(key));
    }
    return subjects;
}

} // namespace Doorstep::Cases
