// Anthropic's official client for Node against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's: "echo: x" is answered by x, "do: tool {} | echo x" calls a tool first. The
// model sim-slow begins after 1 s and says "word" 200 times over some seconds; sim-broken always fails with 503.
import assert from 'node:assert/strict';
import Anthropic from '@anthropic-ai/sdk';
import { checking, finish } from '../node/harness.mjs';

const root = process.env.GATEWAY_URL;
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const check = checking('anthropic-node');
const client = new Anthropic({ baseURL: root, apiKey: 'any string will do', maxRetries: 0 });

const asking = (text, more = {}) => ({ model, max_tokens: 4000, messages: [{ role: 'user', content: text }], ...more });
const textOf = (message) => message.content.filter((block) => block.type === 'text').map((block) => block.text).join('');

await check('plain answer', async () => {
  const message = await client.messages.create(asking('echo: Hello there'));

  assert.equal(message.type, 'message');
  assert.equal(message.role, 'assistant');
  assert.equal(message.model, model);
  assert.equal(message.stop_reason, 'end_turn');
  assert.equal(message.stop_sequence, null);
  assert.equal(textOf(message), 'Hello there');
  assert.ok(message.usage.input_tokens > 0 && message.usage.output_tokens > 0);
  assert.ok(message._request_id, 'the client finds no request id');
});

await check('a conversation with a system, history and blocks, by the name of a model of theirs', async () => {
  const message = await client.messages.create({
    model: 'claude-sonnet-5-5',
    max_tokens: 4000,
    system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
    messages: [
      { role: 'user', content: 'echo: first' },
      { role: 'assistant', content: [{ type: 'text', text: 'first' }] },
      { role: 'user', content: [{ type: 'text', text: 'echo: second', cache_control: { type: 'ephemeral' } }] },
    ],
    stop_sequences: ['END'],
    metadata: { user_id: 'ann' },
  });

  assert.equal(message.model, 'claude-sonnet-5-5');
  assert.equal(textOf(message), 'second');
});

await check("stream, gathered by the client's own accumulator", async () => {
  const text = 'Grüße, 你好 👩‍👩‍👧‍👦 \\ "quotes"\n\ttabs';
  const heard = [];
  const stream = client.messages.stream(asking(`echo: ${text}`)).on('text', (delta) => heard.push(delta));
  const message = await stream.finalMessage();

  assert.equal(heard.join(''), text);
  assert.equal(textOf(message), text);
  assert.equal(message.stop_reason, 'end_turn');
  assert.ok(message.usage.input_tokens > 0 && message.usage.output_tokens > 0);
});

await check('raw stream: every event in its order', async () => {
  const types = [];
  for await (const event of await client.messages.create(asking('echo: one two three four', { stream: true }))) {
    if (types.at(-1) !== event.type) types.push(event.type);
  }

  assert.deepEqual(types, [
    'message_start', 'content_block_start', 'content_block_delta', 'content_block_stop', 'message_delta', 'message_stop',
  ]);
});

await check('aborted stream returns at once', async () => {
  const stream = await client.messages.create(asking('hi', { stream: true, model: 'sim-slow' }));
  let aborted;
  for await (const event of stream) {
    if (event.type === 'content_block_delta') {
      aborted = performance.now();
      stream.controller.abort();
    }
  }

  assert.ok(aborted, 'the stream ended by itself');
  assert.ok(performance.now() - aborted < 1000, 'the abort took long');
});

const weather = {
  name: 'weather',
  description: 'Tells the weather',
  input_schema: { type: 'object', properties: { city: { type: 'string' } }, required: ['city'] },
};
const clock = { name: 'clock', input_schema: { type: 'object', properties: {} } };

/** Runs tools until there is an answer; gives the calls and the words. `remember` is what is kept of an answer. */
async function loop(ask, remember, more = {}) {
  const messages = [
    { role: 'user', content: 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} | weather {"city":"Bern"} | echo Warm.' },
  ];
  const calls = [];
  for (let step = 0; step < 8; step++) {
    const message = await ask({ model, max_tokens: 4000, tools: [weather, clock], messages, ...more });
    messages.push({ role: 'assistant', content: remember(message.content) });
    if (message.stop_reason !== 'tool_use') return { calls, text: textOf(message) };
    const uses = message.content.filter((block) => block.type === 'tool_use');
    calls.push(...uses.map((use) => [use.name, use.input]));
    messages.push({
      role: 'user',
      content: uses.map((use) => ({ type: 'tool_result', tool_use_id: use.id, content: '21 C' })).reverse(),
    });
  }
  throw new Error('the loop has no end');
}

const inOrder = [['weather', { city: 'Rome' }], ['weather', { city: 'Oslo' }], ['clock', {}], ['weather', { city: 'Bern' }]];

await check('three steps of tools, some in parallel, with thoughts brought back', async () => {
  const told = await loop((body) => client.messages.create(body), (content) => content, { thinking: { type: 'adaptive' } });

  assert.deepEqual(told, { calls: inOrder, text: 'Warm.' });
});

await check('three steps of tools, streamed, by a client that drops thoughts', async () => {
  const told = await loop(
    (body) => client.messages.stream(body).finalMessage(),
    (content) => content.filter((block) => block.type !== 'thinking'),
    { thinking: { type: 'enabled', budget_tokens: 2000 } },
  );

  assert.deepEqual(told, { calls: inOrder, text: 'Warm.' });
});

await check('a forced tool, and no more than one at a time', async () => {
  const message = await client.messages.create(
    asking('do: clock {} & clock {}', {
      tools: [weather, clock],
      tool_choice: { type: 'tool', name: 'clock', disable_parallel_tool_use: true },
    }),
  );

  assert.deepEqual(message.content.filter((block) => block.type === 'tool_use').map((block) => block.name), ['clock']);
});

await check('a picture and a document are seen', async () => {
  const picture = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const message = await client.messages.create(
    asking([
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: picture } },
      { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBERi0xLjcK' } },
      { type: 'text', text: 'echo: seen' },
    ]),
  );

  assert.equal(textOf(message), 'seen');
});

await check('tokens are counted', async () => {
  const short = await client.messages.countTokens({ model, messages: [{ role: 'user', content: 'one' }] });
  const long = await client.messages.countTokens({
    model,
    system: 'Be brief.',
    messages: [{ role: 'user', content: 'one two three four five' }],
  });

  assert.ok(short.input_tokens > 0);
  assert.ok(long.input_tokens > short.input_tokens);
});

await check('list of models, in pages, and one of them', async () => {
  const ids = [];
  for await (const each of client.models.list({ limit: 5 })) ids.push(each.id);

  assert.ok(ids.includes(model) && ids.includes(`claude-${model}`));
  assert.equal(new Set(ids).size, ids.length);
  const one = await client.models.retrieve(model);
  assert.equal(one.type, 'model');
  assert.ok(one.display_name && !Number.isNaN(Date.parse(one.created_at)));
  await assert.rejects(client.models.retrieve('gemini-none'), Anthropic.NotFoundError);
});

await check('errors are of the kinds that the client knows', async () => {
  await assert.rejects(client.messages.create(asking('hi', { model: 'sim-refused' })), (error) => {
    assert.ok(error instanceof Anthropic.BadRequestError);
    assert.equal(error.error.error.type, 'invalid_request_error');
    assert.ok(error.requestID);
    return true;
  });
  await assert.rejects(client.messages.create(asking('hi', { model: 'sim-unknown' })), Anthropic.NotFoundError);
  await assert.rejects(client.messages.create(asking('hi', { model: 'sim-broken', stream: true })), (error) => {
    assert.equal(error.status, 529);
    assert.equal(error.error.error.type, 'overloaded_error');
    return true;
  });
  await assert.rejects(client.messages.batches.list(), Anthropic.NotFoundError);
});

await check('both ways to show a key, and any version', async () => {
  for (const headers of [{ 'x-api-key': 'k', 'anthropic-version': '2023-06-01' }, { authorization: 'Bearer k', 'anthropic-version': '2099-01-01' }]) {
    const response = await fetch(`${root}/v1/messages?beta=true`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(asking('echo: in')),
    });
    assert.equal(response.status, 200);
    assert.ok(response.headers.get('request-id'));
  }
});

await check('who only looks whether somebody is there is answered', async () => {
  for (const path of ['/', '/api/hello']) {
    assert.equal((await fetch(root + path, { method: 'HEAD' })).status, 200);
  }
});

finish();
