
namespace CareMetrics.Cli.Tests;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("phone|line", @"phone\|line")]
    [InlineData("*bold* _x_ `c` <b> [a](b) ~", @"\*bold\* \_x\_ \`c\` \<b> \[a\](b) \~")]
    [InlineData("&lt; </p> &#60;", @"\&lt; \</p> \&#60;")]
    [InlineData("customer_id <1% a & b > c #1", "customer_id <1% a & b > c #1")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("Grüße − 5", "Grüße − 5")]
    public void Special_characters_are_shown_literally(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));
}
