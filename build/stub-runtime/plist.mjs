/** A property list of plain texts. @param {Record<string, string>} values */
export function plist(values) {
  const lines = Object.entries(values).map(
    ([key, value]) => `  <key>${key}</key>\n  <string>${value}</string>\n`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n' +
    `<plist version="1.0">\n<dict>\n${lines.join('')}</dict>\n</plist>\n`
  );
}
