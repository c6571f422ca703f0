// Starts the page.

for (const id of ['charts', 'problems']) byId(id).hidden = data.rows.length === 0;
startModels();
if (data.rows.length > 0) {
  byId('chart-grid').append(...[scatterChart(), profileChart(), levelsChart(), kindsChart()].map((one) => one.figure));
  startHeatMap();
}
startPanel();
document.documentElement.dataset.ready = '';
