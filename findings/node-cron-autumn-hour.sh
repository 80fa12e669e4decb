#!/usr/bin/env bash
# node-cron 4.6.0: with a time zone, every schedule falls silent for one hour on the night when clocks go back.
#
# One would guess that « every ten minutes » means every ten minutes: 18 runs in three hours, that night like others;
# daily jobs may be ambiguous at 02:30, a job of every minute is not.
# Seen (Europe/Paris, 25 October 2026, 03:00 becomes 02:00): the hour from 02:00 to 03:00 summer time is left out
# whole: the run of 01:50 is followed by the one of 02:00 winter time, seventy minutes later. Without a zone, or with
# Etc/UTC, none is missing. In spring nothing is lost but what has no time that day: a daily job at 02:30 does not run.
#
# Needs node and npm. The clock is moved by node:test, nothing waits. Exits 0 as long as this is so.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{ "private": true, "type": "module" }' > package.json
npm install --silent --no-audit --no-fund --ignore-scripts node-cron@4.6.0
cat > night.js <<'JS'
import { setImmediate as turn } from 'node:timers/promises';
import { mock } from 'node:test';
import cron from 'node-cron';

const [from, expression, timezone] = process.argv.slice(2);
mock.timers.enable({ apis: ['Date', 'setTimeout', 'setInterval'], now: Date.parse(from) });
const runs = [];
cron.schedule(expression, () => runs.push(Date.now()), { timezone });
for (let second = 0; second < 3 * 3600; second += 30) {
  mock.timers.tick(30_000);
  await turn();
}
const gaps = runs.slice(1).map((at, i) => (at - runs[i]) / 60_000);
console.log(`${runs.length} runs, longest gap ${Math.max(0, ...gaps)} min`);
process.exit(0);
JS
night() { node --no-warnings night.js "$@"; }
paris=$(night 2026-10-24T23:00:00Z '*/10 * * * *' Europe/Paris)
utc=$(night 2026-10-24T23:00:00Z '*/10 * * * *' Etc/UTC)
minute=$(night 2026-10-24T23:00:00Z '* * * * *' Europe/Paris)
before=$(night 2026-10-23T23:00:00Z '*/10 * * * *' Europe/Paris)
spring=$(night 2027-03-28T00:00:00Z '30 2 * * *' Europe/Paris)
printf '%-44s %s\n' 'every 10 min, Paris, the night before' "$before" 'every 10 min, Paris, clocks go back' "$paris" \
  'every 10 min, UTC, the same night' "$utc" 'every minute, Paris, clocks go back' "$minute" 'daily at 02:30, Paris, clocks go forward' "$spring"
[ "$before" = '18 runs, longest gap 10 min' ] && [ "$paris" = '12 runs, longest gap 70 min' ] &&
  [ "$utc" = '18 runs, longest gap 10 min' ] && [ "$minute" = '120 runs, longest gap 61 min' ] && [ "$spring" = '0 runs, longest gap 0 min' ]
