#!/usr/bin/env bash
# ical-generator 11.1.2: giving a calendar a time zone writes DTSTAMP in the clock of the machine, without a zone.
#
# One would guess that `timezone` changes how starts and ends are written (DTSTART;TZID=…), and that DTSTAMP, of which
# RFC 5545 § 3.8.7.2 says that it MUST be a date-time in UTC, keeps its Z.
# Seen: with `timezone: 'Europe/Paris'` DTSTAMP, CREATED and LAST-MODIFIED lose their Z, have no TZID, and are neither UTC nor
# Paris: 10:00 UTC is written 100000 by a machine on UTC, 190000 by one in Tokyo. icalendar 7.3.2 then reads a time without a
# zone, which cannot be compared with the stamp of a file made without `timezone`.
#
# Needs node, npm, python3 with venv. Exits 0 as long as this is so.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts ical-generator@11.1.2
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-compile icalendar==7.3.2 tzdata
cat > make.js <<'JS'
import { writeFileSync } from 'node:fs';
import ical from 'ical-generator';

const at = new Date('2027-01-15T10:00:00Z');
for (const [file, settings] of [['plain.ics', {}], ['zoned.ics', { timezone: 'Europe/Paris' }]]) {
  const calendar = ical({ name: 'Deadlines', ...settings });
  calendar.createEvent({ id: 'one@example.test', start: '2027-03-31', allDay: true, stamp: at, created: at, lastModified: at, summary: 'Due' });
  writeFileSync(file, calendar.toString());
}
JS
TZ=Asia/Tokyo node make.js; cp zoned.ics tokyo.ics; TZ=UTC node make.js
for file in plain zoned tokyo; do echo "$file:"; grep -E '^(DTSTAMP|CREATED|LAST-MODIFIED|BEGIN:VTIMEZONE)' $file.ics | tr -d '\r'; done
venv/bin/python - <<'PYTHON'
import icalendar

stamp = lambda name: icalendar.Calendar.from_ical(open(name, "rb").read()).walk("VEVENT")[0]["DTSTAMP"].dt
plain, zoned = stamp("plain.ics"), stamp("zoned.ics")
print("icalendar reads", repr(plain), "and", repr(zoned))
try:
    plain < zoned
    raise SystemExit("CHANGED: the two stamps can be compared")
except TypeError as error:
    print("compared:", error)
PYTHON
tr -d '\r' < plain.ics | grep -qx 'DTSTAMP:20270115T100000Z'
for field in DTSTAMP CREATED LAST-MODIFIED; do tr -d '\r' < zoned.ics | grep -qx "$field:20270115T100000"; tr -d '\r' < tokyo.ics | grep -qx "$field:20270115T190000"; done
! grep -q VTIMEZONE zoned.ics
echo 'as described'
