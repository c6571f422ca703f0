// Efficiency against correctness: one mark a row.

// Without overlaps names are drawn for everybody up to this many rows, else for compared ones.
const kAllNamed = 14;

function scatterChart() {
  const points = () => data.rows.map((row) => ({row, pass: metricOf(row, 'pass@1'), eff: metricOf(row, 'eff@1')}))
    .filter((point) => point.pass && point.eff);

  // An interval each way, through the mark; only where it does not bury everybody else.
  const whisker = (palette) => ({
    type: 'custom', silent: true, z: 1, clip: true,
    data: points().filter(({row}) => colourOf(row) !== null).map(({row, pass, eff}) =>
      ({value: [...pass, ...eff], itemStyle: {color: rowColour(row, palette)}})),
    renderItem: (params, api) => {
      const at = (x, y) => api.coord([x, y]);
      const [x, xLow, xHigh, y, yLow, yHigh] = [0, 1, 2, 3, 4, 5].map((i) => api.value(i));
      const line = (from, to) => ({type: 'line', shape: {x1: from[0], y1: from[1], x2: to[0], y2: to[1]},
        style: {stroke: api.visual('color'), lineWidth: 1, opacity: 0.55}});
      return {type: 'group', children: [line(at(xLow, y), at(xHigh, y)), line(at(x, yLow), at(x, yHigh))]};
    },
  });

  const make = (palette) => {
    const named = ({row}) => data.rows.length <= kAllNamed || colourOf(row) !== null;
    const marks = languages.map((language) => ({
      type: 'scatter', name: language, symbolSize: 10, z: 2,
      data: points().filter(({row}) => row.language === language).map((point) => ({
        value: [point.pass[0], point.eff[0]], row: point.row, name: point.row.name, symbol: symbolOf(point.row),
        itemStyle: {color: rowColour(point.row, palette), borderColor: palette.page, borderWidth: 1, opacity: 1},
        label: {show: named(point), formatter: shortened(point.row.model, 20), position: point.pass[0] > 0.6 ? 'left' : 'right', distance: 8,
          color: palette.text, fontSize: kFont - 1, backgroundColor: palette.page, padding: [1, 3]},
      })),
      labelLayout: {hideOverlap: true},
    }));
    const top = Math.max(1, ...points().map(({eff}) => eff[2]));
    return {
      height: 380,
      label: `Scatter chart of ${plural(data.rows.length, 'row')}: pass@1 across, eff@1 up. The same numbers are in the table below.`,
      option: {
        grid: {left: 52, right: 20, top: 20, bottom: 48},
        xAxis: axis(palette, 'pass@1', {type: 'value', min: 0, max: 1}),
        yAxis: axis(palette, 'eff@1', {type: 'value', min: 0, max: Math.ceil(top * 10) / 10, nameGap: 36}),
        tooltip: {...baseOption(palette).tooltip, formatter: ({data: point}) => (point?.row
          ? tooltip([shortened(point.row.name, 60), `eff@1 ${interval(metricOf(point.row, 'eff@1'))}`, `pass@1 ${interval(metricOf(point.row, 'pass@1'))}`])
          : '')},
        series: [whisker(palette), ...marks, {
          type: 'line', silent: true, symbol: 'none', z: 0, data: [[0, 0], [1, 1]],
          lineStyle: {color: palette.muted, type: 'dotted', width: 1}, tooltip: {show: false},
        }],
      },
      table: {
        headings: [['model', false], ['language', false], ['pass@1 (95% interval)', true], ['eff@1 (95% interval)', true]],
        rows: points().map(({row, pass, eff}) => [row.model, row.language, interval(pass), interval(eff)]),
      },
    };
  };
  return chart({
    id: 'chart-scatter', title: 'Efficiency against correctness', make,
    note: 'On the dotted line whatever is right is as cheap as the reference; the further below, the dearer the right answers.',
  });
}
