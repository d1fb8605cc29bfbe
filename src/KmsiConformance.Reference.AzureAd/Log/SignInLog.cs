using System.Security.Cryptography;
using System.Text;
using KmsiConformance.Reference.Kernel.Accounts;
using KmsiConformance.Reference.Kernel.Apps;
using KmsiConformance.Reference.Kernel.Http;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Reference.AzureAd.Log;

/// <summary>One sign-in as the log tells it.</summary>
/// <param name="ErrorCode">0 for success.</param>
internal sealed record LoggedAttempt(
    DateTimeOffset At, string CorrelationId, string UserName, string AppId, int ErrorCode, string? FailureReason);

/// <summary>
/// The sign-in log: one row for each sign-in of a known user, with what it came to last. A sign-in that waits at the
/// question has the code 50140 until somebody answers; abandoned, it keeps it. Read over HTTP, with a token.
/// </summary>
internal sealed class SignInLog(Tenant tenant)
{
    /// <summary>The site that gives it out.</summary>
    public const string Host = "graph.localhost";

    /// <summary>Where on that site.</summary>
    public const string Path = "/v1.0/auditLogs/signIns";
    private const int Capacity = 1000;

    private readonly Lock _gate = new();
    private readonly List<LoggedAttempt> _rows = [];

    /// <summary>What a reader must present. New for every start.</summary>
    public string Token { get; } = Base64Url.Encode(RandomNumberGenerator.GetBytes(32));

    public void Interrupted(string correlationId, ReferenceUser user, AppRegistration app) =>
        Put(correlationId, user, app, 50140, "The sign-in was interrupted to ask whether to stay signed in.");

    public void Succeeded(string correlationId, ReferenceUser user, AppRegistration app) => Put(correlationId, user, app, 0, null);

    public void Refused(string correlationId, ReferenceUser user, AppRegistration app, Trouble trouble) =>
        Put(
            correlationId, user, app, int.Parse(trouble.Code["AADSTS".Length..], System.Globalization.CultureInfo.InvariantCulture),
            trouble.Message);

    /// <summary>Gives out the rows, the latest first.</summary>
    public Task AnswerAsync(Exchange exchange)
    {
        if (!string.Equals(exchange.Http.Request.Path.Value, Path, StringComparison.OrdinalIgnoreCase))
            return exchange.JsonAsync(new { error = new { code = "ResourceNotFound" } }, StatusCodes.Status404NotFound);
        if (!IsAllowed(exchange))
        {
            exchange.Http.Response.Headers.WWWAuthenticate = "Bearer";
            return exchange.JsonAsync(new { error = new { code = "InvalidAuthenticationToken" } }, StatusCodes.Status401Unauthorized);
        }

        lock (_gate)
        {
            return exchange.JsonAsync(new
            {
                value = _rows.AsEnumerable().Reverse().Select(row => new
                {
                    createdDateTime = row.At.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture),
                    correlationId = row.CorrelationId,
                    userPrincipalName = row.UserName,
                    appId = row.AppId,
                    status = new { errorCode = row.ErrorCode, failureReason = row.FailureReason },
                }).ToList(),
            });
        }
    }

    private bool IsAllowed(Exchange exchange)
    {
        const string Scheme = "Bearer ";
        var header = exchange.Http.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(header[Scheme.Length..]), Encoding.UTF8.GetBytes(Token));
    }

    private void Put(string correlationId, ReferenceUser user, AppRegistration app, int code, string? reason)
    {
        lock (_gate)
        {
            _rows.RemoveAll(row => string.Equals(row.CorrelationId, correlationId, StringComparison.Ordinal));
            _rows.Add(new LoggedAttempt(tenant.Clock.GetUtcNow(), correlationId, user.UserName, app.ClientId, code, reason));
            if (_rows.Count > Capacity) _rows.RemoveAt(0);
        }
    }
}
