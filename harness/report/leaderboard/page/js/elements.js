// Makes elements. Text stays text: nothing on this page is ever parsed as HTML.

// element('a', {href: '#x', class: 'y'}, 'text', anotherElement, [more])
function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) node.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

const byId = (id) => document.getElementById(id);

// headings: [text, isNumber]; rows: lists of texts or elements, the first of each naming its row.
function dataTable(caption, headings, rows) {
  const cell = (content, column) => (column === 0
    ? element('th', {scope: 'row', class: headings[0][1] ? 'number' : null}, content)
    : element('td', {class: headings[column][1] ? 'number' : null}, content));
  return element('table', {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {},
      headings.map(([text, isNumber]) => element('th', {scope: 'col', class: isNumber ? 'number' : null}, text)))),
    element('tbody', {}, rows.map((row) => element('tr', {}, row.map(cell)))));
}

// A part of the page that may scroll sideways within itself; the keyboard can reach it.
function scrolling(label, ...children) {
  return element('div', {class: 'scroll', role: 'region', 'aria-label': label, tabindex: '0'}, children);
}
