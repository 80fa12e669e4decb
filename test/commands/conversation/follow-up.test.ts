import { beforeEach, describe, expect, it } from 'vitest';
import { type Conversations, createConversations } from '../../../commands/conversation/conversations.ts';
import { createMemoryConversations } from '../../../commands/conversation/memory-store.ts';
import { withVerdicts } from '../../../commands/verdicts/with-verdicts.ts';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { loadCorpus } from '../../../knowledge/corpus/load-corpus.ts';
import { loadFactLexicon } from '../../../knowledge/facts/load-lexicon.ts';
import { createFactReader } from '../../../knowledge/facts/read-facts.ts';
import { createQuestionAnswerer } from '../../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../../knowledge/question/load-knowledge.ts';
import { context, shown } from '../running.ts';

const corpus = loadCorpus();
const knowledge = loadKnowledge();
const cards = createQuestionAnswerer(corpus, knowledge);
const readFacts = createFactReader(loadFactLexicon());
const answer = withVerdicts({ ...knowledge, answerer: cards, readFacts, corpus, catalogue: loadCatalogue() });
const MINUTE = 60_000;

let conversations: Conversations;
beforeEach(() => {
  conversations = createConversations({
    store: createMemoryConversations(),
    answerer: { ...cards, answer },
    causeOf: async (id) => (id === '$reponse' ? '$1' : null),
  });
});

const at = (eventId: string, change: object = {}, now = 0, addressed: 'direct' | 'none' = 'direct') => ({
  ...context({ now, addressed }),
  addressed,
  conversation: { ...context().conversation, eventId, ...change },
});
const ask = async (question: string, where = at('$1')): Promise<void> => {
  await conversations.remember(answer(question, { today: where.today }), where);
};
const follow = async (text: string, where = at('$2', {}, MINUTE)): Promise<string> => {
  const continued = await conversations.continueTurn(text, where);
  return continued === null ? 'stands alone' : shown(continued.answer).split('\n').slice(0, 3).join(' ');
};

describe('a second turn', () => {
  it.each([
    ['Un ministère doit-il prendre du SecNumCloud ?', 'et pour une région ?', /^Non.*collectivités/],
    ['Peut-on déroger à R9 ?', 'combien de temps ?', /12 mois/],
    ['Peut-on déroger à R9 ?', 'qui valide ?', /Premier ministre/],
    ['Comment obtenir une dérogation à R9 ?', 'et R6 ?', /R6.*documenter/],
    ['Qui contrôle un projet de 12 M€ d’un ministère ?', 'et avec 800 k€ ?', /^Sous 1 M€/],
    ['Qui contrôle un projet de 12 M€ d’un ministère ?', 'et à 700 000 ?', /^Sous 1 M€/],
    ['Qui contrôle un projet de 12 M€ d’un ministère ?', 'et s’il passe à 4 ?', /^De 1 à 9 M€/],
    ['Can a ministry derogate from R9?', 'for how long?', /12 months/],
    ['Une commune est-elle concernée ?', 'pourquoi ?', /^Parce que/],
    ['Que dit R13 ?', 'pourquoi ?', /^Parce que le texte le dit \(Circulaire 2023, R13\)/],
    ['Faut-il plusieurs zones géographiques ?', 'c’est quelle règle ?', /^Le texte : Circulaire 2023, R5/],
    ['Peut-on déroger à R9 ?', 'vous êtes sûrs ?', /^C’est ce que disent les textes.*transitoire/],
    [
      'Ministère, SIRH chez Azure, secret médical : SecNumCloud ?',
      'donc on est couverts ?',
      /^Dans ces limites seulement.*SecNumCloud/,
    ],
    ['Que dit R4 ?', 'et en anglais ?', /^\[?R4\]?.*(?:asks|Any project)|^Any project/],
    ['What does R4 say?', 'in French?', /commerciales/],
    [
      'Un ministère doit-il prendre SecNumCloud ?',
      'pardon, je parlais d’une métropole',
      /^Non.*collectivités/,
    ],
    ['Une ville doit-elle prendre SecNumCloud ?', 'et un ministère, lui ?', /^À évaluer.*SecNumCloud/],
    ['Un opérateur, projet de 3 M€ hors cloud : qui contrôle ?', 'non, 14 M€', /neuf millions|9 M€/],
    ['Ministère, annuaire chez Scaleway, SecNumCloud ?', 'en fait c’est de la santé', /données de santé/i],
    ['Peut-on héberger nos données en Allemagne ?', 'et en Norvège c’est bon ?', /EEE.*adéquation/],
    ['Qui contrôle un projet de moins de 1 M€ ?', 'et entre les deux ?', /ministères/],
    ['Qui a droit au cloud NUBO ?', 'les armées aussi ?', /Armées.*propre cloud/],
    ['Que dit la note sur Office 365 ?', 'qui l’a signée ?', /Nadi Bou Hanna/],
    ['Un ministre peut-il accorder seul la dérogation à R9 ?', 'qui d’autre ?', /Premier ministre/],
    ['Ministère, refonte à 70 % d’une application : cloud obligatoire ?', 'et à 35 % ?', /^R6 ne vise que/],
    ['Projet d’un ministère à 20 M€ : qui contrôle ?', 'disons plutôt 5', /^De 1 à 9 M€/],
    ['Projet d’un ministère à 20 M€ : qui contrôle ?', 'et à 600 ?', /^Sous 1 M€/],
    ['Projet d’un ministère à 20 M€ : qui contrôle ?', 'entre les deux, mettons 6 ?', /^De 1 à 9 M€/],
    ['Ministère, projet de 3 M€ hors cloud : que fournir ?', 'non, 15 M€', /Au-delà de 9 M€/],
    ['Can we host personal data outside the EU?', 'and in Japan?', /adequacy/],
    ['Que dit la règle R11 ?', 'et la suivante ?', /R12/],
    ['Que dit R8 ?', 'celle d’avant ?', /R7/],
    ['Qui apprécie si les données sont sensibles ?', 'selon quelle démarche ?', /DICT|analyse/],
    ['Le FTAP finance-t-il une migration ?', 'on s’adresse à qui ?', /@|DINUM|contact/i],
    ['Peut-on mettre nos mails sur Office 365 ?', 'et Bleu ?', /Bleu/],
    ['Que dit R13 ?', 'des exceptions ?', /^En l'absence de solutions sur étagère/],
    [
      'Doit-on éviter le sur-mesure ?',
      'il y a une dérogation possible ?',
      /^En l'absence de solutions sur étagère/,
    ],
    ['Que dit R6 ?', 'on peut y déroger ?', /^L'équipe qui souhaite déroger à R6/],
    ['Que dit R14 ?', 'sans exception ?', /^Non : pour les outils collaboratifs/],
    ['Que dit R9 ?', 'et des dispenses ?', /^Oui, à titre transitoire/],
    ['What does R6 say?', 'any exceptions?', /^Breaking from R6/],
    ['Existe-t-il une aide à la qualification SecNumCloud ?', 'combien ?', /millions? d'euros/],
    ['Existe-t-il une aide à la qualification SecNumCloud ?', 'et quelle enveloppe ?', /millions? d'euros/],
    ['Existe-t-il une aide pour obtenir SecNumCloud ?', 'combien ?', /millions? d'euros/],
    ['Que dit R5 ?', 'des exceptions ?', /Plusieurs lectures/],
    ['Le FTAP finance-t-il une migration ?', 'quel montant ?', /Plusieurs lectures/],
  ])('« %s », then « %s »', async (first, second, expected) => {
    await ask(first);
    expect(await follow(second)).toMatch(expected);
  });

  it('what was declared before still holds two turns later', async () => {
    await ask('Ministère, SIRH chez Azure, secret protégé et risque pour l’ordre public. Autorisé ?');
    const second = await conversations.continueTurn('et chez NUBO ?', at('$2'));
    if (second === null) throw new Error('stands alone');
    await conversations.remember(second.answer, at('$2'));
    expect(second.answer.trace?.declared).toMatchObject({ facts: { hebergement: 'interne', secret: true } });
    expect(await follow('et chez Outscale ?', at('$3'))).toMatch(/SecNumCloud/);
  });

  it('what no card plainly answers is asked back, and can then be chosen', async () => {
    await ask('Que dit R5 ?');
    const back = await conversations.continueTurn('des exceptions ?', at('$2'));
    if (back === null) throw new Error('stands alone');
    expect(back.answer).toMatchObject({ kind: 'clarify', choices: { length: 3 } });
    await conversations.remember(back.answer, at('$2'));
    const chosen = await conversations.continueTurn('2', at('$3'));
    expect(chosen?.answer.kind).toBe('passages');
  });

  it('what is said to come beside what was said adds to it, and what replaces it does not', async () => {
    await ask('Ministère, données RH chez Outscale : faut-il SecNumCloud ?');
    const added = await conversations.continueTurn('et il y a aussi des données de santé', at('$2'));
    expect(added?.answer.trace?.facts).toMatchObject({
      donnees: ['rh', 'sante'],
      fournisseur: 'Outscale',
    });
    const put = await conversations.continueTurn('en fait ce sont des données de santé', at('$2'));
    expect(put?.answer.trace?.facts).toMatchObject({ donnees: ['sante'] });
  });

  it.each([
    ['Ministère, SIRH chez Azure : faut-il SecNumCloud ?', 'pas de secret', /RGPD|personnelles/],
    ['Données fiscales nominatives, SecNumCloud obligatoire ?', 'on est à la DGFiP', /^À évaluer/],
    ['Projet d’un ministère à 8 M€ : qui contrôle ?', 'hors cloud', /étude comparative/],
    ['Données de santé chez un hébergeur HDS, un ministère, ok ?', 'nous sommes une région', /collectivités/],
    [
      'Ministère, 4 M€, on reste sur nos serveurs : qui contrôle ?',
      'et si on passe au cloud ?',
      /^(?!.*déroge)/,
    ],
    ['On peut utiliser Zoom ?', 'et Tchap ?', /^Tchap est/],
    ['Que dit R10 ?', 'combien ça coûte ?', /^Le corpus ne le dit pas/],
    ['Quels sont les seuils de contrôle ?', 'HT ou TTC ?', /coût complet/],
    ['Which data are particularly sensitive?', 'an example?', /medical/],
    ['Faut-il plusieurs zones ?', 'pourquoi ?', /^Parce que.* : {2}?(?!Oui)/],
    ['Notre ministre veut déroger à R9, cela suffit ?', 'qui d’autre ?', /^La dérogation/],
    ['Que dit R4 ?', 'donc ?', /^Dans ces limites/],
    ['Notre école est-elle dans le champ ?', 'où on vérifie ça ?', /jaune/],
    ['Peut-on mettre les mails d’un ministère chez Microsoft ?', 'pourquoi ?', /données sensibles/],
    ['Recette et développement doivent-ils aller dans le cloud ?', 'et les bacs à sable ?', /bac à sable/],
  ])('« %s », then « %s », goes on', async (first, second, expected) => {
    await ask(first);
    expect(await follow(second)).toMatch(expected);
  });

  it('what is told without a question starts afresh where nothing of it is a fact', async () => {
    await ask('Ministère, SIRH chez Azure : faut-il SecNumCloud ?');
    for (const said of ['la réversibilité', 'explique la règle des zones', 'R5'])
      expect(await follow(said)).toBe('stands alone');
  });

  it('a doubt about choices leaves them open', async () => {
    await ask('Que dit R5 ?');
    const back = await conversations.continueTurn('des exceptions ?', at('$2'));
    if (back === null) throw new Error('stands alone');
    await conversations.remember(back.answer, at('$2'));
    expect((await conversations.continueTurn('t’es sûr ?', at('$3')))?.answer.kind).toBe('clarify');
  });

  it('a verdict that what is new does not change says so, and only then', async () => {
    await ask('Ministère, secret défense et risque pour la sécurité publique, chez Azure : autorisé ?');
    expect(await follow('et chez OVH ?')).toMatch(/^Cela ne change pas la réponse : .*SecNumCloud/);
    expect(await follow('et pour une mairie ?')).not.toMatch(/Cela ne change pas/);
    expect(await follow('il manque quoi ?')).not.toMatch(/Cela ne change pas/);
  });

  it('« plus court » keeps the first sentence, and names its source', async () => {
    await ask('Quels outils collaboratifs sont proposés aux agents ?');
    const short = await conversations.continueTurn('plus court', at('$2'));
    expect(short?.answer.blocks.map(({ kind }) => kind)).toEqual(['paragraph']);
    expect(short?.answer.citations.length).toBeGreaterThan(0);
  });

  it.each([
    'Qui contrôle un projet de 12 M€ ?',
    'Rien à voir : qui finance ?',
    'autre sujet, combien de temps ?',
  ])('« %s » starts afresh', async (second) => {
    await ask('Un ministère doit-il prendre du SecNumCloud ?');
    expect(await follow(second)).toBe('stands alone');
  });

  it.each([
    ['not addressed to us', at('$2', {}, MINUTE, 'none')],
    ['of somebody else', at('$2', { sender: '@anne:example.org' }, MINUTE)],
    ['in another thread', at('$2', { thread: '$autre' }, MINUTE)],
    ['after a quarter of an hour', at('$2', {}, 16 * MINUTE)],
  ])('%s, follows nothing', async (_, where) => {
    await ask('Peut-on déroger à R9 ?');
    expect(await follow('combien de temps ?', where)).toBe('stands alone');
  });

  it('in reply to our answer, follows it, whoever replies', async () => {
    await ask('Peut-on déroger à R9 ?');
    const where = at('$2', { sender: '@anne:example.org', repliesTo: '$reponse' }, MINUTE);
    expect(await follow('combien de temps ?', where)).toMatch(/12 mois/);
  });

  it('follows the question as it was edited', async () => {
    await ask('Une commune est-elle concernée ?');
    await ask('Peut-on déroger à R9 ?', at('$1b', { replaces: '$1' }));
    expect(await follow('combien de temps ?')).toMatch(/12 mois/);
  });

  it('nothing of what was written is kept', async () => {
    const kept: unknown[] = [];
    const store = createMemoryConversations();
    const spied = { ...store, save: async (turn: unknown) => void kept.push(turn) };
    conversations = createConversations({ store: spied, answerer: { ...cards, answer } });
    await ask('Ministère Zorglub, SIRH de Mme Martin chez Azure, secret protégé. Autorisé ?');
    expect(JSON.stringify(kept)).not.toMatch(/zorglub|martin|autoris/i);
  });
});
