import type { Entry } from '../../knowledge/register/derogation.ts';

/** The questions of the guided addition. */
export const PROMPT: Record<keyof Entry, string> = {
  projet: 'Comment s’appelle le projet ?',
  regle: 'À quoi déroge-t-il ?',
  entite: 'Quelle entité le porte ?',
  accordee: 'Quel jour la décision a-t-elle été prise (par le ministre, ou par l’équipe pour R6) ?',
  validation_pm: 'Quel jour le Premier ministre l’a-t-il validée ?',
  offre_acceptable:
    'À quelle date une offre acceptable est-elle disponible en France ? Aucun texte ne la désigne : c’est l’appréciation de l’équipe, et le plafond en dépend.',
  fin: 'La décision fixe-t-elle un dernier jour ? Sinon, « je ne sais pas ».',
  service: 'Pour quel service ?',
  dinum: 'Quel jour la dérogation a-t-elle été documentée auprès de la DINUM ?',
  etude: 'L’étude comparative est-elle faite ?',
  reexamen: 'À quelle date l’équipe veut-elle la réexaminer ?',
  offre: 'Quelle offre le projet utilise-t-il ?',
  responsable: 'Qui en répond, et sera prévenu des échéances ?',
  reference: 'Quelle est la référence de la décision ?',
};
