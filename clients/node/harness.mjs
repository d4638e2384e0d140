// Runs checks one after the other and prints one line for each: `ok - node: name` or `not ok - node: name`.
const LIMIT = 30_000;

let failed = 0;

export async function check(name, story) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${LIMIT / 1000} s`)), LIMIT);
  });
  try {
    await Promise.race([story(), late]);
    console.log(`ok - node: ${name}`);
  } catch (error) {
    failed++;
    console.log(`not ok - node: ${name}`);
    const told = String(error?.stack ?? error).split('\n').slice(0, 8);
    console.log(told.map((line) => `#   ${line}`).join('\n'));
  } finally {
    clearTimeout(timer);
  }
}

/** To be called last: an open socket must not keep the process from its end. */
export function finish() {
  process.exit(failed === 0 ? 0 : 1);
}
