// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "widgets/shell/sheet.h"

class QPushButton;

namespace Doorstep {

/// Which Doorstep this is, under which licence, and whose map it shows.
class About : public Sheet
{
    Q_OBJECT
public:
    explicit About(QWidget *host);

    void openAbout();

protected:
    [[nodiscard]] QRect cardGeometry(QSize area) const override;

private:
    QPushButton *m_close;
};

} // namespace Doorstep
