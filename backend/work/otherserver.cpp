// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/work/otherserver.h"

#include <atomic>
#include <drogon/HttpClient.h>
#include <future>
#include <trantor/net/EventLoopThread.h>

using namespace Qt::StringLiterals;

namespace Doorstep {
namespace {

using drogon::HttpRequestPtr;
using Reply = OtherServer::Reply;

/// What is waited for: whoever answers first is heard.
class Expected
{
public:
    void settle(Result<Reply> reply)
    {
        if (!m_isSettled.exchange(true))
            m_reply.set_value(std::move(reply));
    }
    [[nodiscard]] Result<Reply> wait() { return m_reply.get_future().get(); }

private:
    std::atomic<bool> m_isSettled = false;
    std::promise<Result<Reply>> m_reply;
};

Result<Reply> replyOf(drogon::ReqResult result, const drogon::HttpResponsePtr &response)
{
    if (result != drogon::ReqResult::Ok || !response)
        return failure(Error::Kind::Offline, QString::fromStdString(drogon::to_string(result)));
    const auto body = response->body();
    return Reply{.status = static_cast<int>(response->statusCode()),
                 .body = QByteArray(body.data(), static_cast<qsizetype>(body.size()))};
}

HttpRequestPtr requestFor(const QUrl &url, const QString &call)
{
    auto path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    auto request = drogon::HttpRequest::newHttpRequest();
    request->setPathEncode(false); // it carries its query and is encoded as it should be
    request->setPath((path + call).toStdString());
    return request;
}

Result<Reply> send(trantor::EventLoop *loop, const QString &host, const QByteArray &userAgent,
                   const HttpRequestPtr &request, std::chrono::milliseconds patience, const std::stop_token &stop)
{
    // A client for each question: a connection that the server closed meanwhile is none of its surprises.
    auto client = drogon::HttpClient::newHttpClient(host.toStdString(), loop);
    if (!userAgent.isEmpty())
        client->setUserAgent(userAgent.toStdString());
    const auto expected = std::make_shared<Expected>();
    client->sendRequest(
        request,
        [expected](drogon::ReqResult result, const drogon::HttpResponsePtr &response) {
            expected->settle(replyOf(result, response));
        },
        std::chrono::duration<double>(patience).count());
    const std::stop_callback stopped(
        stop, [&expected] { expected->settle(failure(Error::Kind::Stopped, u"nobody waits any more"_s)); });
    auto reply = expected->wait();
    loop->queueInLoop([client = std::move(client)] { }); // where its connection lives
    return reply;
}

} // namespace

OtherServer::OtherServer(QUrl url, QByteArray userAgent)
    : m_url(std::move(url))
    , m_userAgent(std::move(userAgent))
    , m_thread(std::make_unique<trantor::EventLoopThread>("asking"))
{
    m_thread->run();
}

OtherServer::~OtherServer() = default;

QString OtherServer::name() const
{
    auto url = m_url;
    url.setUserInfo({});
    return url.scheme() + "://"_L1 + url.authority(QUrl::FullyEncoded);
}

Result<Reply> OtherServer::get(const QString &call, std::chrono::milliseconds patience,
                               const std::stop_token &stop) const
{
    return send(m_thread->getLoop(), name(), m_userAgent, requestFor(m_url, call), patience, stop);
}

Result<Reply> OtherServer::post(const QString &call, const std::string &json, std::chrono::milliseconds patience,
                                const std::stop_token &stop) const
{
    const auto request = requestFor(m_url, call);
    request->setMethod(drogon::Post);
    request->setContentTypeCode(drogon::CT_APPLICATION_JSON);
    request->setBody(json);
    return send(m_thread->getLoop(), name(), m_userAgent, request, patience, stop);
}

} // namespace Doorstep
