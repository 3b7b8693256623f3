// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/region/sqlite.h"

#include <sqlite3.h>

namespace Doorstep::Sqlite {

namespace {

std::unexpected<Error> failed(sqlite3 *database, const char *sql)
{
    const auto kind = sqlite3_errcode(database) == SQLITE_NOTADB ? Error::Kind::Malformed : Error::Kind::Storage;
    auto detail = QString::fromUtf8(sqlite3_errmsg(database));
    if (sql)
        detail += QLatin1StringView(" in: ") + QString::fromUtf8(sql).simplified().left(200);
    return failure(kind, std::move(detail));
}

int openFlags(Database::Mode mode)
{
    switch (mode) {
    case Database::Mode::Read:
        return SQLITE_OPEN_READONLY;
    case Database::Mode::ReadWrite:
        return SQLITE_OPEN_READWRITE;
    case Database::Mode::Create:
        return SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    }
    Q_UNREACHABLE_RETURN(SQLITE_OPEN_READONLY);
}

} // namespace

void Detail::CloseDatabase::operator()(sqlite3 *handle) const noexcept
{
    sqlite3_close_v2(handle);
}

void Detail::FinalizeStatement::operator()(sqlite3_stmt *handle) const noexcept
{
    sqlite3_finalize(handle);
}

Statement::Statement(sqlite3_stmt *handle)
    : m_handle(handle)
{
}

void Statement::bind(int parameter, qint64 value)
{
    if (const auto code = sqlite3_bind_int64(m_handle.get(), parameter, value))
        m_bindFailure = code;
}

void Statement::bind(int parameter, double value)
{
    if (const auto code = sqlite3_bind_double(m_handle.get(), parameter, value))
        m_bindFailure = code;
}

void Statement::bind(int parameter, std::string_view utf8)
{
    // An empty view may hold no pointer, and SQLite would take that for NULL.
    const char *data = utf8.data() ? utf8.data() : "";
    if (const auto code =
            sqlite3_bind_text64(m_handle.get(), parameter, data, utf8.size(), SQLITE_TRANSIENT, SQLITE_UTF8))
        m_bindFailure = code;
}

void Statement::bind(int parameter, const QString &text)
{
    const auto utf8 = text.toUtf8();
    bind(parameter, std::string_view(utf8.constData(), static_cast<std::size_t>(utf8.size())));
}

void Statement::bind(int parameter, QByteArrayView blob)
{
    const char *data = blob.data() ? blob.data() : "";
    const auto size = static_cast<sqlite3_uint64>(blob.size());
    if (const auto code = sqlite3_bind_blob64(m_handle.get(), parameter, data, size, SQLITE_TRANSIENT))
        m_bindFailure = code;
}

void Statement::bind(int parameter, std::nullptr_t)
{
    if (const auto code = sqlite3_bind_null(m_handle.get(), parameter))
        m_bindFailure = code;
}

Result<bool> Statement::step()
{
    if (const auto code = std::exchange(m_bindFailure, SQLITE_OK))
        return failure(Error::Kind::Storage, QString::fromUtf8(sqlite3_errstr(code)));

    switch (sqlite3_step(m_handle.get())) {
    case SQLITE_ROW:
        return true;
    case SQLITE_DONE:
        return false;
    default:
        return failed(sqlite3_db_handle(m_handle.get()), sqlite3_sql(m_handle.get()));
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get()); // repeats the failure of the last step, which was told already
}

Result<> Statement::finish()
{
    auto row = step();
    while (row && *row)
        row = step();
    reset();
    if (!row)
        return std::unexpected(std::move(row.error()));
    return {};
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL;
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle.get(), column);
}

std::string_view Statement::utf8(int column) const
{
    const auto *data = sqlite3_column_text(m_handle.get(), column);
    const auto size = sqlite3_column_bytes(m_handle.get(), column);
    return data ? std::string_view(reinterpret_cast<const char *>(data), static_cast<std::size_t>(size))
                : std::string_view();
}

QString Statement::text(int column) const
{
    const auto view = utf8(column);
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QByteArrayView Statement::blob(int column) const
{
    const auto *data = sqlite3_column_blob(m_handle.get(), column);
    const auto size = sqlite3_column_bytes(m_handle.get(), column);
    return {static_cast<const char *>(data), size};
}

Database::Database(sqlite3 *handle)
    : m_handle(handle)
{
}

Result<Database> Database::open(const QString &path, Mode mode)
{
    sqlite3 *handle = nullptr;
    const auto code =
        sqlite3_open_v2(path.toUtf8().constData(), &handle, openFlags(mode) | SQLITE_OPEN_NOMUTEX, nullptr);
    Database database(handle); // to be closed even when opening failed
    if (code != SQLITE_OK)
        return failure(code == SQLITE_CANTOPEN ? Error::Kind::NotFound : Error::Kind::Storage,
                       QStringLiteral("%1: %2").arg(path, QString::fromUtf8(sqlite3_errstr(code))));
    sqlite3_extended_result_codes(handle, 0);
    sqlite3_busy_timeout(handle, 5000);

    // SQLite looks at the file only when it has to; a file that is something else should fail here, not later.
    if (auto readable = database.exec("SELECT count(*) FROM sqlite_master"); !readable)
        return failure(readable.error().kind, QStringLiteral("%1: %2").arg(path, readable.error().detail));
    return database;
}

Result<> Database::exec(const char *sql)
{
    if (sqlite3_exec(m_handle.get(), sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        return failed(m_handle.get(), sql);
    return {};
}

Result<Statement> Database::prepare(std::string_view sql)
{
    sqlite3_stmt *handle = nullptr;
    if (sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &handle,
                           nullptr)
        != SQLITE_OK)
        return failed(m_handle.get(), std::string(sql).c_str());
    if (!handle)
        return failure(Error::Kind::Storage, QStringLiteral("an empty statement"));
    return Statement(handle);
}

Result<std::optional<qint64>> Database::number(std::string_view sql)
{
    auto statement = prepare(sql);
    if (!statement)
        return std::unexpected(std::move(statement.error()));
    const auto row = statement->step();
    if (!row)
        return std::unexpected(row.error());
    return *row && !statement->isNull(0) ? std::optional(statement->integer(0)) : std::nullopt;
}

qint64 Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_handle.get());
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

Transaction::Transaction(Database &database)
    : m_database(&database)
{
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_database(std::exchange(other.m_database, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_database)
        std::ignore = m_database->exec("ROLLBACK"); // nobody is left to tell
}

Result<Transaction> Transaction::begin(Database &database)
{
    if (auto begun = database.exec("BEGIN IMMEDIATE"); !begun)
        return std::unexpected(std::move(begun.error()));
    return Transaction(database);
}

Result<> Transaction::commit()
{
    auto committed = m_database->exec("COMMIT");
    if (committed)
        m_database = nullptr;
    return committed;
}

} // namespace Doorstep::Sqlite
