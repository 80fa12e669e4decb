import { answerLocally, composeLocally } from '../../bot/local.ts';
import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { createQuestionAnswerer } from '../../knowledge/question/answerer.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';

// npm run explain -- "question": how the question is read, whether it is answered, and why each passage got its rank.
const question = process.argv.slice(2).join(' ');
if (question.trim() === '') {
  console.error('Usage : npm run explain -- "Combien de temps dure une dérogation ?"');
  process.exit(2);
}

const { lang, read, terms, repairs, rules, decision, cards, ranking } = createQuestionAnswerer(
  loadCorpus(),
  loadKnowledge(),
).explain(question);

console.log(`lu            ${read} (${lang})`);
for (const repair of repairs) console.log(`corrigé       ${repair.read} → ${repair.understood}`);
if (rules.length > 0) console.log(`règles        ${rules.map((rule) => `R${rule}`).join(', ')}`);
console.log(
  `termes        ${Object.entries(terms)
    .map(([term, weight]) => (weight === 1 ? term : `${term}×${weight}`))
    .join(' ')}`,
);
console.log(
  `décision      ${decision.state} ${decision.code ?? ''} (confiance ${decision.confidence.toFixed(2)})`,
);
for (const { id, score, signals } of cards) {
  const detail = Object.entries(signals).map(([name, value]) => `${name} ${value.toFixed(2)}`);
  console.log(`fiche         ${score.toFixed(3)}  ${id} (${detail.join(', ')})`);
}
// By the path of a message: a plain request may call a command, and the rules may answer before the texts.
const answer = await answerLocally(composeLocally(process.env), {
  text: question,
  conversation: 'explain',
  number: 1,
});
const facts = Object.entries(answer.trace?.facts ?? {}).filter(
  ([, value]) => value !== null && (!Array.isArray(value) || value.length > 0),
);
if (facts.length > 0)
  console.log(`faits         ${facts.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(' ')}`);
console.log(`réponse       ${answer.kind} ${answer.data === undefined ? '' : JSON.stringify(answer.data)}`);
for (const [at, { passage, score, signals, nearest }] of ranking.entries()) {
  const detail = Object.entries(signals)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ');
  console.log(`${String(at + 1).padStart(2)}. ${score.toFixed(3)}  ${passage}\n      ${detail}`);
  if (nearest !== null) console.log(`      question la plus proche : ${nearest}`);
}
