using System.CommandLine;
using KmsiConformance.Browsers.Setup;
using KmsiConformance.Certification;
using KmsiConformance.Cli.Output;
using KmsiConformance.Clocks.Processes;
using KmsiConformance.Parking;
using KmsiConformance.Policies;
using KmsiConformance.Queues;
using KmsiConformance.Sites;
using KmsiConformance.Suite;
using KmsiConformance.Targets;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli;

/// <summary>From a command line to an exit code and, where something is wrong, a message: whatever happens in between.</summary>
internal static class EntryPoint
{
    /// <summary>How the message begins where the program itself is wrong.</summary>
    public const string OwnFault = "kmsi itself failed";

    // A file that is named like '@all' is a name, and nothing that is read for more of the command line.
    private static readonly ParserConfiguration Literal = new() { ResponseFileTokenReplacer = null };

    /// <summary>Does what the command line says.</summary>
    /// <returns>One of <see cref="ExitCodes"/>.</returns>
    public static async Task<int> AnswerAsync(string[] args, CancellationToken interrupted)
    {
        var parsed = Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var sentence in ParseErrors.InWords(parsed)) Console.Error.WriteLine(sentence);
            Console.Error.WriteLine("Try: kmsi --help");
            return ExitCodes.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(
                new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }, interrupted);
        }
        catch (Exception ended) when (interrupted.IsCancellationRequested)
        {
            Console.Error.WriteLine(
                ended is OperationCanceledException
                    ? "Interrupted. There is no result."
                    : $"Interrupted. There is no result. ({ended.Message})");
            return ExitCodes.Interrupted;
        }
        catch (Exception ended)
        {
            var (code, message) = Of(ended);
            Console.Error.WriteLine(message);
            return code;
        }
    }

    /// <summary>Reads a command line and does nothing yet.</summary>
    internal static ParseResult Parse(string[] args) => CommandLine.Create().Parse(args, Literal);

    /// <summary>What to say of an exception, and the exit code that belongs to it.</summary>
    internal static (int Code, string Message) Of(Exception ended) => ended switch
    {
        UserErrorException or SuiteException or PolicyException or PortInUseException or PreflightException or BrowserSetupException
            or TargetException or ParkingException or PackException or QueueUnreachableException or InvalidDataException
            or DirectoryNotFoundException or FileNotFoundException or PathTooLongException => (ExitCodes.WrongUse, ended.Message),
        ClockUnavailableException => (ExitCodes.Infrastructure, $"The clock cannot be moved here: {ended.Message}"),
        IOException or UnauthorizedAccessException => (ExitCodes.Infrastructure, ended.Message + Mend(ended)),
        _ => (ExitCodes.Infrastructure,
            $"{OwnFault}: {ended.GetBaseException().Message} ({ended.GetBaseException().GetType().Name}"
            + $"{Where(ended.GetBaseException())}). That is a mistake of the program, not of yours: please report the command line and "
            + $"this message.{Mend(ended)}"),
    };

    private static string Mend(Exception ended) => ended.ToString().Contains("Too many open files", StringComparison.Ordinal)
        ? " Too many files are open at once: allow more ('ulimit -n 1024'), or run fewer scenarios at the same time (--workers 1)."
        : "";

    // The place in one word, so that a report is of use.
    private static string Where(Exception thrown) => thrown.TargetSite is { DeclaringType: { } type } method
        ? $" in {type.Name}.{method.Name}" : "";
}
