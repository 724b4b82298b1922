using System.Collections.Immutable;

namespace Notebooks;

/// <summary>One thing that a cell shows. A closed set.</summary>
public abstract record CellOutput
{
    private CellOutput()
    {
    }

    /// <summary>What it shows in mime types, if it is something displayed or a value; or null.</summary>
    public MimeBundle? Bundle() => this switch
    {
        Display display => display.Data,
        Result result => result.Data,
        _ => null,
    };

    /// <summary>Text written to <c>stdout</c> or <c>stderr</c>.</summary>
    /// <param name="Name">Either <see cref="Out"/> or <see cref="Err"/>.</param>
    /// <param name="Text">What was written.</param>
    public sealed record Stream(string Name, string Text) : CellOutput
    {
        /// <summary>The name of standard output.</summary>
        public const string Out = "stdout";

        /// <summary>The name of standard error.</summary>
        public const string Err = "stderr";
    }

    /// <summary>Something displayed on the way, for instance by <c>display(x)</c>.</summary>
    /// <param name="Data">The same thing in one or more mime types.</param>
    /// <param name="DisplayId">The name by which an <see cref="Update"/> finds it, or null.</param>
    public sealed record Display(MimeBundle Data, string? DisplayId = null) : CellOutput;

    /// <summary>New contents for what was displayed under a <see cref="Display.DisplayId"/>, in whichever cell that was.</summary>
    /// <param name="Data">The new contents.</param>
    /// <param name="DisplayId">The display to change.</param>
    public sealed record Update(MimeBundle Data, string DisplayId) : CellOutput;

    /// <summary>What the cell has shown so far goes away.</summary>
    /// <param name="Wait">Only when the next output comes, so that the page does not flicker.</param>
    public sealed record Clear(bool Wait) : CellOutput;

    /// <summary>The cell's value: its last expression without a semicolon.</summary>
    /// <param name="Data">The value in one or more mime types.</param>
    public sealed record Result(MimeBundle Data) : CellOutput;

    /// <summary>Why the cell did not finish.</summary>
    /// <param name="Name">The exception's type, or <c>Compilation error</c> and the like.</param>
    /// <param name="Message">What went wrong.</param>
    /// <param name="Traceback">The lines to show, the message included.</param>
    public sealed record Error(string Name, string Message, ImmutableArray<string> Traceback) : CellOutput
    {
        /// <inheritdoc/>
        public bool Equals(Error? other) =>
            other is not null && Name == other.Name && Message == other.Message && Traceback.SequenceEqual(other.Traceback);

        /// <inheritdoc/>
        public override int GetHashCode() => HashCode.Combine(Name, Message, Traceback.Length);
    }
}
