// A problem: its statement, what it costs, and how each model did.

const kKeptNames = ['best', 'median', 'worst'];

// Of two kept samples the second is the worst.
const keptName = (place, count) => (count === 2 && place === 1 ? 'worst' : kKeptNames[place]);

// A score, or the verdict of a sample that failed.
// Where no heading says which it is, `word` stands before it.
function sampleLink(index, word, hasHeading) {
  const sample = data.samples[index];
  const shown = sample.passed ? twoDigits(sample.score) : verdictWords(sample.verdict);
  return element('a', {class: sample.passed ? 'sample' : 'sample failed', href: sampleRoute(sample),
    'aria-label': hasHeading ? `${word} sample of ${shortened(sample.row.model, 80)}: ${shown}` : null}, hasHeading ? shown : `${word} ${shown}`);
}

function problemTable(problem, language) {
  const rows = data.rows.filter((row) => row.language === language);
  const table = dataTable(`Models on ${problem.id} in ${language}; scores open the samples`,
    [['model', false], ['eff@1', true], ['passed', true], ['finished', true], ...kKeptNames.map((name) => [name, true])],
    rows.map((row) => {
      const name = element('span', {}, element('span', {class: colourOf(row) === null ? 'swatch' : `swatch c${colourOf(row)}`}), element('span', {class: 'clip'}, row.model));
      const cell = row.cells[problem.index];
      if (!cell) return [name, '0', 'missing', '–', '–', '–', '–'];
      const kept = new Map(cell.samples.map((index, place) => [keptName(place, cell.samples.length), index]));
      return [name, twoDigits(cell.mean), `${cell.passedCount}/${cell.count}`, `${cell.completeCount}/${cell.count}`,
        ...kKeptNames.map((word) => (kept.has(word) ? sampleLink(kept.get(word), word, true) : '–'))];
    }));
  return scrolling(`Models on ${problem.id}`, table);
}

// The title stands above already.
function withoutTitle({statement, title}) {
  const [first, ...rest] = statement.split('\n');
  return title && first === `# ${title}` ? rest.join('\n') : statement;
}

function problemPanel({problem, language}) {
  const languages = [...new Set(data.rows.map((row) => row.language))].sort();
  const shown = languages.includes(language) ? language : languages[0];
  const costs = costChart(problem, shown);
  const reference = problem.references.find((one) => one.language === shown);
  const signature = problem.signatures[shown];
  const content = [
    element('p', {class: 'panel-kind'}, 'Problem'),
    element('h2', {id: 'panel-title', tabindex: '-1'}, problem.title || problem.id),
    element('p', {class: 'note wrap'}, [problem.title ? problem.id : '', problem.challenge, problem.tags.join(', ')].filter(Boolean).join(' · ')),
    languages.length > 1
      ? element('nav', {class: 'tabs', 'aria-label': 'Language'}, languages.map((one) =>
        element('a', {href: problemRoute(problem, one), 'aria-current': one === shown ? 'true' : null}, one)))
      : null,
    element('section', {class: 'statement'}, element('h3', {}, 'Statement'),
      problem.statement ? markdown(withoutTitle(problem))
        : element('p', {class: 'note'}, 'This run was made by an older effk and does not hold the statement.'),
      signature ? codeBlock(signature, shown) : null),
    costs.figure,
    element('section', {}, element('h3', {}, 'Models'), problemTable(problem, shown)),
    reference && reference.code !== null
      ? element('details', {class: 'code'}, element('summary', {}, `The reference in ${shown}`), pooledCode(reference.code, shown, ''))
      : null,
  ];
  return {content, charts: [costs]};
}
