using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Reference;
using KmsiConformance.Reference.Kernel.Apps;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reference.B2c;

/// <summary>A reference endpoint with one policy (or more), two applications, a clock and a visitor.</summary>
internal sealed class B2cWorld : ReferenceWorld
{
    public const string Policy = "B2C_1A_signin";
    public const string Verifier = "a-verifier-that-is-long-enough-to-be-one-0123456789";

    private B2cWorld(HandMovedClock clock, ReferenceServer server)
        : base(clock, server)
    {
    }

    /// <summary>The scope that the applications ask for.</summary>
    public string Scope { get; set; } = "openid";

    public static SessionSettings SevenDays { get; } = new(KeepAliveInDays: 7, SessionExpiryType: ExpiryType.Absolute,
        SessionExpiryInSeconds: 1200);

    public static IReadOnlyList<AppRegistration> Apps { get; } =
    [
        new(Groceries, "Contoso <Groceries>", ["https://groceries.localhost/signin", "https://groceries.localhost/signin?from=login"],
            Secret: "grocer's secret"),
        new(Pharmacy, "Contoso Pharmacy", ["https://pharmacy.localhost/signin", "com.contoso.pharmacy://auth"]),
        new("no-redirects", "Nowhere", []),
    ];

    public static Task<B2cWorld> StartAsync(
        SessionSettings? settings = null, string profile = B2cProfile.December2020, string? fault = null, bool offered = true,
        IReadOnlyList<AppRegistration>? apps = null) =>
        StartAsync([Written(settings ?? SevenDays, profile, Policy, offered)], profile, fault, apps);

    public static async Task<B2cWorld> StartAsync(
        IReadOnlyList<CustomPolicy> policies, string profile = B2cProfile.December2020, string? fault = null,
        IReadOnlyList<AppRegistration>? apps = null,
        string algorithm = "RS256")
    {
        var clock = new HandMovedClock();
        var server = await ReferenceServer.StartAsync(new ReferenceOptions
        {
            Clock = clock, Readings = KnownProfiles.Readings(profile), Policies = policies,
            Faults = fault is null ? [] : [fault], Apps = apps ?? Apps,
            TokenAlgorithm = algorithm,
        });
        return new B2cWorld(clock, server);
    }

    public static CustomPolicy Written(
        SessionSettings settings, string profile = B2cProfile.December2020, string id = Policy, bool offered = true,
        IssuerDeclaration issuer = IssuerDeclaration.RemembersApps, bool secondFactor = false) =>
        PolicyReader.Parse(PolicyWriter.Write(settings, id, "kmsidemo.onmicrosoft.com", offered, KnownProfiles.Readings(profile), issuer,
            secondFactor));

    public string Authorize(string app = Groceries, string more = "", string policy = Policy, string? redirectUri = null) =>
        $"{Server.Authorize(policy)}?client_id={app}&response_type=code&scope={Uri.EscapeDataString(Scope)}"
        + $"&redirect_uri={Uri.EscapeDataString(redirectUri ?? RedirectUri(app))}&state=st%20ate&nonce=non"
        + $"&code_challenge={Challenge()}&code_challenge_method=S256{more}";

    public static string RedirectUri(string app) => Apps.First(a => a.ClientId == app).RedirectUris[0];

    public static string Challenge(string verifier = Verifier) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    public Task<Reply> OpenAsync(string app = Groceries, string more = "", string policy = Policy) =>
        Visitor.OpenAsync(Authorize(app, more, policy));

    /// <summary>Opens the app, expects the page, gives alice's password, and completes the sign-in.</summary>
    public async Task<Reply> SignInAsync(
        bool tick = false, string app = Groceries, string more = "", string policy = Policy, string user = "alice")
    {
        var page = await OpenAsync(app, more, policy);
        Assert.That(page.AsksForCredentials, Is.True, "expected the sign-in page");
        var typed = await Visitor.TypeAsync(Server.Origin, page, user, $"{user}-Sesame-1");
        Assert.That(typed.GetProperty("status").GetString(), Is.EqualTo("200"));
        return await Visitor.ConfirmAsync(Server.Origin, page, tick);
    }

    /// <summary>Redeems a code and returns the token answer.</summary>
    public async Task<JsonElement> RedeemAsync(string code, string app = Groceries, string policy = Policy)
    {
        var (_, json) = await TryRedeemAsync(code, app, policy);
        return json;
    }

    public Task<(System.Net.HttpStatusCode Status, JsonElement Json)> TryRedeemAsync(
        string code, string app = Groceries, string policy = Policy, string verifier = Verifier, string? redirectUri = null,
        string? secret = "grocer's secret")
    {
        List<(string, string)> form =
        [
            ("grant_type", "authorization_code"), ("client_id", app), ("code", code),
            ("redirect_uri", redirectUri ?? RedirectUri(app)), ("code_verifier", verifier),
        ];
        if (app == Groceries && secret is not null) form.Add(("client_secret", secret));
        return Visitor.PostForJsonAsync(Server.Token(policy), [.. form]);
    }

    public static JsonElement Claims(string jwt)
    {
        var payload = jwt.Split('.')[1].Replace('-', '+').Replace('_', '/');
        return JsonDocument.Parse(Convert.FromBase64String(payload.PadRight((payload.Length + 3) / 4 * 4, '='))).RootElement;
    }
}
