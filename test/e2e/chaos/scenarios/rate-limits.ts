import { json, page } from '../../support/fault-actions.ts';
import type { Action } from '../../support/fault-proxy.ts';
import type { Measured } from '../measured.ts';
import type { Scenario, Stage } from '../scenario.ts';
import { untilStruck } from '../waiting.ts';

const limited = (fields: object, header?: string): Action => {
  const body = { errcode: 'M_LIMIT_EXCEEDED', error: 'Too Many Requests', ...fields };
  return json(429, body, header === undefined ? {} : { 'retry-after': header });
};

const FORMS: readonly { readonly name: string; readonly what: Action }[] = [
  { name: 'retry_after_ms', what: limited({ retry_after_ms: 700 }) },
  { name: 'Retry-After en secondes', what: limited({}, '1') },
  { name: 'Retry-After en date', what: limited({}, new Date(Date.now() + 2000).toUTCString()) },
  { name: 'Retry-After passé', what: limited({}, 'Wed, 21 Oct 2015 07:28:00 GMT') },
  { name: 'les deux, qui se contredisent', what: limited({ retry_after_ms: 700 }, '30') },
  { name: 'aucun', what: limited({}) },
  { name: 'zéro', what: limited({ retry_after_ms: 0 }) },
  { name: 'négatif', what: limited({ retry_after_ms: -5000 }) },
  { name: 'en lettres', what: limited({ retry_after_ms: 'bientôt' }, 'bientôt') },
  { name: 'sans code de Matrix', what: json(429, { message: 'slow down' }) },
  { name: 'en HTML', what: page(429) },
];

const throughForms = async (stage: Stage): Promise<Measured> => {
  const field = await stage.shared();
  const questions = field.questions();
  const missing: string[] = [];
  for (const { name, what } of FORMS) {
    const fault = field.proxy.inject({ on: () => true, what, times: 6 });
    const asked = await questions.ask(3);
    await untilStruck(fault, 2);
    await questions.untilAnswered(asked);
    fault.remove();
    if ((await questions.waiting(asked)).length > 0) missing.push(name);
  }
  const counted = await questions.count();
  return {
    ...counted,
    broken: [...(counted.broken ?? []), ...missing],
    note: `${FORMS.length} formes : ${FORMS.map(({ name }) => name).join(', ')}`,
  };
};

export const rateLimits: readonly Scenario[] = [
  {
    name: '429',
    fault: 'le serveur limite (429), sous toutes ses formes',
    goal: 'tout finit par partir',
    play: throughForms,
  },
];
