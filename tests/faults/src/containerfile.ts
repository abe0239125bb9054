/** Reads the few instructions that our Containerfile uses; any other is a fault, so that none goes unrehearsed. */
import fs from 'node:fs';

export interface Stage {
  readonly from: string;
  readonly env: Record<string, string>;
  readonly copy: string[];
  readonly run: string[];
  user: string;
  command: string[];
  healthcheck: string[];
}

const words = (json: string): string[] => JSON.parse(json) as string[];

/** The stages of a Containerfile in their order. */
export function containerfile(file: string): Stage[] {
  const stages: Stage[] = [];
  const lines = fs
    .readFileSync(file, 'utf8')
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '');
  for (const line of lines) {
    const [instruction = '', rest = ''] = [
      line.split(' ', 1)[0],
      line.slice(line.indexOf(' ') + 1),
    ];
    if (instruction === 'FROM') {
      stages.push({
        from: rest,
        env: {},
        copy: [],
        run: [],
        user: '',
        command: [],
        healthcheck: [],
      });
      continue;
    }
    const stage = stages.at(-1);
    if (!stage) throw new Error(`${instruction} stands before FROM`);
    switch (instruction) {
      case 'ENV':
        Object.assign(
          stage.env,
          Object.fromEntries(rest.split(' ').map((pair) => pair.split('='))),
        );
        break;
      case 'COPY':
        stage.copy.push(rest);
        break;
      case 'RUN':
        stage.run.push(rest);
        break;
      case 'USER':
        stage.user = rest;
        break;
      case 'CMD':
        stage.command = words(rest);
        break;
      case 'HEALTHCHECK':
        stage.healthcheck = words(rest.slice(rest.indexOf('CMD') + 3));
        break;
      case 'WORKDIR':
      case 'EXPOSE':
        break;
      default:
        throw new Error(`The rehearsal does not know ${instruction}`);
    }
  }
  return stages;
}
