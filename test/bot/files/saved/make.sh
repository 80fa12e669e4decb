#!/bin/sh
# Makes the files of this folder again, after a change of the export. Needs Debian's libreoffice-calc, gnumeric and locales:
#   apt-get install --no-install-recommends libreoffice-calc gnumeric locales
# The export is opened and saved as a French agent does: nothing chosen but the separator.
set -e
cd "$(dirname "$0")"
node -e "
import('../../../../commands/derogation/table/export.ts').then(async ({ toCsv }) => {
  const { SAVED } = await import('./register.ts');
  const text = '\uFEFF' + toCsv(SAVED, { today: '2026-11-22' });
  require('node:fs').writeFileSync('export.csv', text);
});"
work=$(mktemp -d)
localedef -i fr_FR -f UTF-8 "$work/fr_FR.UTF-8" || true
export HOME="$work" LOCPATH="$work" LC_ALL=fr_FR.UTF-8
# 59 ; – 34 " – 76 UTF-8 – 1036 French – special numbers recognized.
opened='CSV:59,34,76,1,,1036,false,true'
saved='csv:Text - txt - csv (StarCalc):59,34,76,1,,1036,false,true,false'
soffice --headless --infilter="$opened" --convert-to "$saved" --outdir "$work" export.csv
mv "$work/export.csv" libreoffice.csv
for kind in xlsx ods; do
  soffice --headless --infilter="$opened" --convert-to $kind --outdir "$work" export.csv
  mv "$work/export.$kind" "libreoffice.$kind"
done
# The dialogue of Gnumeric quotes what holds the separator; ssconvert does so only when it quotes everything.
ssconvert -O 'separator=; format=preserve quoting-mode=always' export.csv "$work/export.txt"
mv "$work/export.txt" gnumeric.csv
ssconvert export.csv gnumeric.xlsx
rm -r "$work"
