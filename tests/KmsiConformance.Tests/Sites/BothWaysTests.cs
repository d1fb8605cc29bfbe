using System.Net;
using System.Text;
using KmsiConformance.Browsers.Simulated;
using KmsiConformance.Sites;
using KmsiConformance.Sites.InMemory;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NUnit.Framework;

namespace KmsiConformance.Tests.Sites;

/// <summary>A site in memory answers as the same site does over sockets and TLS.</summary>
[TestFixture("memory")]
[TestFixture("sockets")]
internal sealed class BothWaysTests(string way)
{
    private LoopbackServer _server = null!;
    private HttpMessageInvoker _http = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        using var inMemory = way == "memory" ? InMemorySites.Begin() : null;
        _server = await LoopbackServer.StartAsync(TimeProvider.System, Map);
        _http = new HttpMessageInvoker(SimulatedLaunch.Network());
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [TestCase("shop", "/hello", "GET", 200, "hello shop at shop.localhost, /hello, ")]
    [TestCase("shop", "/Hello/?a=%25&b=%2F", "GET", 200, "hello shop at shop.localhost, /Hello/, ?a=%25&b=%2F")]
    [TestCase("other", "/hello", "GET", 404, "")]
    [TestCase("shop", "/none", "GET", 404, "")]
    [TestCase("shop", "/hello", "POST", 405, "")]
    [TestCase("shop", "/echo", "POST", 200, "name=välue")]
    [TestCase("stranger", "/what/ever", "GET", 200, "anything")]
    [TestCase("shop", "/throws", "GET", 500, "")]
    [TestCase("shop", "/writes-bad-header", "GET", 500, "")]
    [TestCase("shop", "/gone", "GET", 204, "")]
    public async Task Answers_alike(string site, string path, string method, int status, string body)
    {
        using var answer = await SendAsync(method, site, path);
        Assert.That((int)answer.StatusCode, Is.EqualTo(status));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo(body));
    }

    [Test]
    public async Task Cookies_come_and_go_as_octets()
    {
        using var answer = await SendAsync("GET", "shop", "/cookies", ("Cookie", "a=\"1\"; b=\u00C3\u00A9"));
        Assert.That(answer.Headers.GetValues("Set-Cookie"), Is.EqualTo(new[] { "x=1; Path=/", "y=\"2\" ; Secure" }));
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("a=\"1\"; b=é"));
    }

    [Test]
    public async Task Octets_that_are_no_text_are_refused()
    {
        using var answer = await SendAsync("GET", "shop", "/cookies", ("Cookie", "a=\u00FF"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, _server.Origin("shop") + "/echo")
        {
            Content = new ByteArrayContent(new byte[LoopbackServer.BodyLimit + 1]),
        };

        // Otherwise Kestrel may close the connection on a client that is still writing.
        message.Headers.ExpectContinue = true;
        using var answer = await _http.SendAsync(message, CancellationToken.None);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task Headers_may_change_until_the_first_octet_is_written()
    {
        using var answer = await SendAsync("GET", "shop", "/starts");
        Assert.That(await answer.Content.ReadAsStringAsync(), Is.EqualTo("first headers are sent"));
        Assert.That(answer.Headers.GetValues("X-Late"), Is.EqualTo(new[] { "just in time" }));
    }

    [Test]
    public void A_visitor_who_gives_up_is_let_go()
    {
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));
        using var message = new HttpRequestMessage(HttpMethod.Get, _server.Origin("shop") + "/hangs");
        Assert.That(async () => await _http.SendAsync(message, soon.Token), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_server_that_stops_leaves_nobody_waiting_and_nothing_behind()
    {
        using var inMemory = way == "memory" ? InMemorySites.Begin() : null;
        var server = await LoopbackServer.StartAsync(TimeProvider.System, Map);
        var (url, before) = (server.Origin("shop") + "/hangs", InMemorySites.Find(new Uri(server.Origin("shop"))));
        Assert.That(before, way == "memory" ? Is.Not.Null : Is.Null);
        using var message = new HttpRequestMessage(HttpMethod.Get, url);
        var waiting = _http.SendAsync(message, CancellationToken.None);

        await server.DisposeAsync();

        Assert.That(async () => await waiting, Throws.InstanceOf<HttpRequestException>());
        using var again = new HttpRequestMessage(HttpMethod.Get, url);
        Assert.That(async () => await _http.SendAsync(again, CancellationToken.None), Throws.InstanceOf<HttpRequestException>());
        Assert.That(InMemorySites.Find(new Uri(url)), Is.Null);
    }

    private async Task<HttpResponseMessage> SendAsync(string method, string site, string path, params (string Name, string Value)[] headers)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), _server.Origin(site) + path);
        if (method == "POST") message.Content = new ByteArrayContent(Encoding.UTF8.GetBytes("name=välue"));
        foreach (var (name, value) in headers) message.Headers.TryAddWithoutValidation(name, value);
        return await _http.SendAsync(message, CancellationToken.None);
    }

    private static void Map(WebApplication app)
    {
        var routes = new SiteRoutes(app.Services);
        app.Run(routes.AnswerAsync);
        routes.MapGet("/{**any}", context => context.Response.WriteAsync("anything")).RequireHost("stranger.localhost:*");
        var shop = routes.MapGroup("").RequireHost("shop.localhost:*");
        shop.MapGet("/hello", context => context.Response.WriteAsync(
            $"hello shop at {context.Request.Host.Host}, {context.Request.Path}, {context.Request.QueryString}"));
        shop.MapPost("/echo", async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            await context.Response.WriteAsync(await reader.ReadToEndAsync());
        });
        shop.MapGet("/throws", _ => throw new InvalidOperationException("on purpose"));
        shop.MapGet("/writes-bad-header", context =>
        {
            context.Response.Headers["X-Bad"] = "ü";
            return Task.CompletedTask;
        });
        shop.MapGet("/gone", context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
        shop.MapGet("/cookies", context =>
        {
            context.Response.Headers.Append("Set-Cookie", "x=1; Path=/");
            context.Response.Headers.Append("Set-Cookie", "y=\"2\" ; Secure");
            return context.Response.WriteAsync(context.Request.Headers.Cookie.ToString());
        });
        shop.MapGet("/starts", async context =>
        {
            context.Response.OnStarting(() =>
            {
                context.Response.Headers["X-Late"] = "just in time";
                return Task.CompletedTask;
            });
            await context.Response.WriteAsync("first ");
            await context.Response.WriteAsync(context.Response.Headers.IsReadOnly() ? "headers are sent" : "headers are not sent");
        });
        shop.MapGet("/hangs", async context =>
        {
            var aborted = new TaskCompletionSource();
            await using var registration = context.RequestAborted.Register(() => aborted.TrySetResult());
            await aborted.Task;
        });
    }
}

file static class Headers
{
    public static bool IsReadOnly(this IHeaderDictionary headers)
    {
        try
        {
            headers["X-Trial"] = "1";
            return false;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }
}
