// The dialog in which a problem or a sample is open, as the address says.

let openCharts = [];

const noSuchPanel = () => ({charts: [], content: [
  element('h2', {id: 'panel-title', tabindex: '-1'}, 'Nothing is here'),
  element('p', {}, 'This address names no problem or sample of this page. Of each model and problem the best, the median and the worst sample are kept.')]});

function showRoute() {
  const panel = byId('panel');
  const route = currentRoute();
  for (const one of openCharts) one.close();
  openCharts = [];
  byId('hint').hidden = true;
  if (!route) {
    if (panel.open) panel.close();
    return;
  }
  const {content, charts: drawn} = route.missing ? noSuchPanel() : route.sample ? samplePanel(route) : problemPanel(route);
  openCharts = drawn;
  const close = element('button', {type: 'button', class: 'plain close'}, 'Close', element('span', {class: 'key', 'aria-hidden': 'true'}, ' Esc'));
  close.addEventListener('click', closePanel);
  panel.replaceChildren(close, ...content.flat(Infinity).filter(Boolean));
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  panel.querySelector('#panel-title').focus();
}

// Leaves the address without a hash, and the page where it was scrolled to.
function closePanel() {
  history.pushState(null, '', location.pathname + location.search);
  showRoute();
}

function startPanel() {
  const panel = byId('panel');
  panel.addEventListener('cancel', (event) => { event.preventDefault(); closePanel(); });
  panel.addEventListener('click', (event) => { if (event.target === panel) closePanel(); });  // beside it
  addEventListener('hashchange', showRoute);
  addEventListener('popstate', showRoute);
  showRoute();
}
