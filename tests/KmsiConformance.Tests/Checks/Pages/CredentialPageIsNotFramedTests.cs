using KmsiConformance.Checks;
using KmsiConformance.Checks.Pages;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Pages;

internal sealed class CredentialPageIsNotFramedTests : CheckTests
{
    private static RequestCompleted Document(string? options, params string[] ancestors) =>
        AtLogout with { Framing = new FramingHeaders(options, ancestors) };

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new CredentialPageIsNotFramed())
            .Passes("nobody", Step, Document(null, "'none'"), Prompt)
            .Passes("the site itself", Step, Document(null, "'self'"), Prompt)
            .Passes("a site that is named", Step, Document(null, "'self' https://shop.example"), Prompt)
            .Passes("the older header", Step, Document("sameorigin"), Prompt)
            .Passes("the older header, for nobody", Step, Document(" DENY"), Prompt)
            .Passes("one policy of two", Step, Document(null, "*", "'none'"), Prompt)
            .Passes("hosts of one site", Step, Document(null, "https://*.shop.example:443"), Prompt)
            .Passes("the older header twice", Step, Document("SAMEORIGIN, sameorigin"), Prompt)
            .Passes("older headers that contradict each other, by which browsers refuse all", Step, Document("DENY\nALLOWALL"), Prompt)
            .Fails("words that no browser knows", Step, Document("ALLOW, PERHAPS"), Prompt)
            .Fails("every host and port with TLS", Step, Document(null, "https://*:*"), Prompt)
            .Fails("every site in capitals", Step, Document(null, "HTTPS: HTTP:"), Prompt)
            .Fails("all of a top-level domain", Step, Document(null, "https://*.com"), Prompt)
            .Fails("every host after a tab", Step, Document(null, "'self'\t*"), Prompt)
            .Fails("nothing", Step, Document(null) with { Framing = null }, Prompt)
            .Fails("an old word that no browser heeds", Step, Document("ALLOW-FROM https://shop.example"), Prompt)
            .Fails("everybody, whatever the older header says", Step, Document("DENY", "*"), Prompt)
            .Fails("every site with TLS", Step, Document(null, "'self' https:"), Prompt)
            .Fails("every site without", Step, Document(null, "http:"), Prompt)
            .Fails("every host", Step, Document(null, "https://*"), Prompt)
            .Fails("every host without TLS", Step, Document(null, "http://*"), Prompt)
            .Fails("every host and port", Step, Document(null, "*:*"), Prompt)
            .CannotTell("another page", Step, Document("DENY"), Question)
            .CannotTell("a page of a provider", Step, Document("DENY"), ProviderPage)
            .CannotTell("a page out of the store", Step, Document("DENY"), Prompt with { IsStored = true })
            .CannotTell("no document", Step, Prompt)
            .CannotTell("a redirect alone", Step, Document("DENY") with { Location = "https://login.localhost/" }, Prompt)
            .CannotTell("a frame alone", Step, Document("DENY") with { Context = "frame" }, Prompt)
            .CannotTell("an answer that never came", Step, Document("DENY") with { Status = 0 }, Prompt)
            .CannotTell("a document of another site", Step, Document("DENY") with { Site = "groceries" }, Prompt)
            .CannotTell("a document that came later", Step, Prompt, Document("DENY")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
