// OpenAI's Agents SDK against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's: "echo: x" is answered by x, "do: ..." by calls of tools.
import assert from 'node:assert/strict';
import { Agent, MemorySession, Runner, setDefaultOpenAIClient, setTracingDisabled, tool } from '@openai/agents';
import OpenAI from 'openai';
import { z } from 'zod';
import { checking, finish } from '../node/harness.mjs';

const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const ERRAND = 'do: weather {"city":"Rome"} & weather {"city":"Oslo"} | clock {} | echo Rome is warm';
const check = checking('openai-agents');

setTracingDisabled(true); // traces go to OpenAI, wherever the model is
setDefaultOpenAIClient(
  new OpenAI({ baseURL: `${process.env.GATEWAY_URL}/v1`, apiKey: 'any string will do', maxRetries: 0 }),
);
const runner = new Runner({ tracingDisabled: true });

/** An agent whose tools write down how they were called. */
function agent(more = {}) {
  const calls = [];
  const record = (name) => (input) => {
    calls.push([name, input]);
    return `${name} done`;
  };
  const tools = [
    tool({
      name: 'weather',
      description: 'Tells the weather',
      parameters: z.object({ city: z.string() }),
      execute: record('weather'),
    }),
    tool({ name: 'clock', description: 'Tells the time', parameters: z.object({}), execute: record('clock') }),
  ];
  return { calls, agent: new Agent({ name: 'Agent', instructions: 'Be kind.', model, tools, ...more }) };
}

const CALLED = [
  ['weather', { city: 'Rome' }],
  ['weather', { city: 'Oslo' }],
  ['clock', {}],
];

await check('answers a question', async () => {
  const result = await runner.run(agent().agent, 'echo: hello');

  assert.equal(result.finalOutput, 'hello');
  assert.ok(result.state.usage.totalTokens > 0);
});

await check('three steps of tools, some in parallel', async () => {
  const { calls, agent: one } = agent();

  const result = await runner.run(one, ERRAND);

  assert.equal(result.finalOutput, 'Rome is warm');
  assert.deepEqual(calls, CALLED);
});

await check('three steps of tools, streamed, thinking aloud', async () => {
  const { calls, agent: one } = agent({ modelSettings: { reasoning: { effort: 'low', summary: 'auto' } } });

  const result = await runner.run(one, ERRAND, { stream: true });
  const types = new Set();
  for await (const event of result) {
    types.add(event.type);
  }
  await result.completed;

  assert.equal(result.finalOutput, 'Rome is warm');
  assert.deepEqual(calls, CALLED);
  assert.ok(types.has('raw_model_stream_event') && types.has('run_item_stream_event'));
});

await check('an object by schema', async () => {
  const { agent: one } = agent({ tools: [], outputType: z.object({ city: z.string(), celsius: z.number() }) });

  const result = await runner.run(one, 'echo: {"city":"Rome","celsius":21}');

  assert.deepEqual(result.finalOutput, { city: 'Rome', celsius: 21 });
});

await check('a conversation goes on from what was said, and by the id of the last response', async () => {
  const session = new MemorySession();
  const { agent: one } = agent();

  await runner.run(one, 'echo: first', { session });
  const told = await runner.run(one, 'echo: second', { session });
  const named = await runner.run(one, 'echo: third', { previousResponseId: told.lastResponseId });

  assert.equal(told.finalOutput, 'second');
  assert.equal(named.finalOutput, 'third');
});

await check('an error keeps its status', async () => {
  await assert.rejects(
    runner.run(agent({ model: 'sim-refused' }).agent, 'hi'),
    (error) => error.status === 400 && error.message.length > 0,
  );
});

finish();
