// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/auditentry.h"
#include "models/store/pastdecision.h"
#include "widgets/conflicts/valuewords.h"

#include <QWidget>

#include <functional>

class QComboBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace Doorstep {

class Clock;
class History;
class Notice;

/// Who did what, newest first, a page at a time; or why that cannot be told now. Supervisors see what one person did,
/// too.
class HistoryPage : public QWidget
{
    Q_OBJECT
public:
    using Reader = std::function<PastDecision(const AuditEntry &)>;

    /// All must outlive the page. \a read makes an entry what a person can read.
    HistoryPage(History &history, Reader read, const Fleet &fleet, const Clock &clock, QWidget *parent = nullptr);

    void setDepotTime(const DepotTime &time);
    /// Whether one may ask for everything that a person did.
    void setMayFilter(bool may);
    /// Another thing is selected; asks for its history when the page is seen.
    void setAbout(const Subject &about);
    /// Asks again, when the page is seen.
    void refresh();
    /// Whose audit tells about \a about.
    [[nodiscard]] FeedId feedOf(const Subject &about) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    void ask();
    void fillPeople();
    void addRows(qsizetype first, qsizetype last);
    void showState();
    void clearRows();
    [[nodiscard]] Subject wanted() const;

    History &m_history;
    Reader m_read;
    const Fleet &m_fleet;
    const Clock &m_clock;
    ValueWords m_words;
    Subject m_about;
    QComboBox *m_people;
    Notice *m_problem;
    QLabel *m_empty;
    QVBoxLayout *m_rows;
    QPushButton *m_more;
};

} // namespace Doorstep
