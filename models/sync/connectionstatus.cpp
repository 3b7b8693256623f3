// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/connectionstatus.h"

#include "moc_connectionstatus.cpp"
