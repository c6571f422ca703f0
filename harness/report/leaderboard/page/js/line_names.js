// The names of lines, at their ends, pushed apart where lines end close together.

const kNameHeight = 13;  // pixels from one name to the next
const kMostPushed = 45;  // a name further from its line than this is left out: nobody would know whose it is

// lines: [{name, values, bold}], a value a place on the x axis; heightOf(value): pixels above the axis.
// Returns for each line what its series needs.
function lineNames(lines, heightOf, palette) {
  const ends = lines.map((line, index) => {
    const last = line.values.findLastIndex((value) => value !== null && value !== undefined);
    return {index, last, at: last < 0 ? 0 : heightOf(line.values[last])};
  }).filter((end) => end.last >= 0).sort((a, b) => b.at - a.at);
  // Lines that end at the same place push each other's names: down from the highest, then up from the axis.
  const pushed = new Map();
  for (const last of new Set(ends.map((end) => end.last))) {
    const stack = ends.filter((end) => end.last === last);
    const places = stack.map((end) => end.at);
    for (let i = 1; i < stack.length; ++i) places[i] = Math.min(places[i], places[i - 1] - kNameHeight);
    for (let i = stack.length - 1, floor = 0; i >= 0; --i, floor = places[i + 1] + kNameHeight) places[i] = Math.max(places[i], floor);
    for (const [i, end] of stack.entries()) {
      if (Math.abs(end.at - places[i]) <= kMostPushed) pushed.set(end.index, end.at - places[i]);
    }
  }
  return lines.map((line, index) => ({
    endLabel: {
      show: pushed.has(index), offset: [0, pushed.get(index) ?? 0], distance: 6, formatter: shortened(line.name, 17),
      color: palette.text, fontSize: kFont - 1, fontWeight: line.bold ? 'bold' : 'normal',
    },
  }));
}

// Room for names at the right of a chart of this width.
const nameRoom = (width) => (width < 480 ? 84 : 118);
