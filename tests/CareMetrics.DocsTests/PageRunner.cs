using System.Globalization;
using CareMetrics.Periods;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;

namespace CareMetrics.Tests.Docs;

/// <summary>Compiles and runs the C# blocks of a page, one after the other and sharing what they declare, and compares what they print.</summary>
internal static class PageRunner
{
    private const string CSharp = "csharp";

    // What a console project has without asking for it.
    private static readonly string[] ImplicitUsings =
        ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Threading", "System.Threading.Tasks"];

    /// <summary>What is wrong with a page: the first fault, with its line; or null.</summary>
    internal static Task<string?> Fault(string page, string text, LanguageVersion language) => Fault(page, MarkdownBlock.Read(text), language);

    /// <summary>What is wrong with the blocks of a page or the cells of a notebook: the first fault, with its line; or null.</summary>
    internal static async Task<string?> Fault(string page, IEnumerable<MarkdownBlock> blocks, LanguageVersion language)
    {
        ScriptOptions options = ScriptOptions.Default
            .WithReferences(References())
            .WithImports(ImplicitUsings)
            .WithLanguageVersion(language)
            .WithEmitDebugInformation(true);
        ScriptState<object> state = await CSharpScript.RunAsync("", options);
        foreach (MarkdownBlock block in blocks)
        {
            if (block.Language != CSharp && block.Language.Split(' ')[0].ToLowerInvariant() is (CSharp or "cs" or "c#"))
            {
                return $"{page}:{block.FirstLine}: the block is marked '{block.Language}'; C# is marked '{CSharp}' alone, and run";
            }

            if (block.Language == CSharp)
            {
                (ScriptState<object>? next, string? fault) = await Run(state, page, block, language);
                if (next is null || fault is not null)
                {
                    return fault;
                }

                state = next;
            }
        }

        return null;
    }

    private static async Task<(ScriptState<object>? State, string? Fault)> Run(
        ScriptState<object> state, string page, MarkdownBlock block, LanguageVersion language)
    {
        string code = $"#line {block.FirstLine} \"{page}\"\n{PrintingBareExpressions(block.Code, language)}";
        using var output = new StringWriter { NewLine = "\n" };
        TextWriter before = Console.Out;
        CultureInfo culture = CultureInfo.CurrentCulture;
        Console.SetOut(output);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            ScriptState<object> next = await state.ContinueWithAsync(code);
            return (next, ShownOutput.Difference(page, block, output.ToString()));
        }
        catch (CompilationErrorException e)
        {
            return (null, string.Join('\n', e.Diagnostics.Select(found =>
                $"{page}:{found.Location.GetMappedLineSpan().StartLinePosition.Line + 1}: {found.Id} {found.GetMessage(CultureInfo.InvariantCulture)}")));
        }
        catch (Exception e)
        {
            return (null, $"{page}:{block.FirstLine}: the block throws {e.GetType().Name}: {e.Message}\n{e.StackTrace}");
        }
        finally
        {
            Console.SetOut(before);
            CultureInfo.CurrentCulture = culture;
        }
    }

    // An expression without a semicolon is shown as a notebook shows it.
    private static string PrintingBareExpressions(string code, LanguageVersion language)
    {
        CSharpParseOptions options = CSharpParseOptions.Default.WithKind(SourceCodeKind.Script).WithLanguageVersion(language);
        IEnumerable<ExpressionSyntax> bare = CSharpSyntaxTree.ParseText(code, options).GetRoot().ChildNodes()
            .OfType<GlobalStatementSyntax>()
            .Select(global => global.Statement)
            .OfType<ExpressionStatementSyntax>()
            .Where(statement => statement.SemicolonToken.IsMissing || statement.SemicolonToken.FullSpan.IsEmpty)
            .Select(statement => statement.Expression);
        foreach (ExpressionSyntax expression in bare.Reverse())
        {
            code = code.Insert(expression.Span.End, ");").Insert(expression.SpanStart, "Console.WriteLine(");
        }

        return code;
    }

    private static IEnumerable<string> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal) || Path.GetFileName(path) is "netstandard.dll" or "mscorlib.dll")
            .Append(typeof(Period).Assembly.Location);
}
