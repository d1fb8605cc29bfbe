namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>The keys with which tokens are signed, as a JSON Web Key Set.</summary>
internal static class KeysEndpoint
{
    public static Task AnswerAsync(Exchange exchange)
    {
        exchange.Http.Response.Headers.AccessControlAllowOrigin = "*";
        return exchange.JsonAsync(new { keys = (object[])[exchange.Tenant.SigningKey.Public] });
    }
}
