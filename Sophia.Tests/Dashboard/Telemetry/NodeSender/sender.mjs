// A program of somebody else's: OpenTelemetry's own SDK for Node, told only where to send and with which key.
import { SpanKind, SpanStatusCode } from '@opentelemetry/api';
import { SeverityNumber } from '@opentelemetry/api-logs';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-proto';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider } from '@opentelemetry/sdk-logs';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';

const [address, key] = process.argv.slice(2);
const to = path => ({ url: `${address}v1/${path}`, headers: { 'x-otlp-api-key': key }, compression: 'gzip' });
const resource = resourceFromAttributes({ 'service.name': 'node-shop', 'service.instance.id': 'n1' });

const tracers = new BasicTracerProvider({ resource, spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(to('traces')))] });
const span = tracers.getTracer('shop').startSpan('GET /basket', { kind: SpanKind.SERVER, attributes: { 'http.route': '/basket', items: [1, 2] } });
span.recordException(new TypeError('the basket is no list'));
span.setStatus({ code: SpanStatusCode.ERROR });
span.end();

const meters = new MeterProvider({ resource, readers: [new PeriodicExportingMetricReader({ exporter: new OTLPMetricExporter(to('metrics')), exportIntervalMillis: 60000 })] });
meters.getMeter('shop').createCounter('baskets').add(3, { country: 'NZ' });
meters.getMeter('shop').createHistogram('basket.duration', { unit: 's' }).record(0.2);

const logs = new LoggerProvider({ resource, processors: [new BatchLogRecordProcessor({ exporter: new OTLPLogExporter(to('logs')) })] });
logs.getLogger('shop').emit({ severityNumber: SeverityNumber.WARN, body: 'the basket is nearly empty', attributes: { items: 1 } });

await Promise.all([tracers.forceFlush(), meters.forceFlush(), logs.forceFlush()]);
await Promise.all([tracers.shutdown(), meters.shutdown(), logs.shutdown()]);
