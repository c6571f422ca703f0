// Score by level: whose efficiency does not last as inputs grow?

function levelsChart() {
  const make = (palette, width) => {
    const rows = comparedRows();
    const levels = [...(data.rows[0]?.levels.keys() ?? [])].filter((level) => data.rows.some((row) => row.levels[level] !== null));
    const values = (row) => levels.map((level) => row.levels[level]);
    const top = Math.max(0.1, Math.ceil(10 * Math.max(...rows.flatMap(values), 0)) / 10);
    const names = lineNames(rows.map((row) => ({name: row.model, values: values(row)})), (value) => (kPlotHeight * value) / top, palette);
    return {
      label: `Line chart: mean score at each of ${plural(levels.length, 'level')}, for ${plural(rows.length, 'compared row')}. The same numbers are in the table below.`,
      option: {
        grid: {left: 52, right: nameRoom(width), top: 16, bottom: 48},
        xAxis: axis(palette, 'level: inputs grow', {type: 'category', boundaryGap: false, data: levels.map(String)}),
        yAxis: axis(palette, 'mean score', {type: 'value', min: 0, max: top, nameGap: 36}),
        tooltip: {...baseOption(palette).tooltip, formatter: (point) =>
          tooltip([shortened(point.seriesName, 60), `level ${point.name}: ${twoDigits(point.value)}`])},
        series: rows.map((row, i) => ({
          type: 'line', name: row.name, symbol: symbolOf(row), symbolSize: 7, color: rowColour(row, palette),
          lineStyle: {width: 2, type: dashOf(row)}, data: values(row), ...names[i],
        })),
      },
      table: {
        headings: [['model', false], ...levels.map((level) => [`level ${level}`, true])],
        rows: rows.map((row) => [row.name, ...levels.map((level) => twoDigits(row.levels[level]))]),
      },
    };
  };
  return chart({
    id: 'chart-levels', title: 'Score by level', make,
    note: 'Mean of the level\'s score over samples and problems; a sample that is wrong anywhere scores 0 at every level.',
  });
}
