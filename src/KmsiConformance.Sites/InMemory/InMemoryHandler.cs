using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace KmsiConformance.Sites.InMemory;

/// <summary>Hands requests to sites in memory over to them; every other request goes over the network.</summary>
internal sealed class InMemoryHandler(HttpMessageHandler network) : DelegatingHandler(network)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        InMemorySites.Find(request.RequestUri) is { } server
            ? AskAsync(server, request, cancellationToken)
            : base.SendAsync(request, cancellationToken);

    private static async Task<HttpResponseMessage> AskAsync(
        InMemoryServer server, HttpRequestMessage request, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellation);
        if (body.Length > LoopbackServer.BodyLimit) return Bare(request, HttpStatusCode.RequestEntityTooLarge);
        if (InMemoryRequest.Of(request, body) is not { } asked) return Bare(request, HttpStatusCode.BadRequest);

        using var aborted = CancellationTokenSource.CreateLinkedTokenSource(cancellation, server.Stopped);
        using var response = new InMemoryResponse();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(asked);
        features.Set<IHttpRequestBodyDetectionFeature>(asked);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set<IHttpRequestLifetimeFeature>(new HttpRequestLifetimeFeature { RequestAborted = aborted.Token });
        var unanswered = new Unanswered.Notice();
        features.Set(unanswered);
        try
        {
            // A pipeline that does not watch for an abort must not hold up whoever gave up waiting.
            var answering = server.AnswerAsync(features);
            var ended = await Task.WhenAny(answering, unanswered.Given).WaitAsync(aborted.Token);
            if (ended == unanswered.Given) await GiveUpAsync(request, answering, aborted);
            await answering;
            return await response.ToMessageAsync(request);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw new TaskCanceledException("The request was given up.", null, cancellation);
        }
        catch (OperationCanceledException) when (server.Stopped.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, $"{request.RequestUri!.Authority} has stopped.");
        }
        catch (Exception broken) when (broken is not HttpRequestException && !response.HasStarted)
        {
            // What the pipeline did not catch, Kestrel answers so too.
            return Bare(
                request, broken is BadHttpRequestException bad ? (HttpStatusCode)bad.StatusCode : HttpStatusCode.InternalServerError);
        }
        catch (Exception broken) when (broken is not HttpRequestException)
        {
            throw new HttpRequestException(
                HttpRequestError.ResponseEnded, $"The answer of {request.RequestUri!.Authority} broke off.", broken);
        }
    }

    private static async Task GiveUpAsync(HttpRequestMessage request, Task answering, CancellationTokenSource aborted)
    {
        await aborted.CancelAsync();
        await answering.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw new HttpRequestException(HttpRequestError.ResponseEnded, $"{request.RequestUri!.Authority} never answers.");
    }

    private static HttpResponseMessage Bare(HttpRequestMessage request, HttpStatusCode status) => new(status) { RequestMessage = request };
}
