// SPDX-FileCopyrightText: 2026 The Doorstep developers
// SPDX-License-Identifier: Apache-2.0
#include "models/sync/uplinkengine.h"

#include "models/sync/backendclient.h"
#include "models/sync/logging.h"
#include "models/wire/commandwire.h"
#include "models/wire/rawjson.h"
#include "models/wire/userwire.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QNetworkReply>
#include <QNetworkRequestFactory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Doorstep {
namespace {

using CommandState = OutboxCommand::State;

const auto personFact = u"person"_s;
constexpr int mostDisorders = 5; // before a pause
constexpr auto pruneEvery = 1h;

} // namespace

UplinkEngine::UplinkEngine(UplinkOptions options)
    : m_options(std::move(options))
    , m_trust(m_options.trustedCertificate, this)
    , m_backoff(m_options.timings.retryFirst, m_options.timings.retryMost)
    , m_retry(this)
    , m_watch(this)
    , m_most(Wire::mostCommands)
{
    m_retry.setSingleShot(true);
    m_watch.setInterval(m_options.timings.watch);
    connect(&m_retry, &QTimer::timeout, this, &UplinkEngine::send);
    connect(&m_watch, &QTimer::timeout, this, &UplinkEngine::watch);
}

UplinkEngine::~UplinkEngine() = default;

void UplinkEngine::start()
{
    makeNetwork();
    open();
    if (!m_outbox)
        return;
    if (m_person)
        notePerson();
    const auto noted = Wire::objectFromBytes(outbox().fact(personFact).toUtf8()).and_then(Wire::userFromJson);
    Q_EMIT lastPersonKnown(noted ? std::optional(*noted) : std::nullopt);
    m_watch.start();
    tellLoaded();
    wake();
}

void UplinkEngine::open()
{
    if (!m_options.outboxPath.isEmpty())
        QDir().mkpath(QFileInfo(m_options.outboxPath).absolutePath());
    auto opened = Outbox::open(m_options.outboxPath);
    if (!opened) {
        qCWarning(lcSync) << "there is no outbox:" << opened.error().detail;
        Q_EMIT unusable(opened.error());
        return;
    }
    if (!opened->movedAside.isEmpty() || opened->recovered > 0) {
        qCWarning(lcSync) << "the outbox was moved to" << opened->movedAside << opened->reason << "and"
                          << opened->recovered << "commands were saved from it";
        Q_EMIT rebuilt(opened->movedAside, opened->recovered);
    }
    m_outbox.emplace(std::move(opened->outbox));
}

void UplinkEngine::stop()
{
    m_retry.stop();
    m_watch.stop();
    ++m_generation;
    if (m_network)
        giveUpAll(*m_network);
    QCoreApplication::sendPostedEvents(); // coroutines that wait for a reply end before their network does
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    m_network.reset();
    m_outbox.reset();
}

QList<OutboxCommand> UplinkEngine::mine(CommandState state) const
{
    QList<OutboxCommand> commands;
    if (!m_outbox || !m_person)
        return commands;
    for (const auto &command : outbox().commands()) {
        if (command.state == state && command.user == person().id)
            commands.append(command);
    }
    return commands;
}

bool UplinkEngine::hasWaiting() const
{
    return m_outbox && m_person && std::ranges::any_of(outbox().commands(), [this](const OutboxCommand &command) {
               return command.state == CommandState::Waiting && command.user == person().id;
           });
}

void UplinkEngine::setPerson(const std::optional<User> &user, const QString &token)
{
    const bool isSame = user && m_person && user->id == person().id;
    m_person = user;
    m_token = token;
    m_isTokenRefused = false;
    m_backoff.reset();
    m_retry.stop();
    if (!isSame)
        ++m_generation; // an answer for somebody else finds its way when they are back
    m_isSending = m_isSending && isSame;
    if (m_outbox)
        notePerson();
    if (!isSame)
        tellLoaded();
    wake();
}

void UplinkEngine::notePerson()
{
    const auto text = m_person ? QString::fromUtf8(Wire::compact(Wire::toJson(*m_person))) : QString();
    if (auto noted = outbox().setFact(personFact, text); !noted)
        qCWarning(lcSync) << noted.error().detail;
}

void UplinkEngine::tellLoaded()
{
    if (!m_outbox || !m_person)
        return;
    if (auto pruned = outbox().prune(QDateTime::currentDateTimeUtc().addDuration(-m_options.timings.keepApplied));
        !pruned)
        qCWarning(lcSync) << pruned.error().detail;
    m_pruned.start();
    QList<OutboxCommand> commands;
    for (const auto &command : outbox().commands()) {
        if (command.user == person().id)
            commands.append(command);
    }
    Q_EMIT loaded(commands);
    tellCounts();
    for (const auto &feed : m_epochs.keys())
        resendLost(feed);
}

void UplinkEngine::tellCounts()
{
    Q_EMIT countsChanged(static_cast<int>(mine(CommandState::Waiting).size()),
                         static_cast<int>(mine(CommandState::Attention).size()));
}

void UplinkEngine::setConnected(bool isConnected)
{
    if (m_isConnected == isConnected)
        return;
    m_isConnected = isConnected;
    if (!isConnected)
        return;
    m_backoff.reset();
    m_retry.stop();
    m_quiet.start();
    wake();
}

QHash<FeedId, quint64> UplinkEngine::confirmedEpochs() const
{
    QHash<FeedId, quint64> epochs;
    for (const auto &command : outbox().commands()) {
        // The first of each feed is the first that a restored backend would not have.
        if (command.state == CommandState::Applied && command.user == person().id && !epochs.contains(command.feed))
            epochs.insert(command.feed, command.confirmedIn);
    }
    return epochs;
}

void UplinkEngine::feedReached(const FeedId &feed, quint64 epoch)
{
    m_epochs.insert(feed, epoch);
    resendLost(feed);
    if (!std::exchange(m_isBehind, false))
        return;
    m_backoff.reset();
    m_retry.stop();
    send();
}

/// The backend may have lost what it did in an older history; what it has not, it says again.
void UplinkEngine::resendLost(const FeedId &feed)
{
    if (!m_outbox || !m_person)
        return;
    const auto lost = outbox().waitAgain(person().id, feed, m_epochs.value(feed));
    if (!lost || lost->isEmpty())
        return;
    qCInfo(lcSync) << feed << "goes on in another history: sending" << lost->size() << "commands again";
    Q_EMIT resent(*lost);
    tellCounts();
    wake();
}

void UplinkEngine::passed(const QList<CommandId> &commands)
{
    if (m_outbox)
        outbox().markPassed(commands);
}

void UplinkEngine::submit(const QList<Submission> &commands)
{
    QList<CommandId> ids;
    QList<Outbox::New> fresh;
    for (const auto &[command, text] : commands) {
        ids.append(command.id);
        fresh.append({.command = command, .text = text});
    }
    if (!m_outbox || !m_person) {
        Q_EMIT notKept(ids, {.kind = Error::Kind::Storage, .detail = u"there is no outbox"_s});
        return;
    }
    if (!hasWaiting())
        m_quiet.start();
    if (auto added = outbox().add(person().id, fresh); !added) {
        qCWarning(lcSync) << "a decision was not kept:" << added.error().detail;
        Q_EMIT notKept(ids, added.error());
        return;
    }
    Q_EMIT kept(ids);
    tellCounts();
    wake();
}

void UplinkEngine::clear(const CommandId &command)
{
    if (!m_outbox)
        return;
    const auto *known = outbox().find(command);
    if (known == nullptr || known->state != CommandState::Attention)
        return;
    if (auto removed = outbox().remove({command}); !removed) {
        qCWarning(lcSync) << removed.error().detail;
        return;
    }
    Q_EMIT cleared(command);
    tellCounts();
}

void UplinkEngine::wake()
{
    if (!m_retry.isActive())
        send();
}

void UplinkEngine::send()
{
    if (m_isSending || m_isTokenRefused || m_token.isEmpty() || !m_outbox || !m_network || !hasWaiting())
        return;
    const auto device = outbox().device(person().id);
    if (!device) {
        retryLater({.detail = device.error().detail});
        return;
    }
    QByteArray body = R"({"device":")" + device->toString().toUtf8() + R"(",)";
    if (const auto epochs = confirmedEpochs(); !epochs.isEmpty())
        body += R"("epochs":)" + Wire::compact(Wire::epochsToJson(epochs)) + ',';
    body += R"("commands":[)";
    QList<CommandId> sent;
    for (const auto &command : mine(CommandState::Waiting)) {
        const auto line = numbered(command.line, command.sequence);
        if (sent.size() >= m_most || (!sent.isEmpty() && body.size() + line.size() + 3 > Wire::largestCommands))
            break;
        body += (sent.isEmpty() ? QByteArray() : QByteArray(",")) + line;
        sent.append(command.id);
    }
    body += "]}";
    QNetworkRequestFactory requests(m_options.server);
    requests.setBearerToken(m_token.toUtf8());
    requests.setTransferTimeout(m_options.timings.request);
    auto request = requests.createRequest(u"/v1/commands"_s);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    m_isSending = true;
    QCoro::connect(postCommands(*m_network, request, body), this,
                   [this, sent, generation = ++m_generation](const CommandAnswer &answer) {
                       if (generation != m_generation)
                           return;
                       m_isSending = false;
                       takeAnswer(sent, answer);
                   });
}

/// The numbers, or the device that counts, are not those that the backend expects.
void UplinkEngine::mendOrder(const CommandAnswer &answer)
{
    const auto mended = answer.code == "device_of_another"_L1
        ? outbox().renewDevice(person().id).transform([](const DeviceId &) { })
        : outbox().renumber(person().id, answer.expected);
    // What a restored backend still knows needs no number, and nobody can tell which that is: one at a time always
    // fits, known or not.
    m_most = 1;
    if (mended && ++m_disorders < mostDisorders)
        send();
    else
        retryLater(answer);
}

void UplinkEngine::takeAnswer(const QList<CommandId> &sent, const CommandAnswer &answer)
{
    if (answer.status == 200) {
        takeVerdicts(sent, answer.verdicts);
        return;
    }
    if (answer.code == "device_of_another"_L1 || (answer.code == "out_of_order"_L1 && answer.expected > 0)) {
        mendOrder(answer);
        return;
    }
    if (answer.code == "another_history"_L1) {
        // What was lost stands before what is new as soon as the replica has followed: see feedReached().
        m_isBehind = true;
        for (const auto &feed : m_epochs.keys())
            resendLost(feed);
        retryLater(answer);
        return;
    }
    switch (answer.status) {
    case 401:
        m_isTokenRefused = true;
        Q_EMIT tokenRefused();
        return;
    case 0: // no answer
    case 404: // an older backend: it will be updated
    case 405:
    case 408:
    case 429:
        retryLater(answer);
        return;
    default:
        if (answer.status < 400 || answer.status >= 500)
            retryLater(answer);
        else
            takeRefusal(sent, answer);
    }
}

void UplinkEngine::takeVerdicts(const QList<CommandId> &sent, const QList<Verdict> &verdicts)
{
    QList<Verdict> ours;
    for (const auto &verdict : verdicts) {
        if (sent.contains(verdict.command))
            ours.append(verdict);
    }
    const auto settled = outbox().settle(ours, QDateTime::currentDateTimeUtc(), m_epochs);
    if (!settled || settled->isEmpty()) {
        // Not on disk is not answered: it is asked for again.
        retryLater({.detail = settled ? u"an answer without a verdict"_s : settled.error().detail});
        return;
    }
    m_backoff.reset();
    m_disorders = 0;
    m_most = std::min<qsizetype>(m_most * 2, Wire::mostCommands);
    m_quiet.start();
    for (const auto &command : *settled)
        Q_EMIT answered(command);
    tellCounts();
    send();
}

/// The request as a whole was not taken: fewer at a time find the one that it is about.
void UplinkEngine::takeRefusal(const QList<CommandId> &sent, const CommandAnswer &answer)
{
    qCWarning(lcSync) << "commands were refused:" << answer.status << answer.code << answer.detail;
    if (sent.size() == 1) {
        giveUp(sent.constFirst(), answer);
        return;
    }
    m_most = std::max<qsizetype>(1, sent.size() / 2);
    send();
}

void UplinkEngine::giveUp(const CommandId &command, const CommandAnswer &answer)
{
    const auto usual = answer.status == 413 ? u"too_large"_s : u"malformed"_s;
    const auto code = answer.code.isEmpty() ? usual : answer.code;
    takeVerdicts(
        {command},
        {{.command = command, .kind = Verdict::Kind::Rejected, .code = code, .detail = answer.detail, .field = {}}});
}

void UplinkEngine::retryLater(const CommandAnswer &answer)
{
    const auto wait = std::max<std::chrono::milliseconds>(answer.retryAfter, m_backoff.next());
    qCInfo(lcSync) << "commands wait:" << answer.status << answer.detail << "- next attempt in" << wait.count() << "ms";
    m_retry.start(wait);
}

void UplinkEngine::makeNetwork()
{
    m_network = std::make_unique<QNetworkAccessManager>();
    m_trust.guard(*m_network);
}

void UplinkEngine::renewNetwork()
{
    ++m_generation;
    m_isSending = false;
    m_retry.stop();
    giveUpAll(*m_network);
    m_network.release()->deleteLater(); // after the coroutines that wait for its replies
    makeNetwork();
    m_quiet.start();
    send();
}

void UplinkEngine::watch()
{
    if (m_isConnected && !m_isTokenRefused && !m_token.isEmpty() && hasWaiting() && m_quiet.isValid()
        && std::chrono::milliseconds(m_quiet.elapsed()) > m_options.timings.stuck) {
        qCWarning(lcSync) << "commands wait without a verdict though the connection is up: a new network";
        renewNetwork();
    }
    if (m_pruned.isValid() && std::chrono::milliseconds(m_pruned.elapsed()) > pruneEvery && m_outbox) {
        m_pruned.start();
        (void)outbox().prune(QDateTime::currentDateTimeUtc().addDuration(-m_options.timings.keepApplied));
    }
}

} // namespace Doorstep

#include "moc_uplinkengine.cpp"
