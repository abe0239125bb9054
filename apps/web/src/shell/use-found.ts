import {
  graphql,
  holdsAny,
  usePageQuery,
  useViewer,
  type PaletteEntry,
} from '@flipside/platform-web';
import type { FindForPaletteQuery } from '@flipside/platform-web/gql';
import { useEffect, useState } from 'react';

const FindForPalette = graphql(`
  query FindForPalette($text: String!) {
    findPeople(text: $text) {
      id
      name
      title
      unit {
        id
        name
      }
    }
    findUnits(text: $text) {
      id
      name
      path {
        id
        name
      }
    }
    findPairings(text: $text) {
      id
      state
      executive {
        id
        name
      }
      champion {
        id
        name
      }
    }
  }
`);

/** Long enough that a quick typist asks once, short enough that nobody waits for it. */
const PAUSE_MS = 120;

/** One line of the palette. */
export interface PaletteLine extends Pick<PaletteEntry, 'label' | 'to'> {
  /** What tells it from others of the same name. */
  note?: string;
}

export interface PaletteGroup {
  heading: string;
  lines: PaletteLine[];
}

interface Found {
  groups: PaletteGroup[];
  state: 'idle' | 'searching' | 'done' | 'failed';
}

/** People, units and pairings that what is typed may mean; the server knows which ones are the viewer's to find. */
export function useFound(typed: string): Found {
  const viewer = useViewer();
  const wanted = typed.trim();
  const text = useSettled(wanted);
  const found = usePageQuery(FindForPalette, { variables: { text }, isPaused: text === '' });
  if (wanted === '') return { groups: [], state: 'idle' };
  const isWaiting = text !== wanted || found.status === 'loading';
  return {
    groups: found.data && text !== '' ? groupsOf(found.data, holdsAny(viewer, ['HR_LEAD'])) : [],
    state: found.status === 'failed' ? 'failed' : isWaiting ? 'searching' : 'done',
  };
}

function groupsOf(found: FindForPaletteQuery, isHr: boolean): PaletteGroup[] {
  return [
    {
      heading: 'People',
      lines: found.findPeople.map(({ id, name, title, unit }) => ({
        label: name,
        note: [title, unit?.name].filter(Boolean).join(' · '),
        to: `/people/${id}`,
      })),
    },
    {
      heading: 'Units',
      lines: found.findUnits.map(({ id, name, path }) => ({
        label: name,
        note: path.map((above) => above.name).join(' › '),
        to: isHr ? `/coverage/${id}` : `/people?unit=${id}`,
      })),
    },
    {
      heading: 'Pairings',
      lines: found.findPairings.map(({ id, executive, champion, state }) => ({
        label: `${executive.name} and ${champion.name}`,
        note: state.toLowerCase().replaceAll('_', ' '),
        to: `/pairings/${id}`,
      })),
    },
  ].filter(({ lines }) => lines.length > 0);
}

/** What has been typed, once the typing pauses. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
