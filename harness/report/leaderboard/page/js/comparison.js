// Which rows are compared: they have a colour, the same in every chart. Others stay grey.

const kMostCompared = 8;
const compared = [];  // row indices; the place in it is the colour, null a free one
const comparisonListeners = [];

const colourOf = (row) => {
  const place = compared.indexOf(row.index);
  return place < 0 ? null : place;
};
const comparedRows = () => compared.filter((index) => index !== null).sort((a, b) => a - b).map((index) => data.rows[index]);

// What tells languages apart where colours tell models apart.
const languages = [...new Set(data.rows.map((row) => row.language))].sort();
const symbolOf = (row) => ['circle', 'rect', 'triangle', 'diamond'][languages.indexOf(row.language) % 4];
const dashOf = (row) => ['solid', [5, 3], [2, 2], [9, 3]][languages.indexOf(row.language) % 4];

// False if there are as many already.
function setCompared(row, wanted) {
  const place = compared.indexOf(row.index);
  if (wanted && place < 0) {
    const free = compared.indexOf(null);
    if (free >= 0) compared[free] = row.index;
    else if (compared.length < kMostCompared) compared.push(row.index);
    else return false;
  } else if (!wanted && place >= 0) {
    compared[place] = null;
  }
  for (const listener of comparisonListeners) listener();
  return true;
}

for (const row of data.rows.slice(0, 6)) compared.push(row.index);
