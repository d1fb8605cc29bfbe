using System.CommandLine;
using KmsiConformance.Browsers.Setup;
using KmsiConformance.Cli;
using KmsiConformance.Parking;
using KmsiConformance.Policies;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

var parsed = CommandLine.Create().Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
    Console.Error.WriteLine("Try: kmsi --help");
    return ExitCodes.WrongUse;
}

using var interruption = new Interruption();
try
{
    return await parsed.InvokeAsync(
        new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null },
        interruption.Token);
}
catch (Exception ended) when (interruption.Token.IsCancellationRequested)
{
    Console.Error.WriteLine(
        ended is OperationCanceledException ? "Interrupted. There is no result." : $"Interrupted. There is no result. ({ended.Message})");
    return ExitCodes.Interrupted;
}
catch (Exception wrong) when (wrong
    is UserErrorException or SuiteException or PolicyException or PortInUseException
    or PreflightException or BrowserSetupException or TargetException or ParkingException
    or DirectoryNotFoundException or FileNotFoundException)
{
    Console.Error.WriteLine(wrong.Message);
    return ExitCodes.WrongUse;
}
catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(broken.Message);
    return ExitCodes.Infrastructure;
}
