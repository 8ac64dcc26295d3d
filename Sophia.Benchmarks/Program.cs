using Sophia.Benchmarks;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};

if (args.Length > 0 && BenchmarkCommand.All.FirstOrDefault(known => known.Name == args[0]) is { } command)
{
    return await command.RunAsync(args[1..], stop.Token);
}

Console.Error.WriteLine("Usage: dotnet run -c Release --project Sophia.Benchmarks -- COMMAND");
foreach (var known in BenchmarkCommand.All)
{
    Console.Error.WriteLine($"  {known.Name,-12} {known.Arguments,-28} {known.Description}");
}

return 2;
