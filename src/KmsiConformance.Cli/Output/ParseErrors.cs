using System.CommandLine;
using System.CommandLine.Parsing;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Cli.Output;

/// <summary>What is wrong with a command line, in words of its user and none of a library's.</summary>
internal static class ParseErrors
{
    /// <summary>One sentence for each mistake.</summary>
    public static IEnumerable<string> InWords(ParseResult parsed)
    {
        List<string> unknown = [.. Unknown(parsed)];
        return unknown.Concat(parsed.Errors.Where(error => unknown.Count == 0 || !IsOfUnknown(error)).Select(InWords))
            .Distinct(StringComparer.Ordinal);
    }

    // An option that there is not is taken for an argument, and its value for another.
    private static bool IsOfUnknown(ParseError error) =>
        error.SymbolResult is CommandResult or ArgumentResult { Parent: CommandResult, Tokens: [{ Value: ['-', ..] }, ..] };

    private static IEnumerable<string> Unknown(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        List<string> known = [.. command.Options.Select(option => option.Name)];
        return parsed.Tokens
            .Where(token => token.Value.Length > 2 && token.Value.StartsWith("--", StringComparison.Ordinal)
                && !known.Contains(token.Value, StringComparer.Ordinal))
            .Select(token => $"kmsi {command.Name} has no option {token.Value}.{NearestName.Hint(token.Value, known)} Its options: "
                + $"{string.Join(", ", known.Order(StringComparer.Ordinal))}.");
    }

    private static string InWords(ParseError error) => Place(error.SymbolResult) is var (name, type, found)
        && error.Message.Contains("as expected type", StringComparison.Ordinal)
            ? $"{name}: expected {Kind(type)}, found '{found}'."
            : error.Message;

    private static (string Name, Type Type, string Found)? Place(SymbolResult? result) => result switch
    {
        OptionResult option => (option.Option.Name, option.Option.ValueType, Written(option)),
        ArgumentResult { Parent: OptionResult option } => Place(option),
        ArgumentResult argument => (argument.Argument.Name, argument.Argument.ValueType, Written(argument)),
        _ => null,
    };

    private static string Written(SymbolResult result) => string.Join(' ', result.Tokens.Select(token => token.Value));

    private static string Kind(Type type)
    {
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return bare == typeof(int) ? $"a whole number of at most {int.MaxValue}"
            : bare == typeof(double) ? "a number"
            : bare == typeof(bool) ? "true or false"
            : bare == typeof(Uri) ? "a whole address such as https://login.example.com/sign-in"
            : "something else";
    }
}
