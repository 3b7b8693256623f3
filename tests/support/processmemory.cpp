// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/processmemory.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Doorstep::Test {

ProcessMemory memoryOf(qint64 id)
{
    ProcessMemory memory;
    QFile rollup(u"/proc/%1/smaps_rollup"_s.arg(id));
    if (!rollup.open(QIODevice::ReadOnly))
        return memory;
    for (const auto &line : rollup.readAll().split('\n')) {
        const auto kib = line.simplified().split(' ').value(1).toDouble();
        if (line.startsWith("Rss:"))
            memory.resident = kib / 1024.0;
        else if (line.startsWith("Pss:"))
            memory.own = kib / 1024.0;
    }
    return memory;
}

} // namespace Doorstep::Test
