using Xunit.Sdk;
using Xunit.v3;

// A process has one session at a time, and the console and the working directory are the process's.
[assembly: Parallelization(Mode = ParallelMode.None)]
