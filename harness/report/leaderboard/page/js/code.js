// Code with its comments, strings, numbers and keywords marked, as text throughout.

const kKeywords = {
  cpp: 'alignas auto bool break case catch char class const constexpr continue default delete do double else enum explicit false float for if inline int long mutable namespace new nullptr operator private protected public return short signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void while',
  python: 'and as assert async await break class continue def del elif else except False finally for from global if import in is lambda None nonlocal not or pass raise return True try while with yield',
};
const kTokens = {
  cpp: /(\/\/[^\n]*|\/\*[\s\S]*?\*\/|^[ \t]*#[^\n]*)|("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(\b\d[\w.']*)|([A-Za-z_]\w*)/gm,
  python: /(#[^\n]*)|("""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(\b\d[\w.]*)|([A-Za-z_]\w*)/gm,
};

function highlighted(text, language) {
  const pattern = kTokens[language];
  if (!pattern) return [text];
  const keywords = new Set(kKeywords[language].split(' '));
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    const [token, comment, string, number, word] = match;
    const kind = comment ? 'comment' : string ? 'string' : number ? 'literal' : keywords.has(word) ? 'keyword' : null;
    if (!kind) continue;
    parts.push(text.slice(end, match.index), element('span', {class: kind}, token));
    end = match.index + token.length;
  }
  parts.push(text.slice(end));
  return parts;
}

// A block that the keyboard can scroll. Line numbers stand beside it, so that copying takes the code alone.
function codeBlock(text, language = null) {
  const shown = text.replace(/\n$/, '');
  const code = element('code', {}, highlighted(shown, language));
  if (!language) return element('pre', {tabindex: '0'}, code);
  const numbers = shown.split('\n').map((_, i) => i + 1).join('\n');
  return element('div', {class: 'numbered'}, element('pre', {class: 'line-numbers', 'aria-hidden': 'true'}, numbers),
    element('pre', {tabindex: '0', role: 'region', 'aria-label': 'code'}, code));
}

function pooledCode(index, language, whereAll) {
  const [text, leftOut] = data.codes[index];
  return [codeBlock(text, language),
    leftOut > 0 ? element('p', {class: 'note'}, `${grouped(leftOut)} more bytes are not in this page. `, whereAll) : null];
}
