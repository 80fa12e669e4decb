import { describe, expect, it } from 'vitest';
import type { SaidFacts } from '../../../knowledge/project/facts.ts';
import { createMemoryProjectStore } from '../../../knowledge/project/memory-store.ts';
import { digestCommands } from '../../support/commands/digest-commands.ts';
import { registerCommands } from '../../support/commands/register-commands.ts';
import { conversation } from '../../support/commands/rule-commands.ts';
import { sheetRevision } from '../../support/project-revision.ts';
import { mark } from '../../support/register.ts';
import { notices, shown } from '../running.ts';

const { roomId } = conversation();
const withSheet = async (said: SaidFacts) => {
  const projects = createMemoryProjectStore();
  await projects.write(roomId, sheetRevision(said), mark('$fiche'));
  return projects;
};
const OUT = { nom: 'SIRH', porteur: 'DGX', hebergement: 'hors_cloud' } as const;

describe('the register of a room with a project sheet', () => {
  it('takes the project, the entity and the rule from it, and says so', async () => {
    const { say } = registerCommands(undefined, undefined, await withSheet(OUT));
    const answer = await say('!derogation ajouter etude=non');
    expect(answer.data).toMatchObject({ projet: 'SIRH', entite: 'DGX', regle: 'R6' });
    expect(notices(answer)).toContain('repris-de-la-fiche');
    expect(shown(answer)).toContain('projet=SIRH, regle=R6, entite=DGX');
  });

  it('keeps what the line says, and guesses no rule that the facts do not give', async () => {
    const { say } = registerCommands(undefined, undefined, await withSheet({ nom: 'SIRH' }));
    const answer = await say('!derogation ajouter projet=Paie regle=R9');
    expect(answer.data).toMatchObject({ projet: 'Paie', regle: 'R9' });
    expect(notices(answer)).not.toContain('repris-de-la-fiche');
    expect(await say('!derogation ajouter etude=non')).toMatchObject({
      kind: 'refused',
      code: 'CLE_MANQUANTE',
    });
  });

  it('names no R6 for a project that R6 does not aim at: there is nothing to derogate from', async () => {
    const kept = { ...OUT, etat: 'maintenance', prestataire_change: false } as const;
    const { say } = registerCommands(undefined, undefined, await withSheet(kept));
    expect(await say('!derogation ajouter etude=non')).toMatchObject({ code: 'CLE_MANQUANTE' });
  });

  it('asks in its guided addition only what the sheet does not say', async () => {
    const { say } = registerCommands(undefined, undefined, await withSheet(OUT));
    expect((await say('!derogation ajouter')).data).toMatchObject({ question: 'accordee' });
  });

  it('lets the digest say what has changed for the project, after the deadlines', async () => {
    const projects = await withSheet({ nom: 'SIRH', fournisseur: 'Outscale', cout: 200_000_000 });
    const { say, add } = digestCommands({ projects });
    await add({ regle: 'R6', reexamen: '2026-12-10', etude: null });
    const text = shown(await say('!digest maintenant', { today: '2026-11-27' }));
    expect(text).toContain(
      '« IaaS Cloud on Demand » : qualifiée, échéance le 30/11/2026 (dans 3 jours), renouvellement non vérifié',
    );
    expect(text).toContain('Dérogation n° 1 à R6 sans étude comparative');
    expect(text.indexOf('Fiche du projet')).toBeGreaterThan(text.indexOf('À échéance dans les 30 jours'));
  });
});
