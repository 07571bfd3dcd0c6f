/**
 * Drops the .woff files that font packages carry for browsers of ten years ago: every host of the page
 * reads .woff2, and they would double the size of the fonts.
 * @returns {import('vite').Plugin}
 */
export function woff2Only() {
  return {
    name: 'woff2-only',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const [file, item] of Object.entries(bundle)) {
        if (file.endsWith('.woff')) delete bundle[file];
        else if (item.type === 'asset' && file.endsWith('.css'))
          item.source = withoutWoff(String(item.source));
      }
    },
  };
}

/** @param {string} css */
export function withoutWoff(css) {
  return css.replace(/,\s*url\([^)]*\.woff["']?\)\s*format\(["']?woff["']?\)/g, '');
}
