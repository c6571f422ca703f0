// Sorts and filters the table of models, which is there without scripts too.

const modelRows = [...document.querySelectorAll('#models-table tbody tr')];
const dataRow = (tableRow) => data.rows[Number(tableRow.dataset.row)];

function sortValue(tableRow, column) {
  const cell = tableRow.children[column];
  if (cell.dataset.value !== undefined) return Number(cell.dataset.value);
  return cell.classList.contains('number') ? null : cell.textContent.trim().toLowerCase();
}

// Rows without a value come last whichever way; equals stay as they were.
function sortModels(heading, direction) {
  const column = [...heading.parentNode.children].indexOf(heading);
  const sign = direction === 'ascending' ? 1 : -1;
  modelRows.sort((a, b) => {
    const [first, second] = [sortValue(a, column), sortValue(b, column)];
    if (first === null || second === null) return (first === null) - (second === null);
    return first < second ? -sign : first > second ? sign : 0;
  });
  document.querySelector('#models-table tbody').append(...modelRows);
  for (const other of heading.parentNode.children) other.removeAttribute('aria-sort');
  heading.setAttribute('aria-sort', direction);
  byId('models-table').classList.toggle('by-rank', heading.dataset.sort === 'rank' && sign === 1);
  document.dispatchEvent(new Event('modelschange'));
}

function makeSortable() {
  for (const heading of document.querySelectorAll('#models-table th[data-sort]')) {
    const descendingFirst = heading.dataset.sort === 'number';
    const button = element('button', {type: 'button', class: 'sort'}, ...heading.childNodes);
    heading.replaceChildren(button);
    button.addEventListener('click', () => {
      const now = heading.getAttribute('aria-sort');
      const first = descendingFirst ? 'descending' : 'ascending';
      const other = descendingFirst ? 'ascending' : 'descending';
      sortModels(heading, now === first ? other : first);
    });
  }
}

// Rows that the filters leave, in the order of the table.
const shownRows = () => modelRows.filter((row) => !row.hidden).map(dataRow);

function filterModels() {
  const text = byId('filter-text').value.trim().toLowerCase();
  const language = byId('filter-language').value;
  const onlyCompared = byId('filter-compared').checked;
  for (const tableRow of modelRows) {
    const row = dataRow(tableRow);
    tableRow.hidden = !row.model.toLowerCase().includes(text) || (language !== '' && row.language !== language) ||
      (onlyCompared && colourOf(row) === null);
  }
  const k = byId('filter-k').value;
  for (const cell of document.querySelectorAll('#models-table .metric')) {
    cell.hidden = k !== '' && cell.dataset.k !== '' && cell.dataset.k !== k;
  }
  byId('filter-status').textContent = `${grouped(shownRows().length)} of ${plural(data.rows.length, 'row')}`;
  document.dispatchEvent(new Event('modelschange'));
}

function showComparison() {
  for (const tableRow of modelRows) {
    const colour = colourOf(dataRow(tableRow));
    tableRow.querySelector('.swatch').className = colour === null ? 'swatch' : `swatch c${colour}`;
    tableRow.querySelector('input').checked = colour !== null;
  }
  const rows = comparedRows();
  byId('compared-names').replaceChildren(...(rows.length === 0 ? ['none'] : rows.map((row) =>
    element('span', {class: 'legend'}, element('span', {class: `swatch c${colourOf(row)}`}), shortened(row.name, 40)))));
  byId('language-signs').textContent = languages.length < 2 ? ''
    : `Circles and solid lines are ${languages[0]}, squares and dashed lines ${languages[1]}.`;
}

function startModels() {
  makeSortable();
  for (const tableRow of modelRows) {
    const row = dataRow(tableRow);
    const box = element('input', {type: 'checkbox', 'aria-label': `compare ${shortened(row.name, 80)}`});
    box.addEventListener('change', () => {
      if (!setCompared(row, box.checked)) {
        box.checked = false;
        byId('filter-status').textContent = `At most ${kMostCompared} rows can be compared; take one out first.`;
      }
    });
    tableRow.querySelector('.compare').append(box);
  }
  byId('filter-language').append(...languages.map((one) => element('option', {value: one}, one)));
  const ks = [...new Set(data.metrics.map((name) => name.split('@')[1]).filter(Boolean))];
  byId('filter-k').append(...ks.map((k) => element('option', {value: k}, k)));
  byId('k-label').hidden = ks.length < 2;
  const form = byId('filters');
  form.hidden = false;
  form.addEventListener('input', filterModels);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.querySelector('#models-table [data-sort=rank]').setAttribute('aria-sort', 'ascending');
  byId('models-table').classList.add('by-rank');
  comparisonListeners.push(showComparison, () => { if (byId('filter-compared').checked) filterModels(); });
  showComparison();
  filterModels();
}
