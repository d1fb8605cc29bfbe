using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary><c>kmsi serve</c> as a script uses it.</summary>
[Parallelizable(ParallelScope.All)]
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ServeTests
{
    [Test]
    public async Task The_start_line_leads_a_script_to_the_service_and_its_control_and_an_interrupt_ends_it()
    {
        using var kmsi = Kmsi.Start("serve", "--format", "json", "--users", "3", "--seed", "5");
        var start = JsonDocument.Parse((await kmsi.LineAsync())!).RootElement;
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, start.GetProperty("control").GetString() + "/status");
        request.Headers.Add("Authorization", "Bearer " + start.GetProperty("controlToken").GetString());
        using var answer = await http.SendAsync(request);
        kmsi.Interrupt();
        var (code, _, error) = await kmsi.EndAsync();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(start.GetProperty("users").GetArrayLength(), Is.EqualTo(3));
            Assert.That(start.GetProperty("certificateSha256").GetString(), Does.Match("^[0-9A-F]{64}$"));
            Assert.That(code, Is.Zero);
            Assert.That(error, Is.Empty);
        }
    }

    [TestCase("--apps-port")]
    [TestCase("--control-port")]
    public async Task A_port_that_is_taken_is_2(string option)
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (code, _, error) = await Kmsi.RunAsync("serve", option, port);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error, Does.Contain(port).And.Contain("in use"));
        }
    }

    [TestCase("--port", "70000")]
    [TestCase("--users", "0")]
    [TestCase("--profile", "nowhere")]
    [TestCase("--profile", "saml")]
    [TestCase("--fault", "nowhere")]
    [TestCase("--policy", "nowhere.xml")]
    [TestCase("--policy", "docs")]
    public async Task Wrong_use_is_2_with_a_reason(string option, string value)
    {
        var (code, _, error) = await Kmsi.RunAsync("serve", option, value);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.EqualTo(2));
            Assert.That(error.Trim(), Is.Not.Empty);
        }
    }

    [TestCase("--redirect-uri", "shop.localhost/signin", "complete address")]
    [TestCase("--redirect-uri", "/signin", "complete address")]
    [TestCase("--redirect-uri", "https://shop.localhost/#here", "without a fragment")]
    [TestCase("--redirect-uri", "https://a.example/ --logout-url ftp://a.example/", "complete web address")]
    [TestCase("--logout-url", "https://a.example/", "add --redirect-uri")]
    [TestCase("--redirect-uri", "https://a.example/ --logout-url https://a.example/out --profile b2c-2018-12", "b2c-2018-12")]
    [TestCase("--redirect-uri", "https://a.example/ --back-channel-logout-uri https://a.example/out", "b2c-2020-12")]
    public async Task An_address_of_ones_own_app_that_is_none_or_has_no_effect_is_2_with_the_mend(string option, string values, string mend)
    {
        var (code, _, error) = await Kmsi.RunAsync(["serve", option, .. values.Split(' ')]);
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain(mend));
    }

    [Test]
    public async Task A_site_without_a_protocol_is_served_as_its_file_says()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kmsi-site-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, "session: 8 hours\nareas: [account, orders]\n");
        try
        {
            using var kmsi = Kmsi.Start("serve", "--format", "json", "--profile", "web", "--site", file);
            var start = JsonDocument.Parse((await kmsi.LineAsync())!).RootElement;
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    start.GetProperty("site").GetProperty("areas").GetProperty("orders").GetString(),
                    Is.EqualTo(start.GetProperty("login").GetString() + "/account/orders"));
                Assert.That(start.GetProperty("apps").EnumerateObject(), Is.Empty);
                Assert.That(start.TryGetProperty("tenant", out _), Is.False);
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [TestCase("maximum: 8 hours", "(1,10)", "expiry: rolling")]
    [TestCase("sesion: 8 hours", "(1,1)", "Did you mean session?")]
    public async Task A_site_file_with_a_mistake_is_2_with_its_place_and_the_mend(string text, string place, string mend)
    {
        var file = Path.Combine(Path.GetTempPath(), $"kmsi-site-{Guid.NewGuid():N}.yaml");
        await File.WriteAllTextAsync(file, text);
        var (code, _, error) = await Kmsi.RunAsync("serve", "--profile", "web", "--site", file);
        File.Delete(file);
        Assert.That(code, Is.EqualTo(2), error);
        Assert.That(error, Does.Contain($"{file}{place}").And.Contain(mend));
    }

    [Test]
    public async Task A_folder_of_policies_is_served_with_its_bases()
    {
        using var kmsi = Kmsi.Start("serve", "--format", "json", "--profile", "b2c-2018-08", "--policy", "scenarios/policies/2018-08");
        var start = JsonDocument.Parse((await kmsi.LineAsync())!).RootElement;
        Assert.That(start.GetProperty("discovery").EnumerateObject().Select(policy => policy.Name),
            Is.EqualTo(new[] { "B2C_1A_2018_08_SignUpOrSignInWithKmsi" }));
    }
}
