using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Serving.Control;

/// <summary>
/// Lets requests through to the control interface: only those to a name of this machine (a page of another site may
/// have its own name point here), only those that no other site's page makes, and only with the token. No answer ever
/// permits another origin to read it.
/// </summary>
internal sealed class ControlGuard(string token)
{
    private const string Scheme = "Bearer ";
    private const string JsonType = "application/json";

    private static readonly string[] OwnNames = ["127.0.0.1", "localhost", "[::1]"];

    private readonly byte[] _expected = SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public async Task AnswerAsync(HttpContext http, ControlCalls calls)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        try
        {
            if (!IsLocal(http))
                throw new ControlException(StatusCodes.Status403Forbidden, "not-local", "The control interface answers this machine only.");
            if (!IsForUs(http.Request))
                throw new ControlException(
                    StatusCodes.Status421MisdirectedRequest, "wrong-host",
                    "The Host header must name this machine: 127.0.0.1 or localhost, with the port.");
            if (ControlPages.IsOne(http.Request))
            {
                await ControlPages.AnswerAsync(http);
                return;
            }

            if (IsFromElsewhere(http.Request))
                throw new ControlException(
                    StatusCodes.Status403Forbidden, "cross-site", "Pages of other sites may not use the control interface.");
            if (!IsAllowed(http.Request)) throw Unauthorized(http);
            if (HttpMethods.IsPost(http.Request.Method) && !IsJson(http.Request))
                throw new ControlException(
                    StatusCodes.Status415UnsupportedMediaType, "not-json", "The body must be JSON: send Content-Type: application/json.");
            await calls.AnswerAsync(http);
        }
        catch (ControlException refused)
        {
            await ControlJson.WriteAsync(http, new { error = refused.Code, message = refused.Message }, refused.Status);
        }
    }

    private static bool IsLocal(HttpContext http) => http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address);

    private static bool IsForUs(HttpRequest request) =>
        OwnNames.Contains(request.Host.Host, StringComparer.OrdinalIgnoreCase)
            && request.Host.Port == request.HttpContext.Connection.LocalPort;

    // A browser says where a request comes from; other programs say nothing.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !string.Equals(origin, $"http://{request.Host}", StringComparison.OrdinalIgnoreCase)) return true;
        return request.Headers["Sec-Fetch-Site"].ToString() is not ("" or "same-origin" or "none");
    }

    // Hashes are compared, so that the time taken tells nothing, not even a length.
    private bool IsAllowed(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        var given = header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : "";
        return CryptographicOperations.FixedTimeEquals(_expected, SHA256.HashData(Encoding.UTF8.GetBytes(given)));
    }

    private static ControlException Unauthorized(HttpContext http)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new ControlException(
            StatusCodes.Status401Unauthorized, "no-token",
            "Send the token that 'kmsi serve' printed at its start: Authorization: Bearer TOKEN.");
    }

    private static bool IsJson(HttpRequest request) =>
        request.ContentType is { } type && string.Equals(type.Split(';', 2)[0].Trim(), JsonType, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A call of the control interface that cannot be answered as asked.</summary>
internal sealed class ControlException(int status, string code, string message) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;
}
