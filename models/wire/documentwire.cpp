// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/documentwire.h"

#include "models/wire/rawjson.h"
#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

using AnyId = Id<struct AnyTag>;

constexpr qsizetype longestKind = 40;

} // namespace

void appendDocument(QByteArray &bytes, const Document &document)
{
    // Kinds and ids are plain letters (Id's own promise), so nothing here needs escaping.
    bytes += R"({"kind":")" + document.kind.toUtf8() + R"(","id":")" + document.id.toUtf8() + R"(","version":)"
        + QByteArray::number(document.version);
    if (document.deleted)
        bytes += R"(,"deleted":true)";
    else
        bytes += R"(,"body":)" + (document.body.isEmpty() ? QByteArray("{}") : document.body);
    bytes += '}';
}

QByteArray toBytes(const Document &document)
{
    QByteArray bytes;
    bytes.reserve(document.body.size() + 128);
    appendDocument(bytes, document);
    return bytes;
}

Result<Document> documentFromBytes(QByteArrayView bytes)
{
    return JsonView::parse(bytes).and_then(readDocument);
}

Result<Document> readDocument(const JsonView &json)
{
    ViewReader reader("document"_L1, json);
    Document document;
    document.kind = reader.text("kind"_L1, longestKind);
    if (!AnyId(document.kind).isValid())
        reader.fail("kind"_L1);
    document.id = reader.id<AnyId>("id"_L1).toString();
    document.version = reader.integer("version"_L1, 1, std::numeric_limits<qint64>::max());
    document.deleted = reader.flag("deleted"_L1);
    if (!document.deleted) {
        const auto body = json.value("body"_L1);
        if (!body.isObject())
            reader.fail("body"_L1);
        document.body = body.raw().toByteArray();
    }
    return reader.finish(std::move(document));
}

Result<Document> documentFromJson(const QJsonObject &json, QByteArrayView raw)
{
    return documentFromBytes(raw.isEmpty() ? compact(json) : raw);
}

} // namespace Doorstep::Wire
