// Frameworks that applications are built on, against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's: "echo: x" is answered by x, "do: ..." by calls of tools, "look" by a list
// of the media it was shown.
import assert from 'node:assert/strict';
import { createOpenAI } from '@ai-sdk/openai';
import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { HumanMessage, ToolMessage } from '@langchain/core/messages';
import { tool as langChainTool } from '@langchain/core/tools';
import { ChatOpenAI, OpenAIEmbeddings } from '@langchain/openai';
import { embedMany, generateObject, generateText, jsonSchema, stepCountIs, streamObject, streamText, tool } from 'ai';
import { z } from 'zod';
import { checking, finish } from '../node/harness.mjs';

const base = `${process.env.GATEWAY_URL}/v1`;
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const apiKey = 'any string will do';

const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const ERRAND = 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} & weather {"city":"Bern"} | note {"text":"warm"} | echo Rome is warm';

const check = checking('ai-sdk');
const makers = {
  compatible: createOpenAICompatible({
    name: 'gateway',
    baseURL: base,
    apiKey,
    includeUsage: true,
    supportsStructuredOutputs: true,
  }),
  openai: createOpenAI({ baseURL: base, apiKey }).chat,
  responses: createOpenAI({ baseURL: base, apiKey }).responses,
};

/** Tools that write down how they were called. */
function toolbox() {
  const calls = [];
  const record = (name) => async (input) => {
    calls.push([name, input]);
    return name === 'weather' ? { city: input.city, celsius: 21 } : `${name} done`;
  };
  const tools = {
    weather: tool({
      description: 'Tells the weather',
      inputSchema: z.object({ city: z.string() }),
      execute: record('weather'),
    }),
    clock: tool({ description: 'Tells the time', inputSchema: z.object({}), execute: record('clock') }),
    note: tool({
      description: 'Takes a note',
      inputSchema: jsonSchema({ type: 'object', properties: { text: { type: 'string' } }, required: ['text'] }),
      execute: record('note'),
    }),
  };
  return { calls, tools };
}

const CALLED = [
  ['weather', { city: 'Rome' }],
  ['weather', { city: 'Oslo' }],
  ['clock', {}],
  ['weather', { city: 'Bern' }],
  ['note', { text: 'warm' }],
];

for (const [name, maker] of Object.entries(makers)) {
  const provider = maker(model);

  await check(`${name}: text and usage`, async () => {
    const { text, usage, finishReason } = await generateText({ model: provider, prompt: 'echo: hello', maxRetries: 0 });

    assert.equal(text, 'hello');
    assert.equal(finishReason, 'stop');
    assert.ok(usage.inputTokens > 0 && usage.outputTokens > 0);
  });

  await check(`${name}: streamed text and usage`, async () => {
    const result = streamText({ model: provider, prompt: 'echo: one two three four five six seven', maxRetries: 0 });
    const pieces = [];
    for await (const piece of result.textStream) {
      pieces.push(piece);
    }

    assert.equal(pieces.join(''), 'one two three four five six seven');
    assert.ok(pieces.length > 1);
    assert.ok((await result.usage).outputTokens > 0);
  });

  await check(`${name}: three steps of parallel tools`, async () => {
    const { calls, tools } = toolbox();
    const { text, steps } = await generateText({
      model: provider,
      tools,
      stopWhen: stepCountIs(6),
      prompt: ERRAND,
      maxRetries: 0,
    });

    assert.equal(text, 'Rome is warm');
    assert.deepEqual(calls, CALLED);
    assert.deepEqual(steps.map((step) => step.finishReason), ['tool-calls', 'tool-calls', 'tool-calls', 'stop']);
  });

  await check(`${name}: three steps of parallel tools, streamed`, async () => {
    const { calls, tools } = toolbox();
    const result = streamText({
      model: provider,
      tools,
      stopWhen: stepCountIs(6),
      prompt: ERRAND,
      maxRetries: 0,
      onError: () => {},
    });

    assert.equal(await result.text, 'Rome is warm');
    assert.deepEqual(calls, CALLED);
  });

  await check(`${name}: an object by schema, whole and streamed`, async () => {
    const asked = {
      model: provider,
      schema: z.object({ city: z.string(), celsius: z.number() }),
      prompt: 'echo: {"city":"Rome","celsius":21}',
      maxRetries: 0,
    };

    assert.deepEqual((await generateObject(asked)).object, { city: 'Rome', celsius: 21 });
    let streamed;
    for await (const partial of streamObject(asked).partialObjectStream) {
      streamed = partial;
    }
    assert.deepEqual(streamed, { city: 'Rome', celsius: 21 });
  });

  await check(`${name}: a picture is seen`, async () => {
    const { text } = await generateText({
      model: provider,
      maxRetries: 0,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'image', image: Buffer.from(PIXEL, 'base64'), mediaType: 'image/png' },
            { type: 'text', text: 'look' },
          ],
        },
      ],
    });

    assert.equal(text, `I see: image/png of ${Buffer.from(PIXEL, 'base64').length} bytes`);
  });

  await check(`${name}: an error keeps its status and its words`, async () => {
    await assert.rejects(
      generateText({ model: maker('sim-refused'), prompt: 'hi', maxRetries: 0 }),
      (error) => error.statusCode === 400 && error.message.length > 0,
    );
  });
}

await check('embeddings', async () => {
  const { embeddings } = await embedMany({
    model: createOpenAI({ baseURL: base, apiKey }).embedding('gemini-embedding-001'),
    values: ['one', 'two', 'three'],
    maxRetries: 0,
  });

  assert.equal(embeddings.length, 3);
  assert.ok(embeddings.every((vector) => vector.length > 0 && vector.every(Number.isFinite)));
});

const chain = checking('langchain');
const settings = { model, apiKey, maxRetries: 0, configuration: { baseURL: base } };

await chain('text and a stream', async () => {
  const chat = new ChatOpenAI(settings);
  let streamed = '';
  for await (const chunk of await chat.stream('echo: one two three four five six')) {
    streamed += chunk.content;
  }

  const whole = await chat.invoke('echo: hello');
  assert.equal(whole.content, 'hello');
  assert.ok(whole.usage_metadata.total_tokens > 0);
  assert.equal(streamed, 'one two three four five six');
});

for (const streaming of [false, true]) {
  await chain(`three steps of parallel tools${streaming ? ', streamed' : ''}`, async () => {
    const { calls, tools } = toolbox();
    const known = Object.entries(tools).map(([name, { description, execute }]) =>
      langChainTool(async (input) => JSON.stringify(await execute(input)), {
        name,
        description,
        schema: z.object({ city: z.string().optional(), text: z.string().optional() }),
      }),
    );
    const chat = new ChatOpenAI(settings).bindTools(known);
    const ask = streaming ? gather : (messages) => chat.invoke(messages);
    async function gather(messages) {
      let whole;
      for await (const chunk of await chat.stream(messages)) {
        whole = whole ? whole.concat(chunk) : chunk;
      }
      return whole;
    }
    const messages = [new HumanMessage(ERRAND)];
    let answer = await ask(messages);
    while (answer.tool_calls.length > 0) {
      messages.push(answer);
      for (const call of answer.tool_calls) {
        const content = await known.find((one) => one.name === call.name).invoke(call.args);
        messages.push(new ToolMessage({ content, tool_call_id: call.id }));
      }
      answer = await ask(messages);
    }

    assert.equal(answer.content, 'Rome is warm');
    assert.deepEqual(calls, CALLED);
  });
}

await chain('text and tools by Responses', async () => {
  const chat = new ChatOpenAI({ ...settings, useResponsesApi: true });
  const clock = langChainTool(async () => 'noon', { name: 'clock', description: 'Tells the time', schema: z.object({}) });
  const messages = [new HumanMessage('do: clock {} | clock {} | echo It is noon')];

  let answer = await chat.bindTools([clock]).invoke(messages);
  let steps = 0;
  while (answer.tool_calls.length > 0) {
    steps++;
    messages.push(answer, new ToolMessage({ content: 'noon', tool_call_id: answer.tool_calls[0].id }));
    answer = await chat.bindTools([clock]).invoke(messages);
  }
  let streamed = '';
  for await (const chunk of await chat.stream('echo: one two three four five six')) {
    streamed += chunk.text;
  }

  assert.equal(steps, 2);
  assert.equal(answer.text, 'It is noon');
  assert.equal(streamed, 'one two three four five six');
});

await chain('an object by schema', async () => {
  const structured = new ChatOpenAI(settings).withStructuredOutput(z.object({ city: z.string() }), {
    name: 'place',
    method: 'jsonSchema',
  });

  assert.deepEqual(await structured.invoke('echo: {"city":"Rome"}'), { city: 'Rome' });
});

await chain('embeddings', async () => {
  const embeddings = new OpenAIEmbeddings({ ...settings, model: 'gemini-embedding-001' });

  const vectors = await embeddings.embedDocuments(['one', 'two']);
  assert.equal(vectors.length, 2);
  assert.ok(vectors.every((vector) => vector.length > 0));
});

finish();
