// What 'dotnet new webapp --auth Individual' makes, with accounts in memory: docs/targets/aspnetcore-identity.md says what differs.
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

if (args is ["--version"])
{
    // The pages come from a package, the sessions from the framework.
    var pages = typeof(IdentityBuilderUIExtensions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
    Console.WriteLine($"{pages.InformationalVersion.Split('+')[0]} on .NET {Environment.Version}");
    return;
}

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
var passwords = JsonSerializer.Deserialize<Dictionary<string, string>>(
    builder.Configuration["PASSWORDS"]
        ?? throw new InvalidOperationException("PASSWORDS names no accounts: expected {\"user\": \"password\"}."))!;

builder.WebHost.UseUrls($"http://localhost:{builder.Configuration["PORT"]}");
builder.Services.AddDbContext<IdentityDbContext>(options => options.UseInMemoryDatabase("accounts"));
builder.Services.AddDefaultIdentity<IdentityUser>(options =>
    {
        options.SignIn.RequireConfirmedAccount = true;

        // Passwords are made up, of hexadecimal digits.
        options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
    })
    .AddEntityFrameworkStores<IdentityDbContext>();
builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
builder.Services.AddRazorPages();

var app = builder.Build();
app.UseExceptionHandler("/Error");
app.UseHsts();
app.UseHttpsRedirection();
app.UseStaticFiles();
app.UseRouting();
app.UseAuthorization();
app.MapRazorPages();

await using (var scope = app.Services.CreateAsyncScope())
{
    var users = scope.ServiceProvider.GetRequiredService<UserManager<IdentityUser>>();
    foreach (var (name, password) in passwords)
    {
        var made = await users.CreateAsync(new IdentityUser { UserName = name, Email = name, EmailConfirmed = true }, password);
        if (!made.Succeeded) throw new InvalidOperationException($"{name}: {made}");
    }
}

await app.RunAsync();
