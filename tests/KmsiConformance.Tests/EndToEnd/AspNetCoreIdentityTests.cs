using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>
/// A site that nobody here wrote and that speaks no protocol, as its target file builds and starts it: some scenarios with what
/// they are known to say of it (docs/targets/aspnetcore-identity.md).
/// </summary>
[Platform("Linux")]
internal sealed class AspNetCoreIdentityTests
{
    private static readonly Dictionary<string, Verdict> Known = new(StringComparer.Ordinal)
    {
        ["declared-policy/a-ticked-box-outlives-the-browser"] = Verdict.Passed,
        ["declared-policy/without-a-tick-the-browser-forgets"] = Verdict.Passed,
        ["declared-policy/a-box-counts-for-one-sign-in"] = Verdict.Passed,
        ["declared-policy/a-kept-session-ends"] = Verdict.Passed,
        ["declared-policy/use-extends-a-kept-session-from-the-first-day"] = Verdict.Passed,
        ["declared-policy/a-copy-opens-nothing-after-the-sign-out"] = Verdict.Failed,
        ["declared-policy/use-does-not-extend-where-expiry-is-absolute"] = Verdict.Inapplicable,
        ["web/a-sign-out-ends-the-session"] = Verdict.Passed,
        ["web/the-next-user-gets-a-session-of-their-own"] = Verdict.Passed,
        ["web/a-strangers-address-is-not-followed"] = Verdict.Passed,
        ["web/the-session-cookie-travels-over-tls-only"] = Verdict.Inapplicable,
    };

    [Test]
    [CancelAfter(300_000)]
    public Task It_is_judged_as_it_behaves(CancellationToken cancellation) =>
        ShippedTarget.IsJudgedAsync("aspnetcore-identity", Known, cancellation);
}
