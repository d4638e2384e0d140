// Runs checks one after the other and prints one line for each: `ok - node: name` or `not ok - node: name`.
let failed = 0;

/** A function that runs checks of this client; `limit` is what one may take, in milliseconds. */
export function checking(client, limit = 30_000) {
  return async (name, story) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit);
    });
    try {
      await Promise.race([story(), late]);
      console.log(`ok - ${client}: ${name}`);
    } catch (error) {
      failed++;
      console.log(`not ok - ${client}: ${name}`);
      const told = String(error?.stack ?? error).split('\n').slice(0, 8);
      console.log(told.map((line) => `#   ${line}`).join('\n'));
    } finally {
      clearTimeout(timer);
    }
  };
}

export const check = checking('node');

/** To be called last: an open socket must not keep the process from its end. */
export function finish() {
  process.exit(failed === 0 ? 0 : 1);
}
