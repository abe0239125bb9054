/** libical's own reading of a message: what its tables of RFC 5546 say, and which instants it means. */
import { askPython } from './python.js';

const PROGRAM = `
import json, sys
import gi
gi.require_version('ICalGLib', '3.0')
from gi.repository import ICalGLib

def events(calendar):
    found = []
    event = calendar.get_first_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    while event is not None:
        found.append(event)
        event = calendar.get_next_component(ICalGLib.ComponentKind.VEVENT_COMPONENT)
    return found

def starts(event):
    seen = []
    begin = ICalGLib.Time.new_from_timet_with_zone(0, 0, ICalGLib.Timezone.get_utc_timezone())
    end = ICalGLib.Time.new_from_timet_with_zone(4102444800, 0, ICalGLib.Timezone.get_utc_timezone())
    event.foreach_recurrence(begin, end, lambda component, span, data: seen.append(span.get_start()), None)
    return seen

answers = []
for text in json.load(sys.stdin):
    calendar = ICalGLib.Component.new_from_string(text)
    calendar.check_restrictions()
    answers.append({
        'errors': calendar.count_errors(),
        'text': calendar.as_ical_string() if calendar.count_errors() else None,
        'starts': [at for event in events(calendar) for at in starts(event)],
    })
json.dump(answers, sys.stdout)
`;

export interface LibicalAnswer {
  /** Properties that it marked as wrong, in parsing or by its tables for the message's method. */
  readonly errors: number;
  /** The message with its marks, when there are any. */
  readonly text: string | null;
  /** Starts of all its events in order, in seconds since 1970. */
  readonly starts: readonly number[];
}

export const askLibical = (texts: readonly string[]): LibicalAnswer[] =>
  askPython<LibicalAnswer[]>(PROGRAM, ['gi'], texts);
