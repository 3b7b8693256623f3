// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/datadirectory.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Doorstep {

DataDirectory::DataDirectory(QString path, int lock)
    : m_path(std::move(path))
    , m_lock(lock)
{
}

DataDirectory::DataDirectory(DataDirectory &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_lock(std::exchange(other.m_lock, -1))
{
}

DataDirectory &DataDirectory::operator=(DataDirectory &&other) noexcept
{
    std::swap(m_path, other.m_path);
    std::swap(m_lock, other.m_lock);
    return *this;
}

DataDirectory::~DataDirectory()
{
    if (m_lock >= 0)
        ::close(m_lock);
}

Result<DataDirectory> DataDirectory::open(const QString &path, Use use)
{
    constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const QString absolute = QDir(path).absolutePath();
    const bool isNew = !QDir(absolute).exists();
    if (isNew && !(QDir().mkpath(absolute) && QFile::setPermissions(absolute, ownerOnly)))
        return failure(Error::Kind::Refused, u"%1 cannot be made: check the path and its permissions"_s.arg(absolute));
    int lock = -1;
    if (use == Use::Serve) {
        const auto file = QFile::encodeName(absolute + "/doorstepd.lock"_L1);
        lock = ::open(file.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (lock < 0)
            return failure(Error::Kind::Refused, u"%1 cannot be written to: check its permissions"_s.arg(absolute));
        if (::flock(lock, LOCK_EX | LOCK_NB) != 0) {
            ::close(lock);
            return failure(
                Error::Kind::Refused,
                u"another doorstepd is serving %1: stop it, or give --data another directory"_s.arg(absolute));
        }
    }
    return DataDirectory(absolute, lock);
}

QString DataDirectory::storeFile() const
{
    return m_path + "/store.sqlite"_L1;
}

QString DataDirectory::tileCacheFolder() const
{
    return m_path + "/tiles"_L1;
}

QString DataDirectory::temporaryDirectory() const
{
    return m_path + "/tmp"_L1;
}

} // namespace Doorstep
