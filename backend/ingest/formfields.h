// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace Doorstep {

/// The fields of an `application/x-www-form-urlencoded` text (a query or a body), decoded: "+" and %XX; junk after a %
/// stays as it is. Of a key given twice the last counts, as in Traccar; whether it had another value before is
/// remembered.
///
/// Pure; thread-safe once parsed.
class FormFields
{
public:
    /// Fails with Malformed for more than 64 KiB, more than 200 fields, or text that is not UTF-8.
    [[nodiscard]] static Result<FormFields> parse(QByteArrayView text);

    [[nodiscard]] bool isEmpty() const { return m_values.isEmpty(); }
    [[nodiscard]] bool has(QLatin1StringView key) const { return m_values.contains(key); }
    /// Empty when absent.
    [[nodiscard]] QString text(QLatin1StringView key) const { return m_values.value(key); }
    /// Whether \a key came twice with different values.
    [[nodiscard]] bool isAmbiguous(QLatin1StringView key) const { return m_ambiguous.contains(key); }
    /// Empty when absent or blank. Fails, naming \a key, when it is not a number.
    [[nodiscard]] Result<std::optional<double>> number(QLatin1StringView key) const;
    /// "true", "1" or "yes" in any case are true, other words false; empty when absent or blank.
    [[nodiscard]] std::optional<bool> flag(QLatin1StringView key) const;

private:
    bool add(QByteArrayView pair);

    QHash<QString, QString> m_values;
    QStringList m_ambiguous;
};

} // namespace Doorstep
