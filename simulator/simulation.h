// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "simulator/liveday.h"
#include "simulator/servercity.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace Doorstep::Simulation {

/// What to run and against whom.
struct SimulationOptions
{
    QUrl server;
    QString user;
    QString password;
    DaySettings day;
    double speed = 10.0; ///< Simulated seconds in a real one, 0.1 to 60.
    std::optional<QTime> start; ///< When the clock starts; without one five minutes before the first driver leaves.
    std::optional<QTime> jump; ///< The day before this is told quickly, and the clock starts here.
    QString truthFile; ///< Empty: none.
};

/// A whole simulated day against one server: signs in, plans, announces, tells the past, lives.
class Simulation : public QObject
{
    Q_OBJECT

public:
    explicit Simulation(SimulationOptions options);
    ~Simulation() override;
    Q_DISABLE_COPY_MOVE(Simulation)

    void begin();

Q_SIGNALS:
    /// A line for people who watch.
    void progressed(const QString &line);
    void happened(const QString &line);
    /// The day is over.
    void finished(qsizetype sent, qsizetype refused);
    /// It cannot be; \a sentence says why and what to do.
    void failed(const QString &sentence);

private:
    struct Stage;

    void live(Result<void> opened);

    std::unique_ptr<Stage> m_stage;
};

} // namespace Doorstep::Simulation
