using System.Text.Json;
using KmsiConformance.Reference;
using KmsiConformance.Reference.AzureAd;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Tests.Reference.B2c;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.AzureAd;

/// <summary>An Azure AD tenant with two applications, a clock and a visitor whose browser runs no scripts.</summary>
internal sealed class AzureAdWorld : ReferenceWorld
{
    private const string Tenant = "kmsidemo.onmicrosoft.com";

    private AzureAdWorld(HandMovedClock clock, ReferenceServer server)
        : base(clock, server)
    {
    }

    public string Path => $"{Server.Origin}/{Tenant}";

    public static async Task<AzureAdWorld> StartAsync(AzureAdSettings? settings = null, string? fault = null)
    {
        var clock = new HandMovedClock();
        var server = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = clock,
            Readings = KnownProfiles.Readings(KnownProfiles.AzureAdJune2020),
            Faults = fault is null ? [] : [fault],
            AzureAd = settings ?? new AzureAdSettings(),
            Apps =
            [
                new AppRegistration(Groceries, "Contoso <Groceries>",
                    ["https://groceries.localhost/signin", "https://groceries.localhost/out"], "https://groceries.localhost/logout"),
                new AppRegistration(Pharmacy, "Contoso Pharmacy", ["https://pharmacy.localhost/signin"],
                    "https://pharmacy.localhost/logout?who=us"),
            ],
        });
        return new AzureAdWorld(clock, server);
    }

    public static AzureAdSettings With(string user, AzureAdUser account) =>
        new() { Users = new Dictionary<string, AzureAdUser>(StringComparer.OrdinalIgnoreCase) { [user] = account } };

    public Task<Reply> OpenAsync(string app = Groceries, string more = "") => Visitor.OpenAsync(
        $"{Path}/oauth2/v2.0/authorize?client_id={app}&response_type=code&scope=openid"
        + $"&redirect_uri={Uri.EscapeDataString($"https://{app.Split('-')[0]}.localhost/signin")}&state=st%20ate&nonce=non"
        + $"&code_challenge={B2cWorld.Challenge()}&code_challenge_method=S256{more}");

    /// <summary>Gives user name and password, and returns what comes next: the question, or the answer to the application.</summary>
    public async Task<Reply> AuthenticateAsync(string user = "alice", string app = Groceries, string more = "")
    {
        var first = await OpenAsync(app, more);
        Assert.That(first.Marker, Is.EqualTo("user-name"));
        var next = await SubmitAsync(first, "#idSIButton9", ("loginfmt", user));
        return next.Marker == "password" ? await SubmitAsync(next, "#idSIButton9", ("passwd", $"{user}-Sesame-1")) : next;
    }

    /// <summary>Answers the question.</summary>
    public Task<Reply> AnswerAsync(Reply question, bool yes, bool forGood = false) =>
        SubmitAsync(question, yes ? "#idSIButton9" : "#idBtn_Back", forGood ? [("DontShowAgain", "true")] : []);

    /// <summary>Signs in and answers the question.</summary>
    public async Task<Reply> SignInAsync(bool yes, string user = "alice", bool forGood = false)
    {
        var question = await AuthenticateAsync(user);
        Assert.That(question.Marker, Is.EqualTo("stay-signed-in"));
        return await AnswerAsync(question, yes, forGood);
    }

    /// <summary>Submits the page's form with one of its buttons; unticked boxes stay unticked.</summary>
    public Task<Reply> SubmitAsync(Reply page, string button, params (string Name, string Value)[] typed) =>
        Visitor.SubmitAsync(Server.Origin, page, button, typed);

    public Task<(System.Net.HttpStatusCode Status, JsonElement Json)> RedeemAsync(string code) => Visitor.PostForJsonAsync(
        $"{Path}/oauth2/v2.0/token", ("grant_type", "authorization_code"), ("client_id", Groceries), ("code", code),
        ("redirect_uri", "https://groceries.localhost/signin"), ("code_verifier", B2cWorld.Verifier));

    /// <summary>The rows of the sign-in log, the latest first.</summary>
    public async Task<IReadOnlyList<(string User, int Code)>> LogAsync()
    {
        using var http = new HttpClient(KmsiConformance.Sites.LoopbackHttp.CreateHandler());
        using var request = new HttpRequestMessage(HttpMethod.Get, Server.SignInLogAddress);
        request.Headers.Authorization = new("Bearer", Server.ReportsToken);
        using var answer = await http.SendAsync(request);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(row =>
            (row.GetProperty("userPrincipalName").GetString()!, row.GetProperty("status").GetProperty("errorCode").GetInt32()))];
    }

    /// <summary>The cookie that holds the session.</summary>
    public KeptCookie? Session => Visitor.Cookies.Living.FirstOrDefault(cookie => cookie.Name is "ESTSAUTH" or "ESTSAUTHPERSISTENT");
}
