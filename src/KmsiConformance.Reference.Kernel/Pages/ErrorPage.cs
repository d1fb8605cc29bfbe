using KmsiConformance.Reference.Kernel.Http;

namespace KmsiConformance.Reference.Kernel.Pages;

/// <summary>Tells of an error that must not be sent to an application.</summary>
internal static class ErrorPage
{
    public static string Render(Exchange exchange, Trouble trouble) =>
        Layout.Render(exchange, "error", "Something went wrong", Told(exchange, trouble));

    /// <summary>What is told of the error, whatever else the page offers.</summary>
    public static Html Told(Exchange exchange, Trouble trouble) => Html.Of($"""
        <h1>Something went wrong</h1>
        <p class="told" id="error-message">{trouble.Code}: {trouble.Message}</p>
        <dl>
        <dt>Correlation ID</dt><dd id="correlation-id">{exchange.CorrelationId}</dd>
        <dt>Timestamp</dt><dd id="timestamp">{FormattableString.Invariant($"{exchange.Now.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z")}</dd>
        </dl>
        """);
}
