namespace KmsiConformance.Browsers.Simulated;

/// <summary>A request that a window was about to make and did not: what somebody else's browser may be made to send.</summary>
/// <param name="Method"><c>GET</c> or <c>POST</c>.</param>
/// <param name="Enctype">How the fields are sent; empty without any.</param>
/// <param name="Fields">Of a form that is posted; none for an address.</param>
public sealed record HeldRequest(Uri Url, string Method, string Enctype, IReadOnlyList<(string Name, string Value)> Fields)
{
    /// <summary>Never shows the fields: there may be a password among them.</summary>
    public override string ToString() => $"{Method} {Url.GetLeftPart(UriPartial.Path)}";

    internal static HeldRequest Of(FetchRequest request) => new(
        request.Url, request.Method.Method, request.Body?.Type.Split(';')[0] ?? "", request.Body?.Fields ?? []);
}

/// <summary>The window came to a request that is not to be sent.</summary>
internal sealed class HeldBackException(HeldRequest held) : Exception($"{held} was held back")
{
    public HeldRequest Held { get; } = held;
}
