using System.Text.Json;
using KmsiConformance.Browsers.Simulated.Forms;
using KmsiConformance.Cookies.Requests;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;

namespace KmsiConformance.Browsers.Simulated;

/// <summary>
/// Makes the calls that the script of a credential page makes, as the recipe describes them: posts the fields with
/// the token from the page, shows what was rejected, and goes to the address that completes the sign-in.
/// </summary>
internal sealed class WirePage(FilledPage filled, WireCalls wire, PageSettings settings)
{
    /// <summary>The calls for this page; null when the recipe describes none, or the page is not made for them.</summary>
    public static WirePage? Of(FilledPage filled, PageSigns signs)
    {
        if (filled.Entry.Wire is not { } wire) return null;
        var extra = new Dictionary<string, string>(StringComparer.Ordinal) { ["ticked"] = IsTicked(filled.Page, signs) ? "true" : "false" };
        return PageSettings.Of(filled.Page, wire.Settings, extra) is { } settings ? new WirePage(filled, wire, settings) : null;
    }

    /// <summary>Posts the credentials.</summary>
    /// <returns>Where the page goes next; null when they were rejected, and the page then shows why.</returns>
    public async Task<FetchRequest?> SendAsync(Fetch fetch, Destination destination, CancellationToken cancellation)
    {
        var page = filled.Page;
        var call = wire.Credentials;
        var answer = await fetch.SendAsync(
            new FetchRequest(Address(call.Post), HttpMethod.Post, Destination.Subresource, page)
            {
                Body = FormBody.UrlEncoded(Fields()),
                Headers = call.Headers.ToDictionary(header => header.Key, header => settings.Fill(header.Value), StringComparer.Ordinal),
            },
            cancellation);

        var said = Read(answer);
        if (call.Accepted.All(expected => Member(said, expected.Key) == expected.Value))
            return new FetchRequest(Address(wire.Confirmed), HttpMethod.Get, destination, page, page.Embedder);
        page.ScriptMessage = Member(said, call.Message) ?? $"HTTP {answer.Status}";
        return null;
    }

    /// <summary>What to throw when the recipe's calls do not suit the page.</summary>
    public static ControlMissingException Broken(Page page, string why) =>
        new(new Control("script call that the recipe describes", "wire", []), page.Url.AbsoluteUri,
            $"{Secrets.MaskUrl(page.Url.AbsoluteUri)}: {why}");

    private static bool IsTicked(Page page, PageSigns signs) =>
        page.First(signs.KeepMeSignedIn) is { } box
            && FormFields.Labelled(box) is AngleSharp.Html.Dom.IHtmlInputElement { IsChecked: true };

    private IEnumerable<(string Name, string Value)> Fields()
    {
        foreach (var (name, value) in wire.Credentials.Fields) yield return (name, settings.Fill(value));
        foreach (var field in filled.Fields) yield return Typed(field);
    }

    private static (string Name, string Value) Typed(AngleSharp.Dom.IElement field) =>
        (field.Id ?? field.GetAttribute("name") ?? "", field is AngleSharp.Html.Dom.IHtmlInputElement input ? input.Value : "");

    private Uri Address(string template)
    {
        var address = settings.Fill(template);
        return filled.Page.Resolve(address)
            ?? throw Broken(filled.Page, $"the recipe's wire call leads to '{address}', which is no address");
    }

    private static JsonElement Read(FetchAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Member(JsonElement said, string name) =>
        said.ValueKind == JsonValueKind.Object && said.TryGetProperty(name, out var member) ? member.ToString() : null;
}
