// The little Markdown that statements use: headings, lists, code, emphasis. Everything else stays as it is
// written; elements are made, nothing is parsed as HTML.

function inlineMarkdown(text) {
  const parts = [];
  for (const piece of text.split(/(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/)) {
    if (/^`.+`$/.test(piece)) parts.push(element('code', {}, piece.slice(1, -1)));
    else if (/^\*\*.+\*\*$/.test(piece)) parts.push(element('strong', {}, piece.slice(2, -2)));
    else if (/^\*.+\*$/.test(piece)) parts.push(element('em', {}, piece.slice(1, -1)));
    else if (piece) parts.push(piece);
  }
  return parts;
}

function markdown(text) {
  const blocks = [];
  let paragraph = [];
  let list = null;
  const endParagraph = () => {
    if (paragraph.length > 0) blocks.push(element('p', {}, inlineMarkdown(paragraph.join('\n'))));
    paragraph = [];
  };
  const endList = () => {
    if (list) blocks.push(element('ul', {}, list.map((item) => element('li', {}, inlineMarkdown(item.join('\n'))))));
    list = null;
  };
  const endBlock = () => { endParagraph(); endList(); };
  let code = null;
  for (const line of text.split('\n')) {
    if (/^\s*```/.test(line)) {
      endBlock();
      if (code) blocks.push(codeBlock(code.join('\n')));
      code = code ? null : [];
    } else if (code) {
      code.push(line);
    } else if (/^#+ /.test(line)) {
      endBlock();
      blocks.push(element('h4', {}, inlineMarkdown(line.replace(/^#+ /, ''))));
    } else if (/^- /.test(line)) {
      endParagraph();
      (list ??= []).push([line.slice(2)]);
    } else if (list && /^ {2,}\S/.test(line)) {
      list.at(-1).push(line.trim());
    } else if (line.trim() === '') {
      endBlock();
    } else {
      endList();
      paragraph.push(line);
    }
  }
  endBlock();
  if (code) blocks.push(codeBlock(code.join('\n')));
  return blocks;
}
