// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/depot.h"
#include "models/domain/result.h"
#include "models/domain/thresholdtrial.h"
#include "widgets/shell/formsheet.h"

#include <QHash>
#include <QTimer>

class QComboBox;
class QScrollArea;

namespace Doorstep {

class Notice;
class ThresholdLine;

/// Asks from when on something is a case in a depot, and shows beside each threshold what it would have produced on the
/// last days. Who looks after the answers is told by trialRequested().
class ThresholdSheet : public FormSheet
{
    Q_OBJECT
public:
    explicit ThresholdSheet(QWidget *host);

    /// About \a depots, one or more, beginning with the first; \a own is what they say now.
    void ask(const QList<Depot> &depots, const QHash<DepotId, ThresholdValues> &own);

    /// The answer to the last trialRequested().
    void showTrial(const ThresholdTrial &trial);
    void showFailure(const Error &error);

    [[nodiscard]] DepotId depot() const;
    [[nodiscard]] ThresholdValues edited() const;
    /// For tests and screen readers' sake: what is said of the replay.
    [[nodiscard]] Notice *notice() const { return m_notice; }

Q_SIGNALS:
    /// Once a person has stopped changing values for a moment.
    void trialRequested(const Doorstep::DepotId &depot, const Doorstep::ThresholdValues &values);
    /// \a was is what the person was shown: what others changed meanwhile is not theirs to undo.
    void applyRequested(const Doorstep::DepotId &depot, const Doorstep::ThresholdValues &was,
                        const Doorstep::ThresholdValues &values);

protected:
    void accept() override;
    [[nodiscard]] QRect cardGeometry(QSize area) const override;

private:
    void showDepot();
    void edit();
    void request();

    QComboBox *m_depots;
    QScrollArea *m_scroll;
    QList<ThresholdLine *> m_lines; ///< As thresholdRows().
    Notice *m_notice;
    QTimer m_pause;
    QHash<DepotId, ThresholdValues> m_own;
};

} // namespace Doorstep
