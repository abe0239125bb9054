import type { CsvCell } from '@flipside/platform-web';
import type { ImpactSideSectionFragment } from '@flipside/platform-web/gql';
import {
  chanceInWords,
  meanInWords,
  namesInWords,
  ratioInWords,
  shareInWords,
} from './impact-words.js';

export type Side = ImpactSideSectionFragment;
export type Group = Side['groups'][number];

/** One figure of a group: as the page says it, and as columns of a file. */
export interface ImpactFigure {
  readonly id: string;
  readonly header: string;
  readonly words: (group: Group) => string;
  readonly columns: readonly {
    readonly header: string;
    readonly cell: (group: Group) => CsvCell;
  }[];
}

const share = (
  id: string,
  header: string,
  of: string,
  read: (group: Group) => Group['aboveMedian'],
): ImpactFigure => ({
  id,
  header,
  words: (group) => shareInWords(read(group)),
  columns: [
    { header, cell: (group) => read(group)?.part },
    { header: of, cell: (group) => read(group)?.of },
  ],
});

const mean = (
  id: string,
  header: string,
  of: string,
  read: (group: Group) => Group['load'],
): ImpactFigure => ({
  id,
  header,
  words: (group) => meanInWords(read(group)),
  columns: [
    { header, cell: (group) => read(group)?.mean },
    { header: of, cell: (group) => read(group)?.of },
  ],
});

const ALWAYS: readonly ImpactFigure[] = [
  {
    id: 'matched',
    header: 'Matched',
    words: ({ matched, people }) => shareInWords({ part: matched, of: people }),
    columns: [
      { header: 'Matched', cell: ({ matched }) => matched },
      { header: 'People', cell: ({ people }) => people },
    ],
  },
  {
    id: 'ratio',
    header: 'Ratio to best-off',
    words: ({ ratio }) => ratioInWords(ratio),
    columns: [{ header: 'Ratio to best-off', cell: ({ ratio }) => ratio }],
  },
  {
    id: 'chance',
    header: 'By chance',
    words: ({ chance }) => chanceInWords(chance),
    columns: [{ header: 'By chance', cell: ({ chance }) => chance }],
  },
  share('median', 'Pairs above the median', 'Of pairs', ({ aboveMedian }) => aboveMedian),
];
const OF_CHAMPIONS: readonly ImpactFigure[] = [
  mean('seniority', 'Level reached (1 = top)', 'Champions with a level', (g) => g.seniority),
  mean('load', 'Executives each', 'Champions matched', (g) => g.load),
];
const ANSWERED: readonly ImpactFigure[] = [
  share('accepted', 'Said yes', 'Of those who answered', ({ accepted }) => accepted),
];

export interface SideShown {
  readonly isChampions: boolean;
  /** False until people have been asked. */
  readonly isPublished: boolean;
}

/**
 * The figures of one side of a round. The page and the file are both made of these, and what is withheld is absent from
 * the server's answer already, so that a file can never tell more than the page.
 */
export const impactFigures = ({ isChampions, isPublished }: SideShown): readonly ImpactFigure[] => [
  ...ALWAYS,
  ...(isChampions ? OF_CHAMPIONS : []),
  ...(isPublished ? ANSWERED : []),
];

/** Figures that stand as they were told before, with their headings, by the moment they stand since. */
export function keptFigures(
  kept: Side['kept'],
): readonly { readonly since: string; readonly headers: readonly string[] }[] {
  const all = impactFigures({ isChampions: true, isPublished: true });
  const headerOf = (figure: string): string[] =>
    all
      .filter(({ id }) => id === (figure === 'aboveMedian' ? 'median' : figure))
      .map((f) => f.header);
  return [...new Set(kept.map(({ since }) => since))].map((since) => ({
    since,
    headers: kept.filter((each) => each.since === since).flatMap(({ figure }) => headerOf(figure)),
  }));
}

/** Both sides as one table of a file: a figure that a side does not have stays empty there. */
export function impactTable(
  roundName: string,
  sides: { readonly champions: Side; readonly executives: Side },
  isPublished: boolean,
): { headers: string[]; rows: CsvCell[][] } {
  const all = impactFigures({ isChampions: true, isPublished });
  const rows = (name: string, side: Side, isChampions: boolean): CsvCell[][] => {
    const own = new Set(impactFigures({ isChampions, isPublished }).map(({ id }) => id));
    const groups = side.groups.map((group) => [
      roundName,
      name,
      namesInWords(group.names),
      ...all.flatMap(({ id, columns }) =>
        columns.map(({ cell }) => (own.has(id) ? cell(group) : null)),
      ),
    ]);
    const withheld = [roundName, name, `Not shown: ${side.withheldGroups} groups`];
    const people = all.flatMap(({ columns }) =>
      columns.map(({ header }) => (header === 'People' ? side.withheldPeople : null)),
    );
    const stands = keptFigures(side.kept).map(({ headers, since }) => [
      roundName,
      name,
      `As on ${since.slice(0, 10)}: ${headers.join(', ')}`,
    ]);
    return [...groups, ...(side.withheldGroups > 0 ? [[...withheld, ...people]] : []), ...stands];
  };
  return {
    headers: [
      'Round',
      'Side',
      'Group',
      ...all.flatMap(({ columns }) => columns.map(({ header }) => header)),
    ],
    rows: [
      ...rows('champions', sides.champions, true),
      ...rows('executives', sides.executives, false),
    ],
  };
}
