using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Time;

/// <summary>Moves the clock forward to a moment.</summary>
public sealed record WaitUntilStep(StepPlace Place, MomentExpression Moment) : Step(Place), IStepKind<WaitUntilStep>
{
    public static string Verb => "wait-until";

    public override IEnumerable<UsedName> Names => [];

    public override bool LetsTimePass => true;

    public static WaitUntilStep Read(StepSource source) => new(source.Place, StepSource.Parsed(source.Value, MomentExpression.Parse));

    public override string Text(string profile) => $"wait until {Moment}";
}
