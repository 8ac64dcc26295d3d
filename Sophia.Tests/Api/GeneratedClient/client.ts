// What a program does that knows Sophia's API from its document alone. Prints what it saw as JSON.
import createClient from "openapi-fetch";
import type { paths } from "./sophia.js";

declare const process: { argv: string[]; stdout: { write(text: string): void } };

const sophia = createClient<paths>({ baseUrl: process.argv[2]! });

// A type checked by the compiler: a document without it, or with another type, fails the build of this file.
function expectData<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) {
    throw new Error(JSON.stringify(answer.error));
  }

  return answer.data;
}

const figures = expectData(await sophia.GET("/api/v1/dashboard/metrics", { params: { query: { metrics: "revenue.won,deals.won" } } }));
const revenue = figures.metrics.find((metric) => metric.metric === "revenue.won");

const rule = expectData(
  await sophia.POST("/api/v1/alerts/rules", {
    body: { name: "From a program", metric: "deals.lost", condition: "below", threshold: 5, severity: "critical" },
  }),
);
const changed = expectData(
  await sophia.PUT("/api/v1/alerts/rules/{id}", {
    params: { path: { id: rule.id } },
    body: { name: "Renamed", metric: rule.metric, condition: "below", threshold: 7, version: rule.version },
  }),
);
const rules = expectData(await sophia.GET("/api/v1/alerts/rules", { params: { query: { metric: "deals.lost", limit: 1, fields: "id,name" } } }));
await sophia.DELETE("/api/v1/alerts/rules/{id}", { params: { path: { id: rule.id } } });
const gone = await sophia.GET("/api/v1/alerts/rules/{id}", { params: { path: { id: rule.id } } });

const status = expectData(await sophia.GET("/api/v1/status"));
const integrations = expectData(await sophia.GET("/api/v1/integrations", { params: { query: { limit: 10 } } }));
const alerts = expectData(await sophia.GET("/api/v1/alerts", { params: { query: { state: "all" } } }));
const refused = await sophia.GET("/api/v1/alerts", { params: { query: { fields: "nothing" } } });

process.stdout.write(
  JSON.stringify({
    revenue: revenue?.value,
    currency: revenue?.currency,
    rule: changed.name,
    listed: rules.items.map((item) => item.name),
    gone: gone.response.status,
    services: status.services.map((service) => service.name),
    integrations: integrations.items.length,
    alerts: alerts.items.length,
    refused: refused.response.status,
  }),
);
