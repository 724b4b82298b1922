namespace Perceptron;

/// <summary>
/// Tells a notebook host how a type shows itself. Hosts find it by its name and these two properties, so no reference to
/// any of them is needed.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>All that shall travel together in one output.</summary>
    public string[] PreferredMimeTypes { get; set; } = ["text/html", "text/plain"];
}
