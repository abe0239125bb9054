import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { Badge, Button, IconFlag, Stack, Text, VisuallyHidden } from '@flipside/ui';
import { DECISION, points } from '../pairing-words.js';
import type { Proposal } from './use-proposals.js';
import '../pairings.css';

interface ProposalListProps {
  proposals: readonly Proposal[];
  /** How many there are in all; the rest is still on its way. */
  total: number;
  /** Asks for the rest again; given when it failed to come. */
  onTryAgain: (() => void) | undefined;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}

/** Rows above and below the ones in sight that are drawn as well, so that scrolling shows no gaps. */
const SPARE = 8;
/** Where nothing can be measured, this many pixels are taken to be in sight. */
const USUAL_HEIGHT = 640;
const ROW_REM = 3.5;

/**
 * Flagged first, then the others, then executives for whom nobody can be proposed. Only rows in sight are in the page;
 * each says its place among all, and one Tab stop leads to the chosen one.
 */
export function ProposalList(props: ProposalListProps) {
  const { proposals, total, onTryAgain, chosenId, onChoose } = props;
  const frame = useRef<HTMLDivElement>(null);
  const sight = useSight(frame);
  const groups = [
    { title: 'Flagged', rows: proposals.filter((p) => p.champion && p.flags.length > 0) },
    { title: 'Not flagged', rows: proposals.filter((p) => p.champion && p.flags.length === 0) },
    { title: 'Nobody proposed', rows: proposals.filter((p) => !p.champion) },
  ].filter(({ rows }) => rows.length > 0);

  useEffect(() => {
    const element = frame.current;
    const row = element?.querySelector<HTMLElement>('[aria-current]');
    if (!element || !row) return;
    // Only the frame scrolls: what the reader has on screen beside it stays where it is.
    const [edge, at] = [element.getBoundingClientRect(), row.getBoundingClientRect()];
    if (at.top < edge.top) element.scrollTop -= edge.top - at.top;
    if (at.bottom > edge.bottom) element.scrollTop += at.bottom - edge.bottom;
    if (element.contains(document.activeElement)) row.focus({ preventScroll: true });
  }, [chosenId]);

  function onKeyDown(event: KeyboardEvent): void {
    const order = groups.flatMap(({ rows }) => rows);
    const index = order.findIndex(({ id }) => id === chosenId);
    const step: Record<string, number> = {
      ArrowDown: index + 1,
      ArrowUp: index - 1,
      Home: 0,
      End: order.length - 1,
    };
    const next = order[step[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
  }

  return (
    <div className="pairings-review-scroll" ref={frame} onKeyDown={onKeyDown}>
      <Stack gap="16">
        {groups.map(({ title, rows }, n) => (
          <Stack key={title} gap="4">
            <Text size="sm" tone="muted" weight="medium" as="h2">
              {title} ({rows.length})
            </Text>
            <Rows
              rows={rows}
              before={groups.slice(0, n).reduce((sum, group) => sum + group.rows.length, 0)}
              sight={sight}
              chosenId={chosenId}
              onChoose={onChoose}
            />
          </Stack>
        ))}
        {proposals.length < total && (
          <Text size="sm" tone="muted">
            {onTryAgain ? (
              <Button size="small" onClick={onTryAgain}>
                Load the other {total - proposals.length}
              </Button>
            ) : (
              `${total - proposals.length} more are on their way …`
            )}
          </Text>
        )}
      </Stack>
    </div>
  );
}

interface Sight {
  /** Edges of what is in sight, in pixels of the window. */
  readonly top: number;
  readonly bottom: number;
  readonly rowHeight: number;
}

/** What is in sight of a frame that scrolls by itself, told anew when it scrolls or changes its size. */
function useSight(frame: RefObject<HTMLDivElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({
    top: 0,
    bottom: USUAL_HEIGHT,
    rowHeight: ROW_REM * 16,
  });
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => {
      const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const height = element.clientHeight || USUAL_HEIGHT;
      const top = element.scrollTop;
      setSight({ top, bottom: top + height, rowHeight: ROW_REM * rem });
    };
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      element.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [frame]);
  return sight;
}

interface RowsProps {
  rows: readonly Proposal[];
  /** Rows in the groups above. */
  before: number;
  sight: Sight;
  chosenId: string | undefined;
  onChoose: (id: string) => void;
}

/** One group at its full height, with the rows in sight and the chosen one in place. */
function Rows({ rows, before, sight, chosenId, onChoose }: RowsProps) {
  const list = useRef<HTMLUListElement>(null);
  const [offset, setOffset] = useState(0);
  // Groups above grow while more rows arrive, so the place of this one is measured anew when their number changes.
  useLayoutEffect(() => {
    setOffset(list.current?.offsetTop ?? 0);
  }, [before, sight]);
  const { top, bottom, rowHeight } = sight;
  const from = Math.max(0, Math.floor((top - offset) / rowHeight) - SPARE);
  const to = Math.min(rows.length, Math.ceil((bottom - offset) / rowHeight) + SPARE);
  const chosen = rows.findIndex(({ id }) => id === chosenId);
  const shown = rows.slice(from, Math.max(from, to)).map((row, n) => ({ row, index: from + n }));
  const chosenRow = rows[chosen];
  if (chosenRow && (chosen < from || chosen >= to)) shown.push({ row: chosenRow, index: chosen });
  return (
    <ul
      ref={list}
      className="pairings-plain pairings-list"
      style={{ blockSize: rows.length * rowHeight }}
    >
      {shown.map(({ row, index }) => (
        <li
          key={row.id}
          aria-setsize={rows.length}
          aria-posinset={index + 1}
          style={{ insetBlockStart: index * rowHeight, blockSize: rowHeight }}
        >
          <button
            type="button"
            className="pairings-list-item"
            tabIndex={row.id === chosenId ? 0 : -1}
            aria-current={row.id === chosenId ? 'true' : undefined}
            onClick={() => onChoose(row.id)}
          >
            <Item proposal={row} />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Item({ proposal }: { proposal: Proposal }) {
  const { executive, champion, flags, decision, points: score } = proposal;
  const decided = DECISION[decision];
  return (
    <>
      <span className="pairings-list-names">
        <span>{executive.name}</span>
        <span className="pairings-list-other">
          {champion ? (
            <>
              <VisuallyHidden>with </VisuallyHidden>
              {champion.name}
            </>
          ) : (
            'nobody'
          )}
        </span>
      </span>
      <span className="pairings-list-marks">
        {decided ? <Badge tone={decided.tone}>{decided.label}</Badge> : null}
        {!decided && flags.length > 0 && (
          <span className="pairings-flag">
            <IconFlag size={16} aria-hidden /> {flags.length}
            <VisuallyHidden> {flags.length === 1 ? 'flag' : 'flags'}</VisuallyHidden>
          </span>
        )}
        {!decided && score != null && (
          <span className="pairings-list-points">
            {points(score)}
            <VisuallyHidden> points</VisuallyHidden>
          </span>
        )}
      </span>
    </>
  );
}
