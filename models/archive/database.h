// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

/// The little of SQLite that the console's files need. One thread at a time.
namespace Doorstep::Disk {

/// A prepared statement; must not outlive its database.
class Statement
{
public:
    explicit Statement(sqlite3_stmt *handle = nullptr);

    Statement &bind(int parameter, qint64 value); ///< Parameters count from 1.
    Statement &bind(int parameter, const QString &text);
    Statement &bind(int parameter, const QByteArray &blob);
    /// Without a copy: \a utf8 and \a blob must stay until the statement has run.
    Statement &bindText(int parameter, QByteArrayView utf8);
    Statement &bindBlob(int parameter, QByteArrayView blob);

    /// Whether there is a (further) row. Fails with Storage.
    [[nodiscard]] Result<bool> step();
    /// Runs to the end and is ready for the next run.
    [[nodiscard]] Result<> run();
    void reset();

    [[nodiscard]] qint64 integer(int column) const; ///< Columns count from 0.
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray blob(int column) const;

private:
    struct Finalize
    {
        void operator()(sqlite3_stmt *handle) const noexcept;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
};

class Database
{
public:
    /// Fails with Storage when the file cannot be opened or made.
    [[nodiscard]] static Result<Database> open(const QString &path);

    /// Runs one or more statements without parameters.
    [[nodiscard]] Result<> execute(const char *sql);
    [[nodiscard]] Result<Statement> prepare(const char *sql);
    /// The first column of the first row of \a sql.
    [[nodiscard]] Result<qint64> integer(const char *sql);
    [[nodiscard]] Result<QString> text(const char *sql);

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const noexcept;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// Rolls back when it goes away without commit().
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Database &database);
    ~Transaction();
    Transaction(Transaction &&other) noexcept
        : m_database(std::exchange(other.m_database, nullptr))
    {
    }
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    Transaction &operator=(Transaction &&) = delete;

    [[nodiscard]] Result<> commit();

private:
    explicit Transaction(Database &database)
        : m_database(&database)
    {
    }

    Database *m_database;
};

} // namespace Doorstep::Disk
