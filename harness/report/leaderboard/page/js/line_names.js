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
  const pushed = new Map();
  const lowest = new Map();  // name drawn so far, by where lines end
  for (const end of ends) {
    const free = (lowest.get(end.last) ?? Infinity) - kNameHeight;
    const at = Math.min(end.at, free);
    if (end.at - at > kMostPushed) continue;
    lowest.set(end.last, at);
    pushed.set(end.index, end.at - at);
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
