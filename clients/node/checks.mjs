// The official OpenAI client for Node against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's: "echo: x" is answered by x. The model sim-slow begins after 1 s and says
// "word" 200 times over some seconds; sim-broken always fails with 503, sim-refused with 400, sim-unknown with 404.
import assert from 'node:assert/strict';
import OpenAI from 'openai';
import { check, finish } from './harness.mjs';

const root = process.env.GATEWAY_URL;
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';

/** A client that hides nothing: it never tries twice on its own, and counts what it sends. */
function clientOf(options = {}) {
  const sent = [];
  const client = new OpenAI({
    baseURL: `${root}/v1`,
    apiKey: 'any string will do',
    maxRetries: 0,
    fetch: (url, init) => {
      sent.push(url);
      return fetch(url, init);
    },
    ...options,
  });
  return { client, sent };
}

const { client } = clientOf();

function asking(text, more = {}) {
  return { model, messages: [{ role: 'user', content: text }], ...more };
}

async function answer(to, text) {
  const completion = await to.chat.completions.create(asking(text));
  return completion.choices[0].message.content;
}

async function chunksOf(text, more = {}) {
  const chunks = [];
  for await (const chunk of await client.chat.completions.create(asking(text, { stream: true, ...more }))) {
    chunks.push(chunk);
  }
  return chunks;
}

const textOf = (chunks) => chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('');

function post(body, headers = {}) {
  return fetch(`${root}/v1/chat/completions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
}

/** OpenAI's envelope: all four keys, a message for people. */
async function envelopeOf(response) {
  assert.match(response.headers.get('content-type'), /^application\/json/);
  const { error } = await response.json();
  assert.deepEqual(Object.keys(error).sort(), ['code', 'message', 'param', 'type']);
  assert.ok(error.message.length > 0);
  return error;
}

await check('plain answer', async () => {
  const { data, response } = await client.chat.completions.create(asking('echo: Hello there')).withResponse();

  assert.equal(data.choices.length, 1);
  assert.equal(data.choices[0].index, 0);
  assert.equal(data.choices[0].message.role, 'assistant');
  assert.equal(data.choices[0].message.content, 'Hello there');
  assert.equal(data.choices[0].finish_reason, 'stop');
  assert.equal(data.object, 'chat.completion');
  assert.equal(data.model, model);
  assert.ok(Number.isInteger(data.created));
  assert.ok(data._request_id, 'the client finds no request id');
  assert.match(response.headers.get('content-type'), /^application\/json/);
});

await check('plain answer tells its usage', async () => {
  const { usage } = await client.chat.completions.create(asking('echo: one two three'));

  assert.ok(usage.prompt_tokens > 0);
  assert.ok(usage.completion_tokens > 0);
  assert.equal(usage.total_tokens, usage.prompt_tokens + usage.completion_tokens);
});

await check('conversation with a system message, history and content in parts', async () => {
  const completion = await client.chat.completions.create({
    model,
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'echo: first' },
      { role: 'assistant', content: 'first' },
      { role: 'user', content: [{ type: 'text', text: 'echo: second' }] },
    ],
    temperature: 0.5,
    top_p: 1,
    presence_penalty: 0,
    frequency_penalty: 0,
    max_tokens: 4000,
  });

  assert.equal(completion.choices[0].message.content, 'second');
});

await check('streamed answer: whole text, one role, one finish reason', async () => {
  const chunks = await chunksOf('echo: The quick brown fox jumps over the lazy dog');

  assert.equal(textOf(chunks), 'The quick brown fox jumps over the lazy dog');
  const choices = chunks.flatMap((chunk) => chunk.choices);
  assert.deepEqual(choices.map((choice) => choice.delta.role).filter(Boolean), ['assistant']);
  assert.equal(choices[0].delta.role, 'assistant');
  assert.deepEqual(choices.map((choice) => choice.finish_reason).filter(Boolean), ['stop']);
  assert.equal(choices.at(-1).finish_reason, 'stop');
  for (const name of ['id', 'created', 'model', 'object']) {
    assert.equal(new Set(chunks.map((chunk) => chunk[name])).size, 1, `${name} changes within the stream`);
  }
});

await check('streamed answer keeps every character', async () => {
  const text = 'Grüße, 你好, こんにちは, שלום 👩‍👩‍👧‍👦 \\ "quotes"\n\ttabs\r\nand data: lines';

  assert.equal(textOf(await chunksOf(`echo: ${text}`)), text);
  assert.equal(await answer(client, `echo: ${text}`), text);
});

await check('stream tells its usage when asked, in one last chunk without choices', async () => {
  const chunks = await chunksOf('echo: one two three', { stream_options: { include_usage: true } });

  const last = chunks.pop();
  assert.deepEqual(last.choices, []);
  assert.ok(last.usage.prompt_tokens > 0);
  assert.equal(last.usage.total_tokens, last.usage.prompt_tokens + last.usage.completion_tokens);
  assert.ok(chunks.every((chunk) => !chunk.usage), 'usage in an earlier chunk');
});

await check('stream keeps its usage to itself when not asked', async () => {
  const chunks = await chunksOf('echo: one two three');

  assert.ok(chunks.every((chunk) => !chunk.usage && chunk.choices.length === 1));
});

await check("stream satisfies the client's own accumulator", async () => {
  const helper = client.chat.completions.stream(asking('echo: gathered', { stream_options: { include_usage: true } }));
  const completion = await helper.finalChatCompletion();

  assert.equal(completion.choices[0].message.content, 'gathered');
  assert.equal(completion.choices[0].finish_reason, 'stop');
  assert.ok(completion.usage.total_tokens > 0);
});

await check('stream arrives while it is made', async () => {
  const begun = performance.now();
  let first = Infinity;
  const pieces = [];
  for await (const chunk of await client.chat.completions.create(asking('hi', { stream: true, model: 'sim-slow' }))) {
    if (chunk.choices[0]?.delta.content) {
      pieces.push(chunk.choices[0].delta.content);
      first = Math.min(first, performance.now() - begun);
    }
  }

  const all = performance.now() - begun;
  assert.equal(pieces.join(''), 'word '.repeat(200).trim());
  assert.ok(pieces.length >= 15, `${pieces.length} chunks with text`);
  assert.ok(first < all / 2, `first text after ${Math.round(first)} ms, all of it after ${Math.round(all)} ms`);
});

await check('stream is framed as OpenAI frames it', async () => {
  const response = await post(JSON.stringify(asking('echo: framed', { stream: true })));

  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type'), /^text\/event-stream/);
  const text = await response.text();
  assert.ok(text.endsWith('data: [DONE]\n\n'), 'does not end with [DONE]');
  const frames = text.split('\n\n').slice(0, -1).filter((frame) => !frame.startsWith(':'));
  for (const frame of frames) {
    assert.match(frame, /^data: [^\n]+$/);
  }
  frames.slice(0, -1).forEach((frame) => JSON.parse(frame.slice(6)));
});

await check('aborted stream returns at once', async () => {
  const stream = await client.chat.completions.create(asking('hi', { stream: true, model: 'sim-slow' }));
  let aborted;
  for await (const chunk of stream) {
    if (chunk.choices[0]?.delta.content) {
      aborted = performance.now();
      stream.controller.abort();
    }
  }

  assert.ok(aborted, 'the stream ended by itself');
  assert.ok(performance.now() - aborted < 1000, 'the abort took long');
  assert.equal(await answer(client, 'echo: still here'), 'still here');
});

await check('aborted plain request returns at once', async () => {
  const controller = new AbortController();
  const begun = performance.now();
  const running = client.chat.completions.create(asking('hi', { model: 'sim-slow' }), { signal: controller.signal });
  setTimeout(() => controller.abort(), 200);

  await assert.rejects(running, OpenAI.APIUserAbortError);
  assert.ok(performance.now() - begun < 900);
});

await check('50 requests at once, each with its own answer', async () => {
  const tokens = Array.from({ length: 50 }, (_, i) => `token-${i}-${Math.random().toString(36).slice(2)}`);

  const answers = await Promise.all(
    tokens.map(async (token, i) =>
      i % 2 === 0 ? await answer(client, `echo: ${token}`) : textOf(await chunksOf(`echo: ${token}`))),
  );

  assert.deepEqual(answers, tokens);
});

await check('unknown path is a 404 in JSON', async () => {
  await assert.rejects(client.get('/no/such/path'), OpenAI.NotFoundError);

  const response = await fetch(`${root}/v1/no/such/path`);
  assert.equal(response.status, 404);
  assert.equal((await envelopeOf(response)).type, 'invalid_request_error');
});

await check('malformed body is a 400', async () => {
  for (const body of ['{"model":', '[]', '"text"', '', '{"messages":[{"role":"user","content":"no model"}]}']) {
    const response = await post(body);
    assert.equal(response.status, 400, `for ${body}`);
    assert.equal((await envelopeOf(response)).type, 'invalid_request_error');
  }
});

await check('request without messages is a 400 for the client', async () => {
  await assert.rejects(client.chat.completions.create({ model, messages: [] }), OpenAI.BadRequestError);
});

await check('unknown model is a 404 with its code, whoever does not know it', async () => {
  const { client: counting, sent } = clientOf();

  for (const model of ['no such model', 'sim-unknown']) {
    await assert.rejects(
      counting.chat.completions.create({ ...asking('hi'), model }),
      (error) => error instanceof OpenAI.NotFoundError && error.code === 'model_not_found',
    );
  }
  assert.equal(sent.length, 2);
});

await check("request that Google refuses is a 400, streamed or not, and not tried again", async () => {
  const { client: patient, sent } = clientOf({ maxRetries: 2 });

  for (const stream of [false, true]) {
    await assert.rejects(
      patient.chat.completions.create({ ...asking('hi', { stream }), model: 'sim-refused' }),
      OpenAI.BadRequestError,
    );
  }
  assert.equal(sent.length, 2);
});

await check("fault of Google's is a server error, told after one request", async () => {
  const { client: counting, sent } = clientOf();

  for (const stream of [false, true]) {
    await assert.rejects(
      counting.chat.completions.create({ ...asking('hi', { stream }), model: 'sim-broken' }),
      (error) => {
        assert.ok(error instanceof OpenAI.InternalServerError, String(error));
        assert.ok([502, 503].includes(error.status), String(error.status));
        const after = error.headers.get('retry-after');
        assert.ok(after === null || (/^\d+$/.test(after) && Number(after) <= 60), `retry-after: ${after}`);
        return true;
      },
    );
  }
  assert.equal(sent.length, 2);
});

await check('a model that fails does not spoil the others', async () => {
  assert.equal(await answer(client, 'echo: unharmed'), 'unharmed');
});

await check('list of models', async () => {
  const models = [];
  for await (const entry of client.models.list()) {
    models.push(entry);
  }

  assert.ok(models.length > 0);
  assert.equal(new Set(models.map((entry) => entry.id)).size, models.length);
  for (const entry of models) {
    assert.equal(entry.object, 'model');
    assert.ok(Number.isInteger(entry.created));
    assert.equal(typeof entry.owned_by, 'string');
  }
});

await check('one model, and none', async () => {
  const [first] = (await client.models.list()).data;

  assert.deepEqual(await client.models.retrieve(first.id), first);
  await assert.rejects(client.models.retrieve('no-such-model'), OpenAI.NotFoundError);
});

await check('any key will do, and none', async () => {
  assert.equal(await answer(clientOf({ apiKey: 'sk-something-else' }).client, 'echo: any'), 'any');

  const response = await post(JSON.stringify(asking('echo: none')));
  assert.equal((await response.json()).choices[0].message.content, 'none');
});

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

await check('a picture in a message is seen', async () => {
  const completion = await client.chat.completions.create({
    model,
    messages: [
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: `data:image/png;base64,${pixel}`, detail: 'low' } },
          { type: 'text', text: 'look' },
        ],
      },
    ],
  });

  assert.equal(completion.choices[0].message.content, 'I see: image/png of 70 bytes');
});

await check('JSON by a schema', async () => {
  const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false };
  const completion = await client.chat.completions.parse(
    asking('echo: {"city":"Rome"}', {
      response_format: { type: 'json_schema', json_schema: { name: 'place', strict: true, schema } },
    }),
  );

  assert.deepEqual(JSON.parse(completion.choices[0].message.content), { city: 'Rome' });
});

await check('reasoning effort, an alias for a model, and a header for what has no effect', async () => {
  const { data, response } = await client.chat.completions
    .create(asking('echo: thought about', { model: 'gpt-4o', reasoning_effort: 'high', presence_penalty: 1 }))
    .withResponse();

  assert.equal(data.choices[0].message.content, 'thought about');
  assert.equal(data.model, 'gpt-4o');
  assert.equal(response.headers.get('x-gateway-dropped'), 'presence_penalty');
});

await check('base URL in the ways people type it', async () => {
  for (const base of [root, `${root}/`, `${root}/v1/`, `${root}/v1/v1`, `${root}//v1`]) {
    assert.equal(await answer(clientOf({ baseURL: base }).client, `echo: at ${base}`), `at ${base}`);
  }
});

await check('a page in a browser may call, and reads errors too', async () => {
  const wanted = 'authorization,content-type,x-stainless-lang';
  const preflight = await fetch(`${root}/v1/chat/completions`, {
    method: 'OPTIONS',
    headers: {
      origin: 'https://chat.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': wanted,
    },
  });
  assert.ok(preflight.ok);
  assert.equal(preflight.headers.get('access-control-allow-origin'), '*');
  assert.equal(preflight.headers.get('access-control-allow-headers').toLowerCase(), wanted);
  assert.match(preflight.headers.get('access-control-allow-methods'), /POST/);

  const refused = await post('{', { origin: 'https://chat.example' });
  assert.equal(refused.status, 400);
  assert.equal(refused.headers.get('access-control-allow-origin'), '*');
  assert.match(refused.headers.get('access-control-expose-headers'), /x-request-id/i);
});


const errand = 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} & weather {"city":"Bern"} | clock {} | echo Rome is warm';
const tools = ['weather', 'clock'].map((name) => ({
  type: 'function',
  function: { name, parameters: { type: 'object', properties: { city: { type: 'string' } } } },
}));

/** Runs tools until there is an answer, and keeps of each call only what OpenAI names. */
async function toolLoop(step) {
  const messages = [{ role: 'user', content: errand }];
  const ids = [];
  const names = [];
  for (;;) {
    const { message, finish_reason: finish } = await step({ model, messages, tools });
    if (!message.tool_calls?.length) {
      return { answer: message.content, finish, ids, names };
    }
    assert.equal(finish, 'tool_calls');
    const calls = message.tool_calls.map((call) => ({
      id: call.id,
      type: call.type,
      function: { name: call.function.name, arguments: JSON.stringify(JSON.parse(call.function.arguments)) },
    }));
    messages.push({ role: 'assistant', content: message.content, tool_calls: calls });
    for (const call of calls) {
      ids.push(call.id);
      names.push(call.function.name);
      messages.push({ role: 'tool', tool_call_id: call.id, content: '{"celsius":21}' });
    }
  }
}

function assertWentAllTheWay({ answer, finish, ids, names }) {
  assert.equal(answer, 'Rome is warm');
  assert.equal(finish, 'stop');
  assert.equal(new Set(ids).size, 5);
  assert.deepEqual(names, ['weather', 'weather', 'clock', 'weather', 'clock']);
}

await check('three steps of tools, some in parallel', async () => {
  assertWentAllTheWay(await toolLoop(async (body) => (await client.chat.completions.create(body)).choices[0]));
});

await check("three steps of tools, streamed, gathered by the client's own accumulator", async () => {
  assertWentAllTheWay(
    await toolLoop(async (body) => (await client.chat.completions.stream(body).finalChatCompletion()).choices[0]),
  );
});

await check('three steps of tools, streamed, with indexes that count up', async () => {
  assertWentAllTheWay(
    await toolLoop(async (body) => {
      const message = { content: '', tool_calls: [] };
      let finish;
      for await (const chunk of await client.chat.completions.create({ ...body, stream: true })) {
        const [choice] = chunk.choices;
        message.content += choice.delta.content ?? '';
        for (const call of choice.delta.tool_calls ?? []) {
          assert.equal(call.index, message.tool_calls.length);
          assert.equal(choice.delta.tool_calls.length, 1, 'some clients read only the first call of a chunk');
          message.tool_calls.push(call);
        }
        finish = choice.finish_reason ?? finish;
      }
      return { message, finish_reason: finish };
    }),
  );
});

await check("the client's own tool runner comes to an end", async () => {
  const told = [];
  const runner = client.chat.completions.runTools({
    model,
    messages: [{ role: 'user', content: errand }],
    tools: ['weather', 'clock'].map((name) => ({
      type: 'function',
      function: {
        name,
        parse: JSON.parse,
        parameters: { type: 'object', properties: { city: { type: 'string' } } },
        function: (args) => (told.push(args), '21 C'),
      },
    })),
  });

  assert.equal(await runner.finalContent(), 'Rome is warm');
  assert.equal(told.length, 5);
});

await import('./responses.mjs');

finish();
