namespace Sophia.Agents.Conversations;

/// <summary>Registers the analysis of conversations.</summary>
internal static class ConversationsSetup
{
    public static IServiceCollection AddConversations(this IServiceCollection services)
    {
        services.AddOptions<ConversationOptions>().BindConfiguration("Conversations");
        return services.AddHostedService<ConversationWorker>();
    }
}
