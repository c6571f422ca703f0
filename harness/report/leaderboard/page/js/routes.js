// The address of what is open: #/problem/ID/LANGUAGE and #/sample/MODEL/PROBLEM/LANGUAGE/SAMPLE, so that it can be
// linked, and the back button works. Other hashes are places on the page.

const routeTo = (...parts) => `#/${parts.map(encodeURIComponent).join('/')}`;
const problemRoute = (problem, language) => routeTo('problem', problem.id, ...(language ? [language] : []));
const sampleRoute = (sample) =>
  routeTo('sample', sample.row.model, sample.problem.id, sample.row.language, sample.name);

// null if nothing is open; {missing: true} for an address that leads nowhere.
function currentRoute() {
  if (!location.hash.startsWith('#/')) return null;
  let parts;
  try {
    parts = location.hash.slice(2).split('/').map(decodeURIComponent);
  } catch {
    return {missing: true};
  }
  if (parts[0] === 'problem' && parts.length <= 3) {
    const problem = data.problems.find((one) => one.id === parts[1]);
    if (problem) return {problem, language: parts[2] ?? null};
  }
  if (parts[0] === 'sample' && parts.length === 5) {
    const sample = data.samples.find((one) => one.row.model === parts[1] && one.problem.id === parts[2] &&
      one.row.language === parts[3] && one.name === parts[4]);
    if (sample) return {sample};
  }
  return {missing: true};
}
