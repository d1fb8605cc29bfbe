using System.Text.Json;
using KmsiConformance.Sites;
using KmsiConformance.Targets;

namespace KmsiConformance.Probing.FirstFile;

/// <summary>What a provider of OpenID Connect says of itself.</summary>
/// <param name="Address">The address of its discovery document.</param>
/// <param name="Document">The document.</param>
public sealed record Discovery(string Address, JsonElement Document)
{
    private const string WellKnown = "/.well-known/openid-configuration";

    /// <summary>Its issuer.</summary>
    public string Issuer => Text("issuer")!;

    /// <summary>Fetches the document of an issuer; the address of the document itself will do as well.</summary>
    /// <exception cref="TargetException">There is none there.</exception>
    public static async Task<Discovery> AtAsync(Uri address, CancellationToken cancellation)
    {
        var text = address.AbsoluteUri;
        var document = address.AbsolutePath.EndsWith(WellKnown, StringComparison.Ordinal) ? text : text.TrimEnd('/') + WellKnown;
        using var http = new HttpClient(LoopbackHttp.CreateHandler()) { Timeout = TimeSpan.FromSeconds(20) };
        try
        {
            using var answer = await http.GetAsync(document, cancellation);
            if ((int)answer.StatusCode != 200) throw None(document, $"it was answered with {(int)answer.StatusCode}");
            using var read = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancellation));
            var found = new Discovery(document, read.RootElement.Clone());
            if (found.Document.ValueKind != JsonValueKind.Object || found.Text("issuer") is not { } issuer)
                throw None(document, "it names no issuer");
            return issuer.TrimEnd('/') == document[..^WellKnown.Length]
                ? found
                : throw new TargetException(
                    $"{document} names the issuer {issuer}, expected {document[..^WellKnown.Length]}: apps must refuse it. Give the "
                    + "address under which the product knows itself.");
        }
        catch (HttpRequestException unreachable)
        {
            throw new TargetException(
                $"{document} cannot be fetched: {unreachable.Message} Is the product running, and is its address right?", unreachable);
        }
        catch (JsonException)
        {
            throw None(document, "it is no JSON");
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
        $"There is no discovery document at {document}: {why}. For a provider of OpenID Connect, give its issuer. A plain web page with "
        + "a sign-in form has none, and no target file can be written for such a page yet: only protocols are judged so far. "
        + "'kmsi recipe try' shows what the harness sees of it.");
}
