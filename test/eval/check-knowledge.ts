import { loadCorpus } from '../../knowledge/corpus/load-corpus.ts';
import { reviewKnowledge } from '../../knowledge/question/check-knowledge.ts';
import { loadKnowledge } from '../../knowledge/question/load-knowledge.ts';

// npm run check:knowledge: what the data files get wrong (exit code 1), then what may be useless in them.
const { errors, remarks } = reviewKnowledge(loadCorpus(), loadKnowledge());
for (const error of errors) console.log(`erreur : ${error}`);
for (const remark of remarks) console.log(`remarque : ${remark}`);
console.log(`${errors.length} erreur(s), ${remarks.length} remarque(s)`);
process.exitCode = errors.length > 0 ? 1 : 0;
