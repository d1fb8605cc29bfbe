using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewEngines;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KmsiConformance.Tests.Browsers.Meanings;

/// <summary>ASP.NET Core Identity with its default pages, as the package has them, and one account.</summary>
internal sealed class IdentityUiSite : IAsyncDisposable
{
    public const string User = "alice@example.org";
    public const string Password = "Correct-horse-1";

    private readonly WebApplication _app;

    private IdentityUiSite(WebApplication app) => _app = app;

    public string Url(string path) =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + path;

    public static async Task<IdentityUiSite> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDefaultIdentity<IdentityUser>().AddUserStore<InMemory>();
        builder.Services.AddSingleton(new ConcurrentDictionary<string, IdentityUser>(StringComparer.Ordinal));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddRazorPages();
        builder.Services.Configure<MvcViewOptions>(options => options.ViewEngines.Add(new EmptyGreeting()));
        var app = builder.Build();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapRazorPages();
        app.MapGet("/", (HttpContext context) => Results.Content($"<title>hello {context.User.Identity?.Name}</title>", "text/html"));
        await app.StartAsync();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>().CreateAsync(
                new IdentityUser { UserName = User, Email = User, EmailConfirmed = true }, Password);
        return new IdentityUiSite(app);
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

    private sealed class InMemory(ConcurrentDictionary<string, IdentityUser> users)
        : IUserPasswordStore<IdentityUser>, IUserEmailStore<IdentityUser>
    {
        public Task<IdentityResult> CreateAsync(IdentityUser user, CancellationToken cancellationToken) => Kept(user);

        public Task<IdentityResult> UpdateAsync(IdentityUser user, CancellationToken cancellationToken) => Kept(user);

        public Task<IdentityResult> DeleteAsync(IdentityUser user, CancellationToken cancellationToken) =>
            Task.FromResult(users.TryRemove(user.Id, out _) ? IdentityResult.Success : IdentityResult.Failed());

        public Task<IdentityUser?> FindByIdAsync(string userId, CancellationToken cancellationToken) =>
            Task.FromResult(users.GetValueOrDefault(userId));

        public Task<IdentityUser?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) =>
            Task.FromResult(users.Values.FirstOrDefault(user => user.NormalizedUserName == normalizedUserName));

        public Task<IdentityUser?> FindByEmailAsync(string normalizedEmail, CancellationToken cancellationToken) =>
            Task.FromResult(users.Values.FirstOrDefault(user => user.NormalizedEmail == normalizedEmail));

        public Task<string> GetUserIdAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.Id);

        public Task<string?> GetUserNameAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.UserName);

        public Task<string?> GetNormalizedUserNameAsync(IdentityUser user, CancellationToken cancellationToken) =>
            Task.FromResult(user.NormalizedUserName);

        public Task<string?> GetPasswordHashAsync(IdentityUser user, CancellationToken cancellationToken) =>
            Task.FromResult(user.PasswordHash);

        public Task<bool> HasPasswordAsync(IdentityUser user, CancellationToken cancellationToken) =>
            Task.FromResult(user.PasswordHash is not null);

        public Task<string?> GetEmailAsync(IdentityUser user, CancellationToken cancellationToken) => Task.FromResult(user.Email);

        public Task<bool> GetEmailConfirmedAsync(IdentityUser user, CancellationToken cancellationToken) =>
            Task.FromResult(user.EmailConfirmed);

        public Task<string?> GetNormalizedEmailAsync(IdentityUser user, CancellationToken cancellationToken) =>
            Task.FromResult(user.NormalizedEmail);

        public Task SetUserNameAsync(IdentityUser user, string? userName, CancellationToken cancellationToken) =>
            Done(() => user.UserName = userName);

        public Task SetNormalizedUserNameAsync(IdentityUser user, string? normalizedName, CancellationToken cancellationToken) =>
            Done(() => user.NormalizedUserName = normalizedName);

        public Task SetPasswordHashAsync(IdentityUser user, string? passwordHash, CancellationToken cancellationToken) =>
            Done(() => user.PasswordHash = passwordHash);

        public Task SetEmailAsync(IdentityUser user, string? email, CancellationToken cancellationToken) => Done(() => user.Email = email);

        public Task SetEmailConfirmedAsync(IdentityUser user, bool confirmed, CancellationToken cancellationToken) =>
            Done(() => user.EmailConfirmed = confirmed);

        public Task SetNormalizedEmailAsync(IdentityUser user, string? normalizedEmail, CancellationToken cancellationToken) =>
            Done(() => user.NormalizedEmail = normalizedEmail);

        public void Dispose()
        {
            // The accounts are the site's.
        }

        private Task<IdentityResult> Kept(IdentityUser user)
        {
            users[user.Id] = user;
            return Task.FromResult(IdentityResult.Success);
        }

        private static Task Done(Action change)
        {
            change();
            return Task.CompletedTask;
        }
    }
}
