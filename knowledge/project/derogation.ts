import type { Values } from '../register/validate.ts';
import type { IsoDate } from '../rules/time/iso-date.ts';
import { readSheet } from './duties.ts';
import type { Sheet } from './sheet.ts';

/**
 * What a derogation of a room takes from its sheet where nothing else is said: the project, who carries it, and the
 * rule that what is declared departs from (R6 out of the cloud, unless it does not aim at the project; R9 where
 * SecNumCloud is required of a commercial offer).
 */
export const derogationOf = (sheet: Sheet, asOf: IsoDate): Values => {
  const { nom, porteur, hebergement } = sheet.facts;
  const found = readSheet(sheet, asOf)?.found;
  const derogatesR6 = hebergement === 'hors_cloud' && found?.r6?.vise !== false;
  const regle = derogatesR6 ? 'R6' : found?.sensibilite.outcome === 'SNC_REQUIS' ? 'R9' : null;
  return {
    ...(nom === null ? {} : { projet: nom }),
    ...(regle === null ? {} : { regle }),
    ...(porteur === null ? {} : { entite: porteur }),
  };
};
