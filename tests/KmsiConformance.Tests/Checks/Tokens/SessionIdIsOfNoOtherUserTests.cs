using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class SessionIdIsOfNoOtherUserTests : CheckTests
{
    private static AppSessionStarted Token(string subject, string? sid, string app = "groceries")
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        if (sid is not null) claims["sid"] = sid;
        return new AppSessionStarted(app, subject, claims);
    }

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new SessionIdIsOfNoOtherUser("groceries"))
            .Passes("another sid for another user", Step, Token("alice-id", "a"), Step, Token("bob-id", "b"))
            .Passes("the sid that the same user had before",
                Step, Token("bob-id", "b"), Step, Token("alice-id", "a"), Step, Token("bob-id", "b"))
            .Fails("the sid of somebody else", Step, Token("alice-id", "a"), Step, Token("bob-id", "a"))
            .Fails("the sid of somebody before the last one",
                Step, Token("alice-id", "a"), Step, Token("carol-id", "c"), Step, Token("bob-id", "a"))
            .Fails("the sid of somebody on another device", Elsewhere(Token("alice-id", "a")), Step, Token("bob-id", "a"))
            .CannotTell("no token of somebody else", Step, Token("bob-id", "a"), Step, Token("bob-id", "a"))
            .CannotTell("a token of somebody else in another app", Step, Token("alice-id", "a", "pharmacy"), Step, Token("bob-id", "a"))
            .CannotTell("a token of somebody else without one", Step, Token("alice-id", null), Step, Token("bob-id", "a"))
            .CannotTell("a token without one", Step, Token("alice-id", "a"), Step, Token("bob-id", null))
            .CannotTell("no token", Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
