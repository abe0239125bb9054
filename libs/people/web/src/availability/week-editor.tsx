import { clockOf, minuteOf, type WeeklyHours, type WorkingInterval } from '@flipside/people-domain';
import { Button, Checkbox, IconButton, IconPlus, IconX, Text, TimeField } from '@flipside/ui';
import '../people.css';

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const USUAL = { fromMinute: 540, toMinute: 1020 };
const MOST_STRETCHES = 4;

/** An emptied time field, refused by the rules when it is saved. */
const UNSET = -1;
const textOf = (minute: number): string => (minute === UNSET ? '' : clockOf(minute % 1440));

/** Midnight as an end means the end of the day. */
const endOf = (text: string): number => (text === '00:00' ? 1440 : (minuteOf(text) ?? UNSET));

export interface WeekEditorProps {
  label: string;
  value: WeeklyHours;
  onChange: (hours: WeeklyHours) => void;
  error?: string | undefined;
  id?: string;
}

/** A week, day by day: a tick for working or not, from and until, a further stretch where the day has a break. */
export function WeekEditor({ label, value, onChange, error, id }: WeekEditorProps) {
  const setDay = (weekday: number, stretches: readonly Omit<WorkingInterval, 'weekday'>[]): void =>
    onChange(
      [
        ...value.filter((stretch) => stretch.weekday !== weekday),
        ...stretches.map((stretch) => ({ ...stretch, weekday })),
      ].sort((a, b) => a.weekday - b.weekday),
    );
  const dayOf = (weekday: number): WorkingInterval[] =>
    value.filter((stretch) => stretch.weekday === weekday);
  const workingDays = DAYS.map((_, index) => index + 1).filter((day) => dayOf(day).length > 0);
  const [first] = workingDays;

  return (
    <div role="group" aria-label={label} id={id} tabIndex={-1} className="people-week">
      {DAYS.map((name, index) => (
        <DayRow
          key={name}
          name={name}
          stretches={dayOf(index + 1)}
          onChange={(stretches) => setDay(index + 1, stretches)}
        />
      ))}
      {first !== undefined && workingDays.length > 1 && (
        <Button
          variant="quiet"
          size="small"
          onClick={() =>
            onChange(
              workingDays.flatMap((weekday) => dayOf(first).map((each) => ({ ...each, weekday }))),
            )
          }
        >
          Make every working day like {DAYS[first - 1]}
        </Button>
      )}
      {error && (
        <Text role="alert" tone="danger" size="sm">
          {error}
        </Text>
      )}
    </div>
  );
}

interface DayRowProps {
  name: string;
  stretches: readonly WorkingInterval[];
  onChange: (stretches: readonly Omit<WorkingInterval, 'weekday'>[]) => void;
}

function DayRow({ name, stretches, onChange }: DayRowProps) {
  const replace = (index: number, change: Partial<WorkingInterval>): void =>
    onChange(stretches.map((each, at) => (at === index ? { ...each, ...change } : each)));
  return (
    <div className="people-day" role="group" aria-label={name}>
      <Checkbox
        label={name}
        checked={stretches.length > 0}
        onChange={(event) => onChange(event.currentTarget.checked ? [USUAL] : [])}
      />
      <div className="people-stretches">
        {stretches.map((stretch, index) => (
          <div className="people-stretch" key={index}>
            <TimeField
              aria-label={`${name} from`}
              value={textOf(stretch.fromMinute)}
              onChange={(event) =>
                replace(index, { fromMinute: minuteOf(event.currentTarget.value) ?? UNSET })
              }
            />
            <span aria-hidden>–</span>
            <TimeField
              aria-label={`${name} until`}
              value={textOf(stretch.toMinute)}
              onChange={(event) => replace(index, { toMinute: endOf(event.currentTarget.value) })}
            />
            {stretches.length > 1 && (
              <IconButton
                label={`Remove this stretch of ${name}`}
                icon={<IconX size={16} aria-hidden />}
                onClick={() => onChange(stretches.filter((_, at) => at !== index))}
              />
            )}
          </div>
        ))}
        {stretches.length === 0 && (
          <Text size="sm" tone="muted">
            Not working
          </Text>
        )}
      </div>
      {stretches.length > 0 && stretches.length < MOST_STRETCHES && (
        <IconButton
          label={`Add a stretch to ${name}`}
          icon={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...stretches, nextStretch(stretches)])}
        />
      )}
    </div>
  );
}

/** One hour, one hour after the last stretch where the day has room for it. */
function nextStretch(stretches: readonly WorkingInterval[]): Omit<WorkingInterval, 'weekday'> {
  const end = Math.max(...stretches.map(({ toMinute }) => toMinute));
  const fromMinute = Math.min(end + 60, 1380);
  return { fromMinute, toMinute: fromMinute + 60 };
}
