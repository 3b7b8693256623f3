// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/domain/site.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

constexpr qsizetype longestKey = 300;
constexpr qsizetype idLetters = 32; // 128 bits: two addresses do not meet by chance

QString folded(QStringView text)
{
    const auto apart = text.left(longestKey).toString().normalized(QString::NormalizationForm_KD);
    QString key;
    key.reserve(apart.size());
    for (const auto letter : apart) {
        if (letter.isMark())
            continue;
        if (letter.isLetterOrNumber() || letter.isSurrogate())
            key += letter.toLower();
        else if (!key.isEmpty() && !key.endsWith(u' '))
            key += u' ';
    }
    return key.trimmed();
}

} // namespace

QString addressKey(const Address &address)
{
    return folded(address.text.isEmpty() ? address.line() : address.text);
}

SiteId siteIdOf(const DepotId &depot, const Address &address)
{
    const auto key = addressKey(address);
    if (key.isEmpty() || !depot.isValid())
        return {};
    const auto hash =
        QCryptographicHash::hash((depot.toString() + u'\n' + key).toUtf8(), QCryptographicHash::Sha256).toHex();
    return SiteId(u"site-"_s + QString::fromLatin1(hash.first(idLetters)));
}

} // namespace Doorstep
