using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Time;

/// <summary>Moves the clock forward by a length of time.</summary>
public sealed record WaitStep(StepPlace Place, DurationExpression Duration) : Step(Place), IStepKind<WaitStep>
{
    public static string Verb => "wait";

    public override IEnumerable<UsedName> Names => [];

    public override bool LetsTimePass => true;

    public static WaitStep Read(StepSource source) => new(source.Place, StepSource.Duration(source.Value));

    public override string Text(string profile) => $"wait {Duration}";
}
