using BenchmarkDotNet.Running;
using KejiDomain.Benchmarks.Lines;
using KejiDomain.Benchmarks.Running;

// `ratios` compares workloads within one run, `lines` reads ten thousand of them, `check` holds allocations against the committed table, `update` rewrites it; anything else goes to BenchmarkDotNet.
return args switch
{
    ["ratios", ..] => RatioRun.Run(Groups.All, args.ElementAtOrDefault(1)),
    ["lines"] => LinesRun.Run(),
    ["check"] => AllocationCheck.Run(update: false),
    ["update"] => AllocationCheck.Run(update: true),
    _ => BenchmarkSwitcher.FromAssembly(typeof(Workload).Assembly).Run(args).Any() ? 0 : 1,
};
