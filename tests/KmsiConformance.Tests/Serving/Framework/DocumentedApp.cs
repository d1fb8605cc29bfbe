using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace KmsiConformance.Tests.Serving.Framework;

/// <summary>
/// An app of somebody else's that signs in at a served reference: the lines of <c>docs/serve.md</c>, as they stand there.
/// </summary>
internal static class DocumentedApp
{
    public static void AddServices(WebApplicationBuilder builder)
    {
        builder.Services.AddAuthorization();
        builder.Services
            .AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(options => options.Cookie.SameSite = SameSiteMode.None)
            .AddOpenIdConnect(options =>
            {
                options.MetadataAddress = builder.Configuration["Login:Discovery"];
                options.ClientId = "app";
                options.ResponseType = OpenIdConnectResponseType.Code;
                options.SaveTokens = true;
                options.MapInboundClaims = false;
                options.BackchannelHttpHandler = new SocketsHttpHandler
                {
                    ConnectCallback = async (context, cancellation) =>
                    {
                        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                        await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellation);
                        return new NetworkStream(socket, ownsSocket: true);
                    },
                    SslOptions =
                    {
                        RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                            certificate?.GetCertHashString(HashAlgorithmName.SHA256) == builder.Configuration["Login:Certificate"],
                    },
                };
            });
    }

    public static void MapPages(WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapGet("/", (HttpContext context) => $"Hello {context.User.FindFirst("name")?.Value}").RequireAuthorization();
        app.MapGet("/sign-out", () => Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/bye" },
            [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme]));
    }
}
