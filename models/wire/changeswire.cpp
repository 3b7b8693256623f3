// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/wire/changeswire.h"

#include "models/wire/documentwire.h"
#include "models/wire/reader.h"

using namespace Qt::StringLiterals;

namespace Doorstep::Wire {
namespace {

constexpr qint64 largestSeq = std::numeric_limits<qint64>::max() - 1;
constexpr qsizetype mostEntries = 100'000;

void appendSkip(QByteArray &bytes, qint64 from, qint64 to)
{
    bytes += R"({"skip":[)" + QByteArray::number(from) + ',' + QByteArray::number(to) + "]},";
}

/// Reads the entries one by one and watches that none is missing.
class RunReader
{
public:
    explicit RunReader(ChangeRun &run)
        : m_run(run)
        , m_next(run.after + 1)
    {
    }

    Result<> take(const JsonView &entry)
    {
        if (const auto skip = entry.value("skip"_L1); !skip.isUndefined())
            return takeSkip(skip.toArray());
        auto change = readDocument(entry);
        if (!change)
            return std::unexpected(std::move(change).error());
        expect(change->version);
        m_next = change->version + 1;
        m_run.changes.append(*std::move(change));
        return {};
    }

    void finish() { expect(m_run.to + 1); }

private:
    Result<> takeSkip(const JsonArrayView &skip)
    {
        const auto from = skip.at(0).toInteger(-1);
        const auto to = skip.at(1).toInteger(-1);
        if (skip.size() != 2 || from < 1 || to < from || to > largestSeq)
            return failure(Error::Kind::Malformed, u"changes: missing or malformed 'skip'"_s);
        expect(from);
        m_next = to + 1;
        return {};
    }
    void expect(qint64 seq) { m_run.isContiguous = m_run.isContiguous && seq == m_next; }

    ChangeRun &m_run;
    qint64 m_next;
};

} // namespace

QString epochText(quint64 epoch)
{
    return QString::number(epoch);
}

Result<quint64> epochFromText(QStringView text)
{
    bool isNumber = false;
    const auto epoch = text.toULongLong(&isNumber);
    if (!isNumber || text.isEmpty() || text.front() == u'+')
        return failure(Error::Kind::Malformed, u"epoch: not a decimal number of 64 bits"_s);
    return epoch;
}

void appendRun(QByteArray &bytes, const ChangeRun &run)
{
    bytes +=
        R"("after":)" + QByteArray::number(run.after) + R"(,"to":)" + QByteArray::number(run.to) + R"(,"changes":[)";
    qint64 next = run.after + 1;
    for (const auto &change : run.changes) {
        if (change.version > next)
            appendSkip(bytes, next, change.version - 1);
        appendDocument(bytes, change);
        bytes += ',';
        next = change.version + 1;
    }
    if (next <= run.to)
        appendSkip(bytes, next, run.to);
    if (bytes.endsWith(','))
        bytes.chop(1);
    bytes += ']';
}

Result<ChangeRun> readRun(const JsonView &json)
{
    ViewReader reader("changes"_L1, json);
    ChangeRun run;
    run.after = reader.integer("after"_L1, 0, largestSeq);
    run.to = reader.integer("to"_L1, 0, largestSeq);
    const auto entries = json.value("changes"_L1);
    if (!entries.isArray())
        reader.fail("changes"_L1);
    if (!reader.ok())
        return reader.finish(std::move(run));

    RunReader runReader(run);
    qsizetype count = 0;
    auto taken = entries.eachObject([&](const JsonView &entry) -> Result<> {
        if (++count > mostEntries)
            return failure(Error::Kind::Malformed, u"changes: too many"_s);
        return runReader.take(entry);
    });
    if (!taken)
        return std::unexpected(std::move(taken).error());
    runReader.finish();
    return run;
}

QByteArray toBytes(const ChangesPage &page)
{
    QByteArray bytes = R"({"epoch":")" + epochText(page.epoch).toLatin1() + R"(",)";
    appendRun(bytes, page.run);
    bytes += R"(,"head":)" + QByteArray::number(page.head) + R"(,"more":)" + (page.more ? "true" : "false") + '}';
    return bytes;
}

Result<ChangesPage> changesPageFromBytes(const QByteArray &bytes)
{
    const auto json = JsonView::parse(bytes);
    if (!json)
        return std::unexpected(json.error());
    ViewReader reader("changes"_L1, *json);
    ChangesPage page;
    page.epoch = reader.take(epochFromText(reader.text("epoch"_L1)));
    page.head = reader.integer("head"_L1, 0, largestSeq);
    page.more = reader.flag("more"_L1);
    page.run = reader.take(readRun(*json));
    return reader.finish(std::move(page));
}

} // namespace Doorstep::Wire
