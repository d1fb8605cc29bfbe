using System.CommandLine;
using System.Globalization;
using KmsiConformance.Cli.Measured;
using KmsiConformance.Cli.Output;
using KmsiConformance.Cli.Progress;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Measured;
using KmsiConformance.Measuring;
using KmsiConformance.Reporting;
using KmsiConformance.Runner;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi measure</c>: finds out what a sign-in really does, and judges nothing.</summary>
internal static class MeasureCommand
{
    private const int ReferenceDays = 30;

    public static Command Create()
    {
        var options = new MeasureCommandOptions();
        var command = new Command(
            "measure", "Find out what a sign-in really does: how long sessions live, what a restart and a sign-out leave. Judges nothing.");
        foreach (var argument in options.Arguments) command.Arguments.Add(argument);
        foreach (var option in options.All) command.Options.Add(option);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(MeasureWish wish, CancellationToken cancellation)
    {
        var suite = SuiteLoader.Load(ScenariosFolder.Find(wish.Scenarios));
        var old = wish.Compare is { } file ? Old(file) : null;
        var preflight = new PreflightRequest(wish.BrowserPath, wish.NoInstall, false, wish.Clock, wish.Browser);
        if (wish.Address is null)
            return await MeasureAsync(wish, TargetChoice.FileOf(wish.Target, suite), wish.Target, old, preflight, suite, cancellation);

        // A first file is written by what a look shows, and is gone afterwards.
        var folder = Directory.CreateTempSubdirectory("kmsi-measure-");
        try
        {
            var first = await AddressToMeasure.FileAsync(wish, wish.Address, folder.FullName, preflight, suite, cancellation);
            return await MeasureAsync(wish, first, first.Path, old, preflight, suite, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> MeasureAsync(
        MeasureWish wish, TargetFile? file, string named, Measurement? old, PreflightRequest preflight, ScenarioSuite suite,
        CancellationToken cancellation)
    {
        if (wish.WritesPolicy && file is null)
            throw new UserErrorException("--write-policy writes into a target file, and the reference has none. Leave it out.");
        if (wish.WritesPolicy) DeclaredByMeasure.Demand(file!.Path);
        var profile = Profiles.Choose(suite, wish.Profile ?? file?.Profile);
        FaultChoice.Check("--fault", wish.Faults);
        TargetChoice.CheckFaultsAct(named, file, profile, wish.Faults, suite);
        RealServiceQuestion.Ask(file, wish.Yes);
        var folder = FolderFor(wish.Out);
        try
        {
            return await MeasureIntoAsync(folder, wish, file, named, profile, old, preflight, suite, cancellation);
        }
        finally
        {
            folder.RemoveIfEmpty();
        }
    }

    private static async Task<int> MeasureIntoAsync(
        MeasureFolder folder, MeasureWish wish, TargetFile? file, string named, string profile, Measurement? old,
        PreflightRequest preflight, ScenarioSuite suite, CancellationToken cancellation)
    {
        await using var target = TargetChoice.Choose(named, file, profile, wish.Faults, suite);
        var ready = await PreflightStep.RunAsync(preflight, cancellation);
        await target.PrepareAsync(null, Console.Error.WriteLine, cancellation);
        var worlds = ready.Worlds(suite, target, null, file?.Limits.Step ?? RunOptions.StandardStepLimit);

        var request = Request(wish, file, profile, suite);

        // A reference that can be told for how long to keep somebody signed in keeps nobody unless it is told.
        var kept = request.Scenario with { Policy = PolicyRequest.Default with { KeepAliveInDays = ReferenceDays } };
        if (file is null && worlds.WhyInapplicable(kept) is null) request = request with { Scenario = kept };
        var measured = await new TargetMeasure(request, worlds, Say).RunAsync(
            new Measurement
            {
                Tool = ToolRecord.Current, StartedUtc = TimeProvider.System.GetUtcNow(), DurationMs = 0, Target = target.Record(),
                Browser = worlds.Browser, Clock = worlds.Clock, SignIns = 0,
            },
            cancellation);
        folder.Write(measured);
        await MeasureReporter.WriteAsync(folder, cancellation);
        return Told(wish, file, measured, old, folder);
    }

    private static int Told(MeasureWish wish, TargetFile? file, Measurement measured, Measurement? old, MeasureFolder folder)
    {
        if (wish.AsJson) Console.WriteLine(MeasureFolder.Json(measured));
        else MeasureText.Print(Terminal.Console, measured);
        var changes = old is null ? [] : MeasuredChanges.Of(old, measured);
        var output = wish.AsJson ? Console.Error : Console.Out;
        if (old is not null)
        {
            output.WriteLine(changes.Count == 0 ? "Nothing has changed." : $"Changed since {Wording.Utc(old.StartedUtc)}:");
            foreach (var change in changes) output.WriteLine(SafeText.Indented($"    {change}", "        "));
        }

        if (wish.WritesPolicy && file is not null)
            output.WriteLine(DeclaredByMeasure.Write(file.Path, measured) is { } written
                ? $"Written: {written}"
                : $"Not written: no life of a session was measured, so {file.Path} stays as it is.");
        output.WriteLine($"{Wording.Took(measured.DurationMs)}, {measured.SignIns} sign-ins: {folder.ReportFile}");
        return changes.Count > 0 ? ExitCodes.NotConformant
            : measured.OffersBox is null ? ExitCodes.NothingRan
            : ExitCodes.Conformant;
    }

    private static MeasureRequest Request(MeasureWish wish, TargetFile? file, string profile, ScenarioSuite suite)
    {
        var kind = suite.Profiles.First(known => known.Id == profile).AppKind;
        var apps = file is null
            ? AppRequest.StandardNames.ToDictionary(app => app, _ => Standard(kind), StringComparer.Ordinal)
            : file.Apps.ToDictionary(app => app.Key, app => app.Value.Everything, StringComparer.Ordinal);
        var usable = apps.Where(app => app.Value.Kind is "web" or "saml" or AppRequest.Site).Select(app => app.Key).ToList();
        var chosen = wish.App ?? usable.FirstOrDefault() ?? apps.Keys.First();
        if (!usable.Contains(chosen, StringComparer.Ordinal))
            throw new UserErrorException(
                $"--app {chosen}: expected an app of kind web, saml or site: "
                + $"{string.Join(", ", usable.DefaultIfEmpty("the file has none"))}.");
        var scenario = new Scenario(
            "measure", file?.Path ?? wish.Target, "What the sign-in really does", [], [profile], PolicyRequest.Default, apps,
            RealTime: false, []);
        return new MeasureRequest(scenario, chosen, file?.Users.Keys.First() ?? suite.Users[0], wish.Longest);
    }

    private static AppRequest Standard(string kind) =>
        AppRequest.Default with { Kind = kind, LogoutUrl = "works", OfflineAccess = kind == "web" };

    private static void Say(string step) => Console.Error.WriteLine(SafeText.OneLine(step));

    private static Measurement Old(string file)
    {
        try
        {
            return MeasureFolder.Read(file);
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UserErrorException($"--compare {file}: {wrong.Message} Expected a measure.json of an earlier measurement.");
        }
    }

    private static MeasureFolder FolderFor(string? named)
    {
        var now = TimeProvider.System.GetUtcNow().ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture);
        var path = named ?? Path.Combine("reports", $"measure-{now}");
        try
        {
            return MeasureFolder.Create(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(
                $"The folder {Path.GetFullPath(path)} cannot be written to: {refused.Message} Name another with --out.");
        }
    }
}
