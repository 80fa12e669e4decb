import type { Answer } from '../../knowledge/answer/answer.ts';
import { code } from '../../knowledge/answer/text.ts';
import type { Catalogue } from '../../knowledge/catalogue/catalogue.ts';
import { findOffers } from '../../knowledge/catalogue/find.ts';
import type { Corpus } from '../../knowledge/corpus/corpus.ts';
import { concernsLaterLaw, type LaterLaw, laterLawNotice } from '../../knowledge/later-law/later-law.ts';
import { bullets, echo, type Frame, frame, paragraph, refused } from '../answers.ts';
import type { Command } from '../command.ts';
import { briefOffers } from './brief.ts';
import { internalClouds, offersInProgress, officeOffers } from './others.ts';
import { qualifiedOffers } from './qualified.ts';
import { type OffersRequest, readOffersRequest } from './request.ts';
import { sourceLine } from './wording.ts';

/** `!offres`: the catalogue of SecNumCloud offers at the day of the question, and the State's internal clouds. */
export const createOffres = (corpus: Corpus, catalogue: Catalogue, laterLaw: LaterLaw): Command => ({
  name: 'offres',
  aliases: ['offre', 'catalogue'],
  summary: 'offres SecNumCloud, en cours, internes ou bureautiques',
  usage: [
    '!offres secnumcloud [iaas|paas|caas|saas] [fournisseur]',
    '!offres internes',
    '!offres en-cours',
    '!offres bureautique',
  ],
  effect:
    'Lit le catalogue daté du robot, calcule les échéances au jour de la demande et donne l’adresse officielle où vérifier.',
  examples: [
    '!offres secnumcloud',
    '!offres secnumcloud paas',
    '!offres secnumcloud iaas outscale',
    '!offres internes',
    '!offres en-cours',
    '!offres bureautique',
  ],
  right: 'everyone',
  run: (invocation) => {
    const common = frame(invocation, corpus.version);
    const answer = answerTo(readOffersRequest(invocation.args), corpus, catalogue, common);
    const later = concernsLaterLaw(laterLaw, answer.citations)
      ? laterLawNotice(laterLaw, invocation.today, invocation.lang)
      : null;
    return later === null ? answer : { ...answer, notices: [...answer.notices, later] };
  },
  brief: (invocation) => {
    const common = frame(invocation, corpus.version);
    const request = readOffersRequest(invocation.args);
    const whole = answerTo(request, corpus, catalogue, common);
    return request.list === 'secnumcloud'
      ? briefOffers(whole, catalogue, request, { ...common, lang: invocation.lang })
      : whole;
  },
});

const answerTo = (request: OffersRequest, corpus: Corpus, catalogue: Catalogue, common: Frame): Answer => {
  switch (request.list) {
    case 'secnumcloud':
      return qualifiedOffers(corpus, catalogue, request, common);
    case 'internes':
      return internalClouds(corpus, common);
    case 'en-cours':
      return offersInProgress(catalogue, request, common);
    case 'bureautique':
      return officeOffers(corpus, catalogue, common);
    case null:
      return withoutList(request, corpus, catalogue, common);
  }
};

/** `!offres iaas` and `!offres outscale` say enough; anything else is refused with the lists. */
const withoutList = (request: OffersRequest, corpus: Corpus, catalogue: Catalogue, common: Frame): Answer => {
  if (request.words === '' && request.services.length === 0) return choices(catalogue, common);
  if (findOffers(catalogue, request.words).length > 0)
    return qualifiedOffers(corpus, catalogue, request, common);
  return refused(common, {
    title: 'Offres',
    code: 'LISTE_INCONNUE',
    explain: [
      `Lu : « ${echo(request.words)} », qui n’est ni une liste ni un fournisseur du catalogue. Listes : secnumcloud, internes, en-cours, bureautique.`,
    ],
    example: '!offres secnumcloud iaas',
    data: { command: 'offres' },
  });
};

const choices = (catalogue: Catalogue, common: Frame): Answer => {
  const count = (status: string) => catalogue.offers.filter((offer) => offer.status === status).length;
  return {
    ...common,
    kind: 'report',
    title: 'Offres de cloud',
    blocks: [
      bullets([
        [code('!offres secnumcloud'), ` : offres qualifiées (${count('qualified')} au catalogue)`],
        [code('!offres secnumcloud iaas outscale'), ' : par niveau de service, par fournisseur'],
        [code('!offres en-cours'), ` : qualifications en cours (${count('in_progress')} au catalogue)`],
        [code('!offres internes'), ' : clouds internes de l’État'],
        [code('!offres bureautique'), ' : bureautique et outils collaboratifs'],
      ]),
      paragraph(...sourceLine(catalogue, 'qualified')),
    ],
    notices: [],
    citations: [],
    data: { command: 'offres', list: null, catalogueDate: catalogue.date },
  };
};
