/** The rules of the layers. Each answers with the reason why an import is wrong, or with nothing. */

/** Unit tests lie beside what they test. */
const besideTest = /\.test\.tsx?$/;

/** What each layer may import of the others, besides itself. */
const layers = {
  shared: [],
  db: ['shared'],
  electron: ['db', 'shared'],
  renderer: ['shared'],
};

/** @typedef {{ file: string, target: string, isTest: boolean }} Import */

/** @type {((the: Import) => string | false | undefined)[]} */
const rules = [
  ({ file, target, isTest }) => {
    const layer = /** @type {keyof typeof layers} */ (top(file));
    const to = top(target);
    if (isPackage(target) || to === layer || (isTest && to === 'tests')) return false;
    if (layer === 'electron' && (target === 'package.json' || target.startsWith('docs/format/')))
      return false;
    const allowed = /** @type {string[]} */ (layers[layer]);
    return (
      !allowed.includes(to) && `${layer}/ may import ${['itself', ...allowed].join(', ')} and nothing else`
    );
  },
  ({ target, isTest }) => !isTest && besideTest.test(target) && 'the application may not import a test',
  ({ file, target, isTest }) =>
    !isTest &&
    ['shared', 'renderer'].includes(top(file)) &&
    target.startsWith('node:') &&
    'it must run where there is no Node',
  ({ file, target }) =>
    isFrom(target, 'electron') &&
    !file.startsWith('electron/hosts/desktop/') &&
    'only electron/hosts/desktop knows Electron',
  ({ file, target }) =>
    isFrom(target, 'better-sqlite3') && top(file) !== 'db' && 'only db/ knows the database library',
  ({ file, target }) =>
    file.startsWith('electron/services/') &&
    target.startsWith('electron/hosts/') &&
    'a service does not know who calls it',
  ({ file, target }) =>
    file.startsWith('shared/') &&
    ['react', 'react-dom', 'i18next', 'react-i18next'].some((name) => isFrom(target, name)) &&
    'shared/ knows no screen',
  ({ file, target }) => {
    const [from, to] = [featureOf(file), featureOf(target)];
    return (
      to !== undefined &&
      from !== undefined &&
      from !== to &&
      target !== `renderer/features/${to}/index.ts` &&
      'a feature is imported through its index.ts'
    );
  },
  ({ file, target }) =>
    file.startsWith('renderer/ui/') &&
    ['features', 'app', 'platform'].some((part) => target.startsWith(`renderer/${part}/`)) &&
    'ui/ knows no feature',
  ({ file, target }) =>
    file.startsWith('renderer/platform/') &&
    ['features', 'app', 'ui'].some((part) => target.startsWith(`renderer/${part}/`)) &&
    'platform/ is below everything else of the page',
];

/** @param {string} file @param {string} target @returns {string[]} reasons; none when the import is right */
export function judge(file, target) {
  const the = { file, target, isTest: besideTest.test(file) };
  return rules.map((rule) => rule(the)).filter((reason) => typeof reason === 'string');
}

/** @param {string} path */
const top = (path) => path.split('/')[0] ?? '';

/** @param {string} target */
const isPackage = (target) => /^(npm|node):/.test(target);

/** @param {string} target @param {string} name of a package */
const isFrom = (target, name) => target === `npm:${name}` || target.startsWith(`npm:${name}/`);

/** @param {string} path */
const featureOf = (path) => /^renderer\/features\/([^/]+)\//.exec(path)?.[1];
