using System.Text;

namespace CareMetrics.Cli;

/// <summary>The texts that stand for no answer beside the blank, whatever their case.</summary>
internal sealed class MissingTexts
{
    private readonly string[] _texts;
    private readonly byte[][] _ascii;
    private readonly bool _hasOthers;

    internal MissingTexts(IReadOnlyList<string> texts)
    {
        _texts = [.. texts.Select(text => text.Trim())];
        _ascii = [.. _texts.Where(text => Ascii.IsValid(text)).Select(Encoding.ASCII.GetBytes)];
        _hasOthers = _ascii.Length < _texts.Length;
    }

    internal bool Contains(ReadOnlySpan<byte> text)
    {
        foreach (byte[] missing in _ascii)
        {
            if (missing.Length == text.Length && Ascii.EqualsIgnoreCase(missing, text))
            {
                return true;
            }
        }

        return _hasOthers && !Ascii.IsValid(text) && _texts.Contains(Encoding.UTF8.GetString(text), StringComparer.OrdinalIgnoreCase);
    }
}
