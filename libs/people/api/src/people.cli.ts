import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { importCommand } from './import/import.cli.js';
import { doctorCommand } from './health/doctor.js';

/** The commands of this context for `npm run flipside`. */
export function peopleCli(program: Command, open: () => Promise<INestApplicationContext>): void {
  doctorCommand(program, open);
  importCommand(program, open);
}
