// One chart: a figure with a heading, a drawing by ECharts, and the same numbers as a table for who does not see it.

const charts = new Set();
const style = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const colours = () => ({
  text: style('--text'), muted: style('--muted'), line: style('--line'), page: style('--page'), grey: style('--grey'),
  accent: style('--accent'), alarm: style('--alarm'), series: [...Array(kMostCompared).keys()].map((i) => style(`--c${i}`)),
});
const rowColour = (row, palette) => (colourOf(row) === null ? palette.grey : palette.series[colourOf(row)]);

// The scale of all drawings' words.
const kFont = 12;
// Of most charts, in pixels, and of the plot within: what grids leave above and below is 16 and 48.
const kHeight = 340;
const kPlotHeight = kHeight - 16 - 48;

function axis(palette, name, extra = {}) {
  return {
    name, nameLocation: 'middle', nameGap: 28, nameTextStyle: {color: palette.muted, fontSize: kFont},
    axisLine: {show: true, lineStyle: {color: palette.muted}}, axisTick: {lineStyle: {color: palette.line}},
    axisLabel: {color: palette.muted, fontSize: kFont}, splitLine: {lineStyle: {color: palette.line, width: 1}},
    ...extra,
  };
}

// Lines of text beside the pointer. Elements, because the page's policy allows no style attributes in HTML.
function tooltip(lines) {
  return element('div', {class: 'tip'}, lines.map((line, i) => element('div', {class: i === 0 ? 'tip-title' : null}, line)));
}

const baseOption = (palette) => ({
  animation: false,
  textStyle: {fontFamily: style('--font'), color: palette.text},
  tooltip: {
    trigger: 'item', confine: true, backgroundColor: palette.page, borderColor: palette.line, borderWidth: 1, padding: 8,
    textStyle: {color: palette.text, fontSize: kFont}, extraCssText: 'box-shadow: none; max-width: 320px; white-space: normal;',
  },
});

// make(palette, width): {option, height, label, table: {headings, rows}}, anew whenever the comparison or the colours change.
function chart({title, note, make, controls = [], onClick = null, id = null}) {
  const drawing = element('div', {class: 'chart', role: 'img'});
  const table = element('details', {class: 'chart-data'}, element('summary', {}, 'Data as a table'));
  const figure = element('figure', {id},
    element('figcaption', {}, element('h3', {}, title), note ? element('p', {class: 'note'}, note) : null, controls),
    drawing, table);
  const self = {figure, instance: null};

  self.draw = () => {
    const made = make(colours(), drawing.clientWidth);
    drawing.style.height = `${made.height ?? kHeight}px`;
    drawing.setAttribute('aria-label', made.label);
    if (!self.instance) {
      self.instance = echarts.init(drawing, null, {renderer: 'canvas'});
      if (onClick) self.instance.on('click', onClick);
    }
    self.instance.resize();
    self.instance.setOption({...baseOption(colours()), ...made.option}, true);
    self.table = made.table;
    if (table.open) self.fill();
  };
  self.fill = () => {
    const filled = scrolling(`${title}: data`, dataTable(title, self.table.headings, self.table.rows));
    table.replaceChildren(table.firstChild, filled);
  };
  self.close = () => {
    self.resizing.disconnect();
    self.instance?.dispose();
    charts.delete(self);
  };
  table.addEventListener('toggle', () => { if (table.open) self.fill(); });
  // Draws for the first time when there is a width to draw in, and again whenever it changes.
  let width = 0;
  self.resizing = new ResizeObserver(() => {
    if (drawing.clientWidth === width || drawing.clientWidth === 0) return;
    width = drawing.clientWidth;
    self.draw();
  });
  self.resizing.observe(drawing);
  charts.add(self);
  return self;
}

const redrawCharts = () => { for (const one of charts) if (one.instance) one.draw(); };
document.addEventListener('themechange', redrawCharts);
comparisonListeners.push(redrawCharts);
