using System.Text;
using Notebooks.Interactive;

namespace Notebooks;

/// <summary>Puts itself in the place of the process's console while a session lives. What a cell writes goes to the cell; everyone else's text goes on as before.</summary>
internal sealed class CellConsole : IDisposable
{
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;
    private readonly TextReader _in = Console.In;

    public CellConsole()
    {
        Console.SetOut(new Writer(CellOutput.Stream.Out, _out));
        Console.SetError(new Writer(CellOutput.Stream.Err, _error));
        Console.SetIn(new Reader(_in));
    }

    public void Dispose()
    {
        Console.SetOut(_out);
        Console.SetError(_error);
        Console.SetIn(_in);
    }

    private sealed class Writer : TextWriter
    {
        private readonly string _stream;
        private readonly TextWriter _before;

        public Writer(string stream, TextWriter before)
            : base(System.Globalization.CultureInfo.InvariantCulture)
        {
            _stream = stream;
            _before = before;
            CoreNewLine = ['\n']; // outputs are the same everywhere
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write([value]);

        public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

        public override void Write(string? value) => Write(value.AsSpan());

        public override void Write(ReadOnlySpan<char> buffer)
        {
            if (CellScope.Find() is SessionScope cell)
                cell.Sink.Write(_stream, buffer);
            else
                _before.Write(buffer);
        }

        public override void WriteLine(string? value) => Write(string.Concat(value, NewLine)); // in one piece, also between threads

        public override void Flush()
        {
            if (CellScope.Find() is SessionScope cell)
                cell.Sink.Flush();
            else
                _before.Flush();
        }
    }

    private sealed class Reader(TextReader before) : TextReader
    {
        private string _line = "";
        private int _next;

        public override string? ReadLine()
        {
            if (CellScope.Find() is not { } cell)
                return before.ReadLine();
            if (_next == _line.Length)
                return cell.Ask("", isPassword: false);
            var rest = _line[_next..].TrimEnd('\n');
            _next = _line.Length;
            return rest;
        }

        public override int Peek() => CellScope.Find() is null ? before.Peek() : Fill() ? _line[_next] : -1;

        public override int Read() => CellScope.Find() is null ? before.Read() : Fill() ? _line[_next++] : -1;

        private bool Fill()
        {
            if (_next < _line.Length)
                return true;
            if (CellScope.Current.Ask("", isPassword: false) is not { } line)
                return false;
            (_line, _next) = (line + "\n", 0);
            return true;
        }
    }
}
