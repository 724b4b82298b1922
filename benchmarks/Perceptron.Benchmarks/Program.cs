using BenchmarkDotNet.Running;
using Perceptron.Benchmarks;

BenchmarkSwitcher.FromAssembly(typeof(TrainingBenchmarks).Assembly).Run(args);
