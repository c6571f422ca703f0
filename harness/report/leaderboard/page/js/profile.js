// How much is solved within a factor of the reference's cost, as in Dolan and More.

function profileChart() {
  const make = (palette, width) => {
    const rows = comparedRows();
    const top = Math.min(1, Math.ceil(10 * Math.max(0.1, ...rows.flatMap((row) => row.profile)) + 0.5) / 10);
    const heightOf = (value) => (kPlotHeight * value) / top;
    const names = lineNames(rows.map((row) => ({name: row.model, values: row.profile})), heightOf, palette);
    return {
      label: `Line chart: share of problems within a factor of the reference's cost, for ${plural(rows.length, 'compared row')}. The same numbers are in the table below.`,
      option: {
        grid: {left: 52, right: nameRoom(width), top: 16, bottom: 48},
        xAxis: axis(palette, 'factor of the reference\'s cost', {type: 'log', logBase: 2, min: 0.25, max: 8, splitLine: {show: false},
          axisLabel: {color: palette.muted, fontSize: kFont, formatter: (value) => `${value < 1 ? `1/${1 / value}` : value}×`}}),
        yAxis: axis(palette, 'share of samples', {type: 'value', min: 0, max: top, nameGap: 36}),
        tooltip: {...baseOption(palette).tooltip, trigger: 'axis', axisPointer: {lineStyle: {color: palette.muted}},
          formatter: (points) => tooltip([`within ${points[0].value[0].toFixed(2)}×`,
            ...points.filter((one) => one.seriesName).sort((a, b) => b.value[1] - a.value[1]).map((one) => `${twoDigits(one.value[1])}  ${shortened(one.seriesName, 40)}`)])},
        series: rows.map((row, i) => ({
          type: 'line', name: row.name, symbol: 'none', color: rowColour(row, palette),
          lineStyle: {width: 2, type: dashOf(row)}, data: data.factors.map((factor, at) => [factor, row.profile[at]]),
          ...names[i],
          markLine: i > 0 ? undefined : {silent: true, symbol: 'none', lineStyle: {color: palette.muted, type: 'dotted'},
            label: {formatter: 'reference', color: palette.muted, fontSize: kFont - 1, position: 'insideEndTop'}, data: [{xAxis: 1}]},
        })),
      },
      table: {
        headings: [['factor', true], ...rows.map((row) => [row.name, true])],
        rows: [...data.factors.entries()].filter(([i]) => i % 4 === 0)
          .map(([i, factor]) => [`${factor.toFixed(2)}×`, ...rows.map((row) => twoDigits(row.profile[i]))]),
      },
    };
  };
  return chart({
    id: 'chart-profile', title: 'Performance profile', make,
    note: 'Share of samples that are right and cost at most a factor of the reference, over all stress cases, averaged over the problems.',
  });
}
