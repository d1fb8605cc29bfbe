using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Tokens;

internal sealed class TokenSaysWhetherTheBoxWasTickedTests : CheckTests
{
    private static AppSessionStarted Token(string? box)
    {
        var claims = new Dictionary<string, string>(StringComparer.Ordinal);
        if (box is not null) claims["kmsi"] = box;
        return new AppSessionStarted("groceries", "alice-id", claims);
    }

    private static readonly TestCaseData[] Cases =
    [
        .. Of(new TokenSaysWhetherTheBoxWasTicked("groceries", true))
            .Passes("true", Step, Token("true"))
            .Passes("True, as some write it", Step, Token("True"))
            .Passes("true after a refresh", Step, Token("true"), Step, Refreshed("groceries") with { Box = "true" })
            .Fails("false", Step, Token("false"))
            .Fails("false in a later token", Step, Token("true"), Step, Token("false"))
            .Fails("false after a refresh", Step, Token("true"), Step, Refreshed("groceries") with { Box = "false" })
            .Fails("no such claim any more", Step, Token("true"), Step, Token(null))
            .CannotTell("a refresh whose token leaves it out", Step, Token("true"), Step, Refreshed("groceries"))
            .CannotTell("what is neither", Step, Token("1"))
            .CannotTell("no such claim in any token", Step, Token(null))
            .CannotTell("a token of another app", Step, Token("true") with { App = "pharmacy" })
            .CannotTell("no token", Step),
        .. Of(new TokenSaysWhetherTheBoxWasTicked("groceries", false))
            .Passes("false", Step, Token("false"))
            .Fails("true", Step, Token("true")),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
