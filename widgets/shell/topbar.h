// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/connectionpill.h"

#include <QWidget>

#include <array>

class QLabel;
class QMenu;
class QToolButton;

namespace Doorstep {

class FigureButton;
class SearchButton;

/// What the day comes to, always in sight: product, depot, search, five figures, connection, clock, person.
class TopBar : public QWidget
{
    Q_OBJECT
public:
    enum class Figure : quint8 { Delivered, OnTime, AtRisk, Exceptions, Drivers };
    Q_ENUM(Figure)

    explicit TopBar(QMenu &productMenu, QMenu &personMenu, QWidget *parent = nullptr);

    [[nodiscard]] FigureButton &figure(Figure figure) const { return *m_figures.at(static_cast<size_t>(figure)); }
    void setDepot(const QString &name);
    void setConnection(const ConnectionState &state);
    /// "Thu 14:07".
    void setClock(const QString &clock);
    void setPerson(const QString &fullName, const QString &initials);

Q_SIGNALS:
    void searchRequested();
    void figureRequested(Doorstep::TopBar::Figure figure);
    void reconnectRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitFigures();

    QLabel *m_depot;
    SearchButton *m_search;
    std::array<FigureButton *, 5> m_figures{};
    ConnectionPill *m_connection;
    QLabel *m_clock;
    QToolButton *m_person;
};

} // namespace Doorstep
