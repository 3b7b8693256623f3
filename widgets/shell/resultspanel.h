// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/subject.h"

#include <QFrame>
#include <QList>

class QLabel;
class QListWidget;

namespace Doorstep {

/// What became of each of many things that were done at once. Lies over the foot of a window until it is closed; rows
/// change in place as their answers come.
class ResultsPanel : public QFrame
{
    Q_OBJECT
public:
    enum class Mark : quint8 { Waiting, Done, Refused };
    struct Line
    {
        Subject about;
        QString title;
        Mark mark = Mark::Waiting;
        QString words;

        bool operator==(const Line &) const = default;
    };

    explicit ResultsPanel(QWidget *host);

    /// Those that were not done come first. The same \a action again changes the rows, and does not bring back what the
    /// person has closed.
    void show(int action, const QString &text, const QList<Line> &lines);
    [[nodiscard]] const QList<Line> &lines() const noexcept { return m_lines; }
    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void subjectActivated(const Doorstep::Subject &subject);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();

    QWidget *m_host;
    QLabel *m_title;
    QLabel *m_summary;
    QListWidget *m_list;
    int m_action = 0;
    QList<Line> m_lines;
};

} // namespace Doorstep
