using KmsiConformance.Apps;
using KmsiConformance.Checks;
using KmsiConformance.Checks.Tokens;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Steps.Tokens;
using KmsiConformance.Worlds;

namespace KmsiConformance.Runner.Steps.Tokens;

/// <summary>Has the app use its refresh token: its server, or the page that keeps it.</summary>
internal sealed class RefreshPerformer : StepPerformer<RefreshStep>
{
    protected override async Task PerformAsync(
        World world, RefreshStep step, string profile, CancellationToken cancellation)
    {
        var app = world.App(step.App);
        if (MisuseOf(step) is { } how)
        {
            var misuse = new RefreshMisuse(how, step.As is { } other ? world.App(other) : null, step.IsFormer)
            {
                IsWider = step.IsWider,
                IsMadeUp = step.IsMadeUp,
            };
            if (!await app.MisuseRefreshTokenAsync(misuse))
                throw new MissingEvidenceException(step.IsFormer
                    ? $"{step.App} has no refresh token that was replaced: it has used none, or the login endpoint gives no new one"
                    : $"{step.App} has no refresh token");
            return;
        }

        var before = world.Ledger.Count;
        if (app.RefreshPage is { } page) await world.OpenAsync(page, cancellation);
        if (step.Expect.For(profile) == RefreshStep.NoTokens)
        {
            await app.RefreshAsync();
            return;
        }

        if (!(app.RefreshPage is null ? await app.RefreshAsync() : world.Seen(before).OfType<AppRefreshed>().Any()))
            throw new MissingEvidenceException($"{step.App} has no refresh token");
    }

    protected override IEnumerable<Check> Checks(JudgedWorld world, RefreshStep step, string profile) => step.Expect.For(profile) switch
    {
        RefreshStep.NoTokens => [new NothingOutlivesTheSessionUnasked(step.App)],
        _ when step.IsWider => [new RefreshGivesNoMore(step.App)],
        var expected when !expected.StartsWith(VisitOutcomes.ErrorLead, StringComparison.Ordinal) => [new RefreshGivesNewTokens(step.App)],
        var expected when step.IsMadeUp =>
            [Refusal(step, expected[VisitOutcomes.ErrorLead.Length..]), new ErrorsCanBeReadByPages(step.App)],
        var expected => [Refusal(step, expected[VisitOutcomes.ErrorLead.Length..])],
    };

    private static Check Refusal(RefreshStep step, string error) => MisuseOf(step) is { } misuse
        ? new RefreshTokenIsOfNoUse(step.App, misuse, error)
        : new RefreshIsRefused(step.App, error);

    private static string? MisuseOf(RefreshStep step) => step switch
    {
        { IsFormer: true } => "the former token",
        { IsMadeUp: true } => "a made-up token",
        { IsWider: true } => "a wider scope",
        { As: { } other } => $"as {other}",
        _ => null,
    };
}
