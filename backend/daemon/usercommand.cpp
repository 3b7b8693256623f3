// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/usercommand.h"

#include "backend/access/newuser.h"
#include "backend/daemon/datadirectory.h"
#include "backend/daemon/exitcode.h"
#include "backend/store/sqlite/sqlitestore.h"
#include "models/wire/userwire.h"

#include <QTextStream>

#include <cstdio>
#include <termios.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

/// Turns the terminal's echo off while it lives.
class Unseen
{
public:
    Unseen()
    {
        m_isTerminal = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        auto quiet = m_before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSANOW, &quiet);
    }
    ~Unseen()
    {
        if (m_isTerminal)
            ::tcsetattr(STDIN_FILENO, TCSANOW, &m_before);
    }
    Q_DISABLE_COPY_MOVE(Unseen)

private:
    termios m_before{};
    bool m_isTerminal = false;
};

QByteArray readLine()
{
    QByteArray line;
    for (int c = std::getchar(); c != EOF && c != '\n' && line.size() < 4096; c = std::getchar())
        line += static_cast<char>(c);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

/// Never from the command line, where every user of the machine could read it.
Result<QByteArray> readPassword(const UserAddOptions &options)
{
    if (options.isPasswordOnStdin)
        return readLine();
    if (::isatty(STDIN_FILENO) != 1)
        return failure(Error::Kind::Malformed, u"there is no terminal to ask for a password: give --password-stdin"_s);
    QTextStream err(stderr);
    const Unseen unseen;
    err << "Password for " << options.name << ": " << Qt::flush;
    auto first = readLine();
    err << "\nThe same again: " << Qt::flush;
    const auto second = readLine();
    err << '\n' << Qt::flush;
    if (first != second)
        return failure(Error::Kind::Malformed, u"the two passwords are different"_s);
    return first;
}

int explain(const Error &error)
{
    return complain(error, error.kind == Error::Kind::Malformed ? exitBadInput : exitFailed);
}

Result<std::unique_ptr<SqliteStore>> visit(const QString &directory)
{
    const auto data = DataDirectory::open(directory, DataDirectory::Use::Visit);
    if (!data)
        return std::unexpected(data.error());
    return SqliteStore::open(data->storeFile());
}

QString wordsOf(const QList<User::Role> &roles)
{
    QStringList words;
    for (const auto role : roles)
        words += Wire::roleWord(role);
    return words.join(u", "_s);
}

} // namespace

int runUserAdd(const UserAddOptions &options)
{
    const auto store = visit(options.dataDirectory);
    if (!store)
        return explain(store.error());
    auto password = readPassword(options);
    if (!password)
        return explain(password.error());
    NewUser wanted{.name = options.name,
                   .fullName = options.fullName,
                   .roles = options.roles,
                   .driver = DriverId(options.driver),
                   .password = std::move(*password)};
    const auto user = drogon::sync_wait(addUser(**store, std::move(wanted), QDateTime::currentDateTimeUtc()));
    if (!user)
        return explain(user.error());
    QTextStream(stdout) << user->name << " may sign in as " << wordsOf(user->roles) << '\n';
    return 0;
}

int runUserList(const UserListOptions &options)
{
    const auto store = visit(options.dataDirectory);
    if (!store)
        return explain(store.error());
    const auto users = drogon::sync_wait(usersIn(**store));
    if (!users)
        return explain(users.error());
    const auto accounts = drogon::sync_wait((*store)->accounts());
    if (!accounts)
        return explain(accounts.error());
    QTextStream out(stdout);
    for (const auto &user : *users) {
        const auto account = std::ranges::find(*accounts, user.id, &Account::user);
        const bool isDisabled = account != accounts->end() && account->isDisabled;
        out << user.name << '\t' << user.fullName << '\t' << wordsOf(user.roles) << (isDisabled ? "\tdisabled" : "")
            << '\n';
    }
    return 0;
}

int runUserDisable(const UserDisableOptions &options)
{
    const auto store = visit(options.dataDirectory);
    if (!store)
        return explain(store.error());
    if (const auto done = drogon::sync_wait(disableUser(**store, options.name, QDateTime::currentDateTimeUtc())); !done)
        return explain(done.error());
    QTextStream(stdout) << options.name << " may not sign in any more\n";
    return 0;
}

} // namespace Doorstep
