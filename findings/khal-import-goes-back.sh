#!/usr/bin/env bash
# khal 0.13.0: importing an older revision of an event brings it back, and each overwriting leaves two stray files.
#
# One would guess that an event whose UID is known is replaced only by a higher SEQUENCE (RFC 5546 § 2.1.5: the
# revision with the greater sequence number wins), and that a calendar folder holds one file for one event.
# Seen: with --batch, SEQUENCE 2 and STATUS:CANCELLED are overwritten by an import of SEQUENCE 1: what was called off is due again.
# The folder holds, beside UID.ics, two more for each overwriting import (UID.ics and eight characters).
#
# Needs python3 with venv. Exits 0 as long as this is so.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"; mkdir calendar
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check --no-compile khal==0.13.0 icalendar==7.3.2
cat > config <<CONF
[calendars]
[[work]]
path = $dir/calendar
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Paris
default_timezone = Europe/Paris
[sqlite]
path = $dir/cache.db
CONF
revision() { # number, status
  printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//example//deadlines//EN BEGIN:VEVENT UID:one@example.test SEQUENCE:"$1" \
    DTSTAMP:2027010"$1"T100000Z 'DTSTART;VALUE=DATE:20270331' SUMMARY:"Deadline, revision $1" STATUS:"$2" END:VEVENT END:VCALENDAR > "$1.ics"
}
khal() { venv/bin/khal -c config "$@"; }
revision 1 CONFIRMED; revision 2 CANCELLED
for number in 1 2 1; do
  khal import --batch -a work "$number.ics"
  shown=$(khal list --format '{title}|{status}' --day-format '' 2027-03-31 1d)
  files=$(find calendar -type f | wc -l)
  echo "after importing revision $number: $shown ($files files)"
done
ls calendar
[ "$(echo "$shown" | tr -d '[:space:]')" = 'Deadline,revision1|CONFIRMED' ] && [ "$files" -gt 1 ]
echo 'as described'
