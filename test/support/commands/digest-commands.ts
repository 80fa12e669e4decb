import type { Command } from '../../../commands/command.ts';
import { createAcquitter } from '../../../commands/digest/acquitter.ts';
import { createDigest } from '../../../commands/digest/digest.ts';
import { createDigestReaction } from '../../../commands/digest/reaction.ts';
import { createReporter } from '../../../commands/digest/reporter.ts';
import type { DigestTools } from '../../../commands/digest/tools.ts';
import type { Answer } from '../../../knowledge/answer/answer.ts';
import type { Entry } from '../../../knowledge/register/derogation.ts';
import { fresh, mark } from '../register.ts';
import { digestTools } from './digest.ts';
import type { Said } from './register-commands.ts';
import { conversation, invocation } from './rule-commands.ts';

/** The commands of the digest, said by a moderator of a private room on Sunday 22 November 2026 unless told. */
export const digestCommands = (fields: Partial<DigestTools> = {}) => {
  const tools = digestTools(fields);
  const commands = new Map<string, Command>(
    [createDigest(tools), createAcquitter(tools), createReporter(tools)].map((command) => [
      command.name,
      command,
    ]),
  );
  const asked = ({ today, now, attachment: _, ...said }: Said, args: string) => ({
    ...invocation(args, { conversation: conversation({ right: 'moderator', ...said }) }),
    ...(today === undefined ? {} : { today }),
    ...(now === undefined ? {} : { now }),
  });
  return {
    tools,
    /** Writes a derogation down in the room; its number follows. */
    add: (entry: Partial<Entry>, roomId = conversation().roomId) =>
      tools.store.add(
        roomId,
        'ajout',
        [fresh({ offre: null, offre_acceptable: null, ...entry })],
        mark(crypto.randomUUID()),
      ),
    say: async (text: string, said: Said = {}): Promise<Answer> => {
      const [, name = '', args = ''] = /^!(\w+)\s*(.*)$/s.exec(text) ?? [];
      const command = commands.get(name);
      if (command === undefined) throw new Error(`no command in ${text}`);
      return command.run(asked(said, args));
    },
    react: (key: string, cause: string | null, said: Said = {}): Promise<Answer | null> =>
      createDigestReaction(tools)({ key, cause }, asked(said, '')),
  };
};
