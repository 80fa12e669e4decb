// Searches in the page; termsOf comes from search/terms.ts, put before this file by search/files.ts.
const SHOWN = 20;
const here = document.currentScript.src;
const form = document.querySelector('form.search');
const field = document.getElementById('mots');
const state = document.getElementById('etat');
const results = document.getElementById('resultats');

const load = (name) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = new URL(name, here).href;
    script.onload = resolve;
    script.onerror = () => reject(new Error(name));
    document.head.append(script);
  });

let opened;
/** Library and index, loaded once, at the first search; a failure may be tried again. */
const open = () => {
  opened ??= Promise.all([load('minisearch.js'), load('index-mots.js')])
    .then(() => {
      const { index, found, options } = self.indexMots;
      const search = self.MiniSearch.loadJS(index, {
        fields: options.fields,
        tokenize: (text) => [...termsOf(text)],
        processTerm: (term) => term,
      });
      return (words) => search.search(words, options.searchOptions).map(({ id }) => found[id]);
    })
    .catch((error) => {
      opened = undefined;
      throw error;
    });
  return opened;
};

const item = ({ kind, title, to, extract }) => {
  const line = document.createElement('li');
  const link = document.createElement('a');
  link.href = `../${to.slice(2)}`;
  link.textContent = title;
  const tag = document.createElement('span');
  tag.className = 'count';
  tag.textContent = kind;
  const words = document.createElement('p');
  words.textContent = extract;
  line.append(link, ' ', tag, words);
  return line;
};

const show = async (words) => {
  results.replaceChildren();
  if (words.trim() === '') {
    state.textContent = '';
    return;
  }
  state.textContent = 'Recherche…';
  try {
    const found = (await open())(words).slice(0, SHOWN);
    results.replaceChildren(...found.map(item));
    state.textContent =
      found.length === 0
        ? 'Rien ne contient ces mots. Essayez d’autres mots, ou posez la question au robot.'
        : `${found.length} résultat${found.length > 1 ? 's' : ''}, les plus proches d’abord.`;
  } catch {
    state.textContent = 'L’index ne s’est pas chargé. Vérifiez la connexion, puis cherchez de nouveau.';
  }
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const address = new URL(location.href);
  address.searchParams.set('q', field.value);
  try {
    history.replaceState(null, '', address);
  } catch {
    // A page opened from a folder may not change its address.
  }
  show(field.value);
});

field.value = new URLSearchParams(location.search).get('q') ?? '';
show(field.value);
