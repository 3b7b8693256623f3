// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/parts/depottime.h"

#include <QWidget>

class QLabel;

namespace Doorstep {

class PanelHeader;
class TimelineView;

/// The timeline with its header: what stretch of the day is shown, and the way back to now.
class TimelinePane : public QWidget
{
    Q_OBJECT
public:
    /// Takes \a view over.
    explicit TimelinePane(TimelineView *view, QWidget *parent = nullptr);

    [[nodiscard]] PanelHeader *header() const { return m_header; }
    [[nodiscard]] TimelineView &view() const { return *m_view; }
    void setDepotTime(const DepotTime &time);

private:
    void showRange();

    PanelHeader *m_header;
    QLabel *m_range;
    TimelineView *m_view;
};

} // namespace Doorstep
