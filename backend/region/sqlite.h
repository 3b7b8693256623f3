// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

/// The thinnest C++ over SQLite that a region needs: what is opened is closed, what fails says why.
///
/// Errors are Storage, with SQLite's own words and the statement; only opening a file that is no database is Malformed.
/// A Database and its statements belong to one thread at a time; open the file once for each thread that reads it.
namespace Doorstep::Sqlite {

namespace Detail {
struct CloseDatabase
{
    void operator()(sqlite3 *handle) const noexcept;
};
struct FinalizeStatement
{
    void operator()(sqlite3_stmt *handle) const noexcept;
};
} // namespace Detail

/// A prepared statement. It must not outlive its database.
class Statement
{
public:
    explicit Statement(sqlite3_stmt *handle);

    /// Parameters count from 1, as in SQL. Text and blobs are copied. A bad index fails at the next step.
    void bind(int parameter, qint64 value);
    void bind(int parameter, int value) { bind(parameter, qint64{value}); }
    void bind(int parameter, double value);
    void bind(int parameter, std::string_view utf8);
    void bind(int parameter, const char *utf8) { bind(parameter, std::string_view(utf8)); }
    void bind(int parameter, const QString &text);
    void bind(int parameter, QByteArrayView blob);
    void bind(int parameter, std::nullptr_t);
    template <typename T>
    void bind(int parameter, const std::optional<T> &value)
    {
        value ? bind(parameter, *value) : bind(parameter, nullptr);
    }

    /// Whether there is a (further) row to read.
    [[nodiscard]] Result<bool> step();
    /// Forgets the rows left, keeps what is bound.
    void reset();
    /// Binds \a values in order, runs to the end and is ready for the next run: what an INSERT wants.
    template <typename... T>
    [[nodiscard]] Result<> run(const T &...values)
    {
        reset();
        int parameter = 0;
        (bind(++parameter, values), ...);
        return finish();
    }

    /// Columns of the row that step() found count from 0. Views live until the next step or reset.
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::string_view utf8(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArrayView blob(int column) const;

private:
    [[nodiscard]] Result<> finish();

    std::unique_ptr<sqlite3_stmt, Detail::FinalizeStatement> m_handle;
    int m_bindFailure = 0; ///< SQLite's code of the first bind that failed.
};

class Database
{
public:
    enum class Mode : quint8 {
        Read, ///< The file must exist; nothing is ever written.
        ReadWrite, ///< The file must exist.
        Create, ///< The file is made when it is missing.
    };

    /// Opens the file at \a path, or a database in memory for ":memory:".
    [[nodiscard]] static Result<Database> open(const QString &path, Mode mode);

    /// Runs one or several statements whose rows nobody wants.
    [[nodiscard]] Result<> exec(const char *sql);
    [[nodiscard]] Result<Statement> prepare(std::string_view sql);
    /// The first column of the first row as a number; empty where there is no row.
    [[nodiscard]] Result<std::optional<qint64>> number(std::string_view sql);
    [[nodiscard]] qint64 lastInsertId() const;
    [[nodiscard]] qint64 changes() const;
    /// For what this wrapper does not cover.
    [[nodiscard]] sqlite3 *handle() const { return m_handle.get(); }

private:
    explicit Database(sqlite3 *handle);

    std::unique_ptr<sqlite3, Detail::CloseDatabase> m_handle;
};

/// Rolls back when it goes out of scope without a commit.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    ~Transaction();

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database);

    Database *m_database; ///< Null once it is over.
};

} // namespace Doorstep::Sqlite
