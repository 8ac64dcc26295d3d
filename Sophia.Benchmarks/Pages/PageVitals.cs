namespace Sophia.Benchmarks.Pages;

/// <summary>What Chromium reports of one load of a page (web.dev/articles/vitals).</summary>
internal sealed class PageVitals
{
    /// <summary>Collects them from the first byte on.</summary>
    public const string Script = """
        window.vitals = { lcp: 0, cls: 0, inp: 0 };
        new PerformanceObserver(list => { for (const entry of list.getEntries()) { vitals.lcp = entry.startTime; } })
          .observe({ type: 'largest-contentful-paint', buffered: true });
        new PerformanceObserver(list => { for (const entry of list.getEntries()) { if (!entry.hadRecentInput) { vitals.cls += entry.value; } } })
          .observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver(list => { for (const entry of list.getEntries()) { if (entry.interactionId) { vitals.inp = Math.max(vitals.inp, entry.duration); } } })
          .observe({ type: 'event', buffered: true, durationThreshold: 16 });
        """;

    /// <summary>When the largest content was painted, in milliseconds after the navigation began.</summary>
    public double Lcp { get; set; }

    /// <summary>How far content moved by itself; the sum over the whole visit, which is at least the metric's own window.</summary>
    public double Cls { get; set; }

    /// <summary>The slowest interaction's time to the next paint in milliseconds; 0 where all were below 16.</summary>
    public double Inp { get; set; }
}
