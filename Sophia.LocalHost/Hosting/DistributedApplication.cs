using System.Runtime.InteropServices;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Servers;

namespace Aspire.Hosting;

/// <summary>A described application, ready to run.</summary>
public sealed class DistributedApplication
{
    private readonly IDistributedApplicationBuilder _builder;

    internal DistributedApplication(IDistributedApplicationBuilder builder) => _builder = builder;

    /// <summary>Begins the description of an application.</summary>
    /// <param name="args">The command line; <c>--Section:Key=value</c> goes into the configuration.</param>
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>Runs until Ctrl+C or a termination signal. An error that a person can mend is printed, and the exit code is 1.</summary>
    public void Run() => RunAsync().GetAwaiter().GetResult();

    /// <summary>Runs until Ctrl+C, a termination signal or cancellation.</summary>
    /// <param name="cancellationToken">Stops the application in good order.</param>
    public async Task RunAsync(CancellationToken cancellationToken = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var kill = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, OnSignal);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, OnSignal);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, OnSignal);
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                throw new DistributedApplicationException("This host runs on Linux. Elsewhere use .NET Aspire: -p:UseAspire=true.");
            }

            await new ApplicationRun(_builder, TimeProvider.System).RunAsync(stop.Token, kill.Token);
        }
        catch (Exception error) when (error is DistributedApplicationException or ServerMissingException)
        {
            await Console.Error.WriteLineAsync($"\n{error.Message}\n");
            Environment.ExitCode = 1;
        }

        void OnSignal(PosixSignalContext context)
        {
            // Handled here; the default would end the process before its children.
            context.Cancel = true;
            if (stop.IsCancellationRequested)
            {
                kill.Cancel();
            }

            stop.Cancel();
        }
    }
}
