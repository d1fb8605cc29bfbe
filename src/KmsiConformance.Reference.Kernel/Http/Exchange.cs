using System.Security.Cryptography;
using KmsiConformance.Reference.Kernel.Cookies;
using KmsiConformance.Reference.Kernel.Log;
using KmsiConformance.Reference.Kernel.Pages;
using KmsiConformance.Reference.Kernel.Tokens;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace KmsiConformance.Reference.Kernel.Http;

#pragma warning disable MA0053 // Products derive from it, in rooms of their own.
/// <summary>One request to a policy's endpoint and its answer.</summary>
internal class Exchange(HttpContext http, Tenant tenant, LoginPolicy policy)
{
    public HttpContext Http => http;

    public Tenant Tenant => tenant;

    public LoginPolicy Policy => policy;

    public DateTimeOffset Now { get; } = tenant.Clock.GetUtcNow();

    /// <summary>Names the request in error messages and in the header <c>x-request-id</c>.</summary>
    public string CorrelationId { get; set; } = Guid.NewGuid().ToString("D");

    /// <summary>A value that only this answer's own scripts and styles carry.</summary>
    public string Nonce { get; } = Base64Url.Encode(RandomNumberGenerator.GetBytes(16));

    /// <summary>Whether credentials were accepted in this exchange.</summary>
    public bool BeganSession { get; set; }

    public bool IsPost => HttpMethods.IsPost(http.Request.Method);

    /// <summary>The request's path up to the policy, in the policy's own spelling.</summary>
    public string PolicyPath => $"/{tenant.Name}/{policy.PolicyId}";

    /// <summary>The parameters: of the body for POST, of the query otherwise.</summary>
    public async Task<Parameters> ParametersAsync() => IsPost && http.Request.HasFormContentType
        ? new Parameters(
            (await http.Request.ReadFormAsync(http.RequestAborted)).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal))
        : Query();

    /// <summary>The parameters of the body alone; none where there is no form in it.</summary>
    public async Task<Parameters> PostedAsync() => IsPost && http.Request.HasFormContentType
        ? await ParametersAsync()
        : new Parameters(new Dictionary<string, StringValues>(StringComparer.Ordinal));

    public Parameters Query() => new(http.Request.Query.ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal));

    public string? Cookie(string name) => RequestCookies.Find(http.Request.Headers.Cookie, name);

    public void AddCookie(string header) => http.Response.Headers.Append("Set-Cookie", header);

    /// <summary>Writes the outcome of a sign-in, or of a sign-out, into the service's log.</summary>
    public void Log(string outcome, string? user = null, string? app = null, Trouble? trouble = null, bool? keepMeSignedIn = null) =>
        tenant.Log.Add(new LoggedSignIn(Now, user, app, policy.PolicyId, outcome, trouble?.Code, keepMeSignedIn, CorrelationId));

    public Task PageAsync(string html, int status = StatusCodes.Status200OK)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers["x-request-id"] = CorrelationId;
        if (!tenant.Rules.Storage.KeepsPagesFromStores) MayBeStored();
        return http.Response.WriteAsync(html, http.RequestAborted);
    }

    /// <summary>Lets the browser store the answer, as it may an answer that says nothing else.</summary>
    public void MayBeStored()
    {
        http.Response.Headers.CacheControl = "private";
        http.Response.Headers.Remove("Pragma");
    }

    /// <summary>Lets the browser answer with it for some minutes.</summary>
    public void StaysGoodForAWhile()
    {
        MayBeStored();
        http.Response.Headers.CacheControl = "private, max-age=300";
    }

    /// <summary>A page of the service that tells of the error; the application never learns of it.</summary>
    public Task ErrorPageAsync(Trouble trouble, int status = StatusCodes.Status400BadRequest) =>
        PageAsync(ErrorPage.Render(this, tenant.Dialect.Say(trouble)), status);

    public Task JsonAsync(object content, int status = StatusCodes.Status200OK, string contentType = "application/json; charset=utf-8")
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(System.Text.Json.JsonSerializer.Serialize(content), http.RequestAborted);
    }
}
