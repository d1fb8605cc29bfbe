using System.Text.Json;
using KmsiConformance.Sites;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;

namespace KmsiConformance.Probing.FirstFile;

/// <summary>What a provider of OpenID Connect says of itself.</summary>
/// <param name="Address">The address of its discovery document.</param>
/// <param name="Document">The document.</param>
public sealed record Discovery(string Address, JsonElement Document)
{
    private const string WellKnown = "/.well-known/openid-configuration";

    /// <summary>Its issuer.</summary>
    public string Issuer => Text("issuer")!;

    /// <summary>
    /// Fetches the document of an issuer; the address of the document itself will do as well. Null where a site answers that has
    /// none.
    /// </summary>
    /// <exception cref="TargetException">Nobody answers, or the document is of no use.</exception>
    public static async Task<Discovery?> AtAsync(Uri address, CancellationToken cancellation)
    {
        var isNamed = address.AbsolutePath.EndsWith(WellKnown, StringComparison.Ordinal);
        var text = address.AbsoluteUri;
        var document = isNamed ? text : text.TrimEnd('/') + WellKnown;
        using var http = new HttpClient(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var answer = await http.GetAsync(document, cancellation);
            if ((int)answer.StatusCode != 200)
                return isNamed ? throw None(document, $"it was answered with {(int)answer.StatusCode}") : null;
            using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            var found = new Discovery(document, read.RootElement.Clone());
            if (found.Document.ValueKind != JsonValueKind.Object || found.Text("issuer") is not { } issuer)
                return isNamed ? throw None(document, "it names no issuer") : null;
            return issuer.TrimEnd('/') == document[..^WellKnown.Length]
                ? found
                : throw new TargetException(
                    $"{document} names the issuer {issuer}, expected {document[..^WellKnown.Length]}: apps must refuse it. Give the "
                    + "address under which the product knows itself.");
        }
        catch (HttpRequestException unreachable)
        {
            throw new TargetException(
                DiscoveryCheck.Certificate(unreachable) is { } certificate
                    ? $"{address.GetLeftPart(UriPartial.Authority)} {certificate}"
                    : $"{document} cannot be fetched: {unreachable.Message} Is the product running, and is its address right?",
                    unreachable);
        }
        catch (JsonException)
        {
            return isNamed ? throw None(document, "it is no JSON") : null;
        }
    }

    /// <summary>A text that the document gives; null where it does not.</summary>
    public string? Text(string name) =>
        Document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Whether the document says yes to something; what it leaves out it does not.</summary>
    public bool Supports(string name) => Document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    /// <summary>A list that the document gives; null where it does not.</summary>
    public IReadOnlyList<string>? List(string name) =>
        Document.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.ToString())]
            : null;

    private static TargetException None(string document, string why) => new(
        $"There is no discovery document at {document}: {why}. For a provider of OpenID Connect, give its issuer; for a site that "
        + "speaks no protocol, the address of a page that needs a sign-in, or of the sign-in page.");
}
