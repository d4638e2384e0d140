package io.geminigateway.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The messages of a generate call and their fields, of all services together. A field that is a message
/// names it after the colon (`*`: a map of such messages); anything else may hold any value.
final class KnownFields {
    private static final String TABLE = """
            GenerateContentRequest model contents:Content systemInstruction:Content tools:Tool toolConfig:ToolConfig
              + safetySettings:SafetySetting generationConfig:GenerationConfig cachedContent serviceTier labels modelArmorConfig
              + sessionId continuationToken
            Content role parts:Part
            Part text inlineData:Blob fileData:FileData functionCall:FunctionCall functionResponse:FunctionResponse
              + executableCode:ExecutableCode codeExecutionResult:CodeExecutionResult toolCall toolResponse thought
              + thoughtSignature videoMetadata:VideoMetadata mediaResolution:MediaResolution partMetadata
            Blob mimeType data displayName
            FileData mimeType fileUri displayName
            FunctionCall id name args partialArgs willContinue
            FunctionResponse id name response parts:FunctionResponsePart willContinue scheduling
            FunctionResponsePart inlineData:Blob fileData:FileData
            ExecutableCode id language code
            CodeExecutionResult id outcome output
            VideoMetadata startOffset endOffset fps
            MediaResolution level
            Tool functionDeclarations:FunctionDeclaration googleSearch googleSearchRetrieval codeExecution urlContext
              + googleMaps computerUse fileSearch mcpServers retrieval enterpriseWebSearch exaAiSearch parallelAiSearch
            FunctionDeclaration name description parameters:Schema parametersJsonSchema response:Schema responseJsonSchema
              + behavior
            Schema type format title description nullable enum items:Schema minItems maxItems properties:Schema* required
              + minProperties maxProperties minimum maximum minLength maxLength pattern example anyOf:Schema
              + propertyOrdering default
            ToolConfig functionCallingConfig:FunctionCallingConfig retrievalConfig:RetrievalConfig
              + includeServerSideToolInvocations
            FunctionCallingConfig mode allowedFunctionNames streamFunctionCallArguments
            RetrievalConfig latLng languageCode
            SafetySetting category threshold method
            GenerationConfig candidateCount stopSequences maxOutputTokens temperature topP topK seed responseMimeType
              + responseSchema:Schema responseJsonSchema _responseJsonSchema presencePenalty frequencyPenalty
              + responseLogprobs logprobs responseModalities speechConfig imageConfig:ImageConfig
              + thinkingConfig:ThinkingConfig mediaResolution enableEnhancedCivicAnswers audioTimestamp routingConfig
              + modelSelectionConfig audioTranscriptionConfig translationConfig responseFormat
            ImageConfig aspectRatio imageSize personGeneration prominentPeople imageOutputOptions
            ThinkingConfig includeThoughts thinkingBudget thinkingLevel
            CountTokensRequest model contents:Content generateContentRequest:GenerateContentRequest
              + systemInstruction:Content tools:Tool generationConfig:GenerationConfig
            EmbedContentRequest model content:Content taskType title outputDimensionality embedContentConfig
            BatchEmbedContentsRequest requests:EmbedContentRequest
            VertexEmbedContentRequest content:Content embedContentConfig
            PredictRequest instances parameters
            CodeAssistRequest model project userPromptId enabledCreditTypes request:GenerateContentRequest
            CodeAssistCountRequest request:CountTokensRequest
            """;

    /// What a known field holds.
    record Field(@Nullable String message, boolean map) {}

    private static final Map<String, Map<String, Field>> MESSAGES = read();

    private KnownFields() {}

    /// The field of a message by either of its spellings, `topP` or `top_p`.
    static Optional<Field> find(String message, String name) {
        return Optional.ofNullable(MESSAGES.getOrDefault(message, Map.of()).get(camelCase(name)));
    }

    static String camelCase(String name) {
        var text = new StringBuilder();
        for (var i = 0; i < name.length(); i++) {
            var underscore = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
            text.append(underscore ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return text.toString();
    }

    /// Google's errors name fields as its protocol buffers do.
    static String snakeCase(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private static Map<String, Map<String, Field>> read() {
        var messages = new HashMap<String, Map<String, Field>>();
        for (var line : TABLE.replace("\n  +", "").lines().toList()) {
            var words = new ArrayList<>(List.of(line.split(" ")));
            var fields = messages.computeIfAbsent(words.removeFirst(), _ -> new HashMap<>());
            for (var word : words) {
                var halves = word.split(":", 2);
                var message = halves.length == 1 ? null : halves[1].replace("*", "");
                fields.put(halves[0], new Field(message, word.endsWith("*")));
            }
        }
        return messages;
    }
}
