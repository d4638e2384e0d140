// An agent that people use, run as they run it, against a running gateway: GATEWAY_URL=http://127.0.0.1:3000 node checks.mjs
// The accounts behind it are the simulator's, which does what a prompt's "do: ..." says: here, to use the agent's own tools.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checking, finish } from '../node/harness.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const model = process.env.GATEWAY_MODEL ?? 'gemini-3.8-flash';
const home = await mkdtemp(join(tmpdir(), 'gateway-agents.'));
const work = await mkdtemp(join(tmpdir(), 'gateway-agents-work.'));
const check = checking('qwen-code', 90_000);

/** Runs Qwen Code without a terminal; gives what it printed. */
function qwen(prompt, ...options) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      join(here, 'node_modules/.bin/qwen'),
      ['--auth-type', 'openai', ...options, '-p', prompt],
      {
        cwd: work,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          HOME: home,
          NO_PROXY: '127.0.0.1,localhost',
          OPENAI_BASE_URL: `${process.env.GATEWAY_URL}/v1`,
          OPENAI_API_KEY: 'any string will do',
          OPENAI_MODEL: model,
        },
      },
    );
    let printed = '';
    let complained = '';
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.on('data', (data) => (complained += data));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve(printed) : reject(new Error(`exit code ${code}: ${complained.slice(-600)}${printed.slice(-600)}`)));
  });
}

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
