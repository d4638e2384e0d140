// Google's own agent, run as people run it, against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's, which does what a prompt's "do: ..." says: here, to use the agent's own tools.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checking, finish } from '../node/harness.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const home = await mkdtemp(join(tmpdir(), 'gateway-gemini.'));
const work = await mkdtemp(join(tmpdir(), 'gateway-gemini-work.'));
const check = checking('gemini-cli', 90_000);

await mkdir(join(home, '.gemini'));
await writeFile(join(home, '.gemini/settings.json'), JSON.stringify({
  security: { auth: { selectedType: 'gemini-api-key' } },
  privacy: { usageStatisticsEnabled: false },
  telemetry: { enabled: false },
}));

/** Runs Gemini CLI without a terminal. `printed` grows while it runs; `ended` gives how it ended. */
function gemini(prompt, ...options) {
  const child = spawn(join(here, 'node_modules/.bin/gemini'), ['--skip-trust', ...options, '-p', prompt], {
    cwd: work,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH,
      HOME: home,
      NO_PROXY: '127.0.0.1,localhost',
      GOOGLE_GEMINI_BASE_URL: process.env.GATEWAY_URL,
      GEMINI_API_KEY: 'any string will do',
    },
  });
  const run = { child, printed: '', complained: '' };
  child.stdout.on('data', (data) => (run.printed += data));
  child.stderr.on('data', (data) => (run.complained += data));
  run.ended = new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code));
  });
  return run;
}

async function answerTo(prompt, ...options) {
  const run = gemini(prompt, ...options);
  const code = await run.ended;
  assert.equal(code, 0, `exit code ${code}: ${run.complained.slice(-600)}${run.printed.slice(-600)}`);
  return run.printed;
}

await check('answers a question', async () => {
  assert.match(await answerTo('echo: hello from the agent', '-m', model), /hello from the agent/);
});

await check('tells its events as they come', async () => {
  const lines = (await answerTo('echo: one two three', '-m', model, '--output-format', 'stream-json')).trim().split('\n');
  const events = lines.map((line) => JSON.parse(line));

  const said = events.filter((event) => event.type === 'message' && event.role === 'assistant');
  assert.equal(said.map((event) => event.content).join(''), 'one two three');
  assert.equal(events.at(-1).status, 'success');
});

await check('reads and writes files with its tools, step by step', async () => {
  await writeFile(join(work, 'question.txt'), 'What is six by seven?');
  const read = JSON.stringify({ file_path: join(work, 'question.txt') });
  const list = JSON.stringify({ dir_path: work });
  const write = JSON.stringify({ file_path: join(work, 'answer.txt'), content: '42' });

  const printed = await answerTo(
    `do: read_file ${read} & list_directory ${list} | write_file ${write} | echo It is written.`,
    '-m', model, '--approval-mode', 'yolo',
  );

  assert.match(printed, /It is written\./);
  assert.equal(await readFile(join(work, 'answer.txt'), 'utf8'), '42');
});

await check('says why a request was refused', async () => {
  const run = gemini('anything', '-m', 'sim-refused');

  assert.notEqual(await run.ended, 0);
  assert.match(run.complained + run.printed, /Request contains an invalid argument|INVALID_ARGUMENT/);
});

await check('ends when it is told to, in the middle of an answer', async () => {
  const run = gemini('anything', '-m', 'sim-slow');
  while (!run.printed.includes('word word')) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  run.child.kill('SIGTERM');

  await run.ended;
  assert.ok(run.printed.split('word').length < 200);
});

await rm(home, { recursive: true, force: true });
await rm(work, { recursive: true, force: true });
finish();
