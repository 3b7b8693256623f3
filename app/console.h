// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/keychain.h"
#include "app/languages.h"
#include "app/livestore.h"
#include "app/nativeannouncer.h"
#include "app/options.h"
#include "app/signing.h"
#include "widgets/parts/appearance.h"

#include <QObject>
#include <QSettings>
#include <QTimer>

#include <memory>

class QApplication;

namespace Doorstep {

class DemoDay;
class Screenshots;
class ServerLink;
class Workplace;
struct Unsent;

/// The console program: knows everybody, connects everybody, decides nothing. UI thread.
class Console : public QObject
{
    Q_OBJECT
public:
    Console(QApplication &application, Options options);
    ~Console() override;
    Q_DISABLE_COPY_MOVE(Console)

    void start();
    /// From another start of the program: comes to the front, and shows \a link when there is one.
    void wake(const std::optional<Link> &link);

private:
    [[nodiscard]] std::unique_ptr<QSettings> makeSettings() const;
    void openSettings();
    void openWorkplace();
    void connectWindow(MainWindow &window);
    void hush();
    void seat(const QString &user);
    void closeWorkplace();
    void keepArrangement();
    void startDemo();
    void followDemo();
    void startDemoAgain();
    void tellDemoFailure(const QString &sentence);
    void tellDemoSilence();
    void startWork();
    void expectNoDay();
    void letGo();
    void tellOutbox();
    void listenToSigning();
    void connectTo(const ServerProfile &profile, bool isTokenAwaited, const QString &cachePath);
    void signOut();
    void greet();
    [[nodiscard]] static QString textOf(const Unsent &unsent);
    void speak(const QString &language);
    void showStatus();
    void showPerson();
    void showDay();
    void showFirstData();
    [[nodiscard]] bool isCatchingUp() const;
    void planPictures(std::chrono::milliseconds wait);
    void takePictures();
    [[nodiscard]] QString personGroup() const;
    [[nodiscard]] static QString cachePathOf(const ServerProfile &profile);

    QApplication &m_application;
    Options m_options;
    Languages m_languages;
    Appearance m_appearance;
    std::unique_ptr<DemoDay> m_demo;
    std::unique_ptr<QSettings> m_settings;
    Keychain m_keychain;
    std::unique_ptr<Signing> m_signing; ///< None in the demo, which signs in by itself.
    LiveStore m_store;
    NativeAnnouncer m_announcer;
    std::unique_ptr<ServerLink> m_link;
    QUrl m_server;
    QString m_user;
    std::unique_ptr<Workplace> m_workplace;
    std::unique_ptr<Screenshots> m_screenshots;
    QTimer m_daySoon;
    QTimer m_pictures;
    bool m_hasShownData = false;
    bool m_isDayExpected = false; ///< Out of the cache, before anything else.
    QString m_demoFailure; ///< Why it ended.
    bool m_isAskingToSignIn = false; ///< In the notice.
    bool m_isGreeted = false; ///< Who has signed in.
    bool m_isCatchingUp = false; ///< The demo tells its morning.
};

} // namespace Doorstep
