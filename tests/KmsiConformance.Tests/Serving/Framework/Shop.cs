using System.Collections.Concurrent;
using System.Net;
using System.Security.Claims;
using KmsiConformance.Serving;
using KmsiConformance.Sites;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KmsiConformance.Tests.Serving.Framework;

/// <summary>The documented app on a site of its own, with a look at what the framework made of the answers.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private const string Silent = "/silent";

    private readonly WebApplication _app;

    private Shop(WebApplication app) => _app = app;

    public string Origin => $"https://shop.localhost:{new Uri(Listening.Addresses.First()).Port}";

    /// <summary>Asks for a sign-in that shows no page.</summary>
    public string SilentPage => Origin + Silent;

    /// <summary>Whose tokens the framework accepted, one for each sign-in.</summary>
    public ConcurrentQueue<ClaimsPrincipal> Accepted { get; } = [];

    /// <summary>The tokens that it saved at the last sign-in, by name.</summary>
    public IReadOnlyDictionary<string, string> Tokens { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What it refused.</summary>
    public ConcurrentQueue<Exception> Refused { get; } = [];

    /// <summary>The id_token_hint of every sign-out that it asked for.</summary>
    public ConcurrentQueue<string> Hints { get; } = [];

    /// <summary>The address, with its query, of every request to the path at which a sign-out comes back.</summary>
    public ConcurrentQueue<string> CameBack { get; } = [];

    /// <summary>What the service itself has told its server.</summary>
    public ConcurrentQueue<string> LogoutTokens { get; } = [];

    /// <summary>Starts it; it trusts nobody yet.</summary>
    /// <param name="change">What is otherwise than documented.</param>
    public static async Task<Shop> StartAsync(Action<OpenIdConnectOptions>? change = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(LoopbackCertificate.Instance)));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        DocumentedApp.AddServices(builder);

        Shop? shop = null;
        builder.Services.PostConfigure<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme, options =>
        {
            change?.Invoke(options);
            options.Events.OnTicketReceived = context => shop!.AcceptAsync(context);
            options.Events.OnRemoteFailure = context => shop!.RefuseAsync(context);
            options.Events.OnRedirectToIdentityProviderForSignOut = context =>
            {
                shop!.Hints.Enqueue(context.ProtocolMessage.IdTokenHint);
                return Task.CompletedTask;
            };
            options.Events.OnSignedOutCallbackRedirect = context =>
            {
                shop!.CameBack.Enqueue(context.Request.Path + context.Request.QueryString);
                return Task.CompletedTask;
            };
        });

        var app = builder.Build();
        DocumentedApp.MapPages(app);
        app.MapGet("/who", (HttpContext context) => Page(context.User.Identity is { IsAuthenticated: true } ? "somebody" : "nobody"));
        app.MapGet("/bye", () => Page("bye"));
        app.MapPost("/told", async (HttpContext context) =>
            shop!.LogoutTokens.Enqueue((await context.Request.ReadFormAsync())["logout_token"].ToString()));
        app.MapGet("/refused", () => Page("refused"));
        app.MapGet(Silent, () => Results.Challenge(
            new OpenIdConnectChallengeProperties { Prompt = "none", RedirectUri = "/who" }, [OpenIdConnectDefaults.AuthenticationScheme]));
        shop = new Shop(app);
        await app.StartAsync();
        return shop;
    }

    /// <summary>Tells it where to sign people in, as the start of <c>kmsi serve</c> says it.</summary>
    public void Trust(StartReport started)
    {
        _app.Configuration["Login:Discovery"] = started.Discovery.First().Value;
        _app.Configuration["Login:Certificate"] = started.CertificateSha256;
    }

    /// <summary>Renews the tokens with the saved refresh token, at the token endpoint that the handler knows.</summary>
    public async Task<OpenIdConnectMessage> RefreshAsync()
    {
        var asked = new OpenIdConnectMessage
        {
            ClientId = Handler.ClientId, GrantType = OpenIdConnectGrantTypes.RefreshToken, RefreshToken = Tokens["refresh_token"],
        };
        using var form = new FormUrlEncodedContent(asked.Parameters);
        using var answer = await Handler.Backchannel.PostAsync(new Uri((await KnownAsync()).TokenEndpoint), form);
        return new OpenIdConnectMessage(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>What the handler has read of the service's metadata.</summary>
    public Task<OpenIdConnectConfiguration> KnownAsync() => Handler.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);

    private OpenIdConnectOptions Handler => _app.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
        .Get(OpenIdConnectDefaults.AuthenticationScheme);

    private IServerAddressesFeature Listening => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;

    private static IResult Page(string title) => Results.Content($"<!doctype html><title>{title}</title><p>{title}</p>", "text/html");

    private Task AcceptAsync(TicketReceivedContext context)
    {
        Tokens = context.Properties!.GetTokens().ToDictionary(token => token.Name, token => token.Value, StringComparer.Ordinal);
        Accepted.Enqueue(context.Principal!);
        return Task.CompletedTask;
    }

    private Task RefuseAsync(RemoteFailureContext context)
    {
        Refused.Enqueue(context.Failure!);
        context.HandleResponse();
        context.Response.Redirect("/refused");
        return Task.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
