using KmsiConformance.Suite.Steps.Accounts;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Accounts;

/// <summary>Has something happen to an account.</summary>
internal sealed class AccountPerformer : StepPerformer<AccountStep>
{
    protected override async Task PerformAsync(
        World world, AccountStep step, string profile, CancellationToken cancellation)
    {
        await world.ChangeAccountAsync(step.User, step.What, cancellation);
    }
}
