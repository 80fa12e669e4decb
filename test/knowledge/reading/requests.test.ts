import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../../knowledge/catalogue/catalogue.ts';
import { isInCatalogue } from '../../../knowledge/catalogue/provider-names.ts';
import { createRequestReader, loadRequests } from '../../../knowledge/reading/requests.ts';
import { readQuestionSet } from '../../eval/question-set.ts';

const words = loadRequests();
const read = createRequestReader(words, isInCatalogue(loadCatalogue()));
const asked = (sentence: string): string | null => {
  const found = read(sentence);
  return found === null ? null : `${found.how ? 'comment ' : ''}${found.command} ${found.args}`.trim();
};

describe('a sentence that asks for a command', () => {
  it.each(
    words.requests.flatMap((request) => request.examples.map((text) => [text, request] as const)),
  )('%s', (text, { command, args, how }) => {
    expect(read(text)).toMatchObject({ command, args: expect.stringContaining(args), how });
  });

  // Other words than those of the file.
  it.each([
    ['Donne-moi la liste des prestataires qualifiés SecNumCloud', 'offres secnumcloud'],
    ['Existe-t-il des offres SaaS labellisées ?', 'offres secnumcloud saas'],
    ['Qui dispose du visa ?', 'offres secnumcloud'],
    ['est-ce que NumSpot est certifié ?', 'offres secnumcloud numspot'],
    ['S3NS a-t-il le visa ?', 'offres secnumcloud s3ns'],
    ['does Oodrive hold the SecNumCloud qualification?', 'offres secnumcloud oodrive'],
    ['Any qualified SaaS offers available?', 'offres secnumcloud saas'],
    ['liste nos échéances de septembre', 'echeances septembre'],
    ['quelles échéances du registre sont dépassées ?', 'echeances'],
    ['show our deadlines', 'echeances'],
    ['Comment est-ce que j’enregistre une dérogation dans le registre ?', 'comment derogation ajouter'],
    ['j’aimerais enregistrer une nouvelle dérogation', 'derogation ajouter'],
    ['montrez le registre du salon', 'derogation lister'],
    ['je souhaite évaluer mon application', 'sensibilite'],
    ['start the sensitivity test', 'sensibilite'],
    ['peut-on recevoir un récapitulatif hebdomadaire ?', 'comment digest abonner'],
    ['comparaison entre 2021 et 2023', 'comparer 2021 2023'],
    ['quels documents utilisez-vous ?', 'source'],
    ['les commandes disponibles ?', 'aide'],
    ['which commands do you know?', 'aide'],
  ])('%s', (text, command) => expect(asked(text)).toBe(command));
});

describe('a question for the texts', () => {
  it.each(words.requests.flatMap(({ counter }) => counter))('%s', (text) => expect(read(text)).toBeNull());

  it.each([
    'Google est-il qualifié ?',
    'La doctrine exige-t-elle une offre SecNumCloud ?',
    'Quels hébergeurs qualifiés la FAQ recommande-t-elle ?',
    'Outscale n’a jamais été qualifié',
    'Les offres SecNumCloud sont-elles obligatoires ?',
    'NumSpot sur Outscale, est-ce qualifié ?',
    'Notre prestataire a le visa SecNumCloud',
    'Je ne veux aucune échéance',
    'Une dérogation est-elle inscrite au registre ?',
    'Nos données de test sont-elles sensibles ?',
    'What does the doctrine say about qualified providers?',
    'is an aid available?',
  ])('%s', (text) => expect(read(text)).toBeNull());

  it('is every question of the sets', () => {
    const all = ['dev', 'dev2', 'held-out', 'held-out-2'].flatMap((name) =>
      readQuestionSet(`${import.meta.dirname}/../../eval/sets/${name}.jsonl`),
    );
    expect(all.filter(({ question }) => read(question) !== null)).toEqual([]);
  });
});
