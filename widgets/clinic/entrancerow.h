// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/addresscure.h"
#include "models/domain/stop.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Doorstep {

/// Where the driver parks and walks in, where that is not at the place itself: set by a second pin or taken from where
/// past drivers stopped, with a key each.
class EntranceRow : public QWidget
{
    Q_OBJECT
public:
    explicit EntranceRow(QWidget *parent = nullptr);

    /// Begins with \a stop; \a remembered is that of its address, offered where the stop has none.
    void begin(const Stop &stop, const QGeoCoordinate &remembered);
    /// \a stop is so now: what nobody touched follows.
    void follow(const Stop &stop);
    /// The place that is chosen now; invalid while none is.
    void setPlace(const QGeoCoordinate &place);
    /// Where past drivers stopped; invalid when nobody knows.
    void setVisited(const QGeoCoordinate &visited);
    /// By the person.
    void set(const QGeoCoordinate &entrance);
    void giveUpPinning();
    [[nodiscard]] bool isPinning() const;
    [[nodiscard]] bool isTouched() const noexcept { return m_isTouched; }
    /// As it would be decided now; invalid for none. One that nobody touched stays behind when the place goes far away.
    [[nodiscard]] QGeoCoordinate entrance() const;
    void fill(AddressCure &cure) const;
    /// What is wrong, and what to do; empty when nothing is.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void changed();
    void pinRequested(bool wanted);

private:
    void show();
    void use(QPushButton *button, const QKeySequence &key, const QString &name);

    Stop m_stop;
    QGeoCoordinate m_entrance;
    QGeoCoordinate m_place;
    QGeoCoordinate m_visited;
    bool m_isTouched = false;
    QLabel *m_text;
    QPushButton *m_pin;
    QPushButton *m_past;
    QPushButton *m_remove;
};

} // namespace Doorstep
