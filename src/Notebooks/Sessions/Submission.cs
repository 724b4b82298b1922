using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks;

/// <summary>A compiled piece of code that can be run once.</summary>
/// <param name="Compilation">What it was compiled from; the next submission sees its names.</param>
/// <param name="Entry">Runs it, given the session's submissions so far; null when there is nothing to run: usings, comments.</param>
/// <param name="HasValue">Its last expression has no semicolon, and a value.</param>
/// <param name="References">What it and the submissions before it were compiled against.</param>
internal sealed record Submission(CSharpCompilation Compilation, Func<object?[], Task<object?>>? Entry, bool HasValue, ImmutableHashSet<MetadataReference> References);

/// <summary>What compiling gave.</summary>
/// <param name="Submission">What can be run, or null when there are errors.</param>
/// <param name="Diagnostics">Errors and warnings.</param>
internal sealed record Compiled(Submission? Submission, ImmutableArray<CellDiagnostic> Diagnostics);

/// <summary>A variable of the session.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">Its value now.</param>
internal sealed record Variable(string Name, Type Type, object? Value)
{
    /// <summary>The fields into which the compiler put the variables of the submissions; a later variable hides an earlier one of its name.</summary>
    public static IEnumerable<Variable> In(IEnumerable<object?> submissions) => submissions
        .OfType<object>()
        .SelectMany(submission => submission.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(field => !field.Name.StartsWith('<'))
            .Select(field => new Variable(field.Name, field.FieldType, field.GetValue(submission))))
        .GroupBy(variable => variable.Name)
        .Select(same => same.Last());
}
