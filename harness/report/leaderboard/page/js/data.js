// The data of the page (harness/report/leaderboard/page_data.h), with names for the members of its lists.

const data = JSON.parse(byId('data').textContent);

for (const [index, row] of data.rows.entries()) {
  row.index = index;
  row.name = `${row.model} (${row.language})`;
  row.cells = row.cells.map((cell) => cell && {
    mean: cell[0], best: cell[1], passed: cell[2] / cell[4], complete: cell[3] / cell[4], count: cell[4],
    passedCount: cell[2], completeCount: cell[3], samples: cell[5],
  });
}
for (const [index, problem] of data.problems.entries()) problem.index = index;
data.samples = data.samples.map((sample, index) => ({
  index, row: data.rows[sample[0]], problem: data.problems[sample[1]], name: sample[2],
  verdict: data.verdicts[sample[3]], passed: (sample[4] & 1) !== 0, complete: (sample[4] & 2) !== 0,
  score: sample[5], scores: sample[6], costs: sample[7], code: sample[8], detail: sample[9],
  notes: sample[10], outcome: sample[11],
}));

const unitWords = data.cost === 'time' ? 'ns of CPU time' : 'instructions';

const metricOf = (row, name) => row.metrics[data.metrics.indexOf(name)] ?? null;

// What a row's samples of a problem are held against: a language's reference, as that row's run measured it.
function referenceOf(problem, row) {
  return problem.references.find((one) => one.language === row.language && one.runs.includes(row.run)) ?? null;
}

const weightedLevels = (problem) => [...problem.weights.keys()].filter((level) => problem.weights[level] > 0);
