namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>The keys with which tokens are signed, as a JSON Web Key Set.</summary>
internal static class KeysEndpoint
{
    public static Task AnswerAsync(Exchange exchange)
    {
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        var rules = exchange.Tenant.Rules.Tokens;
        var key = exchange.Tenant.SigningKey.Public.ToDictionary(
            entry => entry.Key, entry => entry.Key is "n" or "e" or "x" or "y" ? rules.NumberOfKey(entry.Value) : entry.Value,
            StringComparer.Ordinal);
        return exchange.JsonAsync(new { keys = (object[])[key] });
    }
}
