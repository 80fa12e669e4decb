import type { RuleCitation } from '../citation.ts';

/** DINUM's note of 15 September 2021 on Office 365, written under the version of 2021 of R9. Verbatim. */
const n = (passage: string, quote: string): RuleCitation => ({ passage: `note-o365-2021#${passage}`, quote });

export const NOTE_2021_FROM = '2021-09-15';

export const NOTE_NON_CONFORME = n(
  '3.non-conformite',
  "la migration de ces solutions vers l'offre Office 365 de Microsoft n'est pas conforme à la doctrine Cloud au Centre.",
);
export const NOTE_DEROGATION = n(
  '3.derogation',
  'pour les éventuels projets très avancés au 5 juillet 2021, une dérogation pourra être accordée sous la responsabilité de votre ministre.',
);
export const NOTE_SERVICES_ADMIS = n(
  '3.derogation',
  'Cette dérogation se limiterait aux seuls services de messagerie et de drive personnel, « pour une durée limitée à 12 mois après la date à laquelle une offre de cloud acceptable sera disponible en France ».',
);
export const NOTE_SERVICES_EXCLUS = n(
  '3.services-exclus',
  "En revanche elle ne peut concerner les services documentaires, collaboratifs, de messagerie instantanée, d'audioconférence, de visioconférence et de webinaire",
);
