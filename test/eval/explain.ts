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
for (const [at, { passage, score, signals, nearest }] of ranking.entries()) {
  const detail = Object.entries(signals)
    .map(([name, value]) => `${name} ${value.toFixed(2)}`)
    .join(', ');
  console.log(`${String(at + 1).padStart(2)}. ${score.toFixed(3)}  ${passage}\n      ${detail}`);
  if (nearest !== null) console.log(`      question la plus proche : ${nearest}`);
}
