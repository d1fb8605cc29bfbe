using KmsiConformance.Cli;
using KmsiConformance.Cli.Output;

// Before anything that would have to load more.
if (OpenFiles.WhyNot() is { } tooFew)
{
    Console.Error.WriteLine(tooFew);
    return ExitCodes.Infrastructure;
}

SafeConsole.Install();

// What fails beside the command, on a thread of its own, ends the program too; with a message and a code of ours.
AppDomain.CurrentDomain.UnhandledException += (_, failed) =>
{
    if (failed.ExceptionObject is not Exception thrown) return;
    var (code, message) = EntryPoint.Of(thrown);
    Console.Error.WriteLine(message);
    Environment.Exit(code);
};

using var interruption = new Interruption();
using var telemetry = Telemetry.Begin();
return await EntryPoint.AnswerAsync(args, interruption.Token);
