// A sample: what it was, what became of it, and why it got its score.

// A level of a passing sample scores (T - cost) / (T - reference); what is 0 says why.
function levelRows(sample, reference) {
  const rows = [];
  let censored = false;
  for (const level of weightedLevels(sample.problem)) {
    const cost = sample.costs[level];
    const standard = reference?.costs[level] ?? null;
    const budget = reference?.budget ?? null;
    const known = cost !== null && cost <= budget;
    let why = 'the sample is not right';
    if (sample.passed && known && !censored) {
      why = `(${short(budget)} − ${short(cost)}) / (${short(budget)} − ${short(standard)})`;
    } else if (sample.passed) {
      why = censored ? 'an earlier level was not finished' : `ended by ${verdictWords(sample.verdict === 'accepted' ? 'budget_exceeded' : sample.verdict)}`;
      censored = true;
    }
    rows.push([String(level), String(sample.problem.weights[level]), standard === null ? '–' : grouped(standard),
      cost === null ? '–' : grouped(cost), cost === null || !standard ? '–' : `${twoDigits(cost / standard)}×`,
      sample.scores[level] === null ? '–' : sample.scores[level].toFixed(4), why]);
  }
  return rows;
}

function scoreSum(sample) {
  const levels = weightedLevels(sample.problem);
  const weights = levels.reduce((sum, level) => sum + sample.problem.weights[level], 0);
  const terms = levels.map((level) => `${sample.problem.weights[level]} × ${(sample.scores[level] ?? 0).toFixed(4)}`);
  return `score = (${terms.join(' + ')}) / ${weights} = ${sample.score.toFixed(4)}`;
}

function siblings(sample) {
  const cell = sample.row.cells[sample.problem.index];
  const others = [...cell.samples.entries()].filter(([, index]) => index !== sample.index);
  return others.length === 0 ? null : element('p', {class: 'note'}, `Other samples shown (of ${cell.count}): `,
    element('span', {class: 'samples'}, others.map(([place, index]) =>
      sampleLink(index, keptName(place, cell.samples.length), false))));
}

function samplePanel({sample}) {
  const {row, problem} = sample;
  const reference = referenceOf(problem, row);
  const name = `${row.model}/${problem.id}/${row.language}/${sample.name}`;
  const quoted = `'${name.replaceAll('\'', '\'\\\'\'')}'`;
  const command = element('code', {}, `effk report ${data.runs[row.run]}.effk --explain ${quoted}`);
  const content = [
    element('p', {class: 'panel-kind'}, 'Sample of ', element('a', {href: problemRoute(problem, row.language)}, problem.title || problem.id)),
    element('h2', {id: 'panel-title', tabindex: '-1'}, element('span', {class: 'wrap'}, row.model), ' ', element('span', {class: 'quiet'}, `${row.language}, sample ${sample.name}`)),
    element('p', {class: 'verdict'}, element('strong', {class: sample.complete ? 'good' : sample.passed ? 'half-good' : 'bad'}, verdictWords(sample.verdict)),
      ` ${sample.outcome}`),
    sample.detail ? element('p', {class: 'detail wrap'}, sample.detail) : null,
    element('section', {}, element('h3', {}, 'Why this score'),
      reference?.budget ? element('p', {class: 'note'}, `Budget T = ${grouped(reference.budget)} ${unitWords}: ${data.alpha} times the reference's dearest case. Costs are of a level's dearest case.`) : null,
      scrolling('Levels', dataTable('Level by level', [['level', true], ['weight', true], ['reference', true], ['cost', true], ['ratio', true], ['score', true], ['because', false]],
        levelRows(sample, reference))),
      element('p', {class: 'sum'}, sample.passed ? scoreSum(sample) : 'score = 0'),
      sample.notes.length > 0 ? element('ul', {class: 'notes'}, sample.notes.map((note) => element('li', {class: 'wrap'}, note))) : null,
      element('p', {class: 'note'}, 'All numbers, with what was taken off: ', command)),
    siblings(sample),
    element('section', {}, element('h3', {}, 'Code'), pooledCode(sample.code, row.language, command.cloneNode(true))),
    reference && reference.code !== null
      ? element('details', {class: 'code'}, element('summary', {}, 'The reference, to compare'), pooledCode(reference.code, row.language, ''))
      : null,
  ];
  return {content, charts: []};
}
