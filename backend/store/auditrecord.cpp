// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/auditrecord.h"

#include <QCryptographicHash>
#include <QtEndian>

namespace Doorstep {
namespace {

void append(QByteArray &to, const QByteArray &field)
{
    std::array<char, sizeof(qint64)> length{};
    qToBigEndian<qint64>(field.size(), length.data());
    to.append(length.data(), length.size());
    to += field;
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

QByteArray chainedHash(const QByteArray &previous, const AuditRecord &record)
{
    QByteArray fields;
    append(fields, previous);
    append(fields, record.note.feed.toString().toUtf8());
    append(fields, QByteArray::number(record.number));
    append(fields, QByteArray::number(record.at.toMSecsSinceEpoch()));
    append(fields, record.actor.toString().toUtf8());
    append(fields, record.note.device.toString().toUtf8());
    append(fields, record.note.action.toUtf8());
    append(fields, record.note.about.join(u'\n').toUtf8());
    append(fields, record.note.body);
    append(fields, record.before);
    append(fields, record.after);
    return sha256(fields);
}

QByteArray chainBegin()
{
    return {QCryptographicHash::hashLength(QCryptographicHash::Sha256), '\0'};
}

void DocumentsHash::add(const QString &kind, const QString &id, const QByteArray &body)
{
    append(m_fields, kind.toUtf8());
    append(m_fields, id.toUtf8());
    append(m_fields, sha256(body));
}

QByteArray DocumentsHash::result() const
{
    return sha256(m_fields);
}

} // namespace Doorstep
