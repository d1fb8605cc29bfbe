using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Serving.Control;

/// <summary>
/// The page for people. It holds no secret and so needs no token: its script reads the token from the address's
/// fragment, which browsers never send, and asks the control interface like any other program.
/// </summary>
internal static class ControlPages
{
    private static readonly Dictionary<string, (string File, string Type)> Files = new(StringComparer.Ordinal)
    {
        ["/"] = ("start.html", "text/html; charset=utf-8"),
        ["/start.css"] = ("start.css", "text/css; charset=utf-8"),
        ["/start.js"] = ("start.js", "text/javascript; charset=utf-8"),
    };

    public static bool IsOne(HttpRequest request) => HttpMethods.IsGet(request.Method) && Files.ContainsKey(request.Path.Value ?? "");

    public static async Task AnswerAsync(HttpContext http)
    {
        var (file, type) = Files[http.Request.Path.Value!];
        http.Response.ContentType = type;
        http.Response.Headers.XFrameOptions = "DENY";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action "
            + "'none'; frame-ancestors 'none'";
        await using var text = Assembly.GetExecutingAssembly().GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"{file} is not part of the program.");
        await text.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
