// Makes the leaderboard's template from its parts, when effk is built: styles and scripts are put into
// page.mustache, and their digests into its Content-Security-Policy.
//
//   node assemble.mjs OUTPUT TEMPLATE ECHARTS FILE.css... FILE.js...
//
// The scripts are joined in the order given, in one scope of their own; theme.js alone runs in the head, so that
// a dark page never flashes white.
import {createHash} from 'node:crypto';
import {readFileSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';

const [output, template, echarts, ...files] = process.argv.slice(2);
const read = (path) => readFileSync(path, 'utf8');
const chosen = (ending) => files.filter((path) => path.endsWith(ending));

const hashes = {style: [], script: []};
function element(kind, text) {
  // An element's text ends at the first of these, wherever it stands; and "<%" would be a tag of the template.
  const forbidden = text.match(/<\/(script|style)|<!--|<%/i);
  if (forbidden) throw new Error(`a part of the page contains ${forbidden[0]}`);
  hashes[kind].push(`'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`);
  return `<${kind}>${text}</${kind}>`;
}

const scope = (paths) => `(() => {\n'use strict';\n${paths.map(read).join('\n')}\n})();\n`;
const isFirst = (path) => basename(path) === 'theme.js';
const scripts = chosen('.js');

const parts = {
  styles: element('style', chosen('.css').map(read).join('\n')),
  'first-script': element('script', scope(scripts.filter(isFirst))),
  scripts: element('script', read(echarts)) + '\n' +
      element('script', scope(scripts.filter((path) => !isFirst(path)))),
};
parts['script-hashes'] = hashes.script.join(' ');
parts['style-hashes'] = hashes.style.join(' ');

const page = read(template).replace(/@@([a-z-]+)@@/g, (_, name) => {
  if (!(name in parts)) throw new Error(`page.mustache asks for ${name}`);
  return parts[name];
});
writeFileSync(output, page);
