// Every model on every problem: a table whose cells are coloured by score, so that it can be read aloud too.

// Numbers are written into the cells up to this many columns.
const kNumberedColumns = 24;
const kWideColumns = 10;

function heatClass(value) {
  if (value === 0) return 'h0';
  return value >= 1 ? 'h6' : `h${1 + Math.floor(value * 5)}`;
}
// Two digits and no leading zero: four of these must fit where one name does.
const heatText = (value) => (value >= 1 ? value.toFixed(1) : value === 0 ? '0' : value.toFixed(2).slice(1));

function orderedProblems(rows, order, value) {
  const values = (problem) => rows.map((row) => row.cells[problem.index]?.[value] ?? 0);
  const mean = (problem) => values(problem).reduce((sum, one) => sum + one, 0) / Math.max(1, rows.length);
  const spread = (problem) => Math.max(...values(problem)) - Math.min(...values(problem));
  const keys = {hard: mean, easy: (problem) => -mean(problem), spread: (problem) => -spread(problem)};
  const problems = [...data.problems];
  if (keys[order] && rows.length > 0) {
    const key = new Map(problems.map((problem) => [problem, keys[order](problem)]));
    problems.sort((a, b) => key.get(a) - key.get(b));
  }
  return problems;
}

function heatCell(row, problem, value) {
  const cell = row.cells[problem.index];
  const place = {'data-row': row.index, 'data-problem': problem.index};
  if (!cell) return element('td', {...place, class: 'none'}, '–');
  return element('td', {...place, class: heatClass(cell[value])}, heatText(cell[value]));
}

function drawHeatMap() {
  const rows = shownRows();
  const value = byId('map-value').value;
  const words = byId('map-filter').value.trim().toLowerCase();
  const matching = (problem) => [problem.id, problem.title, problem.challenge, ...problem.tags]
    .some((text) => text.toLowerCase().includes(words));
  const problems = orderedProblems(rows, byId('map-order').value, value).filter(matching);
  const table = element('table', {class: `map${rows.length > kNumberedColumns ? ' dense' : rows.length <= kWideColumns ? ' wide' : ''}`},
    element('caption', {class: 'unseen'}, `${byId('map-value').selectedOptions[0].textContent} of each model on each problem`),
    element('thead', {}, element('tr', {}, element('th', {scope: 'col', class: 'name'}, 'problem'),
      rows.map((row) => element('th', {scope: 'col', class: 'tall'}, element('span', {}, shortened(row.model, 24),
        element('span', {class: 'language'}, ` ${row.language}`)))))),
    element('tbody', {}, problems.map((problem) => element('tr', {},
      element('th', {scope: 'row', class: 'name'}, element('a', {href: problemRoute(problem)}, shortened(problem.id, 32))),
      rows.map((row) => heatCell(row, problem, value))))));
  byId('map').replaceChildren(table);
  byId('map-status').textContent = `${grouped(problems.length)} of ${plural(data.problems.length, 'problem')}`;
}

function hintOf(cell) {
  const row = data.rows[cell.dataset.row];
  const problem = data.problems[cell.dataset.problem];
  const scores = row.cells[problem.index];
  if (!scores) return [problem.id, row.name, 'missing: counts 0'];
  return [problem.id, row.name, `eff@1 ${twoDigits(scores.mean)}, best ${twoDigits(scores.best)}`,
    `${scores.passedCount} of ${scores.count} passed, ${scores.completeCount} finished`];
}

function showHint(cell) {
  const hint = byId('hint');
  hint.replaceChildren(tooltip(hintOf(cell).map((line) => shortened(line, 80))));
  hint.hidden = false;
  const box = cell.getBoundingClientRect();
  const left = Math.min(Math.max(4, box.left + box.width / 2 - hint.offsetWidth / 2), innerWidth - hint.offsetWidth - 4);
  const below = box.bottom + 6 + hint.offsetHeight < innerHeight;
  hint.style.left = `${left}px`;
  hint.style.top = `${below ? box.bottom + 6 : box.top - 6 - hint.offsetHeight}px`;
}

function startHeatMap() {
  const map = byId('map');
  const cellAt = (event) => event.target.closest?.('td[data-row]');
  map.addEventListener('mouseover', (event) => { if (cellAt(event)) showHint(cellAt(event)); });
  map.addEventListener('mouseleave', () => { byId('hint').hidden = true; });
  map.addEventListener('click', (event) => {
    const cell = cellAt(event);
    if (cell) location.hash = problemRoute(data.problems[cell.dataset.problem], data.rows[cell.dataset.row].language);
  });
  byId('map-key').replaceChildren(...[['0', 'h0'], ['.1', 'h1'], ['.3', 'h2'], ['.5', 'h3'], ['.7', 'h4'], ['.9', 'h5'], ['1 or more', 'h6']]
    .map(([text, heat]) => element('span', {class: heat}, text)));
  const form = byId('map-controls');
  form.addEventListener('input', drawHeatMap);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('modelschange', drawHeatMap);
  drawHeatMap();
}
