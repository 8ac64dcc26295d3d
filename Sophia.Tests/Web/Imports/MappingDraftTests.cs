using Sophia.Core.Imports;
using Sophia.Web.Imports;

namespace Sophia.Tests.Web.Imports;

public sealed class MappingDraftTests
{
    private readonly MappingDraft _draft = new(SampleImport.Deals);

    private static Import Import => SampleImport.Deals;

    [Fact]
    public void A_field_is_read_from_one_column_so_that_the_other_gives_it_up()
    {
        var gaveUp = _draft.Read(Import.Column("Value in EUR"), "amount");

        Assert.Equal("Worth", gaveUp?.Name);
        Assert.True(_draft.IsChanged);
        Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Deal"] = "name", ["Phase"] = "stage", ["Start"] = "createdAt", ["Value in EUR"] = "amount" },
            _draft.ToMapping().Columns);
    }

    [Fact]
    public void Changed_back_nothing_is_changed()
    {
        _draft.Read(Import.Column("Value in EUR"), "amount");
        _draft.Read(Import.Column("Worth"), "amount");

        Assert.False(_draft.IsChanged);
    }

    [Fact]
    public void What_every_record_needs_and_no_column_gives_is_missing()
    {
        Assert.Empty(_draft.Missing);

        _draft.Read(Import.Column("Phase"), null);

        Assert.Equal("stage", Assert.Single(_draft.Missing).Key);
    }

    [Fact]
    public void A_form_that_somebody_chose_leaves_no_doubt()
    {
        var column = Import.Column("Start");
        _draft.Write(column, _draft.FormatOf(column) with { Dates = "d/M/yyyy" });

        Assert.Equal(new ColumnFormat(null, "d/M/yyyy", IsCertain: true), Assert.Single(_draft.ToMapping().Formats!).Value);
    }

    [Fact]
    public void What_was_said_of_a_stage_before_is_said_again_and_what_its_name_alone_says_is_not()
    {
        _draft.Mean(Import.Stage("Talking"), StageMeaning.Won);

        Assert.Equal(
            new Dictionary<string, StageMeaning>(StringComparer.Ordinal) { ["Gone"] = StageMeaning.Lost, ["Talking"] = StageMeaning.Won }, _draft.ToMapping().Stages);
    }

    [Fact]
    public void Another_column_of_stages_has_stages_of_its_own()
    {
        _draft.Read(Import.Column("Deal"), "stage");

        Assert.Null(_draft.ToMapping().Stages);
    }

    [Fact]
    public void Where_another_column_says_what_is_won_the_stages_are_proposed_anew()
    {
        _draft.Read(Import.Column("Value in EUR"), "isWon");

        Assert.Empty(_draft.ToMapping().Stages!);
    }
}
