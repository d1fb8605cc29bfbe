using System.Diagnostics;
using KmsiConformance.Ledger;
using OpenTelemetry;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace KmsiConformance.Cli;

/// <summary>
/// Sends traces of runs to whom <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names. The other variables of OpenTelemetry are its exporter's
/// own affair. Where nobody is named, there is none.
/// </summary>
internal static class Telemetry
{
    private static readonly string[] Endpoints = ["OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"];

    /// <summary>Begins to listen; disposing it sends what is left.</summary>
    public static IDisposable? Begin()
    {
        // Whoever is judged hears nothing of it unasked, neither from us nor from the apps: a header more is another request.
        if (!Tracing.TellsTarget) DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        return Endpoints.All(name => string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(name))) ? null
            : Sdk.CreateTracerProviderBuilder().AddSource(Tracing.Name)
                .ConfigureResource(resource => resource.AddService("kmsi", serviceVersion: ToolRecord.Current.Version))
                .AddOtlpExporter().Build();
    }
}
