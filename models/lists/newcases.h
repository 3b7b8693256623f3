// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QSet>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace Doorstep {

class AttentionFilterModel;

/// Tells what came into a queue since the person began to watch it, a moment's cases together. One that goes and comes
/// back is told once, one that was put off is told again when it is back, and what went before it was told is not told
/// at all. UI thread.
class NewCases : public QObject
{
    Q_OBJECT
public:
    /// Cases are gathered for so long before they are told.
    static constexpr std::chrono::milliseconds gathered{400};

    /// \a queue must outlive this.
    explicit NewCases(AttentionFilterModel &queue, QObject *parent = nullptr);

    /// Everything that is there now is known; what comes from now on is told.
    void begin();

Q_SIGNALS:
    /// Their keys (AttentionListModel::KeyRole), the most urgent first.
    void came(const QStringList &keys);

private:
    void tell();
    void forgetSnoozed(int first, int last);
    [[nodiscard]] QString caseAt(int row) const;

    AttentionFilterModel &m_queue;
    QTimer m_soon;
    QSet<QString> m_known; ///< By case and occasion: another attempt at the same stop is another.
    bool m_hasBegun = false;
};

} // namespace Doorstep
