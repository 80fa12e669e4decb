import type { RuleCitation } from '../../knowledge/rules/citation.ts';
import * as c from '../../knowledge/rules/texts/circulaire.ts';

/**
 * The same words in the courtesy translation of the circular, for an answer in English; those that it does not hold, or
 * holds without a condition of the French (immunity « en dehors d'un accord international »), stay in French.
 */
export const inEnglish = (citation: RuleCitation): RuleCitation => TRANSLATED.get(citation) ?? citation;

const e = (passage: string, quote: string): RuleCitation => ({
  passage: `circulaire-2023.en#${passage}`,
  quote,
});

const TRANSLATED: ReadonlyMap<RuleCitation, RuleCitation> = new Map([
  [
    c.R9_CONDITIONS,
    e(
      'R9.secnumcloud',
      'If the IT system or application processes data, whether personal or not, that is particularly sensitive and whose compromise is likely to result in a breach of public order, public security, the health and life of individuals or the protection of intellectual property',
    ),
  ],
  [
    c.R9_CONSEQUENCE,
    e(
      'R9.secnumcloud',
      'the selected commercial cloud offering must meet the SecNumCloud qualification (or a European qualification guaranteeing at least an equivalent level, in particular in terms of cybersecurity) and be immune to unauthorised access by third party public authorities.',
    ),
  ],
  [
    c.R9_NON_REQUIS,
    e(
      'R9.secnumcloud',
      'Otherwise, the use of a SecNumCloud-qualified commercial cloud offering that is immune from unauthorised third-party access is not required.',
    ),
  ],
  [
    c.R9_PRODUCTION,
    e(
      'R9.rgpd',
      'When using a commercial cloud offering, production and acceptance IT systems, including the elements necessary for their resilience, must comply with the following rule',
    ),
  ],
  [
    c.R9_DEROGATION,
    e(
      'R9.derogation',
      'As a transitional measure, for projects already underway, a derogation from the previous paragraph may be granted under the responsibility of the minister in charge of the project and after validation by the Prime Minister, but no later than 12 months after the date on which an acceptable cloud offering (i.e. one whose potential drawbacks are tolerable or compensable) becomes available in France.',
    ),
  ],
  [
    c.R6_EVOLUTION,
    e(
      'R6',
      'By extension, this rule applies to any existing digital product that undergoes a major upgrade (change of service provider, upgrades representing at least 50% of the manufacturing cost of the original product).',
    ),
  ],
  [
    c.R6_DEFAUT,
    e(
      'R6',
      'For all new IT projects, governmental IT teams and their service providers must, by default, rely on one or more in-house or commercial cloud offerings to cover the entire application production cycle',
    ),
  ],
  [
    c.R7,
    e(
      'R7',
      'Teams wishing to break from [R6] must document this to the Interministerial Digital Direction for any project with a total cost of at least one million euros and provide a comparative study of the economic, legal, business and security aspects between the scenarios.',
    ),
  ],
  [
    c.R8,
    e(
      'R8',
      'As a result of article 3 of decree no. 2019-1088 of 25 October 2019, the control of the "cloud first" doctrine is now integrated into the design control procedure for major governmental IT projects above nine million euros. Below this limit, this control is the responsibility of the ministries.',
    ),
  ],
  [c.R10, e('R10', 'Multi-cloud portability must be ensured.')],
  [
    c.R12,
    e(
      'R12',
      'Ministries can offer their staff on-demand software services in addition to those available in the interdepartmental collaboration toolkit.',
    ),
  ],
  [
    c.R13_SUR_ETAGERE,
    e(
      'R13',
      'In the absence of off-the-shelf solutions, they can undertake bespoke development limited to the specific scope in question.',
    ),
  ],
  [
    c.R14,
    e(
      'R14',
      "For the services mentioned in [R11] and [R12], it is imperative that the editor's infrastructure and services comply with rule [R9].",
    ),
  ],
]);
