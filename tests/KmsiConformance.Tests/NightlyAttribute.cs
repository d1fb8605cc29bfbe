using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace KmsiConformance.Tests;

/// <summary>
/// A test that takes too long for every change; a shorter one beside it looks at the same. It runs where KMSI_NIGHTLY is set, as
/// <c>.ci/nightly</c> sets it.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class NightlyAttribute : CategoryAttribute, IApplyToTest
{
    /// <summary>The category, and the reason where it does not run.</summary>
    public new void ApplyToTest(Test test)
    {
        base.ApplyToTest(test);
        if (Environment.GetEnvironmentVariable("KMSI_NIGHTLY") is { Length: > 0 }) return;
        test.RunState = RunState.Ignored;
        test.Properties.Set(PropertyNames.SkipReason, "It runs at night: set KMSI_NIGHTLY to run it now.");
    }
}
