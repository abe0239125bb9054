import { ConfigError } from '@flipside/platform-api';

/** Runs a process. What its operator can mend is said in a sentence, without the places in our code. */
export async function sayWhy(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
