// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "app/statuswords.h"

#include <QCoreApplication>
#include <QLocale>

#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Doorstep::StatusWords)
};

} // namespace

ConnectionState connectionStateOf(const ConnectionStatus &status, const Freshness &freshness, const DepotTime &time)
{
    using Link = ConnectionState::Link;
    switch (status.state) {
    case ConnectionStatus::State::Live:
        return {.link = Link::Live, .roundTrip = status.latency, .since = {}};
    case ConnectionStatus::State::Connecting:
        return {.link = Link::Connecting, .roundTrip = {}, .since = {}};
    case ConnectionStatus::State::NeedsSignIn:
        return {.link = Link::SignedOut, .roundTrip = {}, .since = {}};
    case ConnectionStatus::State::Offline: {
        // From the cache, the age of what is shown matters; after a loss, when it was lost.
        const auto since = freshness.isFromCache ? freshness.asOf : status.since;
        return {.link = Link::Offline, .roundTrip = {}, .since = since.isValid() ? time.clock(since) : QString()};
    }
    }
    std::unreachable();
}

QString connectionText(const ConnectionStatus &status, const QUrl &server, int waiting, int attention)
{
    const auto host = server.host();
    QStringList parts;
    switch (status.state) {
    case ConnectionStatus::State::Live:
        parts = {Tr::tr("Connected to %1").arg(host)};
        break;
    case ConnectionStatus::State::Connecting:
        parts = {Tr::tr("Connecting to %1…").arg(host)};
        break;
    case ConnectionStatus::State::NeedsSignIn:
        parts = {Tr::tr("Signed out of %1").arg(host)};
        break;
    case ConnectionStatus::State::Offline:
        parts = {Tr::tr("%1 cannot be reached · trying again by itself").arg(host)};
        break;
    }
    if (waiting > 0)
        parts.append(Tr::tr("%n change(s) kept here, waiting to be sent", nullptr, waiting));
    else if (status.state == ConnectionStatus::State::Live)
        parts.append(Tr::tr("all changes saved"));
    if (attention > 0)
        parts.append(Tr::tr("%n change(s) need(s) you", nullptr, attention));
    return parts.join(u" · "_s);
}

QString paceOfDemo(double rate, double speed)
{
    return rate < speed ? Tr::tr("Demo: the morning is being told…")
                        : Tr::tr("Demo at %1×").arg(QLocale().toString(rate, 'g', 3));
}

} // namespace Doorstep
