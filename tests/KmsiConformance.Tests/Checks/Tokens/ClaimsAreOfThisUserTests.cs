using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class ClaimsAreOfThisUserTests : CheckTests
{
    private static AppSessionStarted Token(string user, string? name, string? idp = null)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal) { ["sid"] = "5e55" };
        if (name is not null) claims["name"] = name;
        if (idp is not null) claims["idp"] = idp;
        return new AppSessionStarted("groceries", user, claims);
    }

    private static AppSessionStarted With(string user, string claim, string value) =>
        new("groceries", user, new Dictionary<string, string>(StringComparer.Ordinal) { [claim] = value });

    private static readonly AppSessionStarted Bob = Token("bob", "Bob");
    private static readonly AppSessionStarted Alice = Token("alice", "Alice");

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new ClaimsAreOfThisUser("groceries", ["card"]))
            .Passes("the same claims as at first", Step, Bob, Step, Alice, Step, Bob)
            .Passes("what the other has not", Step, Token("bob", "Bob", "contoso"), Step, Alice, Step, Bob)
            .Passes("a claim that only the user before has", Step, Bob, Step, Token("alice", "Bob", "contoso"), Step, Bob)
            .CannotTell("a name that is nobody's", Step, Bob, Step, Alice, Step, Token("bob", "Robert"))
            .CannotTell("no name any more", Step, Bob, Step, Alice, Step, Token("bob", null))
            .Passes("a first token on another device", Elsewhere(Bob), Step, Alice, Step, Bob)
            .Fails("the name of the user before", Step, Bob, Step, Alice, Step, Token("bob", "Alice"))
            .Fails("a claim of the user before that the user has not", Step, Bob, Step, Token("alice", "Alice", "contoso"), Step,
                Token("bob", "Bob", "contoso"))
            .Fails("the provider of the user before, after a password of the same site as at first", Step, Posted, Bob, Step,
                Posted with { Site = "contoso" }, Token("alice", "Alice", "contoso"), Step, Posted, Token("bob", "Bob", "contoso"))
            .Passes("a provider where the user had none before, and signed in there now", Step, Posted, Bob, Step,
                Posted with { Site = "contoso" }, Token("alice", "Alice", "contoso"), Step, Posted with { Site = "contoso" },
                Token("bob", "Bob", "contoso"))
            .Fails("the name of somebody before the user before", Step, Bob, Step, Alice, Step, Token("carol", "Carol"), Step,
                Token("bob", "Alice"))
            .Fails("a claim that is named", Step, With("bob", "card", "1"), Step, With("alice", "card", "2"), Step,
                With("bob", "card", "2"))
            .CannotTell("a claim that may be of a session", Step, With("bob", "count", "1"), Step, With("alice", "count", "2"), Step,
                With("bob", "count", "2"))
            .CannotTell("claims in which the two do not differ", Step, Token("bob", "Sam"), Step, Token("alice", "Sam"), Step,
                Token("bob", "Sam"))
            .CannotTell("nobody in between", Step, Alice, Step, Bob, Step, Bob)
            .CannotTell("no token of the user before", Step, Alice, Step, Bob)
            .CannotTell("tokens of another app", Step, Bob with { App = "pharmacy" }, Step, Alice, Step, Bob)
            .CannotTell("no token", Step),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
