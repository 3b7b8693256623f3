// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/store/setback.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace Doorstep {

class Notice;
class ValueWords;

/// One decision that was not taken: what I did and when, why it was not taken and who was first, and mine beside
/// theirs field by field, or both orders of a route.
class SetbackView : public QWidget
{
    Q_OBJECT
public:
    /// \a words must outlive the view.
    explicit SetbackView(const ValueWords &words, QWidget *parent = nullptr);

    /// \a theirs is who did what stands now, and when; empty while that is not known.
    void show(const Setback &setback, const QString &theirs, const QDateTime &now);

private:
    void showFields(const QList<Setback::Field> &fields);
    void showOrders(const QList<Setback::Field> &fields);

    const ValueWords &m_words;
    QLabel *m_title;
    QLabel *m_about;
    Notice *m_reason;
    QVBoxLayout *m_place;
    QWidget *m_comparison = nullptr;
};

} // namespace Doorstep
