import { answerBatch } from '../ask/batch.ts';
import { readArguments, usageError } from '../cli/arguments.ts';
import { readLines } from '../cli/lines.ts';
import { answerLocally, composeLocally } from '../local.ts';
import { renderJson } from '../render/json.ts';
import { renderText } from '../render/text.ts';
import { typeset } from '../render/typeset.ts';

const HELP = `Pose une question sans ouvrir de conversation.

  npm run --silent ask -- "Que dit la règle R9 ?"          la réponse, en texte
  npm run --silent ask -- "!seuil 3,5 M€"                  une commande
  npm run --silent ask -- --json "Que dit la règle R9 ?"   la réponse entière, en JSON
  npm run --silent ask -- --jsonl < questions.jsonl        une question par ligne, une réponse par ligne

Avec --jsonl, chaque ligne lue est un objet JSON : {"id": "q1", "question": "Que dit la règle R9 ?"}

Code de sortie : 0, répondu ou absent des textes ; 1, demande refusée ; 64, ligne de commande ; 65, textes.
`;

/** @returns the exit code */
export const main = async (): Promise<number> => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { json: { type: 'boolean' }, jsonl: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    process.stdout.write(typeset(HELP));
    return 0;
  }
  const question = positionals.join(' ');
  if (values.jsonl === true) {
    if (question !== '') throw usageError('Avec --jsonl, les questions se lisent sur l’entrée standard.');
    return batch();
  }
  if (question.trim() === '') throw usageError('Il manque la question, par exemple "Que dit la règle R9 ?".');
  return one(question, values.json === true);
};

const one = async (question: string, json: boolean): Promise<number> => {
  const handler = composeLocally(process.env);
  const answer = await answerLocally(handler, { text: question, conversation: 'ask', number: 1 });
  process.stdout.write(`${json ? renderJson(answer) : renderText(answer)}\n`);
  return answer.kind === 'refused' ? 1 : 0;
};

const batch = async (): Promise<number> => {
  const handler = composeLocally(process.env);
  for await (const record of answerBatch(handler, readLines(process.stdin))) {
    process.stdout.write(`${JSON.stringify(record)}\n`);
  }
  return 0;
};
