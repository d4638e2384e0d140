// OpenAI's agent, run as people run it, against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's, which does what a prompt's "do: ..." says: here, to use the agent's own tools.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checking, finish } from '../node/harness.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const base = `${process.env.GATEWAY_URL}/v1`;
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const work = await mkdtemp(join(tmpdir(), 'gateway-codex-work.'));
const homes = await mkdtemp(join(tmpdir(), 'gateway-codex.'));
const check = checking('codex', 60_000);

/** A home with this configuration. */
async function home(name, config) {
  const path = join(homes, name);
  await mkdir(path);
  await writeFile(join(path, 'config.toml'), config);
  return path;
}

const provider = await home('provider', `
model = "${model}"
model_provider = "gateway"
[model_providers.gateway]
name = "Gemini Gateway"
base_url = "${base}"
env_key = "GATEWAY_KEY"
wire_api = "responses"
`);
const builtIn = await home('built-in', `
model = "${model}"
openai_base_url = "${base}"
`);

/** Runs Codex without a terminal; gives its exit code and the events that it printed. */
function codex(at, prompt, ...options) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(here, 'node_modules/.bin/codex'),
      ['exec', '--skip-git-repo-check', '--dangerously-bypass-approvals-and-sandbox', '--json', ...options, prompt],
      {
        cwd: work,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          HOME: at,
          CODEX_HOME: at,
          CODEX_API_KEY: 'any string will do',
          GATEWAY_KEY: 'any string will do',
          NO_PROXY: '127.0.0.1,localhost',
        },
      },
    );
    let printed = '';
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.resume();
    child.on('error', reject);
    child.on('close', (code) => {
      const events = printed.split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
      resolve({ code, events, said: said(events) });
    });
  });
}

const done = (events, type) =>
  events.filter((event) => event.type === 'item.completed' && event.item.type === type).map((event) => event.item);

const said = (events) => done(events, 'agent_message').map((item) => item.text).join('\n');

/** What Codex keeps of its last conversation: all items, sent and received. */
async function kept(at) {
  const files = (await readdir(join(at, 'sessions'), { recursive: true })).filter((file) => file.endsWith('.jsonl'));
  const text = await readFile(join(at, 'sessions', files.sort().at(-1)), 'utf8');
  return text.trim().split('\n').map((line) => JSON.parse(line).payload);
}

await check('answers a question', async () => {
  const { code, events, said } = await codex(provider, 'echo: hello from Codex');

  assert.equal(code, 0);
  assert.equal(said, 'hello from Codex');
  assert.ok(events.at(-1).usage.output_tokens > 0);
});

await check('runs commands, step by step, and writes a file', async () => {
  await writeFile(join(work, 'question.txt'), 'What is six by seven?');
  const read = JSON.stringify({ cmd: 'cat question.txt' });
  const write = JSON.stringify({ cmd: 'echo 42 > answer.txt' });

  const { code, events, said } = await codex(
    provider,
    `do: exec_command ${read} & exec_command {"cmd":"ls"} | exec_command ${write} | echo It is written.`,
  );

  assert.equal(code, 0);
  assert.equal(said, 'It is written.');
  assert.equal(await readFile(join(work, 'answer.txt'), 'utf8'), '42\n');
  const commands = done(events, 'command_execution');
  assert.deepEqual(commands.map((item) => item.exit_code), [0, 0, 0]);
  assert.match(commands.map((item) => item.aggregated_output).join(''), /six by seven/);
});

await check('finds the tools of a namespace under their own names', async () => {
  await codex(provider, 'do: multi_agent_v1__close_agent {"target":"nobody"} | echo asked');

  const items = await kept(provider);
  const call = items.find((item) => item?.type === 'function_call');
  const output = items.find((item) => item?.type === 'function_call_output');
  assert.deepEqual([call.namespace, call.name], ['multi_agent_v1', 'close_agent']);
  assert.match(JSON.stringify(output.output), /agent id/); // it was understood, and there is no such agent
});

await check('keeps the signatures that go with its calls', async () => {
  await codex(provider, 'do: exec_command {"cmd":"true"} | echo done');

  const reasoning = (await kept(provider)).filter((item) => item?.type === 'reasoning');
  assert.equal(reasoning.length, 1);
  assert.ok(reasoning[0].encrypted_content.length > 20);
});

await check('shows what is wrong with a request', async () => {
  const { code, events } = await codex(provider, 'hi', '-m', 'sim-refused');

  assert.notEqual(code, 0);
  assert.match(events.findLast((event) => event.type === 'turn.failed').error.message, /invalid argument/);
});

await check('goes on by HTTP where its own provider would have a WebSocket', async () => {
  const { code, said } = await codex(builtIn, 'echo: no socket needed');

  assert.equal(code, 0);
  assert.equal(said, 'no socket needed');
});

await rm(homes, { recursive: true, force: true });
await rm(work, { recursive: true, force: true });
finish();
