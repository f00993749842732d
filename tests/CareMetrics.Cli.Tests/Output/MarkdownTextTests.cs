using CareMetrics.Cli.Output;

namespace CareMetrics.Cli.Tests.Output;

public class MarkdownTextTests
{
    [Theory]
    [InlineData("phone|line", @"phone\|line")]
    [InlineData("*bold* _x_ `c` <b> [a](b) #1 ~", @"\*bold\* \_x\_ \`c\` \<b\> \[a\](b) \#1 \~")]
    [InlineData(@"back\slash", @"back\\slash")]
    [InlineData("Grüße − 5", "Grüße − 5")]
    public void Special_characters_are_shown_literally(string text, string markdown) => Assert.Equal(markdown, MarkdownText.Escape(text));
}
