// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QWidget;

namespace Doorstep {

/// One pane of the workbench. The workbench takes both widgets over.
struct Pane
{
    QString name; ///< "routes": for layouts that are saved; never translated, never changed.
    QString title; ///< For people.
    QWidget *header = nullptr; ///< What the pane is dragged by; none for a pane that paints to its edges.
    QWidget *body = nullptr;
};

} // namespace Doorstep
