// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/backendprocess.h"
#include "tests/support/faultproxy.h"
#include "tests/system/survive/consoleprocess.h"
#include "tests/system/survive/invariants.h"
#include "tests/system/survive/phones.h"
#include "tests/system/survive/station.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>

#include <array>
#include <memory>

namespace Doorstep::Test {

/// One thing that happens; what `who`, `a` and `b` mean is up to `what`. Any numbers make sense.
struct Happening
{
    int what = 0;
    int who = 0;
    int a = 0;
    int b = 0;
};

/// What came of all the runs of a program.
struct Figures
{
    qint64 runs = 0;
    qint64 happenings = 0;
    qint64 saved = 0;
    qint64 lost = 0;
    qint64 doubled = 0;
    qint64 divergent = 0;
    qint64 backendKills = 0;
    qint64 consoleKills = 0;
    qint64 consoleRestarts = 0;
    qint64 strikes = 0;
    qint64 restores = 0;
    qint64 suspends = 0;
    qint64 fixes = 0; ///< That the backend said are stored.
    qint64 attention = 0;
    QList<qint64> drains; ///< Milliseconds from heal to quiet.
};

/// A backend with a small plan, three consoles with a bad network each, and phones.
class World
{
public:
    static constexpr int consoles = 3;
    static const int kinds; ///< Of happenings.

    /// \a patience: how many times as long timeouts are.
    explicit World(Figures &figures, int patience = 1);
    /// With programs of other versions: doorstepd, and survive-console (stations are always of this one).
    World(Figures &figures, int patience, const QString &backendPrograms, QString consolePrograms);
    ~World();
    Q_DISABLE_COPY_MOVE(World)

    /// Everybody is there and up to date; else why not.
    [[nodiscard]] QString begin();
    void happen(const Happening &happening);
    /// Fine weather, everything running; waits until it is quiet. Why that took too long, or nothing.
    [[nodiscard]] QString heal();
    /// The first invariant that does not hold, or nothing. Ends the consoles.
    [[nodiscard]] QString check();

    [[nodiscard]] static QString ours(); ///< Where the programs of this version are.
    [[nodiscard]] static QString name(int what); ///< Of a happening, for counterexamples.

    // For tests of one thing.
    void killBackend();
    void restartBackend();
    [[nodiscard]] bool doorstepd(const QStringList &arguments);
    void backUp();
    void restore();
    /// Whether the backend knows \a token.
    [[nodiscard]] bool accepts(const QByteArray &token) { return !get(QStringLiteral("/v1/session"), token).isEmpty(); }
    /// What a newer backend has written into the depot's feed before it was put back to this one: \a rewrite makes the
    /// new body from the old one, which is empty for a new document. Why that went wrong, or nothing.
    [[nodiscard]] QString writeAsANewerBackend(const QString &kind, const QString &id,
                                               const std::function<QByteArray(QByteArray)> &rewrite);
    void closeStation(int who);
    /// A console in a process of its own decides until it has saved \a count, and is killed; why that went wrong.
    [[nodiscard]] QString killConsole(int who, int count);
    /// The same in two steps, for what happens in between.
    [[nodiscard]] std::unique_ptr<ConsoleProcess> startConsole(int who);
    [[nodiscard]] QString endConsole(int who, ConsoleProcess &console);
    void openStation(int who);
    void decide(int who, int verb, int a, int b);
    [[nodiscard]] Station &station(int who) { return *m_stations.at(static_cast<std::size_t>(who)); }
    [[nodiscard]] Ledger &ledger(int who) { return m_ledgers.at(static_cast<std::size_t>(who)); }
    [[nodiscard]] FaultProxy &proxy(int who) { return *m_proxies.at(static_cast<std::size_t>(who)); }
    [[nodiscard]] QString directoryOf(int who) const;
    [[nodiscard]] static QString userOf(int who) { return QStringLiteral("desk-%1").arg(who); }
    [[nodiscard]] BackendProcess &backend() { return m_backend; }
    /// Runs the event loop until \a isSo or \a patience is over; whether it was so.
    static bool wait(const std::function<bool()> &isSo, std::chrono::milliseconds patience);

private:
    [[nodiscard]] bool plan();
    void settle(int who, int which, int how);
    void happenToBackend(int what, int b);
    void network(int who, int a, int b);
    void damage(int who, int a, int b);
    void phone(int a, int b);
    void suspendBackend(std::chrono::milliseconds duration);
    void rememberMemory();
    [[nodiscard]] QString memoryIsBounded() const;
    [[nodiscard]] bool isAtHead(const std::array<Leftover, consoles> &leftovers);
    [[nodiscard]] std::array<Leftover, consoles> collect();
    [[nodiscard]] QString checkReplica(int console, const Leftover &left);
    [[nodiscard]] QString checkReplicas(const std::array<Leftover, consoles> &leftovers);
    [[nodiscard]] QByteArray get(const QString &path, const QByteArray &token);

    Figures &m_figures;
    int m_patience;
    BackendProcess m_backend;
    QString m_consolePrograms;
    QTemporaryDir m_directory;
    QNetworkAccessManager m_outside;
    Phones m_phones;
    QByteArray m_token; ///< The planner's.
    QString m_backup;
    std::array<std::unique_ptr<FaultProxy>, consoles> m_proxies;
    std::array<Ledger, consoles> m_ledgers;
    std::array<std::unique_ptr<Station>, consoles> m_stations;
    QStringList m_broken; ///< Integrity after kills.
    bool m_isRestored = false;
    double m_memoryBefore = 0; ///< MB.
};

} // namespace Doorstep::Test
