import type { Absent } from './scenario.ts';

/** What this tool does not measure. */
export const absent: readonly Absent[] = [
  {
    name: '5000-membres',
    fault: 'un salon chiffré de 5 000 membres, 50 questions',
    why: 'sur un serveur simulé, à tour de rôle avec 7b12c2a : `node bench/large-room.ts` ; inscrire 5 000 comptes dans un Synapse prendrait plus longtemps que tout le reste',
  },
  {
    name: 'endurance',
    fault: '10 000 questions avec `--max-old-space-size=160`',
    why: 'plus longue que toutes les autres ensemble, sur un serveur simulé : `npm run bench:long`, sa figure dans [performance.md](performance.md)',
  },
  {
    name: '429-27-heures',
    fault: 'un 429 qui demande 27 heures',
    why: 'le robot attend au plus une heure : `test/bot/matrix/replacements` le tient avec une horloge simulée',
  },
  {
    name: 'coupure-de-courant',
    fault: 'le disque ment sur ce qu’il a écrit',
    why: 'un kill -9 laisse au noyau ce qui a été écrit ; il faudrait couper une machine virtuelle',
  },
  {
    name: 'autres-serveurs',
    fault: 'un autre serveur que Synapse, plusieurs serveurs fédérés',
    why: 'Tchap est fait de Synapse ; la fédération n’est pas ouverte entre deux Synapse locaux sans certificats',
  },
];
