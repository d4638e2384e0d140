// Programs that people use at a terminal, run without one.
import { spawn } from 'node:child_process';

/** Runs a program that finds no terminal; gives what it printed, or fails with what it complained about. */
export function run(command, args, { cwd, env, signal }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, NO_PROXY: '127.0.0.1,localhost', ...env },
    });
    let printed = '';
    let complained = '';
    child.stdout.on('data', (data) => (printed += data));
    child.stderr.on('data', (data) => (complained += data));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve(printed)
        : reject(Object.assign(new Error(`exit code ${code}: ${complained.slice(-600)}${printed.slice(-600)}`), { printed })));
  });
}
