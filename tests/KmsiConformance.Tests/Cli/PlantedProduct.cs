using KmsiConformance.Tests.Suite;
using KmsiConformance.Tests.Targets.Files;

namespace KmsiConformance.Tests.Cli;

/// <summary>
/// An OpenID provider of a few lines of Node whose tokens, codes, cookies and fields all say <c>planted</c>, and that gets into trouble at
/// the second sign-in, after the look that comes before a run.
/// </summary>
internal static class PlantedProduct
{
    /// <summary>The password of alice, as the environment of a run has it.</summary>
    public const string Password = "planted-pass+7 &Qx";

    /// <summary>The secret of the apps there.</summary>
    public const string ClientSecret = "planted-secret-7Qx";

    /// <summary>A target file in which nothing is wrong, but what <c>TROUBLE</c> says.</summary>
    public static string Target { get; } = new[]
    {
        ("session: 20 minutes", "session: 14 days"),
        ("expiry: rolling", "expiry: absolute"),
        ("client-secret: made", "client-secret: \"env:TEST_SECRET\""),
        ("client-id: drugs,", "client-id: shop, client-secret: \"env:TEST_SECRET\","),
        (", response-modes: [query]", ""),
        ("password: made", "password: \"env:TEST_PASSWORD\""),
        ("clock: process", "clock: none\nabsent:\n  session-state: it has none"),
        ("command: [node, server.mjs]", $"command: [node, \"{Program}\"]"),
        ("PASSWORD: \"{password:alice}\" }",
            "PASSWORD: \"{password:alice}\", SECRET: \"{client-secret:groceries}\", TROUBLE: \"none\" }"),
    }.Aggregate(TargetText.Good, (text, change) => text.Replace(change.Item1, change.Item2, StringComparison.Ordinal));

    private static string Program => Path.Combine(Repository.Root, "tests", "peers", "troubled-provider.cjs");
}
