// The Responses of the official client. The accounts are the simulator's, as in checks.mjs.
import assert from 'node:assert/strict';
import { request } from 'node:http';
import OpenAI from 'openai';
import { checking } from './harness.mjs';

const root = process.env.GATEWAY_URL;
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const client = new OpenAI({ baseURL: `${root}/v1`, apiKey: 'any string will do', maxRetries: 0 });
const check = checking('node responses');

const tools = ['weather', 'clock'].map((name) => ({
  type: 'function',
  name,
  parameters: { type: 'object', properties: { city: { type: 'string' } } },
  strict: false,
}));

/** Runs tools until there are words; `ask` gives a response, `again` what of its output is said again. */
async function errand(ask, again) {
  const calls = [];
  const input = [
    { role: 'user', content: 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} | echo Rome is warm' },
  ];
  for (let step = 0; step < 10; step++) {
    const response = await ask(input);
    input.push(...again(response.output));
    const wanted = response.output.filter((item) => item.type === 'function_call');
    if (wanted.length === 0) {
      return { text: response.output_text, calls };
    }
    for (const call of wanted) {
      calls.push([call.name, JSON.parse(call.arguments)]);
      input.push({ type: 'function_call_output', call_id: call.call_id, output: 'done' });
    }
  }
  throw new Error('no end in sight');
}

const CALLED = [
  ['weather', { city: 'Rome' }],
  ['weather', { city: 'Oslo' }],
  ['clock', {}],
];

await check('plain response with its usage', async () => {
  const response = await client.responses.create({ model, input: 'echo: Hello there', instructions: 'Be kind.' });

  assert.equal(response.output_text, 'Hello there');
  assert.equal(response.status, 'completed');
  assert.equal(response.instructions, 'Be kind.');
  assert.equal(response.usage.total_tokens, response.usage.input_tokens + response.usage.output_tokens);
});

await check("stream satisfies the client's own accumulator", async () => {
  const stream = client.responses.stream({ model, input: 'echo: The quick brown fox jumps over the lazy dog' });
  const pieces = [];
  const numbers = [];
  for await (const event of stream) {
    numbers.push(event.sequence_number);
    if (event.type === 'response.output_text.delta') {
      pieces.push(event.delta);
    }
  }

  const response = await stream.finalResponse();
  assert.equal(response.output_text, 'The quick brown fox jumps over the lazy dog');
  assert.equal(pieces.join(''), response.output_text);
  assert.ok(pieces.length > 1);
  assert.deepEqual(numbers, numbers.map((_, index) => index));
  assert.equal(response.status, 'completed');
});

await check('three steps of tools, all items brought back', async () => {
  const asked = { model, tools, store: false, include: ['reasoning.encrypted_content'] };

  const { text, calls } = await errand(
    (input) => client.responses.create({ ...asked, input }),
    (output) => output,
  );

  assert.equal(text, 'Rome is warm');
  assert.deepEqual(calls, CALLED);
});

await check('three steps of tools, streamed, only the calls brought back', async () => {
  const { text, calls } = await errand(
    (input) => client.responses.stream({ model, tools, input }).finalResponse(),
    (output) => output.filter((item) => item.type === 'function_call').map(({ id, ...call }) => call),
  );

  assert.equal(text, 'Rome is warm');
  assert.deepEqual(calls, CALLED);
});

await check('a response is kept, continued, read and deleted', async () => {
  const first = await client.responses.create({ model, input: 'echo: first' });
  const second = await client.responses.create({ model, input: 'echo: second', previous_response_id: first.id });

  const read = await client.responses.retrieve(first.id);
  const items = await client.responses.inputItems.list(first.id);
  await client.responses.delete(first.id);

  assert.equal(second.output_text, 'second');
  assert.equal(read.output_text, 'first');
  assert.equal(items.data[0].content[0].text, 'echo: first');
  await assert.rejects(client.responses.retrieve(first.id), (error) => error.status === 404);
  await assert.rejects(
    client.responses.create({ model, input: 'x', previous_response_id: first.id }),
    (error) => error.code === 'previous_response_not_found',
  );
});

await check('JSON by a schema', async () => {
  const schema = { type: 'object', properties: { city: { type: 'string' } }, required: ['city'], additionalProperties: false };
  const format = { type: 'json_schema', name: 'place', strict: true, schema };

  const response = await client.responses.create({ model, input: 'echo: {"city":"Rome"}', text: { format } });

  assert.deepEqual(JSON.parse(response.output_text), { city: 'Rome' });
});

await check('a picture is seen', async () => {
  const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  const picture = { type: 'input_image', detail: 'auto', image_url: `data:image/png;base64,${pixel}` };

  const response = await client.responses.create({
    model,
    input: [{ role: 'user', content: [picture, { type: 'input_text', text: 'look' }] }],
  });

  assert.match(response.output_text, /^I see: image\/png/);
});

await check('aborted stream returns at once', async () => {
  const stream = await client.responses.create({ model: 'sim-slow', input: 'hi', stream: true });
  const events = [];
  for await (const event of stream) {
    events.push(event);
    if (event.type === 'response.output_text.delta') {
      break;
    }
  }

  assert.equal(events[0].type, 'response.created');
  assert.ok(events.length < 20);
});

await check('request that Google refuses is a 400, streamed or not', async () => {
  for (const stream of [false, true]) {
    await assert.rejects(
      client.responses.create({ model: 'sim-refused', input: 'hi', stream }),
      (error) => error instanceof OpenAI.BadRequestError && error.type === 'invalid_request_error',
    );
  }
});

await check('a WebSocket is refused with 426, in JSON', async () => {
  const headers = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'eA==' };
  const response = await new Promise((resolve, reject) =>
    request(`${root}/v1/responses`, { headers }, resolve).on('error', reject).end());

  assert.equal(response.statusCode, 426);
  assert.match(response.headers['content-type'], /^application\/json/);
  response.resume();
});
