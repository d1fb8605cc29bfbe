using System.Net;
using NUnit.Framework;

namespace KmsiConformance.Tests.Serving;

/// <summary>What somebody tries who should not be able to control the service.</summary>
public sealed class ControlGuardTests
{
    private static readonly string[] Calls = ["/status", "/clock", "/users", "/sessions", "/log/sign-ins", "/log/requests", "/log/apps"];

    [TestCaseSource(nameof(Calls))]
    public async Task Nothing_is_said_without_the_token(string path)
    {
        await using var served = await Served.StartAsync();
        var token = served.Service.ControlToken;
        foreach (var given in (string?[])[null, "", "Bearer", "Bearer ", $"Bearer {token}x", $"Bearer {token[..^1]}", $"Basic {token}",
            token, $"Bearer {token.ToLowerInvariant()}"])
        {
            using var answer = given is null
                ? await served.RawAsync(HttpMethod.Get, path)
                : await served.RawAsync(HttpMethod.Get, path, ("Authorization", given));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized), $"for '{given}'");
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Sesame"));
        }
    }

    [TestCase("/clock/move", """{"by":"1 day"}""")]
    [TestCase("/users", """{"userName":"mallory","password":"x"}""")]
    [TestCase("/reset", "{}")]
    public async Task Nothing_is_done_without_the_token(string path, string body)
    {
        await using var served = await Served.StartAsync();
        await served.SignInAsync("alice", "alice-Sesame-1");
        var (status, _) = await served.CallAsync(HttpMethod.Post, path, Served.Text(body), request => request.Headers.Authorization = null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(served.Service.Clock.Offset, Is.EqualTo(TimeSpan.Zero));
            Assert.That(served.Service.Login.Operator.Users, Has.Count.EqualTo(5));
            Assert.That(served.Service.Login.Operator.Sessions(), Has.Count.EqualTo(1));
        }
    }

    [TestCase("Host", "evil.example", HttpStatusCode.MisdirectedRequest, TestName = "{m}(another name that points here)")]
    [TestCase("Host", "localhost.evil.example:80", HttpStatusCode.MisdirectedRequest)]
    [TestCase("Host", "127.0.0.1", HttpStatusCode.MisdirectedRequest, TestName = "{m}(another port)")]
    [TestCase("Host", "login.localhost", HttpStatusCode.MisdirectedRequest)]
    [TestCase("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [TestCase("Origin", "null", HttpStatusCode.Forbidden)]
    [TestCase("Origin", "https://login.localhost", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [TestCase("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    public async Task Pages_of_other_sites_are_kept_out_even_with_the_token(string header, string value, HttpStatusCode expected)
    {
        await using var served = await Served.StartAsync();
        using var answer = await served.RawAsync(HttpMethod.Get, "/users", ("Authorization", $"Bearer {served.Service.ControlToken}"),
            (header, value));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(expected));
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Not.Contain("Sesame"));
            Assert.That(answer.Headers.Select(h => h.Key), Has.None.StartsWith("Access-Control"));
        }
    }

    [Test]
    public async Task A_page_under_a_foreign_name_does_not_even_get_the_start_page()
    {
        await using var served = await Served.StartAsync();
        using var answer = await served.RawAsync(HttpMethod.Get, "/", ("Host", "evil.example"));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.MisdirectedRequest));
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("multipart/form-data")]
    [TestCase("application/jsonp")]
    public async Task What_a_form_can_send_is_not_taken(string type)
    {
        await using var served = await Served.StartAsync();
        var (status, _) = await served.CallAsync(HttpMethod.Post, "/clock/move", Served.Text("""{"by":"1 day"}""", type));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
            Assert.That(served.Service.Clock.Offset, Is.EqualTo(TimeSpan.Zero));
        }
    }

    [Test]
    public async Task A_preflight_is_not_answered_with_leave()
    {
        await using var served = await Served.StartAsync();
        using var answer = await served.RawAsync(HttpMethod.Options, "/reset", ("Origin", "https://evil.example"),
            ("Access-Control-Request-Method", "POST"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)answer.StatusCode, Is.GreaterThanOrEqualTo(400));
            Assert.That(answer.Headers.Select(h => h.Key), Has.None.StartsWith("Access-Control"));
        }
    }

    [Test]
    public async Task A_long_body_is_not_read()
    {
        await using var served = await Served.StartAsync();
        var (status, _) = await served.CallAsync(HttpMethod.Post, "/users",
            Served.Text($$"""{"userName":"{{new string('a', 70_000)}}","password":"x"}"""));
        Assert.That(status, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [TestCase("PUT", "/clock/move", HttpStatusCode.MethodNotAllowed)]
    [TestCase("GET", "/reset", HttpStatusCode.MethodNotAllowed)]
    [TestCase("DELETE", "/users", HttpStatusCode.MethodNotAllowed)]
    [TestCase("GET", "/nowhere", HttpStatusCode.NotFound)]
    [TestCase("GET", "/log/requests?last=0", HttpStatusCode.BadRequest)]
    [TestCase("GET", "/log/requests?last=many", HttpStatusCode.BadRequest)]
    public async Task Other_calls_are_refused_with_a_reason(string method, string path, HttpStatusCode expected)
    {
        await using var served = await Served.StartAsync();
        var (status, json) = await served.CallAsync(new HttpMethod(method), path);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(status, Is.EqualTo(expected));
            Assert.That(json.GetProperty("message").GetString(), Is.Not.Empty);
        }
    }

    [Test]
    public async Task The_ports_of_the_login_endpoint_and_the_apps_control_nothing()
    {
        await using var served = await Served.StartAsync();
        using var http = new HttpClient(KmsiConformance.Sites.LoopbackHttp.CreateHandler());
        foreach (var origin in served.Service.AppOrigins.Values.Append(served.Service.Login.Origin))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, origin + "/users");
            request.Headers.Add("Authorization", $"Bearer {served.Service.ControlToken}");
            using var answer = await http.SendAsync(request);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), origin);
        }
    }

    [Test]
    public async Task The_token_is_another_one_at_each_start()
    {
        await using var one = await Served.StartAsync();
        await using var other = await Served.StartAsync();
        Assert.That(one.Service.ControlToken, Is.Not.EqualTo(other.Service.ControlToken).And.Length.EqualTo(43));
    }
}
