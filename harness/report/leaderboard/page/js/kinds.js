// eff@1 by challenge and by tag: what kind of problem is a model good at?

function kindsChart() {
  const choice = element('select', {}, element('option', {value: 'challenge'}, 'challenge'), element('option', {value: 'tag'}, 'tag'));
  const all = element('input', {type: 'checkbox'});
  const allLabel = element('label', {class: 'check'}, all, ' tags of one problem too');
  const kindsHave = (kind) => data.groups.some((group) => group.kind === kind);
  choice.value = kindsHave('challenge') || !kindsHave('tag') ? 'challenge' : 'tag';

  const groups = () => {
    const ofKind = [...data.groups.entries()].filter(([, group]) => group.kind === choice.value);
    const large = ofKind.filter(([, group]) => group.problems.length > 1);
    return (choice.value === 'tag' && !all.checked && large.length > 0 ? large : ofKind)
      .sort(([, a], [, b]) => b.problems.length - a.problems.length || (a.name < b.name ? -1 : 1));
  };

  const make = (palette, width) => {
    const rows = comparedRows();
    const shown = groups();
    const names = shown.map(([, group]) => `${shortened(group.name, width < 480 ? 15 : 24)} (${group.problems.length})`);
    allLabel.hidden = choice.value !== 'tag';
    return {
      height: Math.max(160, 72 + 26 * shown.length),
      label: `Dot chart: eff@1 by ${choice.value} for ${plural(rows.length, 'compared row')}. The same numbers are in the table below.`,
      option: {
        grid: {left: width < 480 ? 130 : 178, right: 20, top: 8, bottom: 48},
        xAxis: axis(palette, 'eff@1', {type: 'value', min: 0}),
        yAxis: {...axis(palette, '', {type: 'category', data: names, inverse: true}), splitLine: {show: true, lineStyle: {color: palette.line}}, axisTick: {show: false}, axisLine: {show: false}},
        tooltip: {...baseOption(palette).tooltip, formatter: (point) =>
          tooltip([shortened(point.seriesName, 60), `${shown[point.data.group][1].name}: eff@1 ${interval(point.data.metric)}`])},
        series: rows.map((row) => ({
          type: 'scatter', name: row.name, symbol: symbolOf(row), symbolSize: 10,
          color: rowColour(row, palette), itemStyle: {opacity: 0.9, borderColor: palette.page, borderWidth: 1},
          data: shown.map(([index], at) => ({value: [row.by_group[index]?.[0] ?? null, at], group: at, metric: row.by_group[index]})),
        })),
      },
      table: {
        headings: [[choice.value, false], ['problems', true], ...rows.map((row) => [row.name, true])],
        rows: shown.map(([index, group]) => [group.name, String(group.problems.length), ...rows.map((row) => interval(row.by_group[index]))]),
      },
    };
  };
  const self = chart({
    id: 'chart-kinds', title: 'eff@1 by kind of problem', make,
    note: 'How many problems are of the kind stands in brackets: with few, differences are chance.',
    controls: [element('div', {class: 'controls'}, element('label', {}, 'By ', choice), allLabel)],
  });
  choice.addEventListener('change', () => self.draw());
  all.addEventListener('change', () => self.draw());
  return self;
}
