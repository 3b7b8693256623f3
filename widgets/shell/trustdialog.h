// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QDialog>

namespace Doorstep {

/// Asks whether the certificate that a self-hosted server shows is the right one: the person compares its fingerprint
/// with what the server's operator tells them. Nothing is trusted by Enter or Escape.
class TrustDialog : public QDialog
{
    Q_OBJECT
public:
    struct Question
    {
        QString server;
        QString subject;
        QString issuer;
        QDateTime expiresAt;
        QString fingerprint; ///< As it is shown; empty: it cannot be trusted at all, and \c problem says why.
        QString problem;
        bool isChanged = false; ///< It is not the one that was trusted before.
    };

    TrustDialog(const Question &question, QWidget *parent);

Q_SIGNALS:
    void trusted();
};

} // namespace Doorstep
