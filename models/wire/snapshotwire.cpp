// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/snapshotwire.h"

#include "models/wire/changeswire.h"
#include "models/wire/rawjson.h"
#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qsizetype longestEnd = 1'000;

} // namespace

QByteArray toBytes(const Cursor &cursor)
{
    return R"({"epoch":")" + epochText(cursor.epoch).toLatin1() + R"(","seq":)" + QByteArray::number(cursor.seq) + '}';
}

Result<Cursor> cursorFromBytes(const QByteArray &bytes)
{
    const auto json = JsonView::parse(bytes);
    if (!json)
        return std::unexpected(json.error());
    ViewReader reader("snapshot"_L1, *json);
    Cursor cursor;
    cursor.epoch = reader.take(epochFromText(reader.text("epoch"_L1)));
    cursor.seq = reader.integer("seq"_L1, 0, std::numeric_limits<qint64>::max() - 1);
    return reader.finish(cursor);
}

QByteArray toBytes(const SnapshotEnd &end)
{
    return R"({"end":true,"count":)" + QByteArray::number(end.count) + R"(,"checksum":")"
        + checksumText(end.checksum).toLatin1() + R"("})";
}

bool looksLikeSnapshotEnd(QByteArrayView bytes)
{
    // Nearly every line is a document, and longer.
    return bytes.size() <= longestEnd && rawMember(bytes, "end"_L1) == "true";
}

Result<SnapshotEnd> snapshotEndFromBytes(const QByteArray &bytes)
{
    const auto json = JsonView::parse(bytes);
    if (!json)
        return std::unexpected(json.error());
    ViewReader reader("snapshot end"_L1, *json);
    SnapshotEnd end;
    if (!reader.flag("end"_L1))
        reader.fail("end"_L1);
    end.count = reader.integer("count"_L1, 0, std::numeric_limits<qint64>::max());
    end.checksum = reader.take(checksumFromText(reader.text("checksum"_L1)));
    return reader.finish(end);
}

} // namespace Doorstep::Wire
