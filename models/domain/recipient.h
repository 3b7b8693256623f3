// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringView>

namespace Doorstep {

/// How two stops are known to be for the same person.
enum class SameRecipient : quint8 {
    No, ///< Or nobody can tell.
    Name, ///< The same name, and at least one of them has no phone.
    Phone, ///< The same phone, and names that do not say that they are strangers.
};

/// What makes two written phone numbers the same: the last eight digits, in any script, so that "+598 99 123 456" is
/// "099 123 456"; of several, and before an extension, the first. Empty for fewer than seven digits, for one digit only
/// (000 0000), and for what is longer than any number is.
[[nodiscard]] QString phoneKey(QStringView phone);
/// What makes two written names the same: lower case, without accents and punctuation. Empty unless it is two words of
/// six letters together: "Ana" and "Recepción" are many people.
[[nodiscard]] QString nameKey(const QString &name);

/// Two phones that differ are two people, whatever they are called. Two full names without a word in common are two
/// people, too: shops put their own phone into orders.
[[nodiscard]] SameRecipient sameRecipient(const QString &name, QStringView phone, const QString &otherName,
                                          QStringView otherPhone);

} // namespace Doorstep
