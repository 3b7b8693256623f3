// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/lists/queueview.h"

#include <QList>
#include <QObject>

namespace Doorstep {

/// A view of the queue that a person has given a name.
struct SavedView
{
    QString name; ///< One line, never empty, and no other view's.
    QueueView view; ///< No other name's.

    bool operator==(const SavedView &) const = default;
};

/// The views to which a person has given names, in the order in which they did: the place is also the key. UI thread.
class SavedViews : public QObject
{
    Q_OBJECT
public:
    static constexpr qsizetype most = 7; ///< As there are keys for them.
    static constexpr qsizetype longestName = 40;

    using QObject::QObject;

    [[nodiscard]] const QList<SavedView> &all() const noexcept { return m_views; }
    /// The place of \a view; -1 when it has no name.
    [[nodiscard]] qsizetype indexOf(const QueueView &view) const;
    [[nodiscard]] qsizetype indexOf(const QString &name) const;

    /// What \a text is as a name: one line, no longer than longestName.
    [[nodiscard]] static QString nameFrom(const QString &text);

    /// Calls \a view \a name, whatever either of them was before. False when there is no name or no room.
    bool put(const QString &name, const QueueView &view);
    void remove(const QueueView &view);

    /// As text for a person's settings.
    [[nodiscard]] QByteArray toJson() const;
    /// Only those of \a json: what is malformed, doubled, too much or of a later Doorstep is left out.
    void restore(const QByteArray &json);

Q_SIGNALS:
    void changed();

private:
    bool place(const QString &name, const QueueView &view);

    QList<SavedView> m_views;
};

} // namespace Doorstep
