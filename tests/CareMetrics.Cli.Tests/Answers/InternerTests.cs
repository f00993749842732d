using System.Text;

namespace CareMetrics.Cli.Tests;

public class InternerTests
{
    [Fact]
    public void Values_are_numbered_in_the_order_first_met()
    {
        var interner = new Interner();
        var expected = new Dictionary<string, int>();
        var random = new Random(11);
        for (int i = 0; i < 200_000; i++)
        {
            string value = random.Next(4) == 0 ? new string('x', random.Next(30)) : $"c{random.Next(20_000)}";
            byte[] bytes = Encoding.UTF8.GetBytes(value);
            bool isKnown = interner.TryGet(bytes, out int id);

            Assert.Equal(expected.TryGetValue(value, out int known), isKnown);
            if (isKnown)
            {
                Assert.Equal(known, id);
            }
            else
            {
                Assert.Equal(expected.Count, interner.Add(bytes));
                expected.Add(value, expected.Count);
            }
        }

        Assert.Equal(expected.Count, interner.Count);
    }

    [Fact]
    public void A_customer_has_an_entry_of_its_own_in_every_cell()
    {
        var table = new CustomerTable();
        var expected = new Dictionary<(int, int), int>();
        var random = new Random(12);
        for (int i = 0; i < 300_000; i++)
        {
            (int customer, int cell) = (random.Next(3_000), random.Next(40));
            ref CustomerAnswers answers = ref table[customer, cell];

            Assert.Equal(expected.GetValueOrDefault((customer, cell)), answers.Answers);
            answers = new CustomerAnswers(answers.Answers + 1, 0);
            expected[(customer, cell)] = answers.Answers;
        }
    }
}
