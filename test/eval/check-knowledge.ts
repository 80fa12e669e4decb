import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { checkKnowledge, reviewKnowledge } from '../../knowledge/question/check-knowledge.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';

// npm run check:knowledge: what the data files get wrong (exit code 1), then what may be useless in them, which takes a
// ranking of every authored question; with --errors, the first alone.
const corpus = loadCorpus();
const knowledge = loadKnowledge();
const { errors, remarks } = process.argv.includes('--errors')
  ? { errors: checkKnowledge(corpus, knowledge), remarks: null }
  : reviewKnowledge(corpus, knowledge);
for (const error of errors) console.log(`erreur : ${error}`);
for (const remark of remarks ?? []) console.log(`remarque : ${remark}`);
console.log(
  [`${errors.length} erreur(s)`, ...(remarks === null ? [] : [`${remarks.length} remarque(s)`])].join(', '),
);
process.exitCode = errors.length > 0 ? 1 : 0;
