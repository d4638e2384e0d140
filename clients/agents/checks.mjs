// An agent that people use, run as they run it, against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's, which does what a prompt's "do: ..." says: here, to use the agent's own tools.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checking, finish } from '../node/harness.mjs';
import { run } from '../node/program.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const home = await mkdtemp(join(tmpdir(), 'gateway-agents.'));
const work = await mkdtemp(join(tmpdir(), 'gateway-agents-work.'));
const check = checking('qwen-code', 90_000);

/** Runs Qwen Code; gives what it printed. */
const qwen = (prompt, ...options) =>
  run(join(here, 'node_modules/.bin/qwen'), ['--auth-type', 'openai', ...options, '-p', prompt], {
    cwd: work,
    env: {
      HOME: home,
      OPENAI_BASE_URL: `${process.env.GATEWAY_URL}/v1`,
      OPENAI_API_KEY: 'any string will do',
      OPENAI_MODEL: model,
    },
  });

await check('answers a question', async () => {
  assert.match(await qwen('echo: hello from the agent'), /hello from the agent/);
});

await check('reads and writes files with its tools, step by step', async () => {
  await writeFile(join(work, 'question.txt'), 'What is six by seven?');
  const read = JSON.stringify({ file_path: join(work, 'question.txt') });
  const list = JSON.stringify({ path: work });
  const write = JSON.stringify({ file_path: join(work, 'answer.txt'), content: '42' });

  const printed = await qwen(
    `do: read_file ${read} & list_directory ${list} | write_file ${write} | echo It is written.`,
    '--yolo',
  );

  assert.match(printed, /It is written\./);
  assert.equal(await readFile(join(work, 'answer.txt'), 'utf8'), '42');
});

await rm(home, { recursive: true, force: true });
await rm(work, { recursive: true, force: true });
finish();
