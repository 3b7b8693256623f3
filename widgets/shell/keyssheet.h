// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/sheet.h"

namespace Doorstep {

class ActionList;

/// F1: every key of the console on one sheet, made from the actions themselves and so never out of date.
class KeysSheet : public Sheet
{
    Q_OBJECT
public:
    KeysSheet(QWidget *host, const ActionList &actions);

protected:
    [[nodiscard]] QRect cardGeometry(QSize area) const override;
};

} // namespace Doorstep
