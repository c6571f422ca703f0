// Numbers as people read them.

const twoDigits = (value) => (value === null || value === undefined ? '–' : value.toFixed(2));
const grouped = (value) => Math.floor(value).toLocaleString('en-US');

// 12345678 -> "12.3 M"; of instructions, or of nanoseconds.
function short(value) {
  if (value === null || value === undefined) return '–';
  for (const [size, sign] of [[1e12, ' T'], [1e9, ' G'], [1e6, ' M'], [1e3, ' k']]) {
    if (value >= size) {
      const scaled = value / size;
      return Number(scaled.toPrecision(3)) + sign;
    }
  }
  return String(Math.round(value));
}

const interval = (metric) => (metric ? `${twoDigits(metric[0])} (${twoDigits(metric[1])} to ${twoDigits(metric[2])})` : '–');
const plural = (count, word) => `${grouped(count)} ${word}${count === 1 ? '' : 's'}`;
// Without its middle: names that begin alike often end in what tells them apart.
function shortened(text, most) {
  if (text.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  return `${text.slice(0, most - 1 - end)}…${text.slice(text.length - end)}`;
}
const verdictWords = (verdict) => verdict.replaceAll('_', ' ');
