// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/unsynced.h"

#include <QFile>

#include <ranges>

namespace Doorstep::Test {
namespace {

constexpr qsizetype sector = 512;

} // namespace

QByteArray Unsynced::bytesAt(qint64 at, qint64 size) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(at))
        return {};
    return file.read(size);
}

void Unsynced::write(qint64 at, const QByteArray &bytes)
{
    m_steps.append({.at = at,
                    .bytes = bytes,
                    .before = bytesAt(at, bytes.size()),
                    .sizeBefore = QFile(m_path).size(),
                    .isTruncation = false});
}

void Unsynced::truncate(qint64 size)
{
    const auto before = QFile(m_path).size();
    m_steps.append({.at = size,
                    .bytes = {},
                    .before = bytesAt(size, std::max<qint64>(0, before - size)),
                    .sizeBefore = before,
                    .isTruncation = true});
}

void Unsynced::lose(std::mt19937 &dice)
{
    QFile file(m_path);
    if (m_steps.isEmpty() || !file.open(QIODevice::ReadWrite))
        return;
    for (const auto &step : m_steps | std::views::reverse) {
        file.seek(step.at);
        file.write(step.before);
        file.resize(step.sizeBefore);
    }
    for (const auto &step : std::as_const(m_steps)) {
        const auto fate = dice() % 4;
        if (fate == 0)
            continue;
        if (step.isTruncation) {
            file.resize(step.at);
            continue;
        }
        file.seek(step.at);
        file.write(fate == 1 ? step.bytes.first(step.bytes.size() / (2 * sector) * sector) : step.bytes);
    }
    m_steps.clear();
}

} // namespace Doorstep::Test
