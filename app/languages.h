// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTranslator>

namespace Doorstep {

/// The language of everything a person reads. UI thread; windows must be made anew after a change.
class Languages : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// "en" or "es"; anything else takes the system's when we have it, else English.
    void use(const QString &wanted);
    [[nodiscard]] const QString &current() const noexcept { return m_current; }

private:
    QTranslator m_ours;
    QTranslator m_qts;
    QString m_current;
};

} // namespace Doorstep
