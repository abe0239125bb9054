/**
 * Evolution Data Server: the store behind a desktop calendar. It takes messages in as they come and keeps
 * masters and single dates by its own rules; no part of it is ours. A session bus and folders of its own
 * keep it away from whoever runs the judges.
 */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { askPython } from './python.js';

const STORE = `
import json, sys
import gi
gi.require_version('ECal', '2.0')
gi.require_version('ICalGLib', '3.0')
gi.require_version('EDataServer', '1.2')
from gi.repository import ECal, EDataServer, ICalGLib
registry = EDataServer.SourceRegistry.new_sync(None)
source = registry.ref_source('system-calendar')
client = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 30, None)
kept = []
for step in json.load(sys.stdin):
    for text in step:
        message = ICalGLib.Component.new_from_string(text)
        client.receive_objects_sync(message, ECal.OperationFlags.NONE, None)
    done, objects = client.get_object_list_sync('#t', None)
    kept.append([each.as_ical_string() for each in objects])
json.dump(kept, sys.stdout)
`;

const SHOW = `
import datetime, json, sys
import icalendar, recurring_ical_events
shown = []
for objects in json.load(sys.stdin):
    head = 'BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:judge\\r\\n'
    calendar = icalendar.Calendar.from_ical(head + ''.join(objects) + 'END:VCALENDAR\\r\\n')
    events = recurring_ical_events.of(calendar).between(datetime.date(2020, 1, 1), datetime.date(2040, 1, 1))
    shown.append(sorted(
        event['DTSTART'].dt.astimezone(datetime.timezone.utc).strftime('%Y-%m-%dT%H:%M:%SZ')
        for event in events if event.get('STATUS') != 'CANCELLED'))
json.dump(shown, sys.stdout)
`;

/**
 * Hands messages to the store, step by step.
 * @returns for each step the starts that its calendar shows afterwards, in order
 */
export function shownAfterEach(steps: readonly (readonly string[])[]): string[][] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'calendar-store-'));
  try {
    const env = {
      HOME: folder,
      XDG_RUNTIME_DIR: folder,
      XDG_DATA_HOME: path.join(folder, 'data'),
      XDG_CONFIG_HOME: path.join(folder, 'config'),
      XDG_CACHE_HOME: path.join(folder, 'cache'),
      GSETTINGS_BACKEND: 'memory',
    };
    const kept = askPython<string[][]>(STORE, ['gi'], steps, { env, hasBus: true });
    return askPython<string[][]>(SHOW, ['icalendar', 'recurring_ical_events'], kept);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}
