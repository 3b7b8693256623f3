// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/daemon/listenaddress.h"

#include <arpa/inet.h>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>
#include <system_error>
#include <thread>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

struct SocketAddress
{
    sockaddr_storage storage{};
    socklen_t length = 0;
    int family = AF_UNSPEC;

    sockaddr *get() { return reinterpret_cast<sockaddr *>(&storage); }
};

SocketAddress socketAddressOf(const ListenAddress &address)
{
    SocketAddress result;
    const auto host = address.host.toLatin1();
    auto *four = reinterpret_cast<sockaddr_in *>(&result.storage);
    auto *six = reinterpret_cast<sockaddr_in6 *>(&result.storage);
    if (inet_pton(AF_INET, host.constData(), &four->sin_addr) == 1) {
        four->sin_family = AF_INET;
        four->sin_port = htons(address.port);
        result.length = sizeof(sockaddr_in);
        result.family = AF_INET;
    } else if (inet_pton(AF_INET6, host.constData(), &six->sin6_addr) == 1) {
        six->sin6_family = AF_INET6;
        six->sin6_port = htons(address.port);
        result.length = sizeof(sockaddr_in6);
        result.family = AF_INET6;
    }
    return result;
}

quint16 portOf(const SocketAddress &address)
{
    return address.family == AF_INET ? ntohs(reinterpret_cast<const sockaddr_in *>(&address.storage)->sin_port)
                                     : ntohs(reinterpret_cast<const sockaddr_in6 *>(&address.storage)->sin6_port);
}

} // namespace

QString ListenAddress::url() const
{
    return (host.contains(u':') ? u"http://[%1]:%2"_s : u"http://%1:%2"_s).arg(host).arg(port);
}

Result<ListenAddress> parseListenAddress(const QString &text)
{
    const auto colon = text.lastIndexOf(u':');
    bool isNumber = false;
    const auto port = text.sliced(colon + 1).toUShort(&isNumber);
    auto host = text.first(std::max<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    ListenAddress address{.host = host, .port = port};
    if (colon < 1 || !isNumber || socketAddressOf(address).family == AF_UNSPEC) {
        return failure(
            Error::Kind::Malformed,
            u"\"%1\" is no address to listen on: write 127.0.0.1:7080, 0.0.0.0:7080 or [::1]:7080"_s.arg(text));
    }
    return address;
}

Result<ListenAddress> claimAddress(ListenAddress wanted)
{
    auto address = socketAddressOf(wanted);
    const int socket = ::socket(address.family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0) {
        const auto why = std::generic_category().message(errno);
        return failure(Error::Kind::Refused,
                       u"cannot listen on %1: %2"_s.arg(wanted.url().sliced(7), QString::fromStdString(why)));
    }
    const int yes = 1;
    ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes); // a port in TIME_WAIT is free
    const bool isFree = ::bind(socket, address.get(), address.length) == 0 && ::listen(socket, 1) == 0
        && ::getsockname(socket, address.get(), &address.length) == 0;
    const int why = errno;
    ::close(socket);
    if (!isFree) {
        return failure(Error::Kind::Refused,
                       u"cannot listen on %1: %2"_s.arg(wanted.url().sliced(7),
                                                        QString::fromStdString(std::generic_category().message(why))));
    }
    wanted.port = portOf(address);
    return wanted;
}

void waitUntilAccepting(const ListenAddress &address)
{
    using namespace std::chrono_literals;
    const auto until = std::chrono::steady_clock::now() + 10s;
    bool isAccepting = false;
    while (!isAccepting && std::chrono::steady_clock::now() < until) {
        auto to = socketAddressOf(address);
        const int socket = ::socket(to.family, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (socket >= 0) {
            isAccepting = ::connect(socket, to.get(), to.length) == 0;
            ::close(socket);
        }
        if (!isAccepting)
            std::this_thread::sleep_for(5ms); // there is nothing to be woken by
    }
}

} // namespace Doorstep
