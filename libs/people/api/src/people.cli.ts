import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { doctorCommand } from './health/doctor.js';

/** The commands of this context for `npm run flipside`. */
export function peopleCli(program: Command, open: () => Promise<INestApplicationContext>): void {
  doctorCommand(program, open);
}
