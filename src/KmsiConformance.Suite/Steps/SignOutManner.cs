using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <summary>How an app asks for a sign-out.</summary>
/// <param name="Hint">
/// The id_token_hint: <c>valid</c> (the app's own), <c>none</c>, <c>expired</c>, <c>tampered</c>, <c>unsigned</c>,
/// <c>foreign-tenant</c> or <c>other-app</c>.
/// </param>
/// <param name="NamesClient">Whether the request carries the app's client_id.</param>
/// <param name="Method"><c>get</c> or <c>post</c>.</param>
/// <param name="ReturnTo">Where it asks to return to: <c>registered</c>, <c>unregistered</c>, <c>none</c>, or a trick.</param>
/// <param name="State"><c>plain</c>, or <c>special</c> for one of characters that have a meaning in addresses and pages.</param>
public sealed record SignOutManner(
    string Hint = "valid", bool NamesClient = true, string Method = "get", string ReturnTo = "registered", string State = "plain")
{
    internal static SignOutManner Read(YamlValue verb)
    {
        var standard = new SignOutManner();
        if (!verb.IsMap) return standard;
        return new SignOutManner(
            verb.Find("hint")?.Text ?? standard.Hint,
            verb.Find("client-id")?.Text != "none",
            verb.Find("method")?.Text ?? standard.Method,
            verb.Find("return-to")?.Text ?? standard.ReturnTo,
            verb.Find("state")?.Text ?? standard.State);
    }

    public override string ToString() => string.Concat(Words().Select(word => $", {word}"));

    private IEnumerable<string> Words()
    {
        if (Hint == "none") yield return "without a hint";
        else if (Hint != "valid") yield return $"hint {Hint}";
        if (!NamesClient) yield return "without a client_id";
        if (Method != "get") yield return "by POST";
        if (ReturnTo == "none") yield return "returning nowhere";
        else if (ReturnTo != "registered") yield return $"returning to {ReturnTo}";
        if (State != "plain") yield return $"with a {State} state";
    }
}
