using System.Collections;
using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks;

/// <summary>What a check says of hand-written events.</summary>
internal sealed class CheckCases(Check check) : IEnumerable<TestCaseData>
{
    private readonly List<TestCaseData> _cases = [];
    private Check _check = check;
    private Event[] _before = [];

    /// <summary>What happened before, in each of the cases that follow.</summary>
    public CheckCases Given(Event[] before)
    {
        _before = before;
        return this;
    }

    /// <summary>The cases that follow are about the same kind of check, with another demand.</summary>
    public CheckCases Or(Check another)
    {
        _check = another;
        return this;
    }

    public CheckCases Passes(string when, params Event[] events) => Add(Verdict.Passed, when, events);

    public CheckCases Fails(string when, params Event[] events) => Add(Verdict.Failed, when, events);

    public CheckCases CannotTell(string when, params Event[] events) => Add(Verdict.CantTell, when, events);

    public IEnumerator<TestCaseData> GetEnumerator() => _cases.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private CheckCases Add(Verdict verdict, string when, Event[] events)
    {
        var name = $"{_check.Name} {_cases.Count + 1}: {when} is {verdict.Text()}";
        _cases.Add(new TestCaseData(_check, verdict, Numbered([.. _before, .. events])).SetName(name));
        return this;
    }

    // As the ledger does it. What stands behind the last step that began is the step that is judged, and what was seen on another
    // device than the last event is no evidence of this one.
    public static Evidence Numbered(params Event[] events)
    {
        var step = 0;
        List<Event> all = [];
        foreach (var seen in events)
        {
            if (seen is StepStarted) step++;
            all.Add(seen with { Sequence = all.Count + 1, Step = step });
        }

        var here = all.Where(seen => seen.Device is null || seen.Device == all.LastOrDefault()?.Device).ToList();
        return new Evidence(here, [.. here.Where(seen => seen.Step == step)], Seen.Noon) { Everywhere = all };
    }
}

/// <summary>Tests of one check: each has cases in which it passes, fails and cannot tell, which a house test holds.</summary>
internal abstract class CheckTests
{
    protected static CheckCases Of(Check check) => new(check);

    protected static void Decide(Check check, Verdict verdict, Evidence evidence)
    {
        var judged = check.Judge(evidence);
        Assert.That(judged.Verdict, Is.EqualTo(verdict), $"Expected {judged.Expected}. Saw {judged.Actual}.");
        Assert.That(judged.Expected, Is.Not.Empty);
        Assert.That(judged.Actual, Is.Not.Empty);
        if (verdict == Verdict.CantTell) Assert.That(judged.Actual, Does.StartWith("cannot tell: "), "it says what is missing");
    }
}
