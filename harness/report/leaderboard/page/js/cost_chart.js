// What a problem costs, level by level on a log scale: each model's best sample, the reference, the budget.

// Bounds of the scale at 1, 2 or 5 times a power of ten, a little beyond the values.
function logBounds(values) {
  const steps = [1, 2, 5, 10];
  const bound = (value, down) => {
    const power = 10 ** Math.floor(Math.log10(value));
    const around = down ? steps.filter((step) => step * power <= value).at(-1) : steps.find((step) => step * power >= value);
    return around * power;
  };
  return [bound(Math.min(...values) * 0.8, true), bound(Math.max(...values) * 1.1, false)];
}

function costChart(problem, language) {
  const rows = data.rows.filter((row) => row.language === language && row.cells[problem.index]);
  const reference = problem.references.find((one) => one.language === language) ?? null;
  const levels = weightedLevels(problem);
  const bestOf = (row) => data.samples[row.cells[problem.index].samples[0]];
  // Costs are positive, but a log scale has no place for a 0 of a damaged run.
  const costsOf = (costs) => levels.map((level) => (costs[level] > 0 ? costs[level] : null));

  const make = (palette, width) => {
    const budget = reference?.budget ?? null;
    const lines = rows.map((row) => ({row, costs: costsOf(bestOf(row).costs)}));
    const known = [...lines.flatMap((line) => line.costs), ...(reference ? costsOf(reference.costs) : []), budget].filter((cost) => cost > 0);
    const [min, max] = known.length > 0 ? logBounds(known) : [1, 10];
    // Compared rows over grey ones, and their names; all have names where few are.
    lines.sort((a, b) => (colourOf(a.row) !== null) - (colourOf(b.row) !== null));
    const heightOf = (cost) => (kPlotHeight * Math.log(cost / min)) / Math.log(max / min);
    const isNamed = (line) => colourOf(line.row) !== null || rows.length <= 8;
    const names = lineNames([
      ...lines.map((line) => ({name: line.row.model, values: isNamed(line) ? line.costs : []})),
      {name: 'reference', values: reference ? costsOf(reference.costs) : [], bold: true}], heightOf, palette);
    const series = lines.map(({row, costs}, i) => ({
      type: 'line', name: row.model, symbol: 'circle', symbolSize: 6, color: rowColour(row, palette), data: costs, connectNulls: false,
      z: colourOf(row) === null ? 2 : 3, lineStyle: {width: colourOf(row) === null ? 1 : 2}, ...names[i],
    }));
    if (reference) {
      series.push({
        type: 'line', name: 'reference', symbol: 'diamond', symbolSize: 9, color: palette.text, z: 4, lineStyle: {width: 2, type: 'dotted'},
        data: costsOf(reference.costs), ...names.at(-1),
        markLine: budget === null ? undefined : {silent: true, symbol: 'none', lineStyle: {color: palette.alarm, type: 'dashed', width: 1},
          label: {formatter: `budget ${short(budget)}`, color: palette.alarm, fontSize: kFont - 1, position: 'insideStartTop'}, data: [{yAxis: budget}]},
      });
    }
    return {
      label: `Line chart: cost in ${unitWords} at each level of ${problem.id} in ${language}, of the best sample of ${plural(rows.length, 'model')}. The same numbers are in the table below.`,
      option: {
        grid: {left: 70, right: nameRoom(width), top: 16, bottom: 48},
        xAxis: axis(palette, 'level', {type: 'category', data: levels.map(String), boundaryGap: false}),
        yAxis: axis(palette, unitWords, {type: 'log', min, max, nameGap: 52,
          axisLabel: {color: palette.muted, fontSize: kFont, formatter: short}, minorSplitLine: {show: false}}),
        tooltip: {...baseOption(palette).tooltip, formatter: (point) =>
          tooltip([shortened(point.seriesName, 60), `level ${point.name}: ${grouped(point.value)} ${unitWords}`,
            ...(reference?.costs[levels[point.dataIndex]] ? [`${twoDigits(point.value / reference.costs[levels[point.dataIndex]])} times the reference`] : [])])},
        series,
      },
      table: {
        headings: [['best sample of', false], ...levels.map((level) => [`level ${level}`, true])],
        rows: [...(reference ? [['reference', ...levels.map((level) => (reference.costs[level] === null ? '–' : grouped(reference.costs[level])))]] : []),
          ...rows.map((row) => [row.name, ...levels.map((level) => (bestOf(row).costs[level] === null ? '–' : grouped(bestOf(row).costs[level])))])],
      },
    };
  };
  return chart({title: `Cost by level, ${language}`, make,
    note: 'The best sample of each model; a line ends where the budget or a fault ended the sample.'});
}
