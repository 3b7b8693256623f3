// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"

#include <QTemporaryDir>

namespace Doorstep::Test {

/// A store of one kind, empty, in a place of its own.
class TestedStore
{
public:
    /// \a driver is "sqlite" or "postgresql".
    explicit TestedStore(const QString &driver);

    [[nodiscard]] Store &operator*() { return *m_store; }
    [[nodiscard]] Store *operator->() { return m_store.get(); }
    void reopen();
    [[nodiscard]] QString path() const { return m_directory.filePath(QStringLiteral("store.sqlite")); }

    /// The rows of a test that runs on every driver; one that cannot run here is told apart by whyNot().
    static void addDrivers();
    [[nodiscard]] static QString whyNot(const QString &driver);

private:
    QTemporaryDir m_directory;
    std::unique_ptr<Store> m_store;
};

/// A commit of one document.
[[nodiscard]] Commit writing(const QString &feed, const QString &id, const QByteArray &body,
                             std::optional<qint64> ifVersion = {});
[[nodiscard]] QDateTime noon();
[[nodiscard]] Fix fixAt(const QString &driver, int seconds, double longitude = -56.1);

} // namespace Doorstep::Test
