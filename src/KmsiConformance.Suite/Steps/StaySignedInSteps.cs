using System.Globalization;

namespace KmsiConformance.Suite.Steps;

/// <summary>Looks at whether the last sign-in asked the user whether to stay signed in.</summary>
public sealed record ExpectQuestionStep(int Line, bool Shown) : Step(Line)
{
    public override string Text(string profile) => $"the user was {(Shown ? "" : "not ")}asked whether to stay signed in";
}

/// <summary>Looks at whether the last sign-in asked the user for a second factor.</summary>
public sealed record ExpectSecondFactorStep(int Line, bool Asked) : Step(Line)
{
    public override string Text(string profile) => $"the user was {(Asked ? "" : "not ")}asked for a second factor";
}

/// <summary>Looks at the target's sign-in log.</summary>
/// <param name="Code">The error code; 0 for success.</param>
/// <param name="Times">How many rows with that code there must be since the scenario began.</param>
/// <param name="User">Only rows of this user; null for all.</param>
public sealed record ExpectLogStep(int Line, int Code, int Times, string? User) : Step(Line)
{
    public override string Text(string profile) =>
        string.Create(CultureInfo.InvariantCulture, $"the sign-in log has {Times} {(Times == 1 ? "entry" : "entries")} {Code}{(User is null ? "" : $" of {User}")}");
}
