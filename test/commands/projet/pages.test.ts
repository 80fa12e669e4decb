import { describe, expect, it } from 'vitest';
import { wrap } from '../../../bot/cli/wrap.ts';
import { renderText } from '../../../bot/render/text.ts';
import { createMemoryProjectStore } from '../../../knowledge/project/memory-store.ts';
import { projectCommands } from '../../support/commands/project-commands.ts';
import { conversation } from '../../support/commands/rule-commands.ts';
import { sheetRevision } from '../../support/project-revision.ts';
import { mark } from '../../support/register.ts';
import { shown } from '../running.ts';

const SIRH = '!projet nom=SIRH opérateur, refonte à 60 %, chez Outscale, 3,5 M€, données de paie';
const { roomId } = conversation();

describe('!projet', () => {
  it('shows first what is to be done, what is missing most, and what to watch', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    const answer = await say('!projet');
    expect(shown(answer)).toContain('1. R9 : données personnelles : RGPD, transferts, immunité');
    expect(shown(answer)).toContain('Manque : un secret protégé par la loi ?');
    expect(shown(answer)).toContain('qualification jusqu’au 30/11/2026, renouvellement non vérifié');
    expect(shown(answer)).toContain('la décision revient à l’entité');
    expect(answer.data).toMatchObject({ scope: 'DANS_LE_CHAMP', outcome: 'A_EVALUER' });
    expect(shown(await say('!projet', { today: '2026-12-01' }))).toContain(
      'qualification échue le 30/11/2026, renouvellement non vérifié',
    );
  });

  it('fits a phone, 24 lines of 38 characters, whatever is declared', async () => {
    const entities = [
      'administration_centrale',
      'organisme_sous_tutelle',
      'collectivite',
      'incertaine',
      null,
    ] as const;
    const hostings = ['commercial', 'interne', 'hors_cloud', null] as const;
    const projects = ['nouveau', 'evolution', 'engage', null] as const;
    const providers = ['Outscale', 'OVHcloud', null] as const;
    const nom = 'Système d’information des ressources humaines interministériel';
    let most = 0;
    for (const entite of entities)
      for (const hebergement of hostings)
        for (const etat of projects)
          for (const fournisseur of hebergement === 'commercial' ? providers : [null])
            for (const secret of [true, null]) {
              const store = createMemoryProjectStore();
              const harms = secret === true ? ['sante_vie' as const] : null;
              const facts = {
                nom,
                entite,
                hebergement,
                etat,
                fournisseur,
                secret,
                atteintes: harms,
                cout: 950_000_000,
              };
              await store.write(roomId, sheetRevision({ ...facts, collaboratif: secret }), mark('$1'));
              const answer = await projectCommands(store).say('!projet');
              const lines = wrap(renderText(answer).trimEnd(), 38).split('\n');
              most = Math.max(most, lines.length);
              expect(lines.length, lines.join('\n')).toBeLessThanOrEqual(24);
            }
    expect(most).toBeGreaterThan(15);
  });

  it('gives the rest by !plus: what is owed, what is declared, what is missing', async () => {
    const { say } = projectCommands();
    await say(SIRH, { sender: '@camille.martin-dinum.gouv.fr:agent.dinum.tchap.gouv.fr' });
    await say('!projet');
    const owed = shown(await say('!plus'));
    for (let rule = 1; rule <= 15; rule += 1) expect(owed).toContain(`R${rule} `);
    expect(owed).toContain('R8 s’applique : contrôle par le ministère');
    expect(owed).toContain('R7 ne s’applique pas');
    expect(owed).toContain('R9 dépend (un secret protégé, une mission essentielle, les atteintes possibles)');
    expect(owed).toContain('suite collaborative interministérielle (DINUM)');
    const declared = shown(await say('!plus'));
    expect(declared).toContain('Coût complet : 3 500 000 € (camille.martin, 27/11/2026)');
    expect(declared).toContain('« IaaS Cloud on Demand » qualifiée, échéance le 30/11/2026 (dans 3 jours)');
    const missing = shown(await say('!plus'));
    expect(missing).toContain('1. Un secret protégé est-il en jeu');
    expect(missing).toContain('C’était la dernière page');
  });

  it('asks nothing of an entity that the doctrine does not bind', async () => {
    const { say } = projectCommands();
    await say('!projet commune, état civil, chez OVHcloud');
    const answer = await say('!projet');
    expect(answer.data).toMatchObject({ scope: 'HORS_CHAMP', duties: [], first: [] });
    expect(shown(answer)).toContain('Les collectivités n’entrent pas dans le champ');
  });

  it('says what the texts leave to be read, and why nothing is to be done', async () => {
    const { say } = projectCommands();
    await say('!projet opérateur, maintenance chez OVHcloud, prestataire_change=non collaboratif=oui');
    const owed = shown(await say('!projet dus'));
    expect(owed).toContain('R12 dépend de la lecture (R12 dit « les ministères »)');
    expect(owed).toContain('R4 dépend de la lecture');
    expect(owed).toContain('R1 ne s’applique pas');
    await say('!projet remplacer hebergement=hors_cloud fournisseur=?');
    expect(shown(await say('!projet'))).toContain('cela dépend de la lecture des textes');
  });

  it('says what it rests on where the entity is not known', async () => {
    const { say } = projectCommands();
    await say('!projet hébergement=commercial, nouveau projet');
    expect(shown(await say('!projet'))).toContain('À faire d’abord, si l’entité est dans le champ');
    expect(shown(await say('!projet dus'))).toContain('R4 dépend (l’entité)');
  });

  it('asks nothing of a derogation from R9 that would not be needed', async () => {
    const { say } = projectCommands();
    await say('!projet opérateur, nouveau projet sur le cloud interne, 200 k€, collaboratif=non');
    expect((await say('!projet manque')).data).toMatchObject({ missing: [] });
    await say('!projet remplacer hebergement=commercial personnelles=oui secret=oui atteintes=sante_vie');
    expect((await say('!projet manque')).data).toMatchObject({
      outcome: 'SNC_REQUIS',
      missing: ['preuve', 'offreAcceptable'],
    });
  });
});

describe('!projet exporter', () => {
  it('writes all of it in Markdown, with the words of the texts, and lets nobody draw with theirs', async () => {
    const { say } = projectCommands();
    await say('!projet nom="A | [b](http://x) <i>" opérateur, nouveau projet, hors cloud, 2 M€');
    const { file, data } = await say('!projet exporter');
    expect(file).toMatchObject({ name: 'projet-2026-11-27.md', mimetype: 'text/markdown' });
    expect(data?.content).toContain(
      '| Projet | A \\| \\[b\\](http://x) \\<i\\> | @camille:tchap.example | 27/11/2026 |',
    );
    expect(data?.content).toContain('> Les équipes qui souhaitent déroger à [R6] doivent le documenter');
    expect(data?.content).toContain('la décision reviennent à l’entité');
  });

  it('writes CSV that no spreadsheet runs', async () => {
    const { say } = projectCommands();
    await say('!projet nom="=1+1" opérateur');
    const { file } = await say('!projet exporter csv');
    expect(file?.text).toMatch(/^\uFEFFsorte;nom;valeur/);
    expect(file?.text).toContain("fait;Projet;'=1+1;");
  });

  it('writes JSON that a program reads back', async () => {
    const { say } = projectCommands();
    await say(SIRH);
    const { file } = await say('!projet exporter json');
    expect(JSON.parse(file?.text ?? '')).toMatchObject({
      asOf: '2026-11-27',
      facts: { nom: 'SIRH', cout: 350_000_000 },
      history: [{ version: 1, change: 'declaration' }],
    });
    expect(await say('!projet exporter pdf')).toMatchObject({ kind: 'refused', code: 'EXPORT' });
  });
});

describe('!projet remplir', () => {
  it('warns, asks what is not known yet, and writes it at the end, once', async () => {
    const { say, store } = projectCommands();
    await say('!projet opérateur chez Outscale, données de paie');
    const first = await say('!projet remplir', { room: 'direct' });
    expect(shown(first)).toContain('visible de tout le salon');
    expect(first.data).toMatchObject({ question: 'nom', of: 9 });
    const replies = ['SIRH', 'évolution', '60', 'non', 'non', 'oui', '?', 'aucune'];
    for (const reply of replies) expect((await say(reply, { room: 'direct' })).kind).toBe('dialogue');
    await say('3,5 M€', { room: 'direct', eventId: '$fin' });
    await say('3,5 M€', { room: 'direct', eventId: '$fin' });
    expect(await store.find(roomId)).toMatchObject({
      version: 2,
      facts: {
        nom: 'SIRH',
        etat: 'evolution',
        part: 60,
        prestataire_change: false,
        fournisseur: 'Outscale',
        collaboratif: false,
        secret: true,
        mission: null,
        atteintes: [],
        cout: 350_000_000,
      },
    });
  });

  it('asks nothing where all is known', async () => {
    const { say } = projectCommands();
    await say(
      '!projet nom=A entite=operateur etat=nouveau hebergement=interne collaboratif=non donnees=paie secret=non mission=non atteintes=aucune cout=2M€',
    );
    expect((await say('!projet remplir')).title).toContain('rien de nouveau');
  });
});
