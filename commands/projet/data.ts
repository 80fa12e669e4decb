import type { CommandData } from '../../knowledge/answer/answer.ts';
import type { SheetReading } from '../../knowledge/project/duties.ts';
import type { Sheet } from '../../knowledge/project/sheet.ts';

/** A sheet for a program: see docs/formats.md. */
export const sheetData = (
  action: string,
  { version, facts, done }: Sheet,
  reading: SheetReading | null,
): CommandData => ({
  command: 'projet',
  action,
  version,
  facts,
  scope: reading?.found.scope.code ?? null,
  outcome: reading?.found.sensibilite.outcome ?? null,
  duties: (reading?.duties ?? []).map(
    ({ rule, code, porteur, applicable, dependsOn, silence, done: said }) => {
      return { rule, code, owner: porteur, applies: applicable, dependsOn, silence, done: said };
    },
  ),
  first: reading?.first.map(({ code }) => code) ?? [],
  missing: reading?.missing ?? [],
  declared: Object.entries(done).map(([rule, text]) => ({ rule, text })),
});
