import { ConfigError, type Config } from '../config.js';
import type { Database } from '../database.js';
import type { Vault } from './vault.js';

/**
 * Looks at start whether this server can open the private texts of its database. After a change of FLIPSIDE_SECRET
 * the data keys are wrapped anew.
 * @throws ConfigError when texts exist under a secret that this server was not given
 */
export async function prepareVault(
  database: Database,
  vault: Vault,
  config: Pick<Config, 'isSecretGiven' | 'acceptsLostTexts'>,
): Promise<{ changed: number }> {
  const { changed, unknown } = await database.transaction((tx) => vault.rewrap(tx));
  if (unknown > 0 && !config.acceptsLostTexts) {
    throw new ConfigError(
      config.isSecretGiven
        ? `FLIPSIDE_SECRET is not the one under which ${unknown} people and pairs wrote private texts. Start with that one, or name it in FLIPSIDE_SECRET_BEFORE to change to the new one. If it is lost, so are these texts: FLIPSIDE_SECRET_LOST=yes starts without them.`
        : `This database holds private texts of ${unknown} people and pairs. Set the FLIPSIDE_SECRET they were written under.`,
    );
  }
  if (unknown > 0) await database.transaction((tx) => vault.retireUnknown(tx));
  return { changed };
}
