import { expect, it } from 'vitest';
import { digestCommands } from '../../support/commands/digest-commands.ts';
import { shown } from '../running.ts';

it('the digest of a room: when it comes and how to stop it; before, how to ask for it', async () => {
  const { say } = digestCommands();
  const before = shown(await say('!digest'));
  expect(before).toContain('Ce salon ne reçoit pas de digest. Pour le demander : !digest abonner lundi 9h.');
  await say('!digest abonner mercredi 10h');
  const after = await say('!digest');
  expect(shown(after)).toContain('Jour et heure : mercredi à 10h, heure de Paris');
  expect(shown(after)).toMatch(/Prochain digest : mercredi \d{2}\/\d{2}\/\d{4} à 10h/);
  expect(shown(after)).not.toContain('En pause');
  expect(shown(after)).not.toContain('ne reçoit pas');
  await say('!digest pause 10j');
  expect(shown(await say('!digest'))).toContain('En pause jusqu’au');
});
