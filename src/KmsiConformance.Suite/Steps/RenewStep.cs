namespace KmsiConformance.Suite.Steps;

/// <summary>A single-page app renews its tokens in a hidden frame, with <c>prompt=none</c>.</summary>
public sealed record RenewStep(int Line, string App, ByProfile<string> Expect) : VisitStep(Line, App, Expect)
{
    public override string Text(string profile) => $"{App} renews its tokens in a hidden frame → {Expect.For(profile)}";
}
