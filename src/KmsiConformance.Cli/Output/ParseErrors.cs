using System.CommandLine;
using System.CommandLine.Parsing;

namespace KmsiConformance.Cli.Output;

/// <summary>What is wrong with a command line, in words of its user and none of a library's.</summary>
internal static class ParseErrors
{
    /// <summary>One sentence for each mistake.</summary>
    public static IEnumerable<string> InWords(ParseResult parsed) =>
        parsed.Errors.Select(InWords).Distinct(StringComparer.Ordinal);

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
