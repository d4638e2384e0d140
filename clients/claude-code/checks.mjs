// Claude Code, run as people run it, against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's, which does what a prompt's "do: ..." says: here, to use the agent's own tools.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checking, finish } from '../node/harness.mjs';
import { run } from '../node/program.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const home = await mkdtemp(join(tmpdir(), 'gateway-claude.'));
const work = await mkdtemp(join(tmpdir(), 'gateway-claude-work.'));
const check = checking('claude-code', 90_000);

function claude(prompt, { model = 'claude-sonnet-5-5', options = ['--output-format', 'json'], signal } = {}) {
  return run(join(here, 'node_modules/.bin/claude'), ['-p', prompt, ...options], {
    cwd: work,
    signal,
    env: {
      HOME: home,
      ANTHROPIC_BASE_URL: process.env.GATEWAY_URL,
      ANTHROPIC_AUTH_TOKEN: 'any string will do',
      ANTHROPIC_MODEL: model,
      CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: '1',
      CLAUDE_CODE_MAX_RETRIES: '1',
    },
  });
}

/** The lines that a stream of JSON comes to. */
const lines = (printed) => printed.trim().split('\n').map((line) => JSON.parse(line));

const streaming = ['--output-format', 'stream-json', '--verbose', '--include-partial-messages'];

await check('answers a question, and knows what it took', async () => {
  const told = JSON.parse(await claude('echo: hello from the agent'));

  assert.equal(told.result, 'hello from the agent');
  assert.equal(told.is_error, false);
  assert.ok(told.usage.input_tokens > 0 && told.usage.output_tokens > 0);
});

await check("takes a model of Google's by its own name", async () => {
  assert.equal(JSON.parse(await claude('echo: hi', { model: 'gemini-3.8-flash' })).result, 'hi');
});

await check('shows an answer while it comes', async () => {
  const events = lines(await claude('echo: one two three four five six', { options: streaming }))
    .filter((line) => line.type === 'stream_event')
    .map((line) => line.event);

  const words = events.filter((event) => event.type === 'content_block_delta').map((event) => event.delta.text);
  assert.ok(words.length > 1, 'it came in one piece');
  assert.equal(words.join(''), 'one two three four five six');
  assert.equal(events[0].type, 'message_start');
  assert.equal(events.at(-1).type, 'message_stop');
});

await check('reads and writes files with its tools, step by step', async () => {
  await writeFile(join(work, 'question.txt'), 'What is six by seven?');
  const read = JSON.stringify({ file_path: join(work, 'question.txt') });
  const list = JSON.stringify({ command: 'ls', description: 'Lists the files' });
  const write = JSON.stringify({ file_path: join(work, 'answer.txt'), content: '42' });

  const told = lines(
    await claude(`do: Read ${read} & Bash ${list} | Write ${write} | echo It is written.`, {
      options: ['--output-format', 'stream-json', '--verbose', '--permission-mode', 'acceptEdits'],
    }),
  );

  assert.equal(told.at(-1).result, 'It is written.');
  assert.equal(await readFile(join(work, 'answer.txt'), 'utf8'), '42');
  const results = told
    .filter((line) => line.type === 'user')
    .flatMap((line) => line.message.content)
    .filter((block) => block.type === 'tool_result');
  assert.equal(results.length, 3);
  assert.ok(results.every((block) => !block.is_error), JSON.stringify(results));
  const thoughts = told
    .filter((line) => line.type === 'assistant')
    .flatMap((line) => line.message.content)
    .filter((block) => block.type === 'thinking');
  assert.ok(thoughts.every((block) => block.signature.startsWith('gemini/')), 'a thought without its signature');
  assert.equal(thoughts.length, 2);
});

await check('can be stopped in the middle of an answer', async () => {
  const stopping = new AbortController();
  setTimeout(() => stopping.abort(), 3000);

  await assert.rejects(claude('hi', { model: 'sim-slow', options: streaming, signal: stopping.signal }), { name: 'AbortError' });
  assert.equal(JSON.parse(await claude('echo: still here')).result, 'still here');
});

/** What it says when it fails. */
async function complaint(model) {
  const failed = await claude('hi', { model }).then(() => assert.fail('it did not fail'), (error) => error);
  return JSON.parse(failed.printed);
}

await check('understands what is wrong', async () => {
  const refused = await complaint('sim-refused');
  assert.equal(refused.api_error_status, 400);
  assert.match(refused.result, /^API Error: 400 /);

  const unknown = await complaint('sim-unknown');
  assert.equal(unknown.api_error_status, 404);
  assert.match(unknown.result, /issue with the selected model/);
});

await rm(home, { recursive: true, force: true });
await rm(work, { recursive: true, force: true });
finish();
