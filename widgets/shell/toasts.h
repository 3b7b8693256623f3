// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/toast.h"

#include <QPointer>
#include <QWidget>

#include <functional>

namespace Doorstep {

/// The last few toasts at the foot of a place, the newest lowest. Said to screen readers as they come. Only the
/// newest offers something: what an older one did is no longer the last thing that was done.
class Toasts : public QObject
{
    Q_OBJECT
public:
    /// Lies over \a host, which owns it.
    explicit Toasts(QWidget *host);

    /// Where they lie from now on, while that is in sight in this window: over \a place, in which there is room for
    /// them. Otherwise above the foot of the window.
    void setPlace(QWidget *place);
    /// Tells \a text; \a offer is a button that calls \a take.
    void tell(Toast::Tone tone, const QString &text, const QString &offer = {}, std::function<void()> take = {});
    /// For the keyboard: to the newest one's button.
    void focusNewest() const;
    [[nodiscard]] const QList<Toast *> &all() const noexcept { return m_all; }
    [[nodiscard]] Toast *newest() const { return m_all.isEmpty() ? nullptr : m_all.last(); }
    void clear();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void remove(Toast *toast);
    void arrange();

    QWidget *m_host;
    QPointer<QWidget> m_place;
    QList<Toast *> m_all;
};

} // namespace Doorstep
