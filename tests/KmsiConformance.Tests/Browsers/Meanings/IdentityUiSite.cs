using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KmsiConformance.Tests.Browsers.Meanings;

/// <summary>ASP.NET Core Identity with its default pages, as the package has them, and two accounts.</summary>
internal sealed class IdentityUiSite : IAsyncDisposable
{
    public const string User = "alice@example.org";

    /// <summary>Is asked for a one-time code.</summary>
    public const string WaryUser = "bob@example.org";

    public const string Password = "Correct-horse-1";

    private readonly WebApplication _app;

    private IdentityUiSite(WebApplication app) => _app = app;

    /// <summary>What the wary user's authenticator app was set up with, as the site's own page shows it.</summary>
    public required string AuthenticatorKey { get; init; }

    public string Url(string path) =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + path;

    public static async Task<IdentityUiSite> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var accounts = Guid.NewGuid().ToString();
        builder.Services.AddDbContext<IdentityDbContext>(options => options.UseInMemoryDatabase(accounts));
        builder.Services.AddDefaultIdentity<IdentityUser>().AddEntityFrameworkStores<IdentityDbContext>();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorPages();
        builder.Services.Configure<MvcViewOptions>(options => options.ViewEngines.Add(new EmptyGreeting()));
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/", (HttpContext context) => Results.Content($"<title>hello {context.User.Identity?.Name}</title>", "text/html"));
        await app.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
        await users.CreateAsync(new IdentityUser { UserName = User, Email = User, EmailConfirmed = true }, Password);
        var wary = new IdentityUser { UserName = WaryUser, Email = WaryUser, EmailConfirmed = true };
        await users.CreateAsync(wary, Password);
        await users.ResetAuthenticatorKeyAsync(wary);
        await users.SetTwoFactorEnabledAsync(wary, true);
        return new IdentityUiSite(app) { AuthenticatorKey = (await users.GetAuthenticatorKeyAsync(wary))! };
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // The one part that the package wants of its application: a greeting in the corner. There is none.
    private sealed class EmptyGreeting : IViewEngine, IView
    {
        private const string Greeting = "_LoginPartial";

        public string Path => Greeting;

        public ViewEngineResult FindView(ActionContext context, string viewName, bool isMainPage) => viewName == Greeting
            ? ViewEngineResult.Found(viewName, this)
            : ViewEngineResult.NotFound(viewName, []);

        public ViewEngineResult GetView(string? executingFilePath, string viewPath, bool isMainPage) =>
            ViewEngineResult.NotFound(viewPath, []);

        public Task RenderAsync(ViewContext context) => Task.CompletedTask;
    }
}
