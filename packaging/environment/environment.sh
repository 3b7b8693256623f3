# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by ./dev: gives `inside CMD…`, which runs CMD where Qt 6.8 and the rest are, and sets that place up when it is missing.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/doorstep
packages=$(grep -v -e '^#' -e '^$' packaging/environment/packages.txt)
root=$cache/trixie-$(printf '%s' "$packages" | cksum | cut -d ' ' -f 1)

inside() {
    mkdir -p "$cache/ccache"
    export CCACHE_DIR="$cache/ccache" CCACHE_BASEDIR="$PWD" CCACHE_NOHASHDIR=1 \
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime CCACHE_MAXSIZE=4G
    if [ "${1:-}" = --root ]; then shift; fi
    bwrap --bind "$root" / --dev /dev --proc /proc --bind /tmp /tmp --bind "$cache/ccache" "$cache/ccache" \
        --ro-bind-try /etc/resolv.conf /etc/resolv.conf --bind "$PWD" "$PWD" --chdir "$PWD" "$@"
}
