using System.Diagnostics;
using System.Globalization;
using System.Text;
using KmsiConformance.Reference;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Bench.Reference;

/// <summary>
/// Silent sign-ins per second. One silent sign-in is one authorize request with a live session cookie, answered by a
/// redirect with a fresh code: the session is looked up, judged and extended, a code is made and kept, the log written.
/// Redeeming the code is another request, from server to server, and is not part of it. Beside it a bare endpoint on the
/// same kind of server, which gives the same bytes and does nothing. Both are asked in turn by the same client, on the
/// same number of connections that are kept alive.
/// </summary>
internal static class Load
{
    private const double Goal = 0.5;
    private const int Connections = 8;
    private const int Requests = 24_000;
    private const int WarmUpRounds = 3;

    public static async Task<bool> MeasureAsync(int rounds)
    {
        await using var reference = await ReferenceServer.StartAsync(Setting.Options(TimeProvider.System));
        var path = Setting.AuthorizePath(reference);
        using var http = new HttpMessageInvoker(LoopbackHttp.CreateHandler());
        var cookie = await SignIn.DoAsync(http, reference.Origin, path, tick: false);

        var request = Encoding.ASCII.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {new Uri(reference.Origin).Authority}\r\nCookie: {cookie}\r\nAccept: text/html\r\n\r\n");
        var sample = await Sample(reference, request);
        await using var bare = await LoopbackServer.StartAsync(TimeProvider.System, app => app.Run(http => AnswerAs(sample, http)));

        var (ours, bares, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < WarmUpRounds + rounds; round++)
        {
            var our = await RateAsync(new Uri(reference.Origin).Port, request);
            var other = await RateAsync(bare.Port, request);
            if (round < WarmUpRounds) continue;
            ours.Add(our);
            bares.Add(other);
            ratios.Add(our / other);
        }

        var ratio = Median(ratios);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"load: {Median(ours):0} silent sign-ins per second, {Median(bares):0} bare answers of the same bytes, "
            + $"ratio {ratio:0.00} (at least {Goal:0.00}; from {ratios.Min():0.00} to {ratios.Max():0.00}) "
            + $"over {rounds} rounds of {Requests} requests on {Connections} connections"));
        return ratio >= Goal;
    }

    private static async Task<string> Sample(ReferenceServer reference, byte[] request)
    {
        await using var connection = await RawConnection.OpenAsync(new Uri(reference.Origin).Port);
        var answer = await connection.AskAsync(request);
        return answer.StartsWith("HTTP/1.1 302 ", StringComparison.Ordinal) && answer.Contains("code=", StringComparison.Ordinal)
            ? answer
            : throw new InvalidOperationException($"The sign-in is not silent:\n{answer}");
    }

    private static Task AnswerAs(string sample, HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status302Found;
        foreach (var line in sample.Split("\r\n").Skip(1).TakeWhile(line => line.Length > 0))
        {
            var header = line.Split(": ", 2);
            if (header[0] is not ("Date" or "Content-Length")) http.Response.Headers.Append(header[0], header[1]);
        }

        return Task.CompletedTask;
    }

    private static async Task<double> RateAsync(int port, byte[] request)
    {
        var connections = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => RawConnection.OpenAsync(port)));
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(connections.Select(connection => Task.Run(async () =>
        {
            for (var asked = 0; asked < Requests / Connections; asked++) await connection.AskQuicklyAsync(request);
        })));
        var seconds = watch.Elapsed.TotalSeconds;
        foreach (var connection in connections) await connection.DisposeAsync();
        return Requests / seconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
