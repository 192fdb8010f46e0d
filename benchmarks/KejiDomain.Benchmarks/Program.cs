using BenchmarkDotNet.Running;
using KejiDomain.Benchmarks;

// `check` holds allocations against the committed table, `update` rewrites it; anything else goes to BenchmarkDotNet.
return args switch
{
    ["check"] => AllocationCheck.Run(update: false),
    ["update"] => AllocationCheck.Run(update: true),
    _ => BenchmarkSwitcher.FromAssembly(typeof(DatasetBenchmarks).Assembly).Run(args).Any() ? 0 : 1,
};
