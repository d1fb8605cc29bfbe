using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Accounts;

/// <summary>Something happens to an account of the login endpoint, past its pages: what is kept after that, visits show.</summary>
/// <param name="What">One of <see cref="Ledger.Vocabulary.AccountEvents"/>.</param>
public sealed record AccountStep(StepPlace Place, string User, string What) : Step(Place), IStepKind<AccountStep>
{
    public static string Verb => "account";

    public override IEnumerable<UsedName> Names => Used((NameKind.User, User, "user"));

    public static AccountStep Read(StepSource source) =>
        new(source.Place, source.Value.Get("user").Text, source.Value.Get("event").Text);

    public override string Text(string profile) => $"the account of {User}: {What}";
}
