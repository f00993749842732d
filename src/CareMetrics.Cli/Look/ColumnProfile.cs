using System.Globalization;

namespace CareMetrics.Cli;

/// <summary>What one column holds. Of a column with very many different values only the first are told apart; the others are counted by kind.</summary>
/// <param name="name">As the header has it.</param>
/// <param name="mostValues">So many values are told apart.</param>
internal sealed class ColumnProfile(string name, int mostValues)
{
    private const int LongestValue = 200;
    private const int MostNamed = 1_000;

    private readonly Interner _ids = new();
    private readonly List<long> _counts = [];
    private readonly List<ValueKind> _kinds = [];
    private readonly List<SeenValue> _values = [];
    private readonly long[] _uncounted = new long[Enum.GetValues<ValueKind>().Length];
    private readonly HashSet<int> _months = [];

    public string Name => name;

    public long Blank { get; private set; }

    public (string File, long Line)? FirstBlank { get; private set; }

    public long Filled { get; private set; }

    /// <summary>How many different values were told apart.</summary>
    public int Distinct => _ids.Count;

    /// <summary>Whether there are more than <see cref="Distinct"/>.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The first values, at most 1,000, in the order first met.</summary>
    public IReadOnlyList<SeenValue> Values => _values;

    /// <summary>Whether <see cref="Values"/> are all.</summary>
    public bool IsListed => !HasMore && Distinct <= MostNamed;

    public DateShape Shape { get; } = new();

    public (double Least, double Most)? Numbers { get; private set; }

    public (DateOnly First, DateOnly Last)? Days { get; private set; }

    /// <summary>How many months have a date.</summary>
    public int Months => _months.Count;

    public bool HasInstants { get; private set; }

    public bool HasOwnTimes { get; private set; }

    public double Share(params ReadOnlySpan<ValueKind> kinds) => Filled == 0 ? 0 : (double)Count(kinds) / Filled;

    public long Count(params ReadOnlySpan<ValueKind> kinds)
    {
        long sum = 0;
        foreach (ValueKind kind in kinds)
        {
            sum += _uncounted[(int)kind];
            for (int i = 0; i < _kinds.Count; i++)
            {
                sum += _kinds[i] == kind ? _counts[i] : 0;
            }
        }

        return sum;
    }

    /// <summary>Ends the counting.</summary>
    public void Settle()
    {
        for (int i = 0; i < _values.Count; i++)
        {
            _values[i].Count = _counts[i];
        }
    }

    public void See(TableFile file, int column)
    {
        ReadOnlySpan<byte> field = file.Field(column);
        if (field.IsEmpty)
        {
            Blank++;
            FirstBlank ??= (file.Name, file.Line);
            return;
        }

        Filled++;
        if (field.Length <= LongestValue && _ids.TryGet(field, out int id))
        {
            _counts[id]++;
            return;
        }

        ValueKind kind = Read(file, column, out string text, out double number);
        if (field.Length > LongestValue || _ids.Count == mostValues)
        {
            HasMore = true;
            _uncounted[(int)kind]++;
            return;
        }

        _ = _ids.Add(field);
        _counts.Add(1);
        _kinds.Add(kind);
        if (_values.Count < MostNamed)
        {
            _values.Add(new SeenValue { Text = Shown.Plain(text), Kind = kind, Number = number, File = file.Name, Line = file.Line });
        }
    }

    private ValueKind Read(TableFile file, int column, out string text, out double number)
    {
        ReadOnlySpan<byte> field = file.Field(column);
        number = 0;
        DateReading date = IsoDate.Read(field, out long local, out long? offset);
        if (date is DateReading.Day or DateReading.NoSuchDay)
        {
            text = file.Text(column);
            if (date == DateReading.Day)
            {
                SeeDay((int)(Math.Clamp(local - (offset ?? 0), 0, DateTime.MaxValue.Ticks) / TimeSpan.TicksPerDay));
                HasInstants |= offset is not null;
                HasOwnTimes |= offset is null && field.Length > 10;
            }

            return date == DateReading.Day ? ValueKind.Day : ValueKind.NoSuchDay;
        }

        if (!file.TryText(column, out text))
        {
            return ValueKind.Undecodable;
        }

        if (double.TryParse(field, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number) && double.IsFinite(number))
        {
            Numbers = Numbers is { } known ? (Math.Min(known.Least, number), Math.Max(known.Most, number)) : (number, number);
            return number == Math.Floor(number) ? ValueKind.Whole : ValueKind.Fraction;
        }

        return text.Length <= LongestValue ? Shape.See(text) : ValueKind.Word;
    }

    private void SeeDay(int number)
    {
        var day = DateOnly.FromDayNumber(number);
        Days = Days is { } known ? (day < known.First ? day : known.First, day > known.Last ? day : known.Last) : (day, day);
        _months.Add(12 * day.Year + day.Month);
    }
}
