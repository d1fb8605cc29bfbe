namespace KmsiConformance.Tests.House.Commands;

/// <summary>
/// A command of a page as it is played here: word for word, but example addresses lead to a site of ours, long work is cut short to a few
/// scenarios in the simulated browser, and windows stay hidden.
/// </summary>
/// <param name="site">The address of a site that runs.</param>
/// <param name="queue">That of a queue.</param>
internal sealed class PlayedCommand(string site, string queue)
{
    /// <summary>What is run of a plan.</summary>
    public const string Few = "--only sign-in/a-wrong-password-creates-no-session --only sign-out/a-copied-cookie-is-of-no-use-afterwards "
        + "--only keep-me-signed-in/a-ticked-box-outlives-the-browser --only sign-out/signing-out-twice";

    // What a product is known to do everywhere is told by the scenario that asks for it.
    private const string Known = "openid-connect/the-apps-are-told-which-session-ended";
    private const string KnownOfSaml = "saml/authn-instant-of-a-kept-session-stays";

    private const string One = "--only sign-out/signing-out-twice";

    /// <summary>The words of a command as it is played.</summary>
    public string[] Words(DocumentedCommand command)
    {
        string[] words = [.. command.Words.SelectMany(StandIn)];
        bool Has(string word) => words.Contains(word, StringComparer.Ordinal);
        switch (words[0])
        {
            case "run":
                if (!Has("--browser") && !Has("--resume")) words = [.. words, "--browser", "simulated"];

                // Only a whole plan is long.
                return Has("--only") || Has("--resume") || Has("--last-failed") || Has("--resume-parked") || IsFile(words[1]) ? words
                    : [.. words, .. (Has("simulated") ? Few : One).Split(' '), .. Explaining(words)];

            case "measure":
                return [.. words, .. Has("--browser") ? [] : Split("--browser simulated"), "--longest", "1 hour"];

            case "explore":
                return [.. words.Select(word => word == "my-target.yaml" ? "reference" : word)];

            case "faults" when Has("--decisions") && !Has("--list"):
                return Has("--explore") ? Split("faults --decisions --profile b2c-2018-08 --explore 20 --only Storage.KeepsPagesFromStores")
                    : Split("faults --decisions --profile nist-800-63b-3 --only Session.SignOutDeletesCookie");

            case "faults" when !Has("--decisions"):
                return [.. words, "--only", "keeps-session-after-sign-out"];

            default:
                return words;
        }
    }

    private static string[] Explaining(string[] words) =>
        words.FirstOrDefault(word => word.Contains("lemonldap-ng", StringComparison.Ordinal)) is not { } target ? []
            : ["--only", target.Contains("saml", StringComparison.Ordinal) ? KnownOfSaml : Known];

    private static bool IsFile(string word) => !word.StartsWith('-') && word.EndsWith(".yaml", StringComparison.Ordinal);

    private static string[] Split(string text) => text.Split(' ');

    private string[] StandIn(string word) => word switch
    {
        "https://login.example.com" or "https://shop.example.com/account" => [site + "/account/groceries", "--trust", "served.pem"],
        "ADDRESS" or "http://localhost:4810" or "http://localhost:4870/Identity/Account/Manage" =>
            [site + "/account/groceries", "--trust", "served.pem", "--user", "alice=env:PASSWORD"],
        "https://login.localhost:44123/account/orders" => [site + "/account/groceries"],
        "https://login.example.com/sign-in" or "https://shop.example.com/sign-in" => [site + "/sign-in"],
        "redis://queue.example" => [queue],
        "NAME" => ["simulated"],
        "FILE" => ["found.yaml"],
        "--headed" => [],
        "--minutes" => ["--runs"],
        _ => [word],
    };
}
