using Dla.Etl.Coordination;
using Dla.Etl.Installing;
using Dla.Etl.Running;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Dla.Etl.Jobs.Telemetry;

/// <summary>Sends metrics and traces where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says; without it nothing is sent. The other OTEL_ variables hold as OpenTelemetry defines them.</summary>
internal sealed class Export : IDisposable
{
    /// <summary>The variable that switches it on.</summary>
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private readonly MeterProvider _metrics;
    private readonly TracerProvider _traces;

    private Export(NodeIdentity node)
    {
        var resource = ResourceBuilder.CreateDefault().AddService("dla-etl-jobs", serviceVersion: Installation.Version, serviceInstanceId: node.Name);
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter(EngineTelemetry.Name, JobTelemetry.Name).AddOtlpExporter().Build();
        _traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource(EngineTelemetry.Name, JobTelemetry.Name).AddOtlpExporter().Build();
    }

    /// <summary>The export that the environment asks for; null when it asks for none.</summary>
    public static Export? FromEnvironment(NodeIdentity node) =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Endpoint)) ? null : new Export(node);

    /// <summary>Sends what is left.</summary>
    public void Dispose()
    {
        _metrics.Dispose();
        _traces.Dispose();
    }
}
