using System.Runtime.Intrinsics;
using CareMetrics.Statistics;

namespace CareMetrics.Tests.Statistics;

/// <summary>Each width twice: by the processor's instructions, and as a processor without them does it.</summary>
public class ByteLanesTests
{
    private static readonly Vector128<byte> Entries = Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 3, 5, 9, 17, 33, 65, 129, 255);

    [Fact]
    public void A_value_below_16_finds_its_entry_and_any_other_finds_none()
    {
        for (int value = 0; value <= byte.MaxValue; value++)
        {
            byte entry = value < 16 ? Entries[value] : (byte)0;
            var one = Vector128.Create((byte)value);
            var two = Vector256.Create((byte)value);
            var four = Vector512.Create((byte)value);
            Assert.Equal(Vector128.Create(entry), Lanes128.Lookup(Lanes128.Table(Entries), Lanes128.Index(one)));
            Assert.Equal(Vector256.Create(entry), Lanes256.Lookup(Lanes256.Table(Entries), Lanes256.Index(two)));
            Assert.Equal(Vector512.Create(entry), Lanes512.Lookup(Lanes512.Table(Entries), Lanes512.Index(four)));
            Assert.Equal(Vector128.Create(entry), Lanes128.PlainLookup(Lanes128.Table(Entries), Lanes128.PlainIndex(one)));
            Assert.Equal(Vector256.Create(entry), Lanes256.PlainLookup(Lanes256.Table(Entries), Lanes256.PlainIndex(two)));
            Assert.Equal(Vector512.Create(entry), Lanes512.PlainLookup(Lanes512.Table(Entries), Lanes512.PlainIndex(four)));
        }
    }

    [Fact]
    public void Three_bits_add_up_to_their_sum_and_their_carry()
    {
        // Bit by bit 0 + 0 + 0 to 1 + 1 + 1.
        (byte a, byte b, byte c, byte sum, byte carry) = (0b00001111, 0b00110011, 0b01010101, 0b01101001, 0b00010111);
        var one = Vector128.Create(a);
        var two = Vector256.Create(a);
        var four = Vector512.Create(a);
        var plain = Vector512.Create(a);
        Assert.Equal(Vector128.Create(carry), Lanes128.Add(ref one, Vector128.Create(b), Vector128.Create(c)));
        Assert.Equal(Vector256.Create(carry), Lanes256.Add(ref two, Vector256.Create(b), Vector256.Create(c)));
        Assert.Equal(Vector512.Create(carry), Lanes512.Add(ref four, Vector512.Create(b), Vector512.Create(c)));
        Assert.Equal(Vector512.Create(carry), Lanes512.PlainAdd(ref plain, Vector512.Create(b), Vector512.Create(c)));
        Assert.Equal((Vector128.Create(sum), Vector256.Create(sum), Vector512.Create(sum), Vector512.Create(sum)), (one, two, four, plain));
    }
}
