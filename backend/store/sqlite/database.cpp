// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/sqlite/database.h"

#include <QFileInfo>
#include <QTimeZone>
#include <QUrl>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace Doorstep::StoreFile {
namespace {

constexpr int busyMilliseconds = 5000;

QString messageOf(sqlite3 *handle)
{
    return handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : u"out of memory"_s;
}

QByteArray stillName(const QString &path)
{
    return "file:" + QUrl::toPercentEncoding(QFileInfo(path).absoluteFilePath(), "/") + "?immutable=1";
}

} // namespace

void Database::Close::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Database::Database() = default;
Database::~Database() = default;
Database::Database(Database &&) noexcept = default;
Database &Database::operator=(Database &&) noexcept = default;

Result<Database> Database::open(const QString &path, Mode mode)
{
    Database database;
    sqlite3 *handle = nullptr;
    const int flags = (mode == Mode::Writer ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY)
        | SQLITE_OPEN_NOMUTEX | (mode == Mode::Still ? SQLITE_OPEN_URI : 0);
    const auto name = mode == Mode::Still ? stillName(path) : path.toUtf8();
    const int code = sqlite3_open_v2(name.constData(), &handle, flags, nullptr);
    database.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return failure(Error::Kind::Storage, u"%1 cannot be opened: %2"_s.arg(path, messageOf(handle)));
    sqlite3_busy_timeout(handle, busyMilliseconds);
    sqlite3_extended_result_codes(handle, 1);
    const QByteArray common = "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA foreign_keys=ON;"
                              "PRAGMA cache_size=-16384;";
    // A checkpoint copies pages back under the writer: rarer and larger is cheaper for a stream of fixes.
    const QByteArray writing = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA checkpoint_fullfsync=ON;"
                               "PRAGMA journal_size_limit=33554432; PRAGMA wal_autocheckpoint=4000;";
    if (auto done = database.execute(mode == Mode::Writer ? common + writing : common); !done)
        return std::unexpected(done.error());
    return database;
}

Result<> Database::execute(const QByteArray &sql)
{
    if (sqlite3_exec(m_handle.get(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return std::unexpected(error());
    return {};
}

Result<qint64> Database::integer(const QByteArray &sql)
{
    Statement statement(*this, sql.constData());
    return statement.next().transform([&statement](bool row) { return row ? statement.integer(0) : 0; });
}

Result<QString> Database::text(const QByteArray &sql)
{
    Statement statement(*this, sql.constData());
    return statement.next().transform([&statement](bool row) { return row ? statement.text(0) : QString(); });
}

Error Database::error() const
{
    return {.kind = Error::Kind::Storage, .detail = messageOf(m_handle.get())};
}

qint64 Database::changes() const
{
    return sqlite3_changes64(m_handle.get());
}

void Statement::Finalize::operator()(sqlite3_stmt *handle) const
{
    sqlite3_finalize(handle);
}

Statement::Statement() = default;
Statement::~Statement() = default;
Statement::Statement(Statement &&) noexcept = default;
Statement &Statement::operator=(Statement &&) noexcept = default;

Statement::Statement(Database &database, const char *sql)
    : m_database(&database)
{
    sqlite3_stmt *handle = nullptr;
    sqlite3_prepare_v3(database.m_handle.get(), sql, -1, SQLITE_PREPARE_PERSISTENT, &handle, nullptr);
    m_handle.reset(handle);
}

Result<bool> Statement::next()
{
    const int code = m_handle ? sqlite3_step(m_handle.get()) : SQLITE_MISUSE;
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    const auto error = m_database->error();
    reset();
    return std::unexpected(error);
}

Result<> Statement::run()
{
    for (;;) {
        const auto row = next();
        if (!row)
            return std::unexpected(row.error());
        if (!*row) {
            reset();
            return {};
        }
    }
}

void Statement::reset()
{
    sqlite3_reset(m_handle.get());
}

qint64 Statement::integer(int column) const
{
    return sqlite3_column_int64(m_handle.get(), column);
}

double Statement::real(int column) const
{
    return sqlite3_column_double(m_handle.get(), column);
}

std::optional<double> Statement::optionalReal(int column) const
{
    if (sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL)
        return {};
    return real(column);
}

QString Statement::text(int column) const
{
    return QString::fromUtf8(bytes(column));
}

QByteArray Statement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_handle.get(), column));
    return {data, sqlite3_column_bytes(m_handle.get(), column)};
}

QDateTime Statement::time(int column) const
{
    if (sqlite3_column_type(m_handle.get(), column) == SQLITE_NULL)
        return {};
    return QDateTime::fromMSecsSinceEpoch(integer(column), QTimeZone::UTC);
}

void Statement::bind(int index, qint64 value)
{
    sqlite3_bind_int64(m_handle.get(), index, value);
}

void Statement::bind(int index, double value)
{
    sqlite3_bind_double(m_handle.get(), index, value);
}

void Statement::bind(int index, const std::optional<double> &value)
{
    if (value)
        bind(index, *value);
    else
        sqlite3_bind_null(m_handle.get(), index);
}

void Statement::bind(int index, const QString &value)
{
    bind(index, value.toUtf8());
}

void Statement::bind(int index, const QByteArray &value)
{
    sqlite3_bind_text64(m_handle.get(), index, value.constData(), static_cast<sqlite3_uint64>(value.size()),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::bind(int index, const QDateTime &value)
{
    if (value.isValid())
        bind(index, value.toMSecsSinceEpoch());
    else
        sqlite3_bind_null(m_handle.get(), index);
}

} // namespace Doorstep::StoreFile
