// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/archive/database.h"

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Doorstep::Disk {
namespace {

std::unexpected<Error> storageFailure(sqlite3 *handle)
{
    const auto *message = handle == nullptr ? "out of memory" : sqlite3_errmsg(handle);
    const int code = handle == nullptr ? SQLITE_NOMEM : sqlite3_extended_errcode(handle);
    return failure(Error::Kind::Storage, u"sqlite %1: %2"_s.arg(code).arg(QString::fromUtf8(message)));
}

} // namespace

void Statement::Finalize::operator()(sqlite3_stmt *handle) const noexcept
{
    sqlite3_finalize(handle);
}

Statement::Statement(sqlite3_stmt *handle)
    : m_handle(handle)
{
}

Statement &Statement::bind(int parameter, qint64 value)
{
    sqlite3_bind_int64(m_handle.get(), parameter, value);
    return *this;
}

Statement &Statement::bind(int parameter, const QString &text)
{
    const auto utf8 = text.toUtf8();
    sqlite3_bind_text(m_handle.get(), parameter, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bind(int parameter, const QByteArray &blob)
{
    sqlite3_bind_blob(m_handle.get(), parameter, blob.constData(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
    return *this;
}

Statement &Statement::bindText(int parameter, QByteArrayView utf8)
{
    sqlite3_bind_text(m_handle.get(), parameter, utf8.data(), static_cast<int>(utf8.size()), SQLITE_STATIC);
    return *this;
}

Statement &Statement::bindBlob(int parameter, QByteArrayView blob)
{
    sqlite3_bind_blob(m_handle.get(), parameter, blob.data(), static_cast<int>(blob.size()), SQLITE_STATIC);
    return *this;
}

Result<bool> Statement::step()
{
    switch (sqlite3_step(m_handle.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return storageFailure(sqlite3_db_handle(m_handle.get()));
    }
}

Result<> Statement::run()
{
    for (;;) {
        const auto row = step();
        if (!row) {
            reset();
            return std::unexpected(row.error());
        }
        if (!*row)
            break;
    }
    reset();
    return {};
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get());
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

QString Statement::text(int column) const
{
    const auto *utf8 = reinterpret_cast<const char *>(sqlite3_column_text(m_handle.get(), column));
    return QString::fromUtf8(utf8, sqlite3_column_bytes(m_handle.get(), column));
}

QByteArray Statement::blob(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_handle.get(), column));
    return {bytes, sqlite3_column_bytes(m_handle.get(), column)};
}

void Database::Close::operator()(sqlite3 *handle) const noexcept
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const QString &path)
{
    sqlite3 *handle = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &handle, flags, nullptr);
    Database database;
    database.m_handle.reset(handle); // to be closed even when it failed
    if (code != SQLITE_OK)
        return storageFailure(handle);
    sqlite3_busy_timeout(handle, 5'000);
    return database;
}

Result<> Database::execute(const char *sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return storageFailure(m_handle.get());
    return {};
}

Result<Statement> Database::prepare(const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return storageFailure(m_handle.get());
    return Statement(statement);
}

Result<qint64> Database::integer(const char *sql)
{
    return text(sql).transform([](const QString &text) { return text.toLongLong(); });
}

Result<QString> Database::text(const char *sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return std::unexpected(std::move(statement).error());
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row ? statement->text(0) : QString();
}

Result<Transaction> Transaction::begin(Database &database)
{
    return database.execute("BEGIN IMMEDIATE").transform([&database] { return Transaction(database); });
}

Transaction::~Transaction()
{
    if (m_database != nullptr)
        (void)m_database->execute("ROLLBACK");
}

Result<> Transaction::commit()
{
    auto committed = m_database->execute("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace Doorstep::Disk
