// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/appendlog.h"

#include <QCryptographicHash>
#include <QSaveFile>

#ifdef Q_OS_WIN
#include <io.h>
#else
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Doorstep::Disk {
namespace {

constexpr qsizetype markSize = 16;

QByteArray markOf(const QByteArray &text)
{
    return QCryptographicHash::hash(text, QCryptographicHash::Sha256).toHex().first(markSize);
}

bool sync(int handle)
{
#ifdef Q_OS_WIN
    return _commit(handle) == 0;
#else
    return ::fsync(handle) == 0;
#endif
}

} // namespace

AppendLog::AppendLog(const QString &path, MayWrite mayWrite)
    : m_file(path)
    , m_mayWrite(std::move(mayWrite))
{
}

QByteArray AppendLog::lineOf(const QByteArray &text)
{
    return markOf(text) + ' ' + text + '\n';
}

QByteArrayList AppendLog::read() const
{
    QByteArrayList lines;
    QFile file(m_file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd()) {
        auto line = file.readLine();
        if (!line.endsWith('\n') || line.size() < markSize + 2)
            continue; // cut by a crash, or damaged
        line.chop(1);
        const auto text = line.sliced(markSize + 1);
        if (line.first(markSize) == markOf(text))
            lines.append(text);
    }
    return lines;
}

Result<> AppendLog::append(const QByteArrayList &lines)
{
    if (!m_file.isOpen() && !m_file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered))
        return failure(Error::Kind::Storage, u"outbox.log: "_s + m_file.errorString());
    m_sizeBefore = m_file.size();
    QByteArray bytes = m_sizeBefore > 0 ? "\n" : ""; // after a line that a crash has cut
    for (const auto &line : lines)
        bytes += lineOf(line);
    const bool isWritten = isAllowed() && m_file.write(bytes) == bytes.size();
    if (!isWritten || !isAllowed() || !sync(m_file.handle())) {
        const auto reason = m_file.errorString();
        takeBack();
        return failure(Error::Kind::Storage, u"outbox.log cannot be written: "_s + reason);
    }
    return {};
}

void AppendLog::takeBack()
{
    if (m_file.isOpen() && m_file.resize(m_sizeBefore))
        (void)sync(m_file.handle());
}

Result<> AppendLog::rewrite(const QByteArrayList &lines)
{
    m_file.close();
    QSaveFile file(m_file.fileName());
    if (!isAllowed() || !file.open(QIODevice::WriteOnly))
        return failure(Error::Kind::Storage, u"outbox.log: "_s + file.errorString());
    for (const auto &line : lines)
        file.write(lineOf(line));
    if (!file.commit())
        return failure(Error::Kind::Storage, u"outbox.log: "_s + file.errorString());
    return {};
}

} // namespace Doorstep::Disk
