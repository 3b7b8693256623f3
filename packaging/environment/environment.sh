# shellcheck shell=sh
# SPDX-FileCopyrightText: 2026 The Doorstep developers
# SPDX-License-Identifier: Apache-2.0
#
# Sourced by ./dev. Gives `set_up`, which makes sure that everything in packages.txt is there, and `inside CMD…`, which runs CMD
# where it is: on the system itself where that is new enough, else in a Debian 13 root below the user's cache directory.

cache=${XDG_CACHE_HOME:-$HOME/.cache}/doorstep
packages=$(grep -v -e '^#' -e '^$' packaging/environment/packages.txt)
checkout=/doorstep # where every checkout is inside the root, so that ccache serves all of them
root=$cache/trixie-$(printf '%s' "$packages" | cksum | cut -d ' ' -f 1)

say() { printf 'dev: %s\n' "$*" >&2; }
die() {
    say "$@"
    exit 2
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        if [ -t 0 ]; then sudo "$@"; else sudo -n "$@" || die "this needs root and there is no terminal to ask for a password: sudo $*"; fi
    else
        die "this needs root: run as root, or install sudo: $*"
    fi
}

# Which of the three ways this machine goes: system, contained or manual.
way() {
    if [ -n "${DOORSTEP_ENVIRONMENT:-}" ]; then
        echo "$DOORSTEP_ENVIRONMENT"
        return
    fi
    os=other version=0
    if [ -r /etc/os-release ]; then
        # shellcheck disable=SC1091
        os=$(. /etc/os-release && echo "${ID:-other}")
        # shellcheck disable=SC1091 # testing and unstable have no number
        version=$(. /etc/os-release && echo "${VERSION_ID:-9999}")
    fi
    number=$(echo "$version" | tr -d .)
    case $os in
    debian) if [ "$number" -ge 13 ]; then echo system; else echo contained; fi ;;
    ubuntu) if [ "$number" -ge 2504 ]; then echo system; else echo contained; fi ;;
    *) echo manual ;;
    esac
}

set_up() {
    way=$(way)
    case $way in
    system) set_up_system ;;
    contained) set_up_contained ;;
    manual) set_up_manual ;;
    *) die "DOORSTEP_ENVIRONMENT is '$way'; it can be system, contained or manual" ;;
    esac
}

set_up_system() {
    missing=
    for package in $packages; do
        dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -q '^installed' || missing="$missing $package"
    done
    [ -n "$missing" ] || return 0
    say "installing with apt, once, a few minutes:$missing"
    as_root apt-get update -q || die "apt-get update failed: is there a network?"
    # shellcheck disable=SC2086
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends $missing ||
        die "apt could not install the packages above; its last lines say which and why. Then run the same command again."
}

set_up_contained() {
    [ ! -x "$root/usr/bin/ninja" ] || return 0
    mkdir -p "$cache"
    if ! mkdir "$root.lock" 2>/dev/null; then
        owner=$(cat "$root.lock/pid" 2>/dev/null || echo 0)
        if kill -0 "$owner" 2>/dev/null; then
            say "another ./dev (process $owner) is setting the environment up; waiting for it"
            while kill -0 "$owner" 2>/dev/null; do sleep 1; done
            set_up_contained
            return
        fi
        say "an earlier set-up was interrupted; starting over"
    fi
    mkdir -p "$root.lock"
    echo $$ >"$root.lock/pid"
    trap 'rm -rf "$root.lock"' EXIT
    trap 'rm -rf "$root.lock"; exit 130' INT TERM

    for tool in mmdebstrap bwrap; do
        command -v "$tool" >/dev/null && continue
        say "installing mmdebstrap and bubblewrap with apt"
        as_root apt-get update -q || die "apt-get update failed: is there a network?"
        as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q mmdebstrap bubblewrap debian-archive-keyring ||
            die "apt could not install mmdebstrap and bubblewrap; its last lines say why"
    done

    count=$(echo "$packages" | wc -l)
    say "making a Debian 13 environment with $count packages in $root"
    say "once, about 2 minutes on a fast line, 3 GB of disk; ^C is safe, it then starts over"
    mirror=$(sed -n 's/^URIs: *\(http[^ ]*debian\)\/* *$/\1/p' /etc/apt/sources.list.d/debian.sources 2>/dev/null | head -n 1)
    as_root rm -rf "$root.part"
    as_root mmdebstrap --mode=root --variant=minbase --verbose \
        --include="$(echo "$packages" | tr '\n' ',' | sed 's/,$//')" \
        trixie "$root.part" ${mirror:+"deb $mirror trixie main"} >"$cache/set-up.log" 2>&1 &
    maker=$!
    show_progress "$maker" "$count"
    if ! wait "$maker"; then
        grep -E '^(E|Err|W):|Failed to fetch|Unable to locate' "$cache/set-up.log" | tail -n 5 >&2
        die "setting up failed at the above; when it is a download, check the network and run the same command again (all of it: $cache/set-up.log)"
    fi
    # Entering it, bubblewrap makes the folders that it mounts things on; without root it can do so only in what is ours.
    [ "$(id -u)" = 0 ] || as_root chown -hR "$(id -u):$(id -g)" "$root.part"
    as_root mv "$root.part" "$root"
    rm -rf "$root.lock"
    trap - EXIT INT TERM
    say "the environment is ready"
}

# What the log says has happened so far: a line that counts up on a terminal, one every 20 seconds elsewhere.
show_progress() {
    seconds=0
    while kill -0 "$1" 2>/dev/null; do
        sleep 1
        seconds=$((seconds + 1))
        done_count=$(grep -c '^Setting up ' "$cache/set-up.log" 2>/dev/null || true)
        line="$seconds s, $done_count packages set up (those of $2 that were asked for and what they need)"
        if [ -t 2 ]; then
            printf '\rdev: %s ' "$line" >&2
        elif [ $((seconds % 20)) = 0 ]; then
            say "$line"
        fi
    done
    [ ! -t 2 ] || printf '\n' >&2
}

set_up_manual() {
    if command -v cmake >/dev/null && command -v ninja >/dev/null && command -v ccache >/dev/null &&
        qt=$( (qmake6 -query QT_VERSION || qmake -query QT_VERSION) 2>/dev/null) &&
        [ "$(printf '6.8\n%s\n' "$qt" | sort -V | head -n 1)" = 6.8 ]; then
        return 0
    fi
    say "Doorstep needs CMake, Ninja, ccache, Qt 6.8 and some libraries. On this system, install them with the line that fits, then run the same command again:"
    cat >&2 <<'TEXT'
  macOS     brew install cmake ninja ccache qt qcoro mapnik libosmium drogon argon2 boost kdsingleapplication qtkeychain, and KNotifications 6 from the kde-mac/kde tap
  Fedora    sudo dnf install cmake ninja-build ccache gcc-c++ qt6-qtbase-devel qt6-qtlocation-devel qt6-qtpositioning-devel qt6-qtwebsockets-devel qt6-qtsvg-devel qt6-qttools-devel qcoro-qt6-devel mapnik-devel libosmium-devel libargon2-devel boost-devel kdsingleapplication-qt6-devel qtkeychain-qt6-devel kf6-knotifications-devel drogon-devel
  Arch      sudo pacman -S cmake ninja ccache gcc qt6-base qt6-location qt6-positioning qt6-websockets qt6-svg qt6-tools qcoro mapnik libosmium argon2 boost kdsingleapplication qtkeychain-qt6 knotifications drogon
  Windows   vcpkg install qtbase qtlocation qtpositioning qtwebsockets qtsvg qttools qcoro kdsingleapplication qtkeychain-qt6 knotifications (the console; the backend runs on Linux)
TEXT
    exit 2
}

inside() {
    set_up
    mkdir -p "$cache/ccache" "$cache/home"
    export CCACHE_DIR="$cache/ccache" CCACHE_NOHASHDIR=1 CCACHE_MAXSIZE=4G \
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
    if [ "$way" != contained ]; then
        CCACHE_BASEDIR=$PWD "$@"
        return
    fi
    # A worktree's history is in the main checkout.
    history=$(git rev-parse --path-format=absolute --git-common-dir 2>/dev/null || echo "$PWD")
    bwrap --bind "$root" / --dev /dev --dev-bind-try /dev/dri /dev/dri --proc /proc --die-with-parent --unshare-pid \
        --bind /tmp /tmp --bind "$cache/ccache" "$cache/ccache" --bind "$cache/home" "$cache/home" \
        --ro-bind-try /etc/resolv.conf /etc/resolv.conf \
        ${XDG_RUNTIME_DIR:+--bind-try "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR"} \
        ${XAUTHORITY:+--ro-bind-try "$XAUTHORITY" "$XAUTHORITY"} \
        --bind "$history" "$history" --bind "$PWD" "$PWD" --bind "$PWD" "$checkout" --chdir "$checkout" \
        --setenv HOME "$cache/home" --unsetenv XDG_CACHE_HOME --setenv LANG C.UTF-8 "$@"
}
