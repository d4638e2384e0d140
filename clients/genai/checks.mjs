// Google's own SDK for Node against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's: "echo: x" is answered by x, "do: ..." is done with the tools at hand, and
// "look" by what there is to see. The model sim-slow begins after 1 s and says "word" 200 times over some seconds;
// sim-broken always fails with 503, sim-refused with 400, sim-unknown with 404.
import assert from 'node:assert/strict';
import { ApiError, GoogleGenAI, Type } from '@google/genai';
import { ChatGoogleGenerativeAI } from '@langchain/google-genai';
import { checking, finish } from '../node/harness.mjs';

const check = checking('genai');
const root = process.env.GATEWAY_URL;
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const ai = new GoogleGenAI({ apiKey: 'any string will do', httpOptions: { baseUrl: root, retryOptions: { attempts: 1 } } });

const weather = {
  functionDeclarations: [{
    name: 'weather',
    description: 'The weather in a city',
    parameters: { type: Type.OBJECT, properties: { city: { type: Type.STRING } }, required: ['city'] },
  }],
};

async function textOf(stream) {
  let text = '';
  for await (const chunk of stream) {
    text += chunk.text ?? '';
  }
  return text;
}

async function refusalOf(story) {
  try {
    await story();
  } catch (error) {
    assert.ok(error instanceof ApiError, String(error));
    return error;
  }
  assert.fail('nothing was refused');
}

await check('plain answer', async () => {
  const response = await ai.models.generateContent({ model, contents: 'echo: Hello there' });

  assert.equal(response.text, 'Hello there');
  assert.equal(response.candidates[0].finishReason, 'STOP');
  assert.ok(response.usageMetadata.totalTokenCount > 0);
});

await check('streamed answer, in several events', async () => {
  const chunks = [];
  for await (const chunk of await ai.models.generateContentStream({ model, contents: 'echo: one two three four five' })) {
    chunks.push(chunk);
  }

  assert.equal(chunks.map((chunk) => chunk.text ?? '').join(''), 'one two three four five');
  assert.ok(chunks.length > 1);
  assert.equal(chunks.at(-1).candidates[0].finishReason, 'STOP');
});

await check('a loop of tools in a chat, signatures kept by the SDK', async () => {
  const chat = ai.chats.create({ model, config: { tools: [weather] } });

  const asked = await chat.sendMessage({ message: 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | echo Warm' });
  assert.deepEqual(asked.functionCalls.map((call) => call.args.city), ['Rome', 'Oslo']);
  const signed = chat.getHistory().at(-1).parts.filter((part) => part.thoughtSignature);
  assert.equal(signed.length, 1);
  const answered = await chat.sendMessage({
    message: asked.functionCalls.map(({ id, name }) => ({ functionResponse: { id, name, response: { output: '21 C' } } })),
  });

  assert.equal(answered.text, 'Warm');
});

await check('the same, streamed', async () => {
  const chat = ai.chats.create({ model, config: { tools: [weather] } });
  const calls = [];
  for await (const chunk of await chat.sendMessageStream({ message: 'do: weather {"city":"Rome"} | echo Warm' })) {
    calls.push(...(chunk.functionCalls ?? []));
  }
  const [{ id, name }] = calls;

  const answered = await chat.sendMessageStream({
    message: [{ functionResponse: { id, name, response: { output: '21 C' } } }],
  });

  assert.equal(await textOf(answered), 'Warm');
});

await check('tools that the SDK calls itself', async () => {
  const asked = [];
  const tool = {
    tool: async () => weather,
    callTool: async (calls) => calls.map(({ id, name, args }) => {
      asked.push(args.city);
      return { functionResponse: { id, name, response: { output: 'rain' } } };
    }),
  };

  const response = await ai.models.generateContent({
    model, contents: 'do: weather {"city":"Bergen"} | echo As ever', config: { tools: [tool] },
  });

  assert.equal(response.text, 'As ever');
  assert.deepEqual(asked, ['Bergen']);
});

await check('a reader that leaves a stream', async () => {
  const controller = new AbortController();
  const stream = await ai.models.generateContentStream({
    model: 'sim-slow', contents: 'anything', config: { abortSignal: controller.signal },
  });

  await assert.rejects(async () => {
    for await (const chunk of stream) {
      assert.ok(chunk);
      controller.abort();
    }
  }, /abort/i);
});

await check('errors carry the code and what Google said', async () => {
  const refused = await refusalOf(() => ai.models.generateContent({ model: 'sim-refused', contents: 'x' }));
  const unknown = await refusalOf(() => ai.models.generateContentStream({ model: 'sim-unknown', contents: 'x' }));
  const broken = await refusalOf(() => ai.models.generateContent({ model: 'sim-broken', contents: 'x' }));

  assert.equal(refused.status, 400);
  assert.match(refused.message, /"status":"INVALID_ARGUMENT"/);
  assert.equal(unknown.status, 404);
  assert.match(unknown.message, /is not found for API version/);
  assert.equal(broken.status, 503);
  assert.match(broken.message, /RetryInfo/);
});

await check('tokens are counted', async () => {
  const { totalTokens } = await ai.models.countTokens({ model, contents: 'one two three' });

  assert.equal(totalTokens, 3);
});

await check('texts are embedded', async () => {
  const response = await ai.models.embedContent({
    model: 'gemini-embedding-001', contents: ['one', 'two'], config: { outputDimensionality: 16 },
  });

  assert.deepEqual(response.embeddings.map(({ values }) => values.length), [16, 16]);
});

await check('models are listed and described', async () => {
  const names = [];
  for await (const listed of await ai.models.list({ config: { pageSize: 3 } })) {
    names.push(listed.name);
  }
  const one = await ai.models.get({ model });

  assert.ok(names.length > 3 && names.includes(`models/${model}`), String(names));
  assert.equal(new Set(names).size, names.length);
  assert.equal(one.name, `models/${model}`);
});

await check('a file is uploaded, used, listed and deleted', async () => {
  const size = 9 * 1024 * 1024; // more than the SDK sends at once
  const file = await ai.files.upload({ file: new Blob(['x'.repeat(size)]), config: { mimeType: 'text/plain' } });

  const seen = await ai.models.generateContent({
    model, contents: [{ role: 'user', parts: [{ fileData: { fileUri: file.uri, mimeType: 'text/plain' } }, { text: 'look' }] }],
  });
  const names = [];
  for await (const listed of await ai.files.list()) {
    names.push(listed.name);
  }
  const known = await ai.files.get({ name: file.name });
  await ai.files.delete({ name: file.name });

  assert.equal(file.sizeBytes, String(size));
  assert.equal(seen.text, `I see: ${file.uri}`);
  assert.ok(names.includes(file.name));
  assert.equal(known.state, 'ACTIVE');
  await refusalOf(() => ai.files.get({ name: file.name }));
});

await check('a cache is made, used and deleted', async () => {
  const cache = await ai.caches.create({ model, config: { contents: 'a long text', ttl: '600s' } });

  for (let turn = 0; turn < 4; turn++) {
    const response = await ai.models.generateContent({
      model, contents: `echo: ${turn}`, config: { cachedContent: cache.name },
    });
    assert.equal(response.text, String(turn));
  }
  const longer = await ai.caches.update({ name: cache.name, config: { ttl: '7200s' } });
  assert.ok(longer.expireTime > cache.expireTime);
  await ai.caches.delete({ name: cache.name });
});

await check('the SDK in the mode of Vertex AI', async () => {
  const vertex = new GoogleGenAI({ vertexai: true, apiKey: 'any string will do', httpOptions: { baseUrl: root } });

  const response = await vertex.models.generateContent({ model, contents: 'echo: Hello' });
  const streamed = await textOf(await vertex.models.generateContentStream({ model, contents: 'echo: Hello' }));
  const { totalTokens } = await vertex.models.countTokens({
    model, contents: 'one two', config: { systemInstruction: 'be brief' },
  });

  assert.equal(response.text, 'Hello');
  assert.equal(streamed, 'Hello');
  assert.ok(totalTokens >= 2);
});

await check('LangChain on top of Google', async () => {
  const chat = new ChatGoogleGenerativeAI({ model, apiKey: 'any string will do', baseUrl: root, maxRetries: 0 });

  let streamed = '';
  for await (const chunk of await chat.stream('echo: one two three')) {
    streamed += chunk.content;
  }

  assert.equal((await chat.invoke('echo: Hello')).content, 'Hello');
  assert.equal(streamed, 'one two three');
});

finish();
