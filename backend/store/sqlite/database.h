// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <memory>
#include <optional>

struct sqlite3;
struct sqlite3_stmt;

namespace Doorstep::StoreFile {

/// One connection. Belongs to one thread at a time.
class Database
{
public:
    Database();
    ~Database();
    Database(Database &&) noexcept;
    Database &operator=(Database &&) noexcept;
    Q_DISABLE_COPY(Database)

    enum class Mode : quint8 {
        Writer,
        Reader,
        Still, ///< Reads a file that nobody writes to, and leaves no trace beside it.
    };
    /// Opens \a path with every setting of ours (WAL, synchronous FULL, foreign keys, nothing trusted). A Writer makes
    /// the file if there is none.
    static Result<Database> open(const QString &path, Mode mode);

    Result<> execute(const QByteArray &sql);
    Result<qint64> integer(const QByteArray &sql); ///< The first column of the first row; 0 without one.
    Result<QString> text(const QByteArray &sql);
    [[nodiscard]] Error error() const; ///< What went wrong last.
    [[nodiscard]] qint64 changes() const; ///< Rows that the last statement wrote.

private:
    friend class Statement;
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// One prepared statement, to be used again and again. What was wrong with its text shows in every step. Bound values
/// only: nothing is ever pasted into SQL.
class Statement
{
public:
    Statement();
    Statement(Database &database, const char *sql);
    ~Statement();
    Statement(Statement &&) noexcept;
    Statement &operator=(Statement &&) noexcept;
    Q_DISABLE_COPY(Statement)

    /// Starts over with \a values for ?1, ?2, ….
    template <typename... Values>
    Statement &with(const Values &...values)
    {
        reset();
        int index = 0; // NOLINT(misc-const-correctness): the check does not see into the fold
        (bind(++index, values), ...);
        return *this;
    }

    Result<bool> next(); ///< Whether there is a (further) row.
    Result<> run(); ///< Until there is none, and lets go of its locks.
    void reset();

    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] std::optional<double> optionalReal(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] QDateTime time(int column) const; ///< From milliseconds, UTC; invalid for NULL.

private:
    void bind(int index, qint64 value);
    void bind(int index, int value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, bool value) { bind(index, static_cast<qint64>(value)); }
    void bind(int index, double value);
    void bind(int index, const std::optional<double> &value);
    void bind(int index, const QString &value);
    void bind(int index, const QByteArray &value); ///< As text.
    void bind(int index, const QDateTime &value);

    struct Finalize
    {
        void operator()(sqlite3_stmt *handle) const;
    };
    Database *m_database = nullptr;
    std::unique_ptr<sqlite3_stmt, Finalize> m_handle;
};

} // namespace Doorstep::StoreFile
