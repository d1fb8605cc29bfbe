using System.Text.Json;
using KmsiConformance.Browsers.Simulated.Forms;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Sites.Pages;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>Does what the script of a single-page app's page would do, see <see cref="CommandedPage"/>.</summary>
/// <param name="loadFrame">Loads an address in a hidden frame of the page.</param>
internal sealed class CommandedTab(Page page, Fetch fetch, WebStorage storage, Func<Uri, Task> loadFrame)
{
    private string Key => page.Html.Body!.GetAttribute(CommandedPage.Key) ?? "";

    /// <summary>Carries out the page's commands.</summary>
    /// <returns>Where the page goes next; null when it stays, or has no commands.</returns>
    public async Task<FetchRequest?> RunAsync(Destination destination, CancellationToken cancellation)
    {
        if (page.Html.Body?.HasAttribute(CommandedPage.Forgets) == true) await ForgetAsync(cancellation);
        if (page.Html.Body?.GetAttribute(CommandedPage.Role) is not { } role) return null;
        List<(string, string)> said = [("role", role), ("address", page.Url.AbsoluteUri)];
        for (; ;)
        {
            var commands = await CommandsAsync(said, cancellation);
            if (Text(commands, "store") is { } store) storage.Write(page, Key, store);
            if (commands.TryGetProperty("forget", out _)) storage.Forget(page, Key);
            if (commands.TryGetProperty("post", out var call))
            {
                said.Add(("exchanged", await ExchangeAsync(call, cancellation)));
                continue;
            }

            if (Text(commands, "frame") is { } frame && page.Resolve(frame) is { } url) await loadFrame(url);
            if (Text(commands, "go") is { } next && page.Resolve(next) is { } leads)
                return new FetchRequest(leads, HttpMethod.Get, destination, page, page.Embedder);
            page.Html.Body!.RemoveAttribute(CommandedPage.Working);
            return null;
        }
    }

    private async Task ForgetAsync(CancellationToken cancellation)
    {
        if (storage.Read(page, Key) is null) return;
        storage.Forget(page, Key);
        await fetch.SendAsync(
            new FetchRequest(page.Resolve(CommandedPage.ForgottenPath)!, HttpMethod.Post, Destination.Subresource, page), cancellation);
    }

    private async Task<JsonElement> CommandsAsync(IEnumerable<(string, string)> said, CancellationToken cancellation)
    {
        var answer = await fetch.SendAsync(
            new FetchRequest(page.Resolve(CommandedPage.CommandsPath)!, HttpMethod.Post, Destination.Subresource, page)
            {
                Body = FormBody.UrlEncoded([.. said, ("stored", storage.Read(page, Key) ?? "")]),
            },
            cancellation);
        using var read = JsonDocument.Parse(answer.Body);
        return read.RootElement.Clone();
    }

    private async Task<string> ExchangeAsync(JsonElement call, CancellationToken cancellation)
    {
        var fields = call.GetProperty("fields").EnumerateObject().Select(field => (field.Name, field.Value.GetString()!));
        var answer = await fetch.SendAsync(
            new FetchRequest(
                page.Resolve(call.GetProperty("url").GetString())!, HttpMethod.Post, Destination.Subresource,
                page) { Body = FormBody.UrlEncoded([.. fields]) },
            cancellation);

        // An answer of another origin may be read only if it says so (CORS).
        var allowed = answer.Headers.TryGetValues("Access-Control-Allow-Origin", out var origins) ? origins.First() : "";
        return allowed == "*" || allowed == page.Url.GetLeftPart(UriPartial.Authority)
            ? System.Text.Encoding.UTF8.GetString(answer.Body)
            : "";
    }

    private static string? Text(JsonElement commands, string name) =>
        commands.TryGetProperty(name, out var value) ? value.GetString() : null;
}
