import type { Bot } from './bot.ts';
import type { Person } from './person.ts';

/**
 * What the bot has written on its outputs and should not have: secrets, user ids, room ids, words that people have
 * sent. Empty when all is well; each leak is named by its kind and what was found.
 */
export const leaks = async (
  bot: Bot,
  people: readonly Pick<Person, 'seen'>[],
): Promise<readonly string[]> => {
  const output = bot.output();
  if (!output.includes('"msg":"started"')) throw new Error('the output of the bot was not collected');
  const found: string[] = bot.secrets().filter((secret) => output.includes(secret));
  found.push(
    ...(output.match(/[@!][\w.=/-]+:[\w.-]+\.gouv\.fr/g) ?? []),
    ...(output.match(/syt_\w+/g) ?? []),
  );
  for (const person of people)
    for (const { sender, body } of await person.seen()) {
      // Short words ("oui", "a") are found in any text.
      if (sender !== bot.userId && body.length > 5 && output.includes(body)) found.push(body);
    }
  return found;
};
