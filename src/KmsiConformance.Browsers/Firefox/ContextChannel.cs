using System.Reflection;
using System.Text.Json;
using Microsoft.Playwright;

namespace KmsiConformance.Browsers.Firefox;

/// <summary>
/// Playwright's own line to a browser context, below its public calls: those carry times in 32-bit floating seconds,
/// which today means to the nearest two minutes, and a cookie of three seconds is to be told from one of six. Its
/// driver is exact. The version of Playwright is pinned; one that has changed inside is said at the start.
/// </summary>
internal sealed class ContextChannel
{
    private readonly IBrowserContext _context;
    private readonly MethodInfo _send;

    /// <summary>Finds the line.</summary>
    /// <exception cref="BrowserStartException">This version of Playwright has none that is known.</exception>
    public ContextChannel(IBrowserContext context)
    {
        _context = context;
        _send = Lineage(context.GetType())
            .SelectMany(type =>
                type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
            .FirstOrDefault(method => method is { Name: "SendMessageToServerAsync", IsGenericMethodDefinition: true })
            ?.MakeGenericMethod(typeof(JsonElement?))
            ?? throw new BrowserStartException(
                "This version of Playwright has changed inside: the cookies of Firefox cannot be read exactly. Use the version that "
                + "this program was built with.");
    }

    /// <summary>Sends a command of Playwright's protocol.</summary>
    /// <exception cref="PlaywrightException">It failed, or the browser is gone.</exception>
    public Task<JsonElement?> SendAsync(string command, Dictionary<string, object?> arguments)
    {
        var parameters = _send.GetParameters();
        var values = parameters.Select(parameter => parameter.HasDefaultValue ? parameter.DefaultValue : null).ToArray();
        values[0] = command;
        values[1] = arguments;
        return (Task<JsonElement?>)_send.Invoke(_context, values)!;
    }

    private static IEnumerable<Type> Lineage(Type type)
    {
        for (var ancestor = type; ancestor is not null; ancestor = ancestor.BaseType)
            yield return ancestor;
    }
}
